"""What each Section prints, and what it keeps out."""

import datetime as dt
from dataclasses import replace

import pytest
from material import BRIDGE, FISHING, SUMMIT, VISAS, briefing, evidence
from material_texts import telling
from readable import as_text, line, section_of

from briefing.document.blocks import (
    Heading,
    ItemList,
    Remark,
)
from briefing.document.walk import lines
from briefing.model.findings import EventStatus
from briefing.model.ids import EventId, IssueId
from briefing.model.people import Office
from briefing.model.source import SourceKind


def test_commentary_never_stands_among_positions(make):
    document = make()
    under = ""
    seen = []
    for block in section_of(document, "positions"):
        if isinstance(block, Heading):
            under = line(block.inlines)
        elif any("outlive" in line(row) for row in lines(block)):
            seen.append(under)
    assert seen == ["Commentary (not a position of a party)"]
    assert not any("outlive" in line(r) for b in section_of(document, "matrix") for r in lines(b))


def test_a_speaker_without_a_party_is_set_apart_by_the_sources_name(make):
    text = as_text(make())
    unattributed = text.split("### Unattributed\n")[1].split("\n###")[0]
    assert "**A senior official** said: …both sides were tired" in unattributed


def test_the_office_is_the_one_held_on_the_day(make):
    text = as_text(make())
    assert "**Ada Mirel** (President)" in text
    assert "Minister of Fisheries" not in text


def test_denial_is_printed_whole_and_marked_to_check(make):
    text = as_text(make())
    whole = "**Jon Tanner** (Premier): Tanner denied that Ostmark had shut the border in 2029."
    assert whole in text
    assert next(row for row in text.splitlines() if whole in row).endswith("_(check)_")


def test_the_sources_own_cue_leads_trimmed_words(make):
    material = evidence()
    first = next(s for s in material.statements if s.id == "t08")

    def spoken(cue, words):
        changed = replace(first, cue=cue)
        rest = tuple(s for s in material.statements if s.id != "t08")
        choice = briefing(events=())
        text = as_text(make(replace(material, statements=(*rest, changed)), choice))
        assert f"**Karsia** {words}: Karsia supports" in text
        assert f"(28 April 2031, {words}): Karsia supports" in text

    spoken("urged", "urged")
    for unfit in ("according to", "adding", ":", "", "said at a long press conference"):
        spoken(unfit, "holds the view")


def test_gaps_name_the_silent_sides_and_what_was_lost(make):
    choice = briefing(events=(SUMMIT, EventId("gone")), issues=(FISHING, BRIDGE, IssueId("lost")))
    text = "\n".join(line(b.inlines) for b in section_of(make(choice=choice), "gaps"))
    assert "No statement by Vestria on Halden bridge was found" in text
    assert "1 chosen event is no longer in the library." in text
    assert "1 chosen issue is no longer in the library." in text
    assert "1 source bears no date." in text


def test_issues_stand_in_the_order_chosen(make):
    document = make(choice=briefing(issues=(VISAS, FISHING)))
    headings = [
        line(b.inlines)
        for b in section_of(document, "positions")
        if isinstance(b, Heading) and b.level == 2
    ]
    assert headings[:2] == ["Visas", "Fishing in the ‘Sound’"]


def test_long_lists_are_cut_and_the_rest_counted(make):
    material = evidence()
    first = next(s for s in material.statements if s.id == "t08")
    many = tuple(
        replace(first, id=f"x{n:02}", speaker=None, speaker_text=f"Envoy {n}", cue=f"said {n}")
        for n in range(12)
    )
    more = replace(material, statements=(*material.statements, *many))
    text = as_text(make(more, briefing(events=())))
    assert "(remark) 5 more statements were found and are not shown." in text
    karsia = text.split("### Karsia\n")[1].split("\n(remark)")[0]
    assert karsia.count("- 28 April 2031") == 8


def with_envoys(material, count):
    """Return the Evidence with as many more states, each speaking once on fishing."""
    first = next(s for s in material.statements if s.id == "t08")
    state = next(a for a in material.actors if a.id == "karsia")
    states = tuple(
        replace(state, id=f"state{n}", party=f"state{n}", name=f"State {n}") for n in range(count)
    )
    said = tuple(
        replace(first, id=f"y{n}", speaker=f"state{n}", party=f"state{n}") for n in range(count)
    )
    return replace(
        material, actors=(*material.actors, *states), statements=(*material.statements, *said)
    )


