"""The text of an RTF as it is printed: insertions in; deletions, codes, hidden text out."""

from collections.abc import Callable
from dataclasses import replace

from briefing.ingest.raw import RawBlock
from briefing.ingest.readers.office.rtf_state import DEFAULT_PAGES, Pages, RtfStyle, State
from briefing.ingest.readers.office.rtf_stories import Telling
from briefing.ingest.readers.office.rtf_tokens import Token, tokens
from briefing.ingest.readers.office.story import BLOCK_END, LINE_END

# Groups with nothing in them for a reader; those marked with "\*" are, unless they stand below.
_SKIPPED = frozenset((
    "colortbl", "filetbl", "pict", "fldinst", "shprslt", "sp", "xe", "tc", "rxe", "txe",
    "bkmkstart", "bkmkend", "nonesttables", "template", "private", "objdata", "objclass",
    "objname", "listtable", "listoverridetable", "revtbl", "rsidtbl", "mmath", "ftnsep",
    "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn", "listname", "datafield", "formfield",
))  # fmt: skip
_STARRED = frozenset((
    "shpinst", "do", "ud", "nesttableprops", "annotation", "shptxt", "dptxbxtext", "footnote",
))  # fmt: skip
_RUNNING = frozenset(place + page for place in ("header", "footer") for page in ("", "l", "r", "f"))
_BOXES = frozenset(("shptxt", "dptxbxtext"))
_TABLES = ("fonttbl", "stylesheet", "info")
_MUTED = ("shpinst", "do", "upr")
_INFORMATION = frozenset(("title", "author", "creatim", "revtim"))
_SAID = {
    "tab": " ", "line": LINE_END, "lbr": LINE_END, "page": BLOCK_END, "column": BLOCK_END,
    "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d",
    "zwnj": "\u200c",
}  # fmt: skip
_SYMBOLS = {b"\\~": " ", b"\\_": "-"}
_LITERAL = frozenset((b"\\\\", b"\\{", b"\\}"))
_MOST_STORIES = 20_000
_DEEPEST = 5000
_LONGEST_FIELD = 2000
_HIGH, _LOW, _PRIVATE = range(0xD800, 0xDC00), range(0xDC00, 0xE000), range(0xE000, 0xF900)


