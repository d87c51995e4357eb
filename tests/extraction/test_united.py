"""What the network proposes and what the rules found become one list."""

from dataclasses import dataclass

import pytest

from briefing.extraction.extract import extract
from briefing.extraction.saying.attributions import attributions
from briefing.extraction.saying.quotations import quotations
from briefing.extraction.saying.united import united
from briefing.extraction.tagging.proposals import Proposal, Reading
from briefing.model.findings import Act, Mode, Polarity
from briefing.model.source import Span
from tests.extraction.reading import given, source


@dataclass(frozen=True, slots=True)
class Planned:
    """A tagger that proposes what a test wants."""

    proposals: tuple[Proposal, ...]

    def read(self, _source):
        return Reading(self.proposals)


def proposal(text, speaker, cue, *content, confidence=0.9):
    def at(words):
        start = text.index(words)
        return Span(start, start + len(words))

    who = at(speaker) if speaker else None
    return Proposal(who, at(cue), tuple(map(at, content)), 0.9, 0.9, 0.9, confidence)


def told(text, *proposals):
    report, words = source(text), given()
    quotes = quotations(report)
    ruled = attributions(report, quotes, words.cues, words.grammar)
    found = united(report, ruled, proposals, quotes, words.cues, words.grammar)
    return [
        (
            " ".join(text[s:e] for s, e in t.attribution.speaker),
            " ".join(text[s:e] for s, e in t.attribution.cue),
            " | ".join(text[s:e] for s, e in t.attribution.content),
            t.attribution,
        )
        for t in found
    ]


def test_a_cue_that_no_rule_knows_is_told_by_the_network():
    text = "Chile is of two minds about reopening the treaty of 1904."
    ((who, cue, content, _),) = told(
        text,
        proposal(text, "Chile", "is of two minds about", "reopening the treaty of 1904"),
    )
    assert (who, cue, content) == (
        "Chile",
        "is of two minds about",
        "reopening the treaty of 1904",
    )


def test_rule_and_network_that_saw_one_cue_are_one_and_the_rule_names_the_act():
    text = "Bolivia’s minister rejected the offer of a free port on Monday."
    found = told(text, proposal(text, "Bolivia’s minister", "rejected", "the offer of a free port"))
    assert [row[:3] for row in found] == [
        ("Bolivia’s minister", "rejected", "the offer of a free port")
    ]
    assert found[0][3].polarity is Polarity.OPPOSES


def test_the_most_of_a_quotation_is_all_of_it():
    text = "“We will sign. We will not wait for anybody,” Minister Rojas said."
    ((_, _, content, _),) = told(
        text, proposal(text, "Minister Rojas", "said", "We will sign. We will not wait")
    )
    assert content == "“We will sign. We will not wait for anybody,”"


def test_a_quotation_that_the_network_passed_over_stays_with_the_rules():
    text = (
        "“The port is ours and will stay ours for good,” Minister Rojas said. It rained in Arica."
    )
    assert [row[2] for row in told(text)] == ["“The port is ours and will stay ours for good,”"]


def test_what_only_a_rule_found_without_quotation_is_left_out():
    text = "Minister Rojas said the port would stay open."
    assert told(text) == []


def test_a_proposal_outside_every_sentence_is_passed_over():
    text = "Bolivia signed.\n\n\nChile signed."
    between = Proposal(None, Span(16, 17), (Span(0, 7),), 0.9, 0.9, 0.9)
    assert told(text, between) == []


def test_an_unknown_cue_with_quotation_marks_is_said_and_one_without_is_held():
    text = "The port, in the words of Rojas, is “a bone in the throat” of both."
    found = told(text, proposal(text, "Rojas", "in the words of", "“a bone in the throat” of both"))
    assert found[0][3].act is Act.SAID
    plain = "Chile is loath to reopen the treaty."
    ((*_, held),) = told(plain, proposal(plain, "Chile", "is loath", "to reopen the treaty"))
    assert held.act is Act.HELD


def test_turns_of_a_transcript_are_the_rules_and_others_in_them_the_networks():
    text = (
        "MINISTER ROJAS: I think the port will open in May. Peru told us that it would pay.\n\n"
        "REPORTER: And what will Bolivia pay for it in the end?\n\n"
        "MINISTER ROJAS: I think that nobody knows that today."
    )
    found = told(
        text,
        proposal(text, "I", "think", "the port will open in May"),
        proposal(text, "Peru", "told us", "that it would pay"),
    )
    speakers = [row[0] for row in found]
    assert speakers.count("I") == 0
    assert "Peru" in speakers
    assert speakers.count("MINISTER ROJAS") == 2


def test_a_label_is_no_part_of_the_speaker_behind_it():
    text = (
        "ROJAS: Mr Quispe says that the port will close.\n\nREPORTER: And will it?\n\n"
        "ROJAS: I do not think so."
    )
    found = told(text, proposal(text, "ROJAS: Mr Quispe", "says", "that the port will close"))
    assert "Mr Quispe" in [row[0] for row in found]


def test_a_relative_pronoun_is_led_back():
    text = "An envoy of Peru, who is of two minds about the port, flew home."
    ((who, *_, attribution),) = told(
        text, proposal(text, "who", "is of two minds about", "the port")
    )
    assert who == "who"
    assert text[slice(*attribution.named[0])] == "An envoy of Peru"


@pytest.mark.parametrize(
    "text",
    [
        "Should Peru decide to close the port, ships will wait.",
        "Ships will wait if Peru decides to close the port.",
    ],
)
def test_what_is_only_supposed_is_hedged_and_no_position(text):
    cue = "decide" if "decide " in text else "decides"
    ((*_, attribution),) = told(text, proposal(text, "Peru", cue, "to close the port"))
    assert attribution.hedged
    assert attribution.confidence < 0.5


def test_what_follows_a_supposition_is_said():
    text = "If ships wait, Peru vows to open the port."
    ((*_, attribution),) = told(text, proposal(text, "Peru", "vows", "to open the port"))
    assert attribution.confidence == pytest.approx(0.9)


def test_extraction_takes_a_tagger_and_its_confidence():
    text = "Chile is of two minds about reopening the treaty of 1904."
    planned = Planned(
        (
            proposal(
                text,
                "Chile",
                "is of two minds about",
                "reopening the treaty of 1904",
                confidence=0.7,
            ),
        )
    )
    (statement,) = extract(source(text), given(), planned).statements
    assert (statement.party, statement.mode) == ("CHL", Mode.INDIRECT)
    assert statement.confidence == pytest.approx(0.7)
    assert extract(source(text), given()).statements == ()


def test_a_question_tells_of_nobody_and_a_speaker_ends_before_who():
    text = "Did the Togolese minister apologise for the detention?"
    assert (
        told(text, proposal(text, "the Togolese minister", "apologise", "for the detention")) == []
    )
    text = "A senior official, who is of two minds about the port, flew home."
    ((who, *_),) = told(
        text, proposal(text, "A senior official, who", "is of two minds about", "the port")
    )
    assert who == "A senior official"
