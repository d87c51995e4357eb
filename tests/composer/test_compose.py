"""The whole way from Evidence to Document, on the made-up matter.

Set REWRITE_GOLDEN=1 to write the golden files anew, then read the difference before keeping it.
"""

import datetime as dt
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from material import BRIDGE, FISHING, SUMMIT, VISAS, briefing, evidence
from material_texts import telling
from readable import as_text, line

from briefing.composer.compose import compose
from briefing.composer.dossier import select
from briefing.composer.registry import SECTIONS, SLOTS
from briefing.composer.walk import cited, lines
from briefing.document.blocks import (
    Chronology,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.inlines import Cite, Text
from briefing.model.briefing import Dossier, Template, TemplateSection
from briefing.model.errors import ComposeError, TableError
from briefing.model.evidence import Evidence
from briefing.model.findings import Citation
from briefing.model.ids import EventId, IssueId, SentenceId
from briefing.model.people import Office

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "composer"


@pytest.fixture
def make(phrases, templates):
    def made(material=None, choice=None):
        choice = choice or briefing()
        dossier = select(material or evidence(), choice)
        return compose(dossier, choice, templates[choice.template], phrases)

    return made


def section_of(document, name):
    """Return the Blocks under the heading of level 1 with this anchor."""
    found, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.anchor == name
        elif inside:
            found.append(block)
    return found


@pytest.mark.parametrize("template", ["meeting-brief", "issue-paper"])
def test_reads_as_kept(make, template):
    text = as_text(make(choice=briefing(template=template)))
    golden = GOLDEN / f"{template}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def shuffled(material: Evidence, seed: int) -> Evidence:
    """Return the Evidence with every tuple in another order, those inside Findings too."""
    order = random.Random(seed)

    def mixed(items):
        return tuple(order.sample(items, len(items)))

    return Evidence(
        sources=mixed(material.sources),
        actors=mixed([replace(a, offices=mixed(a.offices)) for a in material.actors]),
        events=mixed(
            [
                replace(e, participants=mixed(e.participants), sources=mixed(e.sources))
                for e in material.events
            ]
        ),
        issues=mixed(material.issues),
        statements=mixed(material.statements),
        agreements=mixed([replace(a, parties=mixed(a.parties)) for a in material.agreements]),
        disputes=mixed(
            [
                replace(d, positions=mixed(d.positions), evidence=mixed(d.evidence))
                for d in material.disputes
            ]
        ),
        divergences=mixed([replace(d, accounts=mixed(d.accounts)) for d in material.divergences]),
        groups=mixed(material.groups),
    )


@pytest.mark.parametrize("template", ["meeting-brief", "issue-paper"])
def test_order_of_input_has_no_say(make, phrases, templates, template):
    choice = briefing(template=template)
    expected = make(choice=choice)
    for seed in range(8):
        material = shuffled(evidence(), seed)
        assert make(material, choice) == expected
        straight = Dossier(shuffled(select(material, choice).evidence, seed))
        assert compose(straight, choice, templates[template], phrases) == expected


def test_every_number_has_its_note_and_every_note_is_cited(make):
    document = make()
    in_text = [n for b in document.blocks for row in lines(b) for n in cited(row)]
    assert list(dict.fromkeys(in_text)) == sorted(set(in_text)), "numbered by first citation"
    assert set(in_text) == {note.number for note in document.notes}
    assert len({(note.source, note.sentence) for note in document.notes}) == len(document.notes)
    by_note = list(dict.fromkeys(note.source_number for note in document.notes))
    assert by_note == [entry.number for entry in document.sources] == list(range(1, 5))


def test_the_same_sentence_twice_is_one_note(make):
    document = make()
    numbers = [n for b in document.blocks for row in lines(b) for n in cited(row)]
    assert len(numbers) > len(set(numbers)), "the matter cites a sentence in two sections"


def parts(block):
    """Yield what must be cited each on its own."""
    match block:
        case Paragraph():
            yield block.inlines
        case Quotation():
            yield (*block.inlines, *block.attribution)
        case ItemList():
            yield from block.items
        case Table():
            for row in block.rows:
                yield tuple(inline for cell in row for inline in cell)
        case Chronology():
            yield from (entry.inlines for entry in block.entries)
        case Heading() | Remark() | Slot():
            return


def test_every_block_about_the_matter_bears_a_cite(make, phrases):
    every = Template("all", "All", "All", tuple(TemplateSection(s, s) for s in SECTIONS))
    choice = briefing()
    document = compose(select(evidence(), choice), choice, every, phrases)
    checked = 0
    for name in set(SECTIONS) - set(SLOTS):
        blocks = section_of(document, name.replace("_", "-"))
        assert blocks, name
        for block in blocks:
            for part in parts(block):
                assert cited(part), line(part)
                checked += 1
    assert checked > 40


def test_words_before_a_cite_in_lists_are_the_sources_words(make):
    document = make()
    notes = {note.number: note for note in document.notes}
    texts = {source.id: " ".join(source.text.split()) for source in evidence().sources}
    checked = 0
    for block in document.blocks:
        items = list(lines(block)) if isinstance(block, ItemList | Chronology) else []
        for item in items:
            at = next(i for i, inline in enumerate(item) if isinstance(inline, Cite))
            words = item[at - 1]
            assert isinstance(words, Text)
            source = texts[notes[item[at].numbers[0]].source]
            for piece in words.text.replace("[…]", "…").split("…"):
                # A mark that a trimming cut off is set again; all else is in the Source.
                bare = piece.strip().strip('"')
                assert bare in source
                checked += bool(bare)
    assert checked > 12


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
        text = as_text(make(replace(material, statements=(*rest, changed))))
        assert f"**Karsia** {words}: Karsia supports" in text
        assert f"(28 April 2031, {words}): Karsia supports" in text

    spoken("urged", "urged")
    for unfit in ("according to", "adding", ":", "", "said at a long press conference"):
        spoken(unfit, "holds the view")


def test_slots_show_what_the_analyst_typed(make):
    slots = {b.key: b for b in make().blocks if isinstance(b, Slot)}
    assert slots["press_line"].text == 'We go to Halden in "good heart".'
    assert slots["objectives"].text == ""
    assert slots["objectives"].prompt.endswith("?")


def test_sections_left_out_vanish(make):
    document = make(choice=briefing(left_out=("matrix", "press_line")))
    anchors = {b.anchor for b in document.blocks if isinstance(b, Heading) and b.level == 1}
    assert {"matrix", "press-line"}.isdisjoint(anchors)
    assert "positions" in anchors
    assert not any(isinstance(b, Slot) and b.key == "press_line" for b in document.blocks)


def test_a_section_that_is_not_optional_stays(phrases):
    rows = (TemplateSection("background", "Background", optional=False),)
    choice = briefing(left_out=("background",))
    template = Template("t", "T", "T", rows)
    document = compose(select(evidence(), choice), choice, template, phrases)
    assert any(isinstance(block, Chronology) for block in document.blocks)


def test_nothing_found_is_said_and_no_heading_stands_empty(make):
    bare = replace(evidence(), statements=(), agreements=(), disputes=(), divergences=())
    document = make(bare, briefing(issues=()))
    headings = [b.anchor for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    for name in headings:
        assert section_of(document, name), name
    assert line(section_of(document, "agreements")[0].inlines).startswith("No agreement")
    assert [type(b) for b in section_of(document, "disputes")] == [Remark]
    assert [type(b) for b in section_of(document, "matrix")] == [Remark]


def test_front_block_says_only_what_is_known(make):
    document = make()
    assert document.title == "Summit at Halden"
    labels = dict(document.facts)
    assert labels["Meeting"] == "Second round"
    assert labels["Information from"] == "28 April – 5 May 2031"
    assert labels["Basis"] == f"4 sources, {len(document.notes)} cited sentences"
    assert "Prepared by" not in labels
    assert document.marking == "FOR OFFICIAL USE"


def test_gaps_name_the_silent_sides_and_what_was_lost(make):
    choice = briefing(events=(SUMMIT, EventId("gone")), issues=(FISHING, BRIDGE, IssueId("lost")))
    text = "\n".join(line(b.inlines) for b in section_of(make(choice=choice), "gaps"))
    assert "No statement by Vestria or Karsia on Halden bridge was found" in text
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


def test_a_finding_that_cites_nothing_is_refused(make):
    material = evidence()
    broken = Citation(material.sources[0].id, SentenceId("nowhere"))
    events = tuple(replace(e, sources=(broken,)) for e in material.events)
    with pytest.raises(ComposeError, match="not in the library"):
        make(replace(material, events=events))


def test_an_unknown_section_is_refused(phrases):
    template = Template("t", "T", "T", (TemplateSection("nonesuch", "None"),))
    with pytest.raises(TableError, match="nonesuch"):
        compose(select(evidence(), briefing()), briefing(), template, phrases)


def test_long_lists_are_cut_and_the_rest_counted(make):
    material = evidence()
    first = next(s for s in material.statements if s.id == "t08")
    many = tuple(
        replace(first, id=f"x{n:02}", speaker=None, speaker_text=f"Envoy {n}") for n in range(12)
    )
    document = make(replace(material, statements=(*material.statements, *many)))
    text = as_text(document)
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


def test_too_many_parties_leave_the_matrix_to_those_who_meet(make):
    blocks = section_of(make(with_envoys(evidence(), 3)), "matrix")
    assert [line(cell) for cell in blocks[0].head] == ["Issue", "Ostmark", "Vestria"]
    assert line(blocks[-1].inlines).startswith("4 more parties speak")


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
