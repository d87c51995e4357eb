"""Who speaks: the answer that a speaker phrase is resolved to."""

from dataclasses import dataclass

from briefing.model.ids import ActorId


@dataclass(frozen=True, slots=True)
class Speaker:
    """``actor`` who spoke, ``party`` they spoke for, ``on_behalf`` of whom else they spoke.

    ``sides`` has both Parties when the phrase means both ("the two leaders").
    """

    actor: ActorId | None = None
    party: ActorId | None = None
    on_behalf: ActorId | None = None
    comments: bool = False
    sides: tuple[ActorId, ...] = ()
