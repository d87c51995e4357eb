"""Measures the names that are read: persons, bodies, places and peoples, on re3d's reports.

Part of ``make bench``. What is compared are the words of each mention, as they stand in the text.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing.extraction.dates.dates import told_dates
from briefing.extraction.extract import Words
from briefing.extraction.names.mention_reader import MentionReader
from briefing.extraction.names.mentions import MentionKind
from briefing.extraction.names.people import Cast
from briefing.ingest.read import read
from briefing.model.source import Source

# The set's own types. A state is a place there, even where it acts.
_TYPES = {
    MentionKind.PERSON: "Person",
    MentionKind.BODY: "Organisation",
    MentionKind.PARTY: "Location",
    MentionKind.METONYM: "Location",
    MentionKind.PLACE: "Location",
    MentionKind.DEMONYM: "Nationality",
}


def entities(folder: Path, scorer: Path, given: Words) -> None:
    """Score the names of each report against the gold and print the figures."""
    gold = folder / "gold.jsonl"
    if not gold.is_file():
        print(f"entities: passed over, {gold} is not there")
        return
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    started, count = time.process_time(), 0
    answer = {}
    for row in rows:
        source = read((folder / row["file"]).read_bytes(), row["file"], as_is=True)
        answer[row["id"]] = {"entities": _entities(source, given)}
        count += len(source.text.split())
    seconds = time.process_time() - started
    with tempfile.TemporaryDirectory() as place:
        system = Path(place) / "system.json"
        system.write_text(json.dumps(answer), "utf-8")
        score = [sys.executable, str(scorer), str(gold), str(system)]
        told = subprocess.run(score, capture_output=True, text=True, check=True).stdout
    print(f"entities, {len(rows)} reports, {count / seconds:.0f} words per CPU second")
    print(told.rstrip())


def _entities(source: Source, given: Words) -> list[dict[str, str]]:
    parties = {party.id: party for party in given.reference.parties}
    cast = Cast(given.listed, given.roles, source.published)
    found = MentionReader(source, given.names, given.roles, parties, cast).read().found
    names = [
        {"type": _TYPES[m.kind], "value": source.text[m.span.start : m.span.end]} for m in found
    ]
    days = [
        source.text[date.span.start : date.span.end]
        for dates in told_dates(source).values()
        for date in dates
    ]
    return [*names, *({"type": "Temporal", "value": phrase} for phrase in days)]
