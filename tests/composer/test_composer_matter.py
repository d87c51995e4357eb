"""A Library with reports on another matter: what the chosen Event keeps out."""

import datetime as dt
from dataclasses import replace

import pytest
from material import FISHING, SUMMIT, VISAS, briefing, event, evidence
from readable import as_text, line, section_of

from briefing.composer.dossier import select
from briefing.composer.suggestion import suggest
from briefing.document.blocks import Heading
from briefing.model.findings import (
    Citation,
    DisputeStatus,
    EventKind,
    EventStatus,
    Polarity,
    Position,
    Precision,
)
from briefing.model.people import Actor, ActorKind

FARTHER, AWAY = "nordia", "sudia"


def with_another_matter():
    """Return the Evidence with a report on Nordia and Sudia, who also speak of fishing."""
    material = evidence()
    told = next(s for s in material.sources if s.id == "s3")
    far = replace(told, id="s9", title="Nordia meets Sudia", published=dt.date(2030, 1, 2))
    first = next(s for s in material.statements if s.id == "t08")
    said = tuple(
        replace(first, id=f"far-{who}", source="s9", speaker=who, party=who, cue=f"told {who}")
        for who in (FARTHER, AWAY, "vestria")
    )
    day = dt.date(2030, 1, 1)
    meeting = event(
        "far-talks",
        EventKind.TALKS,
        "Nordia–Sudia talks",
        (day, day, Precision.DAY),
        (FARTHER, AWAY),
        EventStatus.HELD,
        (Citation("s9", "s3.1.3"),),
    )
    agreement = replace(
        next(a for a in material.agreements if a.id == "a1"),
        id="far-a",
        source="s9",
        sentences=("s3.1.3",),
        parties=(FARTHER, AWAY),
        issues=(FISHING,),
        event=None,
    )
    (dispute,) = material.disputes
    wide = replace(
        dispute,
        positions=(*dispute.positions, Position(FARTHER, ("far-nordia",))),
        evidence=(*dispute.evidence, Citation("s9", "s3.1.2")),
    )
    states = tuple(Actor(who, who.title(), ActorKind.STATE, who) for who in (FARTHER, AWAY))
    return replace(
        material,
        sources=(*material.sources, far),
        actors=(*material.actors, *states),
        events=(*material.events, meeting),
        statements=(*material.statements, *said),
        agreements=(*material.agreements, agreement),
        disputes=(wide,),
    )


@pytest.mark.parametrize("template", ["meeting-brief", "issue-paper"])
def test_a_chosen_event_keeps_another_matter_out(make, template):
    text = as_text(make(with_another_matter(), briefing(template=template)))
    assert "Nordia" not in text
    assert "Sudia" not in text
    assert "Vestria" in text


def test_a_party_of_the_matter_counts_only_where_the_matter_is_told():
    kept = select(with_another_matter(), briefing()).evidence
    assert {s.source for s in kept.statements} == {"s1", "s2", "s3", "s4"}, "s4 is a copy of s1"
    assert "far-a" not in {a.id for a in kept.agreements}


def test_where_only_issues_are_chosen_all_that_speak_on_them_count(make):
    text = as_text(make(with_another_matter(), briefing(events=(), issues=(FISHING,))))
    assert "### Nordia" in text
    assert "### Karsia" in text


def test_a_dispute_is_cut_down_to_the_matter_and_does_not_keep_anothers_date():
    (wide,) = with_another_matter().disputes
    (kept,) = select(with_another_matter(), briefing()).evidence.disputes
    assert {p.party for p in kept.positions} == {"vestria", "ostmark"}
    assert (kept.since, kept.status) == (None, DisputeStatus.OPEN)
    (whole,) = select(evidence(), briefing()).evidence.disputes
    assert whole.since == wide.since == dt.date(2027, 1, 1)


def test_a_dispute_of_others_alone_is_left_out():
    material = with_another_matter()
    (wide,) = material.disputes
    far = replace(wide, positions=wide.positions[2:], evidence=wide.evidence[1:])
    assert select(replace(material, disputes=(far,)), briefing()).evidence.disputes == ()


def test_an_outsider_in_a_source_of_the_matter_is_an_other_voice(make):
    document = make()
    under, seen = "", []
    for block in section_of(document, "positions"):
        if isinstance(block, Heading):
            under = line(block.inlines)
        elif "Karsia supports" in as_text(replace(document, blocks=(block,), notes=())):
            seen.append(under)
    assert seen == ["Other voices (not parties to the chosen events)"]
    for name in ("matrix", "participants", "disputes", "gaps"):
        blocks = tuple(section_of(document, name))
        text = as_text(replace(document, blocks=blocks, notes=(), sources=()))
        assert "Karsia" not in text, name


