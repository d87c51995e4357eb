"""Names for the keys of records, so that mypy tells a Source's key from an Event's.

An id is a plain string. It is made from the bytes or the words it stands for, never from a counter
or a clock: the same bytes give the same ids, in any order of input, on any machine.
"""

import hashlib
from typing import NewType

SourceId = NewType("SourceId", str)
PassageId = NewType("PassageId", str)
SentenceId = NewType("SentenceId", str)
ActorId = NewType("ActorId", str)
EventId = NewType("EventId", str)
IssueId = NewType("IssueId", str)
StatementId = NewType("StatementId", str)
AgreementId = NewType("AgreementId", str)
FactId = NewType("FactId", str)
DisputeId = NewType("DisputeId", str)
DivergenceId = NewType("DivergenceId", str)
GroupId = NewType("GroupId", str)
BriefingId = NewType("BriefingId", str)
UnreadId = NewType("UnreadId", str)


def digest(*parts: object, length: int = 12) -> str:
    """Return the first hexadecimal digits of the SHA-256 of the parts."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:length]
