"""What an office program writes of a document: a title and authors that are some, and its days."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.ingest.characters import one_line
from briefing.ingest.lexicon import fold
from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.readers.fields import as_date
from briefing.model.source import PassageKind

# Titles that a program gives where a person gave none: a file's name, a template's.
_NO_TITLE = re.compile(
    r"(?:document|dokument|documento|untitled|unknown(?: title)?|"
    r"unbenannt|sans titre|sin t[ií]tulo|без имени|문서|"
    r"제목 없음|文档|无标题|無題|(?:new )?(?:microsoft )?(?:office )?word document|title|titel|"
    r"normal|template|microsoft word)(?:[ _-]?\(?\d{0,3}\)?)"
    r"|microsoft word - .*|powerpoint presentation|.*\.(?:docx?|docm|dotx?|dotm|odt|ott|rtf|txt|"
    r"wpd|hwpx?|html?|pdf|tmp|indd)",
    re.IGNORECASE,
)
# Names that a program gives where no person gave one: its own, the computer's, the account's.
_NO_AUTHOR = re.compile(
    r"(?:python-docx|apache poi|docx4j|aspose.*|pandoc|libreoffice.*|openoffice.*|microsoft.*|"
    r"windows.*|mac(?:book.*|intosh)?|calibre.*|google docs|wps.*|hancom.*|un-?known.*|unbekannt|"
    r"user\s?\d*|usuario|utilisateur|benutzer|owner|admin\w*|author|root|guest|test|default|office|"
    r"pc|hp|dell|lenovo|asus|acer|samsung|사용자|관리자|用户|管理员|ユーザー|.*[ _-](?:user|pc)|"
    r"\W*|.*\.(?:exe|docx?))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[;；、]\s*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
# Clocks that were never set, and the template of python-docx, which everything it makes inherits.
_FIRST_YEAR = 1990
_INHERITED = dt.date(2013, 12, 23)
_TITLE_REACH = 12
_LONGEST = 2000
_LONGEST_TITLE = 400


def authors(*names: str | None) -> tuple[str, ...]:
    """Return the names of people and bodies in fields that may hold several, without doubles."""
    found = (
        one_line(each).strip(" ,")
        for name in names
        if name
        for each in _BETWEEN.split(name[:_LONGEST])
    )
    return tuple(dict.fromkeys(each for each in found if each and not _NO_AUTHOR.fullmatch(each)))


def title(value: str | None) -> str | None:
    """Return a title on one line, None where it is what a program writes for want of one."""
    line = one_line((value or "")[:_LONGEST])
    return None if not line or len(line) > _LONGEST_TITLE or _NO_TITLE.fullmatch(line) else line


def language(value: str | None) -> str | None:
    """Return the language of a tag such as "en-GB" as two or three small letters."""
    found = _LANGUAGE.match((value or "").strip())
    return found.group().lower() if found and found.group().lower() != "zxx" else None


def shown(*values: str | None) -> dt.date | None:
    """Return the latest day of those given, in ISO form; a clock that was not set counts not."""
    days = [as_date(value) for value in values]
    return max(
        (day for day in days if day and day.year >= _FIRST_YEAR and day != _INHERITED),
        default=None,
    )


def titled(
    blocks: Iterable[RawBlock], metadata: RawMetadata
) -> tuple[tuple[RawBlock, ...], RawMetadata]:
    """Return blocks and fields that agree on the title.

    The field counts where the text begins with it, or has no title of its own: it is often left
    over from the document that this one was made from. Of several lines marked as title the
    first remains one.
    """
    done = list(blocks)
    own = [at for at, block in enumerate(done) if block.kind is PassageKind.TITLE]
    said = _said(done, metadata.title)
    at = said if said is not None else min(own, default=None)
    for place in own:
        done[place] = replace(done[place], kind=PassageKind.HEADING)
    if at is None:
        return tuple(done), metadata
    done[at] = replace(done[at], kind=PassageKind.TITLE)
    return tuple(done), replace(metadata, title=done[at].text)


def _said(blocks: Sequence[RawBlock], said: str | None) -> int | None:
    if not said:
        return None
    wanted = fold(said)
    for at, block in enumerate(blocks[:_TITLE_REACH]):
        if block.kind is not PassageKind.BOILERPLATE and fold(block.text) == wanted:
            return at
    return None


def is_structured(blocks: Iterable[RawBlock]) -> bool:
    """Tell whether the format told title or headings, so that none need be guessed."""
    return any(block.kind in {PassageKind.TITLE, PassageKind.HEADING} for block in blocks)
