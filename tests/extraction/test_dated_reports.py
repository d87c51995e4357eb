"""Whole reports of our own with every date marked: [[phrase|first day|last day]]; and no other."""

import datetime as dt
import re

import pytest

from briefing.extraction.dates.dates import told_dates
from tests.extraction.reading import source

_MARK = re.compile(r"\[\[(?P<phrase>[^|\]]+)\|(?P<start>[^|\]]+)(?:\|(?P<end>[^\]]+))?\]\]")

REPORTS = {
    # Thursday
    "ports": (
        "2027-03-18",
        """Uruguay and Argentina will reopen the Fray Bentos bridge to lorries \
[[on 5 April|2027-04-05]], their transport ministers said [[on Wednesday|2027-03-17]].

The bridge was closed [[in late January|2027-01-21|2027-01-31]] after a span of 64 metres had sunk \
by eleven centimetres. Engineers who measured it [[last week|2027-03-08|2027-03-14]] found that \
two of its 2,000 bolts were loose.

The ministers met in Colonia [[on Tuesday|2027-03-16]] and again [[the following day|2027-03-17]]. \
They had last seen each other [[in November|2026-11-01|2026-11-30]]. A joint commission, set up \
[[in 1975|1975-01-01|1975-12-31]], is to report [[by the end of June|2027-06-21|2027-06-30]], and \
the two presidents may meet [[later this year|2027-03-18|2027-12-31]].

"We lost a summer," said the mayor, who is 61. "May it be the last." The tolls of \
[[2026|2026-01-01|2026-12-31]] will not be repaid.""",
    ),
    # Monday
    "gas": (
        "2026-11-02",
        """Mozambique's energy minister will fly to Dodoma [[on Thursday|2026-11-05]] for two days \
of talks on the Rovuma gas field, her office announced [[on Sunday|2026-11-01]].

Tanzania stopped pumping [[on 28 October|2026-10-28]]. [[A day later|2026-10-29]] Mozambique \
recalled three of its engineers. Both steps came less than a year after the two had signed a \
memorandum, [[on 12 December last year|2025-12-12]].

Nobody expects a treaty before [[the second half of 2027|2027-07-01|2027-12-31]]. "We have waited \
since [[the 1990s|1990-01-01|1999-12-31]]," an official said. "We can wait until \
[[the spring|2027-03-01|2027-05-31]]." A first visit in six years by the Tanzanian president, \
planned for [[25-26 November|2026-11-25|2026-11-26]], would go ahead, he added.""",
    ),
    # Saturday
    "fence": (
        "2026-08-15",
        """Latvia said [[on Friday|2026-08-14]] that it would finish its border fence \
[[by 31 October|2026-10-31]], a year earlier than foreseen in the plan of \
[[March 2024|2024-03-01|2024-03-31]].

Belarus called that "theatre". [[Earlier this week|2026-08-10|2026-08-15]] its border guards had \
shown a film of 41 migrants, taken, they said, [[on the night of 3 August|2026-08-03]]; \
[[the previous month|2026-07-01|2026-07-31]] they had shown none.

The two have not held consultations since [[June 2021|2021-06-01|2021-06-30]]. Three rounds were \
proposed [[in the first quarter of this year|2026-01-01|2026-03-31]], and none took place. The \
next round of the commission falls [[in mid-September|2026-09-11|2026-09-20]], if it falls at \
all. The minister will answer questions [[on Monday|2026-08-17]].""",
    ),
    # Tuesday
    "fish": (
        "2027-02-09",
        """JAKARTA - Indonesia and Papua New Guinea [[on Monday|2027-02-08]] signed a treaty on \
tuna, ending talks that began [[in 2019|2019-01-01|2019-12-31]].

It enters into force [[on 1 July|2027-07-01]] and runs for ten years. The quota for \
[[2027/28|2027-01-01|2028-12-31]] is 90,000 tonnes; it will be reviewed \
[[in two weeks|2027-02-22|2027-02-28]], and again [[in May|2027-05-01|2027-05-31]].

The foreign ministers had initialled it [[on January 20|2027-01-20]]. \
[[Three days later|2027-01-23]] a trawler was fired on, and [[that month|2027-01-01|2027-01-31]] \
nobody spoke of fish. "[[Yesterday|2027-02-08]] was a good day," the envoy wrote \
[[this morning|2027-02-09]]. He leaves [[next month|2027-03-01|2027-03-31]].""",
    ),
    # Sunday
    "rail": (
        "2026-12-06",
        """Hungary's president arrives in Bratislava [[on Tuesday|2026-12-08]] for a state visit, \
the first since [[the autumn of 2022|2022-09-01|2022-11-30]].

The visit had been set for [[last April|2026-04-01|2026-04-30]] and was put off twice. \
[[On 24 November|2026-11-24]], a Tuesday, the Slovak parliament voted for the railway; \
[[over the weekend|2026-12-05|2026-12-06]] some 4,000 people marched against it.

A feasibility study, begun [[two years ago|2024-01-01|2024-12-31]], has 340 pages. Work could \
start [[early next year|2027-01-01|2027-04-30]] and end [[in 2031|2031-01-01|2031-12-31]]. The \
presidents will speak at noon [[on 9 December 2026|2026-12-09]], and a concert is planned for \
[[New Year's Eve|2026-12-31]].""",
    ),
    # history, not dated
    "history": (
        None,
        """The Treaty of the Two Rivers, [[1868|1868-01-01|1868-12-31]]

The quarrel over the delta began [[in the early 1850s|1850-01-01|1853-04-30]]. \
[[In May 1861|1861-05-01|1861-05-31]] a gunboat shelled the customs house. \
Soon the consul left.

[[On March 3, 1862|1862-03-03]], both fleets met off the cape. [[Two days later|1862-03-05]] an \
armistice was signed, which held until [[October|1862-10-01|1862-10-31]]. \
[[The following year|1863-01-01|1863-12-31]] brought a commission of twelve men, and \
[[in the summer of 1867|1867-06-01|1867-08-31]] a draft. It was signed \
[[on 9 June 1868|1868-06-09]]; ratifications followed [[on August 1|1868-08-01]] and it lapsed \
[[in 1911|1911-01-01|1911-12-31]].""",
    ),
}


def unmarked(marked: str) -> tuple[str, list[tuple[str, str, str]]]:
    """Return the plain text and its marked dates."""
    found = [(m["phrase"], m["start"], m["end"] or m["start"]) for m in _MARK.finditer(marked)]
    return _MARK.sub(r"\g<phrase>", marked), found


@pytest.mark.parametrize("name", REPORTS)
def test_every_date_of_a_report_and_no_other(name):
    published, marked = REPORTS[name]
    text, marks = unmarked(marked)
    read = source(text, published)
    found = [
        (read.text[d.span.start : d.span.end], str(d.start), str(d.end))
        for dates in told_dates(read).values()
        for d in dates
    ]
    assert [row[1:] for row in found] == [row[1:] for row in marks], found
    assert all(a in b or b in a for (a, *_), (b, *_) in zip(found, marks, strict=True))


def test_what_is_ahead_is_no_anchor_for_what_is_past():
    text = "The ministers met on Monday. The road opens on 1 May. They spoke the following day."
    read = source(text, "2027-03-18")
    days = [d.start for dates in told_dates(read).values() for d in dates]
    assert days == [dt.date(2027, 3, 15), dt.date(2027, 5, 1), dt.date(2027, 3, 16)]
