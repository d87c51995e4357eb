"""Measures quality on the human-annotated sets beside the checkout (../shared/bench).

Run by ``make bench``. The sets stay where they are; one that is not there is passed over, by name.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import bench_actors
import bench_attribution
import bench_entities
import bench_html
import bench_reading
import bench_turns

from briefing.extraction.extract import Words, words
from briefing.ingest.tables import load_reference

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT.parent / "shared" / "bench"


def main() -> int:
    """Run each measurement whose set is there; with words, those named by them alone."""
    essays = SETS / "formats" / "formats"
    parts: dict[str, Callable[[], None]] = {
        "formats": lambda: bench_reading.formats(essays, SETS / "score_html.py"),
        "html": lambda: bench_html.html_pages(SETS),
        "speed": lambda: bench_reading.speed(essays),
        "hostile": lambda: bench_reading.hostile(SETS / "hostile"),
        "bulk": bench_reading.bulk,
        "attribution": lambda: bench_attribution.attribution(
            SETS / "attribution", ROOT / "resources" / "models", _given()
        ),
        "turns": lambda: bench_turns.turns(
            SETS / "transcripts" / "presspool", SETS / "score_attrib.py", _given()
        ),
        "actors": lambda: bench_actors.actors(
            SETS / "actors" / "plover.jsonl", SETS / "score_actors.py", _given()
        ),
        "entities": lambda: bench_entities.entities(
            SETS / "entities" / "re3d", SETS / "score_entities.py", _given()
        ),
    }
    for name in sys.argv[1:] or parts:
        parts[name]()
    return 0


def _given() -> Words:
    return words(ROOT / "resources" / "lexicons", load_reference(ROOT / "seeds" / "tables"))


if __name__ == "__main__":
    sys.exit(main())
