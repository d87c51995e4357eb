"""Who said what: each shape in which news tells it, on states that the seeds do not speak of."""

import pytest

from briefing.model.findings import Act, Mode, Polarity
from tests.extraction.reading import findings, only, said, source

SHAPES = [
    # text, speaker text, party, content
    (
        "Egypt said on Monday that the dam would harm farmers downstream.",
        "Egypt",
        "EGY",
        "the dam would harm farmers downstream",
    ),
    (
        "“We will not fill the reservoir this year,” Ethiopian Prime Minister Abiy Ahmed said.",
        "Ethiopian Prime Minister Abiy Ahmed",
        "ETH",
        "“We will not fill the reservoir this year,”",
    ),
    (
        "“The border is closed,” said Polish Prime Minister Donald Tusk.",
        "Polish Prime Minister Donald Tusk",
        "POL",
        "“The border is closed,”",
    ),
    (
        "According to the Turkish Foreign Ministry, the drilling was legal.",
        "the Turkish Foreign Ministry",
        "TUR",
        "the drilling was legal",
    ),
    (
        "The drilling was legal, according to the Turkish Foreign Ministry.",
        "the Turkish Foreign Ministry",
        "TUR",
        "The drilling was legal",
    ),
    (
        "The drilling, Turkey insisted, was legal and would go on.",
        "Turkey",
        "TUR",
        "The drilling […] was legal and would go on",
    ),
    (
        "Greece rejected the Turkish claim to the islands.",
        "Greece",
        "GRC",
        "the Turkish claim to the islands",
    ),
    (
        "Norway called for a moratorium on deep-sea mining.",
        "Norway",
        "NOR",
        "for a moratorium on deep-sea mining",
    ),
    (
        "Kenya urged Somalia to withdraw its troops from the border.",
        "Kenya",
        "KEN",
        "Somalia to withdraw its troops from the border",
    ),
    ("Chile expressed concern about the fishing fleet.", "Chile", "CHL", "about the fishing fleet"),
]


@pytest.mark.parametrize(("text", "speaker", "party", "content"), SHAPES)
def test_shape(text, speaker, party, content):
    found = [s for s in said(text) if s.speaker_text == speaker]
    assert [(s.party, s.content) for s in found] == [(party, content)]


POLARITIES = [
    ("Kenya urged Somalia to withdraw its troops.", Polarity.DEMANDS),
    ("Greece rejected the plan.", Polarity.OPPOSES),
    ("Norway welcomed the ceasefire.", Polarity.SUPPORTS),
    ("India denied that its soldiers had crossed the line.", Polarity.DENIES),
    ("Japan offered to host the talks.", Polarity.OFFERS),
    ("Peru said that the talks would resume.", Polarity.NEUTRAL),
    ("Peru did not support the plan.", Polarity.OPPOSES),
    ("Pakistan has never acknowledged that the base exists.", Polarity.DENIES),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITIES)
def test_polarity(text, polarity):
    assert only(text).polarity is polarity


def test_said_and_held_are_kept_apart():
    assert only("Peru said that the talks would resume.").act is Act.SAID
    assert only("Peru hopes that the talks will resume.").act is Act.HELD


def test_mode_by_quotation_marks():
    assert only("Peru said: “The talks will resume soon.”").mode is Mode.DIRECT
    assert only("Peru said that the talks would “resume soon” in Lima.").mode is Mode.MIXED
    assert only("Peru said that the talks would resume.").mode is Mode.INDIRECT


def test_quotation_continued_over_sentences_stays_one_statement():
    text = (
        "“The talks are over,” Egyptian Foreign Minister Badr Abdelatty said. “We see no way back.”"
    )
    statement = only(text)
    assert [text[s.start : s.end] for s in statement.spans.content] == [
        "“The talks are over,”",
        "We see no way back.",
    ]


def test_pronoun_means_the_speaker_before():
    text = (
        "Kenyan President William Ruto said that the border would stay closed. "
        "He added that trade could resume in May."
    )
    assert {s.speaker for s in said(text)} == {"william-ruto"}


def test_unnamed_source_is_nobody_and_so_is_the_pronoun_after_it():
    text = (
        "French President Emmanuel Macron flew to Rome. A senior official said that the talks were "
        "hard. “We will try again,” he said."
    )
    assert [(s.speaker, s.party) for s in said(text)] == [(None, None), (None, None)]


def test_one_statement_by_both_sides_is_one_for_each():
    text = "Egypt and Sudan demanded that the dam stay empty."
    found = said(text)
    assert {s.party for s in found} == {"EGY", "SDN"}
    assert len({s.content for s in found}) == 1


def test_expert_only_comments():
    text = "Maria Lund, a professor at Oslo University, said that Norway would give way."
    statement = only(text)
    assert statement.commentary
    assert statement.party is None


def test_guests_of_a_transcript_comment_and_what_an_editor_asks_is_no_statement():
    text = (
        "Editor: Why did the talks between Egypt and Sudan fail?\n\n"
        "Dr. Lina Holm: Because neither side wanted to be the first to move.\n\n"
        "Editor: What comes next in your view?\n\n"
        "Dr. Lina Holm: Another round, I suppose, and then a vote."
    )
    found = said(text)
    assert [s.speaker_text for s in found] == ["Dr. Lina Holm"] * 2
    assert all(s.commentary for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "The United States is a large country.",
        "The report was long.",
        "The summit held many surprises.",
        "Trade between the two countries grew by 4 per cent in 2023.",
        "The plans of the ministry for the harbour are old.",
    ],
)
def test_no_statement_where_nobody_says_anything(text):
    assert said(text) == []


