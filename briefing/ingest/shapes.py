"""What a line looks like: a headline, running text, a cut-off teaser; by its shape alone."""

import re

_FINAL = re.compile(r"[.!?…。！？｡][\"”’'»)\]」』]*(?:\[\d{1,3}\])*$")
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LABEL = re.compile(r"^[\w.’' -]{2,40}:\s+\S")
_SMALL_WORD = 4
_HEADLINE_WORDS = 28
_HEADING_WORDS = 14
_TEASER_WORDS = 35
_BODY_WORDS = 14
# A Chinese or Japanese word has about two characters.
_CJK_WORD = 2


def word_count(text: str) -> int:
    """Return the number of words; two Chinese or Japanese characters count as one."""
    if text.isascii():
        return len(text.split())
    return len(_CJK.sub(" ", text).split()) + len(_CJK.findall(text)) // _CJK_WORD


def ends_like_sentence(text: str) -> bool:
    """Tell whether a final stop ends the line, closing quotes and brackets aside."""
    return _FINAL.search(text) is not None


def is_cut_off(text: str) -> bool:
    """Tell whether the line breaks off with dots, as teasers do."""
    return _CUT_OFF.search(text) is not None


def is_body(text: str) -> bool:
    """Tell whether the line is running text: ends like a sentence and has some length."""
    return word_count(text) >= _BODY_WORDS and ends_like_sentence(text) and not is_cut_off(text)


def is_headline(text: str) -> bool:
    """Tell whether the line could be a headline: no final stop, no lower-case start, not long."""
    first = text.lstrip("\"“‘'«「[(")[:1]
    return (
        bool(first)
        and not first.islower()
        and not text.startswith(("(", "["))
        and not text.endswith((",", ";", ":", "…", "..", "-", "–"))
        and not (ends_like_sentence(text) and not text.endswith("?"))
        and 2 <= word_count(text) <= _HEADLINE_WORDS
    )


def is_heading(text: str) -> bool:
    """Tell whether the line could be a heading inside an article.

    A short line without a final stop; a longer one, or a question, needs capitals like a title.
    """
    if _LABEL.match(text) and not capitalised(text):
        return False
    first = text.lstrip("\"“‘'«「")[:1]
    if (
        not first
        or first.islower()
        or text.startswith(("(", "["))
        or ends_like_sentence(text.rstrip("?"))
    ):
        return False
    if text.endswith((",", ";", "…", "-", "–")) or not any(char.isalpha() for char in text):
        return False
    words = word_count(text)
    if text.endswith("?") or words > _HEADING_WORDS:
        return words <= _HEADLINE_WORDS and capitalised(text)
    return True


def is_teaser(text: str) -> bool:
    """Tell whether the line could be the stub under a teaser headline: short, one sentence."""
    return word_count(text) <= _TEASER_WORDS and len(re.findall(r"[.!?]\s+[A-Z“\"]", text)) <= 1


def capitalised(text: str) -> bool:
    """Tell whether most of the longer words begin with a capital, as in English titles."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) >= _SMALL_WORD]
    capitals = sum(1 for word in words if word[0].isupper())
    return bool(words) and capitals >= 0.7 * len(words)