def test_where_an_event_is_chosen_the_matrix_is_for_those_who_meet(make):
    blocks = section_of(make(with_envoys(evidence(), 3)), "matrix")
    assert [line(cell) for cell in blocks[0].head] == ["Issue", "Ostmark", "Vestria"]
    assert not any("more parties" in line(row) for b in blocks for row in lines(b))


def test_too_many_parties_and_no_meeting_leave_it_to_those_who_speak_most(make):
    choice = briefing(events=(), issues=(FISHING, BRIDGE, VISAS))
    table = section_of(make(with_envoys(evidence(), 4), choice), "matrix")[0]
    assert len(table.head) == 6
    assert {line(cell) for cell in table.head} > {"Ostmark", "Vestria"}
    assert sum(table.widths) == pytest.approx(1)


def test_copies_of_one_report_are_told(make):
    text = as_text(make())
    assert "(remark) These sources are one report, or nearly: Vestria and Ostmark meet" in text


def test_the_telling_that_names_most_who_took_part_is_printed(make):
    text = as_text(make())
    told = next(row for row in text.splitlines() if "**Summit at Halden**" in row)
    assert "President Ada Mirel of Vestria and Premier Jon Tanner of Ostmark met" in told


def test_a_sentence_that_supposes_is_not_the_one_that_tells(make):
    material = evidence()
    supposing, telling_it = telling("s1", "If Kosk goes"), telling("s2", "Foreign Minister Ila")
    events = tuple(
        replace(e, participants=("kosk", "mirel"), sources=(supposing, telling_it))
        if e.id == "next-visit"
        else e
        for e in material.events
    )
    choice = briefing(events=(SUMMIT, EventId("next-visit")))
    text = as_text(make(replace(material, events=events), choice))
    told = next(row for row in text.splitlines() if "**Visit of the Foreign Minister**" in row)
    assert "Foreign Minister Ila Kosk will visit" in told


def test_what_was_called_off_is_marked_so(make):
    material = evidence()
    events = tuple(
        replace(e, status=EventStatus.CANCELLED) if e.id == "next-visit" else e
        for e in material.events
    )
    choice = briefing(events=(SUMMIT, EventId("next-visit")))
    text = as_text(make(replace(material, events=events), choice))
    told = next(row for row in text.splitlines() if "**Visit of the Foreign Minister**" in row)
    assert "(called off)" in told


def test_a_source_from_before_the_event_is_not_the_one_that_tells(make):
    material = evidence()
    preview, after = telling("s3", "Karsia supports"), telling("s2", "Five agreements")
    events = tuple(
        replace(e, sources=(preview, after)) if e.id == SUMMIT else e for e in material.events
    )
    sources = tuple(replace(s, kind=SourceKind.REPORT) for s in material.sources)
    text = as_text(make(replace(material, events=events, sources=sources)))
    told = next(row for row in text.splitlines() if "**Summit at Halden**" in row)
    assert "Five agreements were signed." in told.split("Also told in")[0]


def test_participants_show_the_last_office_held_in_the_matter(make):
    material = evidence()
    left = Office("Premier", dt.date(2030, 1, 1), dt.date(2031, 5, 4))
    actors = tuple(replace(a, offices=(left,)) if a.id == "tanner" else a for a in material.actors)
    later = replace(
        next(e for e in material.events if e.id == "next-visit"), participants=("tanner",)
    )
    events = (*(e for e in material.events if e.id != later.id), later)
    choice = briefing(events=(SUMMIT, EventId("next-visit")))
    text = as_text(make(replace(material, actors=actors, events=events), choice))
    row = next(row for row in text.splitlines() if row.startswith("**Jon Tanner**["))
    assert " | Premier | " in row


def test_no_matrix_for_one_party(make):
    material = evidence()
    alone = tuple(s for s in material.statements if s.party == "karsia")
    choice = briefing(events=(), issues=(FISHING,))
    document = make(replace(material, statements=alone, disputes=(), agreements=()), choice)
    assert [type(b) for b in section_of(document, "matrix")] == [Remark]
    assert any(isinstance(b, ItemList) for b in section_of(document, "positions"))
