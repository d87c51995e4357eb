"""Where quotations and brackets stand in a passage, so that a sentence is not cut inside one.

Well formed is a quotation with an opening and a closing mark; a new opening “ closes the one before
it, which then counts as broken (pasted news text often lacks a closing mark).
"""

import re

from briefing.model.source import Span

# A quotation longer than this may be cut, unless words outside it end its sentence.
_LONG_QUOTE = 400
_LONGEST_QUOTE = 1500
_LONGEST_BRACKET = 300
_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』"}
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_MARKS = re.compile(f'["{"".join(_PAIRS)}{"".join(_PAIRS.values())}]')
_BRACKET_MARKS = re.compile(r"[()\[\]（）]")
_SPEECH_FOLLOWS = re.compile(
    r"\s*(?:[a-zа-я(—–-]|[^\s.!?。！？]+(?:\s+[^\s.!?。！？]+){0,5}[.!?]?\s*$)"
)


def shelters(text: str) -> tuple[Span, ...]:
    """Return the spans inside which no sentence ends: short or attributed quotations, brackets.

    They are in order and none lies in another. The offsets lie inside the marks, so that a stop
    before a closing mark is inside and what comes after the mark is outside.
    """
    found = [span for span in quotations(text) if _is_kept_whole(text, span)]
    outermost: list[Span] = []
    for span in sorted((*found, *_brackets(text)), key=lambda span: (span.start, -span.end)):
        if not outermost or span.end > outermost[-1].end:
            outermost.append(span)
    return tuple(outermost)


def quotations(text: str) -> tuple[Span, ...]:
    """Return the insides of well-formed quotations, outermost only, in order."""
    found: list[Span] = []
    opened: int | None = None
    closers = ""
    for mark in _MARKS.finditer(text):
        at, char = mark.start(), mark.group()
        if opened is not None and char in closers:
            found.append(Span(opened + 1, at))
            opened = None
        elif char == '"':
            if opened is None and _opens(text, at):
                opened, closers = at, '"'
        elif char in _PAIRS and (opened is None or char == "“"):
            opened, closers = at, _PAIRS[char]
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-:")


def _is_kept_whole(text: str, inside: Span) -> bool:
    length = inside.end - inside.start
    if length > _LONGEST_QUOTE:
        return False
    if length <= _LONG_QUOTE:
        return True
    ends_with_stop = text[inside.start : inside.end].rstrip()[-1:] in ".…。"
    return not ends_with_stop and _SPEECH_FOLLOWS.match(text, inside.end + 1) is not None


def _brackets(text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    opened: list[int] = []
    for mark in _BRACKET_MARKS.finditer(text):
        at, char = mark.start(), mark.group()
        if char in _BRACKETS:
            opened.append(at)
        elif opened and char == _BRACKETS[text[opened[-1]]]:
            start = opened.pop()
            if at - start <= _LONGEST_BRACKET:
                found.append(Span(start + 1, at))
    return tuple(found)
