"""Transcripts: whose label stands before which words, over paragraphs to the next label."""

from dataclasses import replace

import pytest

from briefing.extraction.saying.transcripts import pieces, turns
from briefing.model.findings import Mode, Polarity
from tests.extraction.reading import given, said, source

BRIEFING = (
    "Briefing on the river talks\n\n"
    "MR. HALE: Good morning. We have one announcement to make.\n\n"
    "We shall meet the Kenyan side again in May, and our teams are at work on the text.\n\n"
    "Q  Will the treaty be signed there?\n\n"
    "MR. HALE: It will not. We need more time, and I would not guess how much.\n\n"
    "Q: And the dam?\n\n"
    "FOREIGN MINISTER WANG YI (through interpreter): We oppose any new dam on this river.\n\n"
    "END 5:20 P.M."
)


def turns_of(text, askers=("q", "reporter"), fields=("photo",), publisher=None):
    read = replace(source(text), publisher=publisher)
    found = turns(read, frozenset(askers), frozenset(fields))
    return [
        (read.text[t.label.start : t.label.end], read.text[t.words.start : t.words.end], t.asks)
        for p in read.passages
        for t in found.get(p.id, ())
    ]


def test_each_label_has_its_words_and_its_further_paragraphs():
    found = turns_of(BRIEFING)
    assert [(label, asks) for label, _, asks in found] == [
        ("MR. HALE", False),
        ("MR. HALE", False),
        ("Q", True),
        ("MR. HALE", False),
        ("Q", True),
        ("FOREIGN MINISTER WANG YI", False),
    ]
    assert found[1][1].startswith("We shall meet the Kenyan side")
    assert found[-1][1] == "We oppose any new dam on this river."


def test_a_speaker_is_led_to_the_party_and_the_words_are_verbatim():
    last = said(BRIEFING)[-1]
    assert (last.party, last.mode, last.polarity) == ("CHN", Mode.DIRECT, Polarity.NEUTRAL)


def test_questions_are_no_statements_and_what_officials_say_is():
    found = said(BRIEFING)
    assert "Q" not in {s.speaker_text for s in found}
    official = next(s for s in found if s.speaker_text == "MR. HALE")
    assert not official.commentary
    assert official.confidence >= 0.5


def test_turn_of_several_paragraphs_is_one_statement_with_a_content_for_each():
    first = said(BRIEFING)[0]
    assert len(first.spans.content) == 2
    assert first.content.startswith("Good morning. We have one announcement to make. We shall meet")
    assert "[…]" not in first.content


def test_very_long_turn_is_cut_between_its_paragraphs():
    paragraph = "We spoke about the river and the dam and shall speak about both again soon. " * 10
    turn = "\n\n".join([paragraph.strip()] * 3)
    text = f"MR. HALE: {turn}\n\nQ  Will you go there?\n\nMR. HALE: We shall go there in May."
    assert [len(s.spans.content) for s in said(text)] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("label", "publisher"),
    [
        ("The Coast Herald", "The Coast Herald"),
        ("HERALD", "The Coast Herald"),
        ("CH", "Coast Herald"),
    ],
)
def test_publisher_who_puts_questions_asks(label, publisher):
    text = (
        f"{label}: Minister, why is the port of Vell still closed?\n\n"
        "Ina Dorn: Because the pilots have no contract, and we shall not order them out to sea.\n\n"
        f"{label}: Your neighbours say otherwise.\n\n"
        "Ina Dorn: They may say what they like; the pilots are ours and so is the sea there."
    )
    assert [asks for _, _, asks in turns_of(text, publisher=publisher)] == [True, False] * 2


def test_one_of_two_who_puts_short_words_between_long_ones_asks():
    answer = "We have told them twice that the port stays shut until the pilots have a contract."
    text = "\n\n".join(
        f"Ane Holt: {asked}\n\n{name}: {answer}"
        for asked, name in (
            ("Why is the port shut?", "Bo Lind"),
            ("They deny that.", "Lind"),
            ("The price, then.", "Lind"),
        )
    )
    assert {(label, asks) for label, _, asks in turns_of(text)} == {
        ("Ane Holt", True),
        ("Bo Lind", False),
        ("Lind", False),
    }


def test_two_who_talk_alike_do_not_ask():
    text = (
        "Ane Holt: We close the port and nobody pays for it.\n\nBo Lind: Who would pay?\n\n"
        "Ane Holt: You should pay for the pilots, as you did.\n\nBo Lind: We never paid for them."
    )
    assert not any(asks for _, _, asks in turns_of(text))


def test_label_with_an_office_behind_the_name():
    text = (
        "**Ina Dorn, deputy foreign minister:** We shall open the port in May.\n\n"
        "Reporter: On which day in May?\n\n**Dorn:** On the first of the month, we hope.\n\n"
        "**Dorn:** And that is all that we can say."
    )
    assert [label for label, _, _ in turns_of(text)] == ["Ina Dorn", "Reporter", "Dorn", "Dorn"]


