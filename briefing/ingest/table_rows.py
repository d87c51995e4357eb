"""One row of a reference table: its fields, each checked, each mistake told with file and row."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from briefing.model.errors import TableError

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a row, the file it stands in, and its number there, from 1."""

    file: str
    number: int
    fields: Mapping[str, object]

    def text(self, field: str) -> str:
        """Return a field that must hold words. Raises TableError."""
        value = self.fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.mistake(field, "words in quotation marks", value)
        return value.strip()

    def optional_text(self, field: str) -> str | None:
        """Return a field that may be missing. Raises TableError."""
        return self.text(field) if field in self.fields else None

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of words, empty where the field is missing. Raises TableError."""
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.mistake(field, 'a list such as ["one", "two"]', value)
        return tuple(value)

    def date(self, field: str) -> dt.date | None:
        """Return a day, None where the field is missing. Raises TableError."""
        value = self.fields.get(field)
        if value is None:
            return None
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            raise self.mistake(field, "a day such as 2025-06-04, without quotation marks", value)
        return value

    def member(self, field: str, words: type[Word]) -> Word:
        """Return the member of a closed list that a field names. Raises TableError."""
        value = self.text(field)
        for word in words:
            if word.value == value:
                return word
        raise self.mistake(field, "one of " + ", ".join(words), value)

    def rows(self, field: str) -> tuple["Row", ...]:
        """Return the rows inside a field, none where it is missing. Raises TableError."""
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.mistake(field, 'a list such as [{ title = "President" }]', value)
        return tuple(Row(self.file, self.number, one) for one in value)

    def pairs(self, field: str) -> tuple[tuple[str, str], ...]:
        """Return the keys and words inside a field, in order. Raises TableError."""
        value = self.fields.get(field, {})
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise self.mistake(field, 'lines such as KOR = "the words"', value)
        return tuple(value.items())

    def only(self, *known: str) -> None:
        """Raise TableError for a field that no such row has: most often a slip of the pen."""
        for field in self.fields:
            if field not in known:
                raise TableError(
                    "In “{file}”, row {number} ({name}), there is a field “{field}” "
                    "that no such row has.",
                    f"The fields are: {', '.join(known)}.",
                    file=self.file,
                    number=self.number,
                    name=self._name(),
                    field=field,
                )

    def once(self, key: str, seen: set[str]) -> None:
        """Raise TableError where a folder has a row with this key already; else remember it."""
        if key in seen:
            raise TableError(
                "In “{file}”, row {number}, “{key}” stands for the second time.",
                "Give one of the two rows another id, or take it out.",
                file=self.file,
                number=self.number,
                key=key,
            )
        seen.add(key)

    def mistake(self, field: str, wanted: str, value: object) -> TableError:
        """Return the error that says which field of which row should hold what."""
        found = "nothing" if value is None else repr(value)
        return TableError(
            "In “{file}”, row {number} ({name}), the field “{field}” should be {wanted}; "
            "it is {found}.",
            "Mend the row and start again.",
            file=self.file,
            number=self.number,
            name=self._name(),
            field=field,
            wanted=wanted,
            found=found,
        )

    def _name(self) -> str:
        for field in ("id", "name", "title"):
            value = self.fields.get(field)
            if isinstance(value, str):
                return value
        return "without an id"
