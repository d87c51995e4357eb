"""Source words for printing: whole sentences, or contents trimmed at places marked "…" or "[…]"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefing.composer.context import Context, Place
from briefing.model.findings import Citation, Statement
from briefing.model.ids import SourceId
from briefing.model.source import Source, Span

ELLIPSIS = "…"
OMISSION = "[…]"

# Fewer words seldom hold a finite clause: the whole sentence is printed instead of the fragment.
_CLAUSE_WORDS = 5
_LONGEST = 80
_OPENING = '"“‘«„('
_CLOSING = '"”’»)'
_WORD = re.compile(r"[\w']+")
_PAIRS = (("“", "”"), ("«", "»"))


def sentence_words(context: Context, citation: Citation) -> str:
    """Return the Sentence word for word, its line breaks and runs of spaces made one space."""
    place = context.place(citation)
    return _flat(place.source.text[place.sentence.start : place.sentence.end])


def statement_words(context: Context, statement: Statement, limit: int = _LONGEST) -> str:
    """Return what was said, in the Source's words, at most ``limit`` words.

    The content alone where that is safe; else the whole Sentence.
    """
    own = Citation(statement.source, statement.sentence)
    key = (own, statement.spans.content, limit)
    if key not in context.worded:
        words = (
            sentence_words(context, own)
            if is_whole(context, statement)
            else _trimmed(context.sources[statement.source], statement)
        )
        context.worded[key] = balanced(shorten(words, limit))
    return context.worded[key]


def is_whole(context: Context, statement: Statement) -> bool:
    """Tell whether the whole Sentence must stand for what was said.

    It must where the content is a fragment, and where a negation or a refusal stands outside the
    content: trimmed away ("denied that ..."), it would leave the opposite of what was said.
    """
    own = Citation(statement.source, statement.sentence)
    key = (own, statement.spans.content)
    if key not in context.wholes:
        content = _content(context.sources[statement.source], statement)
        context.wholes[key] = len(content.split()) < _CLAUSE_WORDS or negated_outside(
            context, context.place(own), _spans(statement)
        )
    return context.wholes[key]


def negated_outside(context: Context, place: Place, spans: Iterable[Span]) -> bool:
    """Tell whether a word that turns the meaning stands in the Sentence outside the spans."""
    text, sentence = place.source.text, place.sentence
    outside: list[str] = []
    at = sentence.start
    for span in sorted(spans):
        outside.append(text[at : min(span.start, sentence.end)])
        at = max(at, span.end)
    outside.append(text[at : sentence.end])
    rest = " ".join(outside).casefold().replace("’", "'")
    words = {word.strip("'") for word in _WORD.findall(rest)}
    turning = set(context.phrases.say("trimming.turning_words").split())
    return not words.isdisjoint(turning) or any(word.endswith("n't") for word in words)


def statement_citations(context: Context, statement: Statement) -> tuple[Citation, ...]:
    """Return the Sentences that the content stands in, and the one with the cue, in order."""
    own = Citation(statement.source, statement.sentence)
    found = {context.place(own).index: own}
    for citation in sentences_within(context, statement.source, _spans(statement)):
        found[context.place(citation).index] = citation
    return tuple(found[index] for index in sorted(found))


def sentences_within(
    context: Context, source: SourceId, spans: Iterable[Span]
) -> tuple[Citation, ...]:
    """Return the Sentences of a Source that share a character with one of the spans."""
    sentences = context.sentences[source]
    found: dict[Citation, None] = {}
    for span in spans:
        # Sentences follow one another, so the first that ends after the start is looked up.
        at = bisect_right(sentences, span.start, key=lambda s: s.end)
        while at < len(sentences) and sentences[at].start < span.end:
            found[Citation(source, sentences[at].id)] = None
            at += 1
    return tuple(found)


def joined_sentences(context: Context, citations: Iterable[Citation]) -> str:
    """Return whole Sentences of one Source, "[…]" where others stand between them."""
    words = ""
    last: int | None = None
    ordered = sorted(set(citations), key=lambda citation: context.place(citation).index)
    for citation in ordered:
        index = context.place(citation).index
        gap = "" if last is None else " " if index == last + 1 else f" {OMISSION} "
        words += gap + sentence_words(context, citation)
        last = index
    return balanced(words)


def shorten(words: str, limit: int) -> str:
    """Return at most ``limit`` words, cut at a comma where one is near, and "…" for the rest."""
    every = words.split()
    if len(every) <= limit:
        return words
    kept = every[:limit]
    for cut in range(limit, limit * 2 // 3, -1):
        if kept[cut - 1].endswith((",", ";", ":")):
            kept = kept[:cut]
            break
    return " ".join(kept).rstrip(",;:—–- ") + ELLIPSIS


def balanced(words: str) -> str:
    """Return the words with the quotation mark that a trimming cut off, at the start or the end."""
    for opening, closing in _PAIRS:
        words = opening * max(0, words.count(closing) - words.count(opening)) + words
        words += closing * max(0, words.count(opening) - words.count(closing))
    if words.count('"') % 2:
        first = words.index('"')
        opens = first == 0 or words[first - 1] in " (…"
        words = f'{words}"' if opens else f'"{words}'
    return words


def _trimmed(source: Source, statement: Statement) -> str:
    return _marked(source.text, _spans(statement), _content(source, statement))


def _content(source: Source, statement: Statement) -> str:
    pieces = [_piece(source.text, span) for span in _spans(statement)]
    return f" {OMISSION} ".join(piece for piece in pieces if piece)


def _spans(statement: Statement) -> tuple[Span, ...]:
    return tuple(sorted(statement.spans.content))


def _piece(text: str, span: Span) -> str:
    """Return one piece with the quotation marks and the full stop that touch it."""
    start, end = span
    while end < len(text) and text[end] in '.!?"”»' and not text[start:end].endswith((",", ";")):
        end += 1
    if start > 0 and text[start - 1] in '"“«„':
        start -= 1
    return _flat(text[start:end])


def _marked(text: str, spans: Sequence[Span], words: str) -> str:
    """Mark a start or an end that is not the start or end of what the Source says there."""
    first = words.lstrip(_OPENING)[:1]
    before = ELLIPSIS if first.islower() else ""
    bare = words.rstrip(_CLOSING)
    if bare.endswith((".", "!", "?", ELLIPSIS)):
        return before + words
    after = text[spans[-1].end :].lstrip(_CLOSING)[:1]
    tail = words[len(bare) :]
    # A comma before "he said" is the reporter's full stop: nothing of what was said is left out.
    ends_here = bare.endswith((",", ";")) or after in {",", ";", ".", "!", "?", "", "\n"}
    return before + bare.rstrip(",;: ") + ("" if ends_here else ELLIPSIS) + tail


def _flat(text: str) -> str:
    return " ".join(text.split())