def test_spans_slice_back_to_the_text():
    text = (
        "Earlier in the day, Norway's Foreign Ministry warned that “the ice will not wait” for "
        "anyone."
    )
    body = source(text).text
    for statement in said(text):
        assert [body[s.start : s.end] for s in statement.spans.speaker] == [statement.speaker_text]
        assert body[statement.spans.cue[0].start : statement.spans.cue[0].end] == statement.cue


def test_same_text_gives_the_same_findings():
    text = (
        "Kenya urged Somalia to withdraw. Somalia rejected the demand, saying that it was unjust."
    )
    assert findings(text) == findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not say whether the talks would go on.",
        "Neither minister said when the talks would go on.",
        "The Norwegian minister has not said that the talks would go on.",
    ],
)
def test_what_was_not_said_is_no_statement(text):
    assert said(text) == []


def test_owner_of_an_office_is_not_its_holder():
    text = "Emmanuel Macron's office said that the talks went well."
    assert [(s.speaker, s.party, s.on_behalf) for s in said(text)] == [
        (None, "FRA", "emmanuel-macron")
    ]
    text = "Sergey Lavrov, Moscow's foreign minister, said that the talks went well."
    assert only(text).speaker == "sergei-lavrov"


def test_what_the_other_side_claims_is_no_sure_statement():
    text = "An Egyptian diplomat said that Ethiopia had threatened to leave the talks."
    found = {s.party: s for s in said(text)}
    assert found["EGY"].confidence >= 0.5
    assert found["ETH"].confidence < 0.5


def test_asking_not_to_be_named_is_no_demand():
    text = "An Egyptian diplomat, who asked not to be named, said that the talks were hard."
    assert [s.content for s in said(text)] == ["the talks were hard"]


def test_who_is_named_in_a_quotation_did_not_speak_it():
    text = (
        "Opposition leader Kalonzo Musyoka criticised the deal with Somalia. "
        "“Ruto gave away our waters,” he said."
    )
    assert [s.speaker for s in said(text)][-1] == "person-kalonzo-musyoka"


def test_never_refused_is_not_support():
    assert only("Romania never refused to cut the tariffs.").polarity is Polarity.NEUTRAL


def test_what_a_speaker_says_of_their_own_wish_is_one_statement():
    text = "The Kenyan president said that he hoped to return to the talks."
    assert only(text).content == "he hoped to return to the talks"


def test_nested_report_keeps_both_levels_and_trusts_the_inner_less():
    text = "A Kenyan envoy said that Egypt had told Sudan that the drill would go on."
    found = {s.party: (s.content, s.confidence >= 0.5) for s in said(text)}
    assert found == {
        "KEN": ("Egypt had told Sudan that the drill would go on", True),
        "EGY": ("the drill would go on", False),
    }


def test_relative_pronoun_is_the_span_and_its_name_the_speaker():
    text = "Polish Prime Minister Donald Tusk, who said that the border was shut, flew home."
    statement = only(text)
    (span,) = statement.spans.speaker
    assert text[span.start : span.end] == "who"
    assert (statement.speaker_text, statement.speaker) == (
        "Polish Prime Minister Donald Tusk",
        "donald-tusk",
    )


@pytest.mark.parametrize(
    ("text", "negated", "hedged"),
    [
        ("Peru said that the talks would resume.", False, False),
        ("Peru did not support the plan.", True, False),
        ("Peru reportedly rejected the plan.", False, True),
        ("Peru suggested that the talks were over.", False, True),
        ("Peru said that the talks may resume.", False, True),
        (
            "Peru said that talks in the old town hall of Lima by the river may resume.",
            False,
            False,
        ),
    ],
)
def test_negation_and_hedges_are_flagged(text, negated, hedged):
    statement = only(text)
    assert (statement.negated, statement.hedged) == (negated, hedged)


@pytest.mark.parametrize(
    "text",
    [
        "Several said his friends feel the same way.",
        "“Really?” several said.",
        "Talks to go on in Oslo, says Norway",
        "Norway: talks to go on in Oslo.",
        "The talks go on, said the head of Norway's delegation, who was in Oslo.",
        "Norway issued a statement saying that the talks go on.",
        "In a note, Norway said the talks go on.",
    ],
)
def test_one_statement_is_found(text):
    only(text)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Greece lashed out at the plan.", Polarity.OPPOSES),
        ("Greece was critical of the plan.", Polarity.OPPOSES),
        ("Greece vouched for the plan.", Polarity.SUPPORTS),
        ("Greece petitioned for a new plan.", Polarity.DEMANDS),
        ("Greece was ready to host the talks.", Polarity.OFFERS),
        ("Greece rebutted the claim.", Polarity.DENIES),
        ("Greece decided to host the talks.", Polarity.OFFERS),
    ],
)
def test_polarity_of_rarer_words(text, polarity):
    assert only(text).polarity is polarity
