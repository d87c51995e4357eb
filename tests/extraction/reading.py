"""Reads a text of a test's own through the real rooms, with the bundled tables and word lists."""

import datetime as dt
from functools import cache

from briefing import paths
from briefing.extraction.extract import Words, extract, words
from briefing.ingest.read import read
from briefing.ingest.tables import load_reference
from briefing.model.evidence import SourceFindings
from briefing.model.findings import Statement
from briefing.model.source import Source


@cache
def given() -> Words:
    return words(paths.RESOURCES / "lexicons", load_reference(paths.SEEDS / "tables"))


def source(text: str, published: str | None = None, name: str = "report.txt") -> Source:
    day = dt.date.fromisoformat(published) if published else None
    return read(text.encode(), name, published=day, as_is=True)


def findings(text: str, published: str | None = None, name: str = "report.txt") -> SourceFindings:
    return extract(source(text, published, name), given())


def said(text: str, published: str | None = None) -> list[Statement]:
    """Return the Statements in the order of the text."""
    found = findings(text, published).statements
    return sorted(found, key=lambda s: (s.spans.content[0], s.spans.cue, s.party or ""))


def only(text: str, published: str | None = None) -> Statement:
    found = said(text, published)
    assert len(found) == 1, [(s.speaker_text, s.cue, s.content) for s in found]
    return found[0]
