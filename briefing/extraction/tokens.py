"""Cuts text into tokens that keep their offsets."""

import re
from dataclasses import dataclass

OPENING_QUOTES = "“«„"
CLOSING_QUOTES = "”»"
QUOTES = OPENING_QUOTES + CLOSING_QUOTES + '"'

_TOKEN = re.compile(
    r"""
    (?!vs\.)[a-z]+(?![\w’'-])                 # plain words, which are most: asked first for speed
  | (?:[A-Z]\.){2,}(?:[A-Z](?![a-z]))?      # U.S., U.N.S.C
  | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|St|Jr|Sr|No|vs|Amb|Adm|Maj|Brig|Hon|Rev)\.
  | [A-Z]\.(?=\s+[A-Z]) | [A-Z][a-z]{0,4}\.(?=,|\s+[a-z])   # initials and "Fla.," inside a sentence
  | \d+(?:[.,:]\d+)*%?                       # 1,200  3.5  18:30
  | [’']s\b | n[’']t\b                       # the clitics stand alone
  | [^\W\d_]+(?:-[^\W_]+)*(?:[’'](?!s\b)[^\W\d_]+)?   # words, with inner hyphens and apostrophes
  | \w+
  | '{2,3}|``
  | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; offsets are into the whole text.

    ``lower`` is for look-ups: in small letters, with a plain apostrophe.
    """

    text: str
    start: int
    end: int
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of ``text[start:end]``, with offsets into the whole text."""
    stop = len(text) if end is None else end
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, stop):
        token = match.group()
        begin, finish = match.span()
        found.append(Token(token, begin, finish, token.lower().replace("’", "'")))
    return tuple(found)