INTERVIEW = (
    "{title}\n\nWhy did the talks with Senegal fail?\n\nThey did not fail. We are waiting.\n\n"
    "We do not close the door on anybody.\n\nWill you go there in June?\n\nI hope so.\n\n"
    "And if nobody comes?\n\nThen we shall go to the court."
)


def test_answers_of_an_interview_without_labels_are_those_of_whom_the_title_names():
    found = said(INTERVIEW.format(title="Interview with Kenyan minister Ina Dorn on fish"))
    assert {s.speaker_text for s in found} == {"Kenyan minister Ina Dorn"}
    assert [(s.party, s.confidence) for s in found] == [("KEN", 0.6)] * 3
    assert not any("?" in s.content for s in found)


def test_questions_in_a_text_that_names_nobody_as_interviewed_are_its_own():
    assert not said(INTERVIEW.format(title="Fish and the law of the sea"))


@pytest.mark.parametrize(
    "head",
    [
        "**Foreign Minister Wang Yi:** ",
        "[00:12:03] Foreign Minister Wang Yi: ",
        "Foreign Minister Wang Yi (through interpreter): ",
        "Foreign Minister Wang Yi:\n\n",
    ],
)
def test_labels_in_bold_with_times_asides_or_alone_on_their_line(head):
    text = (
        f"{head}We shall not sign this text.\n\nReporter: Why will you not sign it?\n\n"
        f"{head}We shall not sign it because it is not ours."
    )
    assert [(label, asks) for label, _, asks in turns_of(text)] == [
        ("Foreign Minister Wang Yi", False),
        ("Reporter", True),
        ("Foreign Minister Wang Yi", False),
    ]


def test_label_in_capitals_inside_a_paragraph_begins_a_turn():
    text = "MR. HALE: That is all for now. Q: And the dam? MR. HALE: It stays as it is."
    assert [label for label, _, _ in turns_of(text)] == ["MR. HALE", "Q", "MR. HALE"]


def test_who_mostly_asks_is_an_interviewer_whatever_the_label():
    text = "".join(
        f"Ane Holt: What do you say to point {n}?\n\nBo Lind: I say nothing to point {n} now.\n\n"
        for n in range(3)
    )
    assert {(label, asks) for label, _, asks in turns_of(text)} == {
        ("Ane Holt", True),
        ("Bo Lind", False),
    }


def test_report_in_which_a_few_lines_are_quoted_is_narrative_again_after_them():
    text = (
        "The court heard the minister on Monday.\n\nQ: Did you sign the order?\n\n"
        "Q: Did you read the order first?\n\n"
        "The minister left the court by the back door and the hearing closed at noon.\n\n"
        "The ministry has not published the order, which two papers printed in March."
    )
    assert [label for label, _, _ in turns_of(text)] == ["Q", "Q"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya: the talks go on in Nairobi.\n\nSomalia: nobody comes to them at all.",
        "Photo: a ship in the harbour at dawn.\n\nPhoto: a ship in the harbour at dusk.",
    ],
)
def test_lists_and_captions_are_no_transcript(text):
    assert turns_of(text) == []


def test_long_turn_is_cut_at_sentences():
    sentence = "We spoke about the river and the dam and we shall speak about both again soon. "
    text = "MR. HALE: " + sentence * 45 + "\n\nMR. HALE: That is all that I have."
    read = source(text)
    found = turns(read, frozenset(), frozenset())
    passage = read.passages[0]
    cut = pieces(passage, read.text, found[passage.id][0])
    words = [read.text[s.start : s.end] for s in cut]
    assert len(words) == 3
    assert all(len(w.split()) <= 250 and w.endswith("soon.") for w in words)
    assert len({s.sentence for s in said(text)}) == len(said(text))


def test_askers_and_fields_come_from_the_word_lists():
    cues = given().cues
    assert {"q", "moderator"} <= cues.askers
    assert "photo" in cues.fields


ACCRA = """Briefing by the Spokesperson of the Ministry of Foreign Affairs of Ghana, Esi Baidoo

MS. BAIDOO: Good afternoon. Ghana will not suspend the licences of its trawlers this year.

QUESTION: Did the Togolese minister apologise for the detention of the crew?

MS. BAIDOO: He has not done so yet. There is nothing to arbitrate.
"""


def test_a_label_in_capitals_is_the_person_of_that_name():
    found = [s for s in said(ACCRA) if s.speaker_text == "MS. BAIDOO"]
    assert {(s.speaker, s.party) for s in found} == {("person-esi-baidoo", "GHA")}
    assert len(found) == 2
