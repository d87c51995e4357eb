"""The menus of sites in one line, between marks or as nothing but a menu's words."""

import re

from briefing.ingest.lexicon import boilerplate, fold
from briefing.ingest.shapes import ends_like_sentence, word_count

_LONGEST = 120
# "Home · World · Login": the marks stand in text too, so that a menu's own words are needed.
_MARK = re.compile(r"\s*[|·•]\s*|\s+/\s+")
_FEWEST_PARTS = 3
_LONGEST_PART = 3


def is_menu_line(text: str) -> bool:
    """Tell whether a line is a menu: short labels between marks, or nothing but a menu's words."""
    if len(text) > _LONGEST or ends_like_sentence(text):
        return False
    lists = boilerplate()
    known = lists.lines | lists.shy_lines | lists.menu_words
    parts = [part for part in _MARK.split(text) if part]
    if len(parts) >= _FEWEST_PARTS:
        short = all(part[0].isalpha() and word_count(part) <= _LONGEST_PART for part in parts)
        return short and 2 * sum(fold(part) in known for part in parts) >= len(parts)
    words = text.split()
    return len(words) >= _FEWEST_PARTS and all(fold(word) in known for word in words)
