"""Evidence as JSON, the machine-readable face of the program (docs/evidence.md)."""

import re
from typing import Any

import msgspec

from briefing.model.evidence import EVIDENCE_VERSION, Evidence
from briefing.model.people import Actor
from briefing.model.source import Source

# What a terminal would obey, or would show in another order than it stands in: written as escapes,
# which JSON gives the same meaning.
_OBEYED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def encode(evidence: Evidence) -> bytes:
    """Return one JSON object; the same Evidence gives the same bytes."""
    plain = _plain(evidence).decode()
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", plain).encode()


def _plain(evidence: Evidence) -> bytes:
    return msgspec.json.encode(
        {
            "version": EVIDENCE_VERSION,
            "sources": [_source(s) for s in evidence.sources],
            "actors": [_actor(a) for a in evidence.actors],
            "events": evidence.events,
            "issues": [{"id": i.id, "label": i.label} for i in evidence.issues],
            "statements": evidence.statements,
            "agreements": evidence.agreements,
            "disputes": evidence.disputes,
            "divergences": evidence.divergences,
            "groups": evidence.groups,
            "facts": evidence.facts,
            "likenesses": evidence.likenesses,
        }
    )


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "published_basis": source.published_basis,
        "published_from": source.published_from,
        "published_until": source.published_until,
        "authors": source.authors,
        "kind": source.kind,
        "language": source.language,
        "url": source.url,
        "notices": source.notices,
        "text": source.text,
        "passages": source.passages,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "party": actor.party,
        "aliases": actor.aliases,
        "offices": [{"title": o.title, "from": o.since, "to": o.until} for o in actor.offices],
    }
