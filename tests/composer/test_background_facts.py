"""What the sides did, as dated entries of the background: the surest, and none twice."""

import datetime as dt
from dataclasses import replace

from material import evidence
from material_statements import KARSIA, OSTMARK, VESTRIA
from material_texts import telling
from readable import line, section_of

from briefing.document.blocks import Chronology
from briefing.model.facts import Fact, FactKind, FactSpans
from briefing.model.findings import Precision
from briefing.model.ids import FactId

YEAR = (dt.date(2011, 1, 1), dt.date(2011, 12, 31))
# A sentence that no Event and no Agreement of the matter tells.
WORDS = "Vestria heard the charge that its boats broke the rules"


def fact(id_="f1", source="s1", words=WORDS, **changes):
    place = telling(source, words)
    made = Fact(
        id=FactId(id_),
        source=place.source,
        sentence=place.sentence,
        kind=FactKind.AGREE,
        actors=(OSTMARK,),
        targets=(VESTRIA,),
        start=YEAR[0],
        end=YEAR[1],
        precision=Precision.YEAR,
        cue="heard",
        confidence=0.8,
        spans=FactSpans((), (), ()),
    )
    return replace(made, **changes)


def entries(make, *facts):
    document = make(replace(evidence(), facts=facts))
    (chronology,) = (b for b in section_of(document, "background") if isinstance(b, Chronology))
    return [(entry.when, line(entry.inlines)) for entry in chronology.entries]


def test_a_fact_stands_in_its_own_words_at_its_date(make):
    before = entries(make)
    after = entries(make, fact())
    (added,) = [row for row in after if row[0] == "2011"]
    assert added[1].startswith(WORDS)
    assert added[1].endswith("]")  # its note
    assert len(after) == len(before) + 1


def test_what_is_unsure_undated_or_with_outsiders_is_left_out(make):
    facts = (
        fact("f1", confidence=0.6),
        fact("f2", start=None, end=None, precision=Precision.UNKNOWN),
        fact("f3", targets=(KARSIA,)),
        fact("f4", kind=FactKind.DISAPPROVE),
    )
    assert entries(make, *facts) == entries(make)


def test_what_an_event_tells_is_not_told_again(make):
    told = fact("f1", "s2", "received President Ada Mirel for talks")
    assert entries(make, told) == entries(make)


def test_one_fact_a_sentence_the_surest(make):
    surer = fact("f1", confidence=0.9, start=dt.date(2010, 1, 1), end=dt.date(2010, 12, 31))
    dates = [when for when, _ in entries(make, fact("f2"), surer)]
    assert "2010" in dates
    assert "2011" not in dates
