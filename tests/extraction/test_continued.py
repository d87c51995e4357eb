"""Quotations that nobody claims: they are given to who spoke last, or who announced them."""

from tests.extraction.reading import said


def told(text):
    return [(s.speaker_text, s.content) for s in said(text)]


def test_announcement_with_a_colon_is_given_the_next_paragraph():
    text = "The Kenyan foreign ministry said in a statement:\n\n“We reject the claim. It is false.”"
    assert told(text) == [("The Kenyan foreign ministry", "We reject the claim. It is false.")]


def test_quotation_left_open_goes_on_in_the_next_paragraph_as_one_statement():
    text = (
        "“The dam is ours,” Ethiopian Prime Minister Abiy Ahmed said. “It was built by us.\n\n"
        "“Nobody will stop it, and nobody should try.”"
    )
    (only,) = said(text)
    assert only.content.endswith(
        "It was built by us. […] Nobody will stop it, and nobody should try."
    )


def test_speaker_in_the_sentence_before_a_quotation():
    text = "Egypt's foreign minister was blunt. “Nobody will take our water from us.”"
    (only,) = said(text)
    assert (only.speaker_text, only.cue, only.party) == (
        "Egypt's foreign minister",
        "was blunt",
        "EGY",
    )


def test_no_speaker_is_made_of_a_thing_the_text_points_to():
    assert told("It was cold. “Nobody will take our water from us.”") == []


def test_further_sentence_is_that_of_the_speaker_not_of_one_told_of_in_an_aside():
    text = (
        "“The border is shut,” said Polish Prime Minister Donald Tusk, who noted that trade had "
        "fallen. “It will open in the spring.”"
    )
    assert ("Polish Prime Minister Donald Tusk, who noted that trade had fallen") in {
        s for s, content in told(text) if "It will open in the spring." in content
    }


def test_speaker_stands_in_the_sentence_after_a_question():
    text = "“Did nobody read the treaty?” Kenya's foreign minister said. “We did read it.”"
    (only,) = said(text)
    assert only.content == "“Did nobody read the treaty?” […] We did read it."


def test_quotation_of_a_paragraph_before_is_not_that_of_a_sentence_that_opens_another():
    text = (
        "Kenya's foreign minister said: “We did read it.”\n\n"
        "Sudan's foreign minister said that the treaty was void."
    )
    assert [content for _, content in told(text)] == ["“We did read it.”", "the treaty was void"]


def test_signature_under_a_quotation_is_its_speaker():
    text = "“The dam is ours and will stay ours.”\n\n— Abiy Ahmed"
    (only,) = said(text)
    assert (only.speaker_text, only.content) == (
        "Abiy Ahmed",
        "The dam is ours and will stay ours.",
    )
    assert told("The dam is ours.\n\n— Abiy Ahmed") == []


def test_a_remark_is_signed_behind_it_or_below():
    text = (
        "Readers wrote to us about the treaty.\n\n"
        "“It is a poor bargain for the fishermen. I would not sign it.” ― Marta Solheim\n\n"
        "“The minister said that it was the best to be had. I believe her.”\n\n-- Jonas Vik"
    )
    found = {s.speaker_text: s.content for s in said(text)}
    assert "poor bargain" in found["Marta Solheim"]
    assert "best to be had" in found["Jonas Vik"]
