"""Sources that are one report twice."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

from briefing.model.findings import Group, GroupKind
from briefing.model.ids import GroupId, SourceId, digest
from briefing.model.source import SET_ASIDE, Source


def groups(sources: Iterable[Source]) -> tuple[Group, ...]:
    """Return the Sources whose text is the same but for spacing, case and what is set aside."""
    same: dict[str, list[SourceId]] = defaultdict(list)
    for source in sources:
        body = " ".join(
            source.text[p.start : p.end] for p in source.passages if p.kind not in SET_ASIDE
        )
        words = re.sub(r"\W+", " ", body.lower()).strip()
        same[hashlib.sha256(words.encode()).hexdigest()].append(source.id)
    found = [tuple(sorted(ids)) for ids in same.values() if len(ids) > 1]
    return tuple(
        Group(GroupId(f"group-{digest(*ids)}"), GroupKind.SAME_REPORT, ids) for ids in sorted(found)
    )
