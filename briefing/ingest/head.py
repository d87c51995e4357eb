"""Where the text of a document begins: after its title, its deck, its byline and its dates."""

import re
from collections.abc import Sequence

from briefing.ingest.bylines import is_byline, is_place_date, is_stamp
from briefing.ingest.dates import bare_date
from briefing.ingest.raw import RawBlock
from briefing.ingest.shapes import ends_like_sentence, is_body, is_teaser, word_count
from briefing.model.source import PassageKind

_TEXT = frozenset({None, PassageKind.BODY, PassageKind.LIST})
_DECK_REACH = 6
_SHORT_PARAGRAPH = 5
_NAME_OF_A_BODY = re.compile(
    r"(?:the\s+)?(?:(?:federal|royal|national|state|prime|general)\s+)?"
    r"(?:ministry|department|office|embassy|government|secretariat|(?:permanent\s+)?mission|"
    r"chancellery|directorate|delegation|press service|presidency|parliament)\s+(?:of|for|to)\s+.+",
    re.IGNORECASE,
)
_NAME_OF_A_PAPER = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w'’-]+\s+){0,3}(?:Times|Post|Courier|Daily|Herald|News|Tribune|Gazette|"
    r"Journal|Guardian|Observer|Chronicle|Telegraph|Mirror|Star|Sun|Globe|Standard|Review|Press|"
    r"Express|Monitor|Independent|Today|Agency|Bulletin|Dispatch|Examiner|Inquirer|Ledger)"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?"
)
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "to", "in", "on", "de", "du", "des", "der"})
_TELLS = re.compile(
    r"\b(?:says?|said|rejects?|calls?|urges?|denies|denied|condemns?|warns?|confirms?|announces?|"
    r"summons?|plans?|seeks?|agrees?|signs?|opens?|closes?|hits?|slams?|hails?|backs?|"
    r"accuses?|demands?|welcomes?|issues?|releases?|will|vows?|expels?|recalls?)\b",
    re.IGNORECASE,
)


def text_begins(blocks: Sequence[RawBlock]) -> int | None:
    """Return where the first paragraph of the text stands; None where there is no text.

    It is the first with some length; where all are short, the first whole sentence. A sentence
    that a byline or "published" follows before any other is the title's deck.
    """
    for fewest, is_paragraph in ((0, is_body), (_SHORT_PARAGRAPH, ends_like_sentence)):
        for at, block in enumerate(blocks):
            long_enough = block.kind in _TEXT and word_count(block.text) >= fewest
            if long_enough and is_paragraph(block.text) and not _is_deck(blocks, at):
                return at
    return None


def _is_deck(blocks: Sequence[RawBlock], at: int) -> bool:
    if not is_teaser(blocks[at].text):
        return False
    is_first = not any(block.kind in {*_TEXT, PassageKind.TITLE} for block in blocks[:at])
    for block in blocks[at + 1 : at + 1 + _DECK_REACH]:
        if block.kind in _TEXT and is_body(block.text):
            return False
        if is_byline(block.text):
            return True
        if is_stamp(block.text) or is_place_date(block.text):
            # A day alone may head a part of a chronicle.
            return is_first or (block.text[:1].isalpha() and bare_date(block.text) is None)
        if block.kind in _TEXT and ends_like_sentence(block.text):
            return False
    return False


def is_letterhead(text: str) -> bool:
    """Tell whether a line is nothing but the name of a ministry, an office, or a newspaper."""
    if _NAME_OF_A_PAPER.fullmatch(text):
        return True
    named = _NAME_OF_A_BODY.fullmatch(text) is not None and _TELLS.search(text) is None
    words = (word for word in text.split() if word.casefold() not in _SMALL_WORDS)
    return named and all(not word[0].islower() for word in words)
