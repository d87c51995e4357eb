"""RTF cut into its tokens: braces, control words and symbols, bytes of text (RTF 1.9.1)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2}){1,2000})|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+|.",
    re.DOTALL,
)


class Token(NamedTuple):
    """A control word with its number, or a symbol or brace, or bytes that stand for characters."""

    word: str = ""
    number: int | None = None
    symbol: bytes = b""
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Give the tokens in order; raw data are passed over. Any bytes have some."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            count = int(number) if number else None
            if word == b"bin":
                at += max(0, count or 0)
            else:
                yield Token(word=word.decode("ascii"), number=count)
        elif code is not None:
            yield Token(text=bytes.fromhex(code.replace(b"\\'", b"").decode("ascii")))
        elif symbol is not None or brace is not None:
            yield Token(symbol=brace or b"\\" + symbol)
        elif text is not None:
            yield Token(text=text)
