"""The room's door: bytes in, a Source out; and finding the files that can be read."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from briefing.ingest import metadata, publication
from briefing.ingest.cleaning import clean, keep
from briefing.ingest.decoding import decode
from briefing.ingest.language import language
from briefing.ingest.placing import Placed, as_it_is, joined
from briefing.ingest.raw import RawDocument
from briefing.ingest.readers.registry import FileKind, judge, reader, refuse_unreadable
from briefing.ingest.segmentation import sentences
from briefing.model.errors import SourceError
from briefing.model.ids import PassageId, SentenceId, SourceId
from briefing.model.source import (
    SET_ASIDE,
    Original,
    Passage,
    PassageKind,
    Sentence,
    Source,
    Span,
)

_ID_LENGTH = 16
_WHOLE = frozenset({PassageKind.TITLE, PassageKind.HEADING, PassageKind.CAPTION})


def read(
    data: bytes, name: str, *, as_is: bool = False, published: dt.date | None = None
) -> Source:
    """Return the Source that the bytes hold; the same bytes give the same Source.

    ``name`` is kept as the Source's path, and its ending helps where the content leaves the kind
    open. With ``as_is`` the text is the decoded file unchanged, its passages are its lines, and
    nothing is set aside but front matter. ``published`` overrules what the document says.
    Raises SourceError for no text, a kind that is not read, or bytes that are no characters.
    """
    refuse_unreadable(data, name)
    decoded = decode(data, name)
    document, text, placed = _kept(decoded, name) if as_is else _cleaned(decoded, name)
    blocks = tuple(each.block for each in placed)
    if not any(each.block.text.strip() for each in placed):
        raise SourceError(
            "There is no text in “{name}”.", "Save its text again, then read it.", name=name
        )
    source = SourceId(hashlib.sha256(data).hexdigest()[:_ID_LENGTH])
    date, basis = publication.published(blocks, document.metadata, published)
    heading = metadata.title(blocks, document.metadata, name)
    return Source(
        id=source,
        path=name,
        title=heading,
        publisher=publication.publisher(blocks, document.metadata),
        published=date,
        published_basis=basis,
        kind=metadata.kind(blocks, document.metadata, heading),
        language=document.metadata.language or _language(placed),
        url=document.metadata.url,
        text=text,
        passages=tuple(_passage(source, each) for each in placed),
    )


def read_file(
    path: Path, *, as_is: bool = False, published: dt.date | None = None
) -> tuple[Source, Original]:
    """Return the Source in a file, and the file's bytes as they came. Raises SourceError."""
    name = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None
    except IsADirectoryError:
        raise SourceError(
            "“{name}” is a folder.", "Name the files in it, or import the folder.", name=name
        ) from None
    except PermissionError:
        raise SourceError(
            "“{name}” may not be opened.", "Ask for the right to read it, or copy it.", name=name
        ) from None
    except OSError as error:
        raise SourceError(
            "“{name}” cannot be opened: {reason}.",
            "Copy it to this computer and try again.",
            name=name,
            reason=error.strerror or "unknown reason",
        ) from error
    source = read(data, name, as_is=as_is, published=published)
    return source, Original(id=source.id, name=name, data=data)


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that the paths name: files as they are, of a folder all, sorted.

    Folders are searched at every depth; hidden files and folders in them are left out. A file named
    twice comes once. Raises SourceError for a path that does not exist or a folder that may not
    be opened.
    """
    found = chain.from_iterable(_files_of(path) for path in paths)
    return tuple(dict.fromkeys(found))


def _files_of(path: Path) -> list[Path]:
    try:
        if not path.exists():
            raise _missing(path)
        if not path.is_dir():
            return [path]
        inside = sorted(path.rglob("*"))
        return [file for file in inside if not _is_hidden(file, path) and file.is_file()]
    except PermissionError:
        raise SourceError(
            "“{name}” may not be opened.", "Ask for the right to read it, or copy it.", name=path
        ) from None


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _missing(path: Path) -> SourceError:
    return SourceError(
        "There is no file or folder “{name}”.",
        "Check its name, and that the disk it lies on is connected.",
        name=str(path),
    )


def _cleaned(decoded: str, name: str) -> tuple[RawDocument, str, tuple[Placed, ...]]:
    document = reader(judge(decoded, name))(decoded)
    text, placed = joined(clean(document))
    return document, text, placed


def _kept(decoded: str, name: str) -> tuple[RawDocument, str, tuple[Placed, ...]]:
    """Return the text unchanged, its lines as passages; front matter is read and set aside."""
    length, fields = 0, RawDocument(())
    if judge(decoded, name) is FileKind.MARKDOWN:
        fields = reader(FileKind.MARKDOWN)(decoded)
        length = fields.front_length
    lines = as_it_is(decoded, length)
    kinds = keep(RawDocument(tuple(line.block for line in lines)))
    placed = tuple(replace(line, block=block) for line, block in zip(lines, kinds, strict=True))
    return fields, decoded, placed


def _language(placed: Sequence[Placed]) -> str:
    own = [each.block.text for each in placed if each.block.kind not in SET_ASIDE]
    return language("\n".join(own or [each.block.text for each in placed]))


def _passage(source: SourceId, placed: Placed) -> Passage:
    start, text = placed.start, placed.block.text
    kind = placed.block.kind or PassageKind.BODY
    spans = (Span(0, len(text)),) if kind in _WHOLE else sentences(text)
    return Passage(
        id=PassageId(f"{source}.p{start}"),
        start=start,
        end=start + len(text),
        kind=kind,
        sentences=tuple(
            Sentence(
                SentenceId(f"{source}.s{start + span.start}"), start + span.start, start + span.end
            )
            for span in spans
        ),
    )
