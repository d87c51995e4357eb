"""Reads interviews without labels: questions that stand as paragraphs, and whose answers follow."""

import re
from collections.abc import Iterator, Sequence

from briefing.model.source import SET_ASIDE, Passage, PassageKind, Source, Span

# "Interview with Foreign Minister Ana Silva on the fisheries talks".
_OPENING = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed)?(?: (?:with|of))?|[Cc]onversation with|[Qq]uestions (?:for|to)"
    r"|Q&A with)\s+(?P<who>[^.;:?!|–—\n]{4,110})"
)
_TOPIC = re.compile(r"\s(?:on|about|over|in|at|by|ahead|after|before|where|when|while)\s")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’\-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’\-]*)+")
_HEAD = 4  # passages from the beginning that may name who is interviewed
_LONGEST_QUESTION = 80  # words
_FEWEST = 3  # questions; a report may put one or two of its own
_SPEAKS = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b")


def answers(source: Source) -> tuple[Span, tuple[tuple[Passage, bool], ...]] | None:
    """Return who is interviewed, and the Passages that are asked (True) or answered; None if none.

    Only where the opening names one person as interviewed, and questions stand alone.
    """
    said = [p for p in source.passages if p.kind not in SET_ASIDE | {PassageKind.CAPTION}]
    who = _interviewed(source.text, said[:_HEAD])
    if who is None:
        return None
    turns = tuple(_turns(source.text, said))
    asked = sum(ask for _, ask in turns)
    own = sum(not ask and _speaks(source.text, p) for p, ask in turns)
    return (who, turns) if asked >= _FEWEST and own * 2 >= asked else None


def _interviewed(text: str, opening: Sequence[Passage]) -> Span | None:
    for passage in opening:
        match = _OPENING.search(text, passage.start, passage.end)
        if match is None:
            continue
        start, end = match.span("who")
        topic = _TOPIC.search(text, start, end)
        span = Span(start, topic.start() if topic else end)
        if _NAME.search(text, *span) is not None:
            return span
    return None


def _turns(text: str, said: Sequence[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Yield all from the first question on."""
    begun = False
    for passage in said:
        asked = _is_question(text, passage)
        begun = begun or asked
        if begun and (asked or passage.kind in {PassageKind.BODY, PassageKind.LIST}):
            yield passage, asked


def _is_question(text: str, passage: Passage) -> bool:
    words = text[passage.start : passage.end].rstrip(" ”\"'’*_)")
    return (
        words.endswith("?")
        and passage.kind is not PassageKind.TITLE
        and len(words.split()) <= _LONGEST_QUESTION
    )


def _speaks(text: str, passage: Passage) -> bool:
    return _SPEAKS.search(text, passage.start, passage.end) is not None
