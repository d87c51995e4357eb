"""The room's door: bytes in, Sources out."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.ingest import metadata, publication
from briefing.ingest.authors import authors
from briefing.ingest.characters import one_line
from briefing.ingest.cleaning import clean, keep
from briefing.ingest.decoding import decode
from briefing.ingest.interval import interval
from briefing.ingest.language import language
from briefing.ingest.passages import passage
from briefing.ingest.placing import Placed, as_it_is, joined
from briefing.ingest.raw import Enclosed, RawDocument
from briefing.ingest.readers.judging import judge
from briefing.ingest.readers.registry import TEXT_KINDS, FileKind, reader
from briefing.ingest.source_kind import source_kind
from briefing.model.errors import BriefingError, Failure, SourceError
from briefing.model.ids import SourceId
from briefing.model.source import (
    SET_ASIDE,
    Original,
    Source,
)

_ID_LENGTH = 16
# A mail that answers a mail with a report attached has three levels.
_DEEPEST = 5
_MOST_ENCLOSED = 20_000


_Found = tuple[Source, Original] | Failure


@dataclass(frozen=True, slots=True)
class Contents:
    """What one file holds: Sources with their bytes, and the documents that could not be read.

    ``rest`` is the number of the enclosed document at which reading stopped, None at the end;
    ``count`` is how many lie in the file, not counting those that lie in them.
    """

    read: tuple[tuple[Source, Original], ...]
    failed: tuple[Failure, ...] = ()
    rest: int | None = None
    count: int = 0


def source_id(data: bytes) -> SourceId:
    """Return the id of the Source that the bytes are: the same bytes, the same Source."""
    return SourceId(hashlib.sha256(data).hexdigest()[:_ID_LENGTH])


def read_all(
    data: bytes,
    name: str,
    *,
    as_is: bool = False,
    published: dt.date | None = None,
    own: bool = True,
    start: int = 0,
    end: int | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> Contents:
    """Return the Source that the bytes hold, and those of the documents enclosed in it.

    Attachments and the files of an archive are Sources of their own; their path is ``name``, "/"
    and their own name. Nothing is raised: a document that cannot be read is among the failed.
    With ``start`` and ``end`` only the enclosed documents of these numbers are read, the file's own
    text only if ``own``; ``enough`` is asked after each whether to stop there.
    """
    found: list[_Found] = []
    of_itself, document = _own(data, name, as_is=as_is, published=published)
    if own:
        found += of_itself
    count = min(len(document.enclosed), _MOST_ENCLOSED)
    last = count if end is None else min(end, count)
    at = start
    while at < last and (at == start or not enough()):
        found += _inside(document.enclosed[at], name, published, depth=1)
        at += 1
    if own and count < len(document.enclosed):
        found.append(Failure(name, _too_many(name)))
    return Contents(
        tuple(each for each in found if not isinstance(each, Failure)),
        tuple(each for each in found if isinstance(each, Failure)),
        at if at < last else None,
        count,
    )


def read(
    data: bytes, name: str, *, as_is: bool = False, published: dt.date | None = None
) -> Source:
    """Return the Source that the bytes hold; the same bytes give the same Source.

    ``name`` is kept as the Source's path, and its ending helps where the content leaves the kind
    open. With ``as_is`` the text is the decoded file unchanged, its passages are its lines, and
    nothing is set aside but front matter. ``published`` overrules what the document says.
    Raises SourceError for no text, a kind that is not read, or bytes that are no characters.
    """
    source, _ = _document(data, name, as_is=as_is, published=published)
    if source is None:
        raise _no_text(name)
    return source


def _own(
    data: bytes, name: str, *, as_is: bool, published: dt.date | None
) -> tuple[tuple[_Found, ...], RawDocument]:
    """Return the Source of a file and what of the enclosed could not be had, and what was read."""
    try:
        source, document = _document(data, name, as_is=as_is, published=published)
    except SourceError as error:
        return (Failure(name, error),), RawDocument(())
    except Exception as error:  # noqa: BLE001 - what lies beside it is to be read all the same
        return (Failure(name, fault(name, error)),), RawDocument(())
    own = () if source is None else ((source, Original(id=source.id, name=name, data=data)),)
    lost = tuple(Failure(f"{name}/{lost.path}", lost.error) for lost in document.failed)
    return (*own, *lost), document


def _inside(
    enclosed: Enclosed, holder: str, published: dt.date | None, *, depth: int
) -> Iterator[_Found]:
    """Yield the Source of an enclosed document, and those of what is enclosed in it."""
    name = f"{holder}/{one_line(enclosed.name)}"
    if depth > _DEEPEST:
        yield Failure(name, _too_deep(name))
        return
    own, document = _own(enclosed.data, name, as_is=False, published=published)
    yield from own
    for inner in document.enclosed:
        yield from _inside(inner, name, published, depth=depth + 1)


def _document(
    data: bytes, name: str, *, as_is: bool, published: dt.date | None
) -> tuple[Source | None, RawDocument]:
    """Return the Source, None where there are only enclosed documents, and what was read."""
    kind = judge(data, name)
    if as_is:
        document, text, placed = _kept(data, kind, name)
    else:
        document = _parsed(kind, data, name)
        text, placed = joined(clean(document))
    if not any(each.block.text.strip() for each in placed):
        if document.enclosed or document.failed:
            return None, document
        raise _no_text(name)
    return _source(data, name, document, text, placed, published), document


def _parsed(kind: FileKind, data: bytes, name: str) -> RawDocument:
    try:
        return reader(kind)(data, name)
    except BriefingError:
        raise
    except MemoryError as error:
        raise fault(name, error) from error
    except Exception as error:
        raise SourceError(
            "“{name}” could not be read: it is damaged, or written in a way that is not known "
            "({reason}).",
            "Open it in the program that it was made with, save it again, and read that.",
            name=name,
            reason=type(error).__name__,
        ) from error


def _source(
    data: bytes,
    name: str,
    document: RawDocument,
    text: str,
    placed: Sequence[Placed],
    given: dt.date | None,
) -> Source:
    blocks = tuple(each.block for each in placed)
    source = source_id(data)
    bounds = interval(blocks, document.metadata, given or document.metadata.published)
    date, basis = publication.published(blocks, document.metadata, given, bounds)
    first, last = bounds if date is None else (None, None)
    heading = metadata.title(blocks, document.metadata, name)
    return Source(
        id=source,
        path=name,
        title=heading,
        publisher=publication.publisher(blocks, document.metadata),
        published=date,
        published_basis=basis,
        kind=source_kind(blocks, document.metadata, heading),
        language=document.metadata.language or _language(placed),
        url=document.metadata.url or _address(name),
        text=text,
        passages=tuple(passage(source, each) for each in placed),
        authors=authors(blocks, document.metadata),
        published_from=first,
        published_until=last,
        notices=document.notices,
    )


def _kept(data: bytes, kind: FileKind, name: str) -> tuple[RawDocument, str, tuple[Placed, ...]]:
    """Return the text unchanged, its lines as passages; front matter is read and set aside."""
    if kind not in TEXT_KINDS:
        raise SourceError(
            "“{name}” is no text file, so that it cannot be taken as it is.",
            "Read it without --as-is.",
            name=name,
        )
    fields = reader(kind)(data, name) if kind is FileKind.MARKDOWN else RawDocument(())
    decoded = decode(data, name, repair=False)
    lines = as_it_is(decoded.text, fields.front_lines)
    kinds = keep(RawDocument(tuple(line.block for line in lines)))
    placed = tuple(replace(line, block=block) for line, block in zip(lines, kinds, strict=True))
    return replace(fields, notices=decoded.notices), decoded.text, placed


def _language(placed: Sequence[Placed]) -> str:
    own = [each.block.text for each in placed if each.block.kind not in SET_ASIDE]
    return language("\n".join(own or [each.block.text for each in placed]))


def fault(name: str, error: Exception) -> SourceError:
    """Return the error for a document on which the program itself failed."""
    if isinstance(error, MemoryError):
        return SourceError(
            "“{name}” takes more memory to read than is allowed.",
            "Save the part that matters as a file of its own, and read that.",
            name=name,
        )
    return SourceError(
        "“{name}” was left out: the program failed on it ({reason}).",
        "Please report it, with the document if you may.",
        name=name,
        reason=f"{type(error).__name__}: {error}",
    )


def _address(name: str) -> str | None:
    """Return the name where it is a web address, as of a page that a person asked for."""
    return name if name.startswith(("https://", "http://")) else None


def _no_text(name: str) -> SourceError:
    return SourceError(
        "There is no text in “{name}”.", "Save its text again, then read it.", name=name
    )


def _too_deep(name: str) -> SourceError:
    return SourceError(
        "“{name}” lies too deep inside other documents.",
        "Take it out of them and read it alone.",
        name=name,
    )


def _too_many(name: str) -> SourceError:
    return SourceError(
        "“{name}” holds more than {most} documents; the rest was not read.",
        "Unpack it and import its folders one by one.",
        name=name,
        most=_MOST_ENCLOSED,
    )