def test_the_suggestion_is_one_matter_the_one_told_most():
    choice = suggest(with_another_matter(), "", "meeting-brief")
    assert choice.events == ("old-talks", SUMMIT, "next-visit")
    assert FISHING in choice.issues
    assert VISAS not in choice.issues, "only Ostmark spoke on it"
    far_only = replace(
        with_another_matter(),
        events=tuple(e for e in with_another_matter().events if e.id == "far-talks"),
    )
    other = suggest(far_only, "", "meeting-brief")
    assert (other.events, other.issues) == (("far-talks",), (FISHING,))


def test_a_statement_without_a_side_is_told_in_place_of_silence(make):
    material = evidence()
    unnamed = replace(
        next(s for s in material.statements if s.id == "t03"), id="t30", issues=(VISAS,)
    )
    more = replace(material, statements=(*material.statements, unnamed))
    text = as_text(make(more))
    assert "No statement by Vestria on Visas" not in text
    assert "No statement on Visas could be given to Vestria, but 1 could not be given" in text


def test_settled_disputes_stand_apart(make):
    material = evidence()
    (dispute,) = material.disputes
    settled = replace(material, disputes=(replace(dispute, status=DisputeStatus.SETTLED),))
    headings = [
        line(b.inlines) for b in section_of(make(settled), "disputes") if isinstance(b, Heading)
    ]
    assert headings == ["Settled, as far as the sources tell", "Fishing in the ‘Sound’"]
    assert "No open dispute was found" in as_text(make(settled))
    paper = as_text(make(settled, briefing(template="issue-paper")))
    assert "### In dispute" not in paper
    assert "### Settled, as far as the sources tell" in paper


def test_what_is_to_be_checked_is_listed_but_no_position(make):
    document = make()
    blocks = tuple(section_of(document, "matrix"))
    matrix = as_text(replace(document, blocks=blocks, notes=(), sources=()))
    assert "Travel without visas" not in matrix
    assert "Only statements to be checked were found on: Visas." in matrix
    assert "Travel without visas is welcome" in as_text(document)
    material = evidence()
    unsure = tuple(replace(s, confidence=0.4) if s.id == "t02" else s for s in material.statements)
    document = make(replace(material, statements=unsure))
    blocks = tuple(section_of(document, "disputes"))
    text = as_text(replace(document, blocks=blocks, notes=(), sources=()))
    assert "Ostmark would keep the ban" not in text
    assert "lifted before winter" in text


@pytest.mark.parametrize(
    ("announced", "kind"),
    [("mirel", "**signed**, as told by Ada Mirel (Vestria)"), ("vestria", "told by Vestria")],
)
def test_one_sides_claim_is_said_to_be_its_own(make, announced, kind):
    material = evidence()
    told = tuple(
        replace(a, announced_by=announced) if a.id == "a1" else a for a in material.agreements
    )
    text = as_text(make(replace(material, agreements=told)))
    row = next(row for row in text.splitlines() if "signed a memorandum on rebuilding" in row)
    assert kind in row
    assert row.startswith("**Summit at Halden, 4 May 2031** | …signed a memorandum")


def test_one_sentence_of_two_speakers_is_printed_once_with_both_names(make):
    material = evidence()
    denied = replace(next(s for s in material.statements if s.id == "t06"), issues=(FISHING,))
    other = replace(denied, id="t06b", speaker="mirel", party="vestria", polarity=Polarity.SUPPORTS)
    rest = tuple(s for s in material.statements if s.id != "t06")
    document = make(replace(material, statements=(*rest, denied, other)))
    text = as_text(replace(document, notes=()))
    assert text.count("Tanner denied that Ostmark had shut the border") == 1
    assert "### Ostmark and Vestria\n- 4 May 2031 · **Jon Tanner** (Premier, Ostmark) and " in text


def test_for_whom_is_not_said_twice_and_a_body_tells_its_country(make):
    material = evidence()
    ministry = Actor("ministry", "Foreign Ministry", ActorKind.BODY, "ostmark")
    first = next(s for s in material.statements if s.id == "t05")

    def printed(speaker_text):
        spoken = replace(first, speaker=None, speaker_text=speaker_text, on_behalf="ministry")
        body = replace(first, id="t50", speaker="ministry", issues=(FISHING,))
        rest = tuple(s for s in material.statements if s.id != "t05")
        more = replace(
            material,
            actors=(*material.actors, ministry),
            statements=(*rest, spoken, body),
        )
        return as_text(make(more))

    assert "for Foreign Ministry" not in printed("an envoy of the foreign ministry")
    assert "**An envoy** (for Foreign Ministry)" in printed("an envoy")
    assert "**Foreign Ministry (Ostmark)**[" in printed("an envoy")