class RtfText:
    """The blocks of a document by the name of their story, and the fields of its information.

    The stories are "text", "footnotes", "endnotes", "comments" and "running".
    """

    def __init__(self, data: bytes) -> None:
        self.fields: dict[str, str] = {}
        self.days: dict[str, dict[str, int]] = {}
        self._pages = Pages()
        self._styles: dict[int, RtfStyle] = {}
        self._style = 0  # the one that the table of styles is at
        self._tellings = [Telling("text")]
        self._state = State()
        self._groups: list[State] = []
        self._deeper = 0  # groups that are open beyond the deepest that is heeded
        self._starred = False
        self._left = 0  # characters still to pass over, which stand in for one of Unicode
        self._high = 0
        self._bytes: list[bytes] = []
        self._words = self._table()
        for token in tokens(data):
            self._take(token)
        self._flush()
        self._deeper = 0
        while self._groups:
            self._close_group()
        for telling in self._tellings:
            telling.settle()

    def blocks(self, name: str) -> tuple[RawBlock, ...]:
        """Return the blocks of all stories of a name, in order."""
        found = (each.story.blocks for each in self._tellings if each.name == name)
        return tuple(block for blocks in found for block in blocks)

    def _table(self) -> dict[str, Callable[[str, int | None], None]]:
        """Return what each control word does that does anything here."""
        return {
            **dict.fromkeys(_SKIPPED, lambda _, __: self._set(skipped=True)),
            **dict.fromkeys(_RUNNING, lambda _, __: self._begin("running")),
            **dict.fromkeys(_BOXES, lambda _, __: self._begin("box")),
            **dict.fromkeys(_SAID, lambda word, _: self._say(_SAID[word])),
            **dict.fromkeys(_INFORMATION, lambda word, _: self._inform(word)),
            **dict.fromkeys(("yr", "mo", "dy"), self._date),
            **dict.fromkeys(("listtext", "pntext"), lambda _, __: self._list_mark()),
            **dict.fromkeys(("par", "sect"), lambda _, __: self._end_paragraph()),
            **dict.fromkeys(("deleted", "mvf"), lambda _, on: self._set(deleted=on != 0)),
            **dict.fromkeys(("cell", "nestcell"), lambda word, _: self._end_cell(word)),
            **dict.fromkeys(("row", "nestrow"), lambda word, _: self._end_row(word)),
            **dict.fromkeys(_TABLES, lambda word, _: setattr(self._state, "place", word)),
            **dict.fromkeys(_MUTED, lambda _, __: self._set(muted=True)),
            **dict.fromkeys(DEFAULT_PAGES, lambda word, _: self._pages.set_default(word)),
            "ansicpg": lambda _, page: self._pages.set_default(page or 0),
            "ud": lambda _, __: self._set(muted=False),
            "footnote": lambda _, __: self._begin("footnotes"),
            "ftnalt": lambda _, __: self._is_endnote(),
            "annotation": lambda _, __: self._begin("comments"),
            "u": lambda _, code: self._unicode(code or 0),
            "uc": lambda _, count: self._set(fallback=max(0, min(9, count or 0))),
            "f": lambda _, font: self._set(font=font),
            "fcharset": lambda _, charset: self._charset(charset),
            "v": lambda _, on: self._set(hidden=on != 0),
            "plain": lambda _, __: self._set(hidden=False, font=None),
            "pard": lambda _, __: self._state.reset_paragraph(),
            "s": lambda _, key: self._take_style(key),
            "outlinelevel": lambda _, level: self._take_level(level),
            "ls": lambda _, key: self._set(listed=bool(key)),
            "intbl": lambda _, __: self._set(in_table=True),
            "itap": lambda _, count: self._set(nesting=max(0, count or 0)),
        }

    def _take(self, token: Token) -> None:
        if token.text:
            self._characters(token.text)
        elif token.word:
            self._word(token)
        elif token.symbol in _LITERAL:
            self._characters(token.symbol[1:])
        elif token.symbol == b"{":
            self._flush()
            self._left = 0
            self._open_group()
        elif token.symbol == b"}":
            self._flush()
            self._left = 0
            self._close_group()
        else:
            self._symbol(token.symbol)

    def _word(self, token: Token) -> None:
        self._flush()
        if self._left:
            self._left -= 1
            return
        starred, self._starred = self._starred, False
        if self._state.skipped:
            return
        if starred and token.word not in _STARRED:
            self._state.skipped = True
            return
        action = self._words.get(token.word)
        if action is not None:
            action(token.word, token.number)

    def _symbol(self, symbol: bytes) -> None:
        self._flush()
        if symbol == b"\\*":
            self._starred = True
        elif self._left:
            self._left -= 1
        elif symbol in {b"\\\n", b"\\\r"}:
            self._end_paragraph()
        else:
            self._say(_SYMBOLS.get(symbol, ""))

    def _characters(self, data: bytes) -> None:
        passed = min(self._left, len(data))
        self._left -= passed
        if not self._state.skipped:
            self._bytes.append(data[passed:])

    def _flush(self) -> None:
        if self._bytes:
            data = b"".join(self._bytes)
            self._bytes.clear()
            self._say(self._pages.decode(data, self._state.font))

    def _say(self, text: str) -> None:
        state = self._state
        if not text or state.skipped:
            return
        if state.place:
            self._collect(text)
        elif not (state.is_silent or state.hidden or state.deleted):
            self._tellings[state.story].say(text, state.depth, state.kind(self._styles))

    def _unicode(self, number: int) -> None:
        self._left = self._state.fallback
        code = number % 0x10000
        high, self._high = self._high, 0
        if code in _HIGH:
            self._high = code
        elif code in _LOW:
            self._say(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else "")
        else:
            self._say(" " if code in _PRIVATE else chr(code))

    def _collect(self, text: str) -> None:
        place = self._state.place
        if place == "stylesheet":
            style = self._styles.setdefault(self._style, RtfStyle())
            style.name = (style.name + text)[:_LONGEST_FIELD]
        else:
            self.fields[place] = (self.fields.get(place, "") + text)[:_LONGEST_FIELD]

    def _open_group(self) -> None:
        if len(self._groups) >= _DEEPEST:
            self._deeper += 1
            return
        self._groups.append(self._state)
        self._state = replace(self._state)
        if self._state.place == "stylesheet":
            self._style = 0

    def _close_group(self) -> None:
        self._starred = False
        if self._deeper:
            self._deeper -= 1
            return
        closed = self._state
        # A brace too many closes nothing.
        self._state = self._groups.pop() if self._groups else State()
        if closed.story != self._state.story:
            telling = self._tellings[closed.story]
            telling.settle()
            if telling.name == "box":
                self._tellings[self._state.story].story.attach(telling.story.blocks)

    def _set(self, **values: int | None) -> None:
        for name, value in values.items():
            setattr(self._state, name, value)

    def _begin(self, name: str) -> None:
        # A text box stands in no other.
        inner = name == self._tellings[self._state.story].name == "box"
        if len(self._tellings) < _MOST_STORIES and not inner:
            self._state.story = len(self._tellings)
            self._tellings.append(Telling(name))
        self._state.muted = False
        self._state.reset_paragraph()

    def _is_endnote(self) -> None:
        telling = self._tellings[self._state.story]
        if telling.name == "footnotes":
            telling.name = "endnotes"

    def _end_paragraph(self) -> None:
        # A paragraph whose end was deleted runs on into the next.
        if not (self._state.is_silent or self._state.deleted):
            self._tellings[self._state.story].end_paragraph()

    def _end_cell(self, word: str) -> None:
        if not self._state.is_silent:
            self._tellings[self._state.story].end_cell(self._depth(word, "cell"))

    def _end_row(self, word: str) -> None:
        if not self._state.is_silent:
            self._tellings[self._state.story].end_row(self._depth(word, "row"))

    def _depth(self, word: str, outermost: str) -> int:
        return 1 if word == outermost else max(2, self._state.depth)

    def _list_mark(self) -> None:
        self._state.skipped = True
        if self._groups:
            self._groups[-1].listed = True

    def _inform(self, word: str) -> None:
        if self._state.place == "info":
            self._state.place = word

    def _date(self, word: str, number: int | None) -> None:
        self.days.setdefault(self._state.place, {})[word] = number or 0

    def _charset(self, charset: int | None) -> None:
        if self._state.place == "fonttbl" and self._state.font is not None:
            self._pages.set_font(self._state.font, charset or 0)

    def _take_style(self, key: int | None) -> None:
        if self._state.place == "stylesheet":
            self._style = key or 0
        else:
            self._state.style = key or 0

    def _take_level(self, level: int | None) -> None:
        if self._state.place == "stylesheet":
            self._styles.setdefault(self._style, RtfStyle()).level = level
        else:
            self._state.level = level
