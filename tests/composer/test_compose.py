"""The whole way from Evidence to Document, on the made-up matter.

Set REWRITE_GOLDEN=1 to write the golden files anew, then read the difference before keeping it.
"""

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from material import briefing, evidence
from readable import as_text, line, section_of

from briefing.composer.compose import compose
from briefing.composer.dossier import select
from briefing.composer.registry import SECTIONS, SLOTS
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
from briefing.document.walk import cited, lines
from briefing.model.briefing import Dossier, Template, TemplateSection
from briefing.model.errors import ComposeError, TableError
from briefing.model.evidence import Evidence
from briefing.model.findings import Citation
from briefing.model.ids import SentenceId

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "composer"


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
    assert checked > 35


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
