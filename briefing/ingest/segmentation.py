"""Where sentences begin and end in a passage: own rules that know quotations, abbreviations."""

import re

from briefing.ingest.lexicon import abbreviations
from briefing.ingest.quotation import shelters
from briefing.model.source import Span

# A stop with the quotes, brackets and note marks that close after it.
_STOP = re.compile(r"([.!?…]+|[。！？｡]+)((?:[\"”’'»)\]」』）]|\[\d{1,3}\])*)")
_CJK_STOPS = "。！？｡"
_TOKEN = re.compile(r"[\w.&'’-]+$")
_WORD = re.compile(r"[\"“‘'«(\[]*([\w'’-]+)\s*([\w'’-]*)")
_OPENERS = "\"“‘'«([「『（¿¡"
_ENUMERATOR = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)?)$")
_INITIAL = re.compile(r"^(?:[A-Z]|[A-Z][a-z]?-[A-Z])$|^(?:[A-Z]\.)+[A-Z]$")
# "…？”记者问。", "…？」と記者が尋ねた。": who said what stood in the quotation.
_EAST_SPEECH = re.compile(
    r"[^。！？｡“「『，]{0,15}?(?:说|問|问|道|表示|称|答|指出|强调|說|稱|強調)(?:[，。：]|$)|(?:と|って)"
)
_SPEECH_WINDOW = 8
# As many characters around a stop decide; more would make a long passage slow.
_WINDOW = 200


def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of a passage, in order, without the spaces between them.

    Every character but white space lies in exactly one span. A multi-sentence quotation stays whole
    when it is well formed and either short or followed by its cue (“A. B,” he said.); text after
    the closing mark that begins in lower case belongs to the quoted sentence.
    """
    spans: list[Span] = []
    first = _STOP.search(text)
    if first is None or first.end() == len(text):  # most lines of a page
        _add(spans, text, 0, len(text))
        return tuple(spans)
    sheltered = shelters(text)
    start = 0
    following = 0
    for found in _STOP.finditer(text):
        while following < len(sheltered) and sheltered[following].end <= found.end(1):
            following += 1
        if following < len(sheltered) and sheltered[following].start <= found.start(1):
            continue
        if _ends_sentence(text, start, found):
            _add(spans, text, start, found.end())
            start = found.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped[0])
        spans.append(Span(first, first + len(stripped)))


def _ends_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    stop, closers = found.group(1), found.group(2)
    rest = text[found.end() : found.end() + _WINDOW]
    following = rest.lstrip()
    if not following or stop[0] in _CJK_STOPS:
        return not (closers and _EAST_SPEECH.match(following))
    if len(following) == len(rest) and not (closers and following[0] in "“«"):
        return False
    if _continues(following):
        return False
    if closers and stop[-1] in "!?":
        return not _speech_follows(following)
    if stop == "." and (not closers or closers[0] in ")]"):
        before = text[max(start, found.start() - _WINDOW) : found.start()]
        return _full_stop_ends(before, following)
    return True


def _continues(following: str) -> bool:
    """Tell whether what follows cannot begin a sentence: lower case, or a mark that goes on."""
    first = following.lstrip(_OPENERS)[:1] or following[:1]
    return first.islower() or first in ",;:"


def _speech_follows(following: str) -> bool:
    """Tell whether a short clause with a verb of speech follows: “Why now?” Minister Kim asked."""
    if following[0] in _OPENERS:
        return False
    clause = re.split(r"[.!?,“\"]", following, maxsplit=1)[0].split()
    return len(clause) <= _SPEECH_WINDOW and any(
        word in abbreviations().speech for word in clause[-3:]
    )


def _full_stop_ends(before: str, following: str) -> bool:
    """Judge a single full stop by the word that bears it and the words after it."""
    lists = abbreviations()
    if _ENUMERATOR.match(before):
        return False
    token_match = _TOKEN.search(before)
    token = token_match.group().lstrip("'’.-") if token_match else ""
    if token in lists.never_final:
        return False
    if token in lists.before_number and following.lstrip(_OPENERS)[:1].isdigit():
        return False
    if token in lists.may_end or _INITIAL.match(token):
        return _begins_sentence(following)
    return True


def _begins_sentence(following: str) -> bool:
    """Tell whether the words after an abbreviation begin a sentence for certain.

    They do with a word that is seldom a name (The, He), with an opening quote, and with a state
    that a verb follows ("arrived in the U.S. China protested").
    """
    lists = abbreviations()
    if following[0] in "“«":
        return True
    words = _WORD.match(following)
    if words is None:
        return False
    first, second = words.groups()
    if first in lists.starters:
        return True
    return first in lists.states and (second in lists.verbs or _is_past(second))


def _is_past(word: str) -> bool:
    return word.islower() and word.endswith("ed")
