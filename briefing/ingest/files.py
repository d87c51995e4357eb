"""Files on a disk: finding those that may hold documents, and taking their bytes."""

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from briefing.ingest.readers.judging import LARGEST_FILE
from briefing.model.errors import Failure, SourceError


def find_files(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """Return the files that the paths name, and what could not be looked into.

    Files come as they are, of a folder all, sorted, at every depth; hidden files and folders in it
    are left out. A link inside a folder is not followed, as it may lead anywhere: it is among the
    failures; so are paths that do not exist and folders that may not be opened. A file named twice
    comes once.
    """
    found: list[Path] = []
    failed: list[Failure] = []
    for one in chain.from_iterable(_under(path) for path in paths):
        if isinstance(one, Failure):
            failed.append(one)
        else:
            found.append(one)
    return tuple(dict.fromkeys(found)), tuple(failed)


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises SourceError where it cannot be opened or is no file."""
    name = printable(path)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise SourceError(
                "“{name}” is a folder.", "Name the files in it, or import the folder.", name=name
            )
        if not stat.S_ISREG(about.st_mode):
            raise _no_file(path)
        if about.st_size > LARGEST_FILE:
            raise SourceError(
                "“{name}” is larger than {limit} megabytes.",
                "Save the part that matters as a file of its own, and read that.",
                name=name,
                limit=LARGEST_FILE // 1_000_000,
            )
        return path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from error


def printable(path: Path) -> str:
    """Return a path as a person may see and keep it: what is no character in it becomes �.

    A name on a disk is bytes; on Linux they need not be UTF-8, and then cannot be kept as text.
    """
    return os.fsencode(path).decode("utf-8", errors="replace")


def _under(path: Path) -> Iterator[Path | Failure]:
    try:
        path.stat()
    except OSError as error:
        yield Failure(printable(path), _unopened(path, error))
        return
    if not path.is_dir():
        yield path
        return
    troubles: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *links]):
            if not name.startswith("."):
                yield from _inside(Path(folder) / name)
    for trouble in troubles:
        where = Path(str(trouble.filename))
        yield Failure(printable(where), _unopened(where, trouble))


def _inside(path: Path) -> Iterator[Path | Failure]:
    if path.is_symlink():
        error = SourceError(
            "“{name}” is a link, and links in folders are not followed.",
            "Name it by itself to read what it points to.",
            name=printable(path),
        )
        yield Failure(printable(path), error)
    elif path.is_file():
        yield path
    else:
        yield Failure(printable(path), _no_file(path))


def _no_file(path: Path) -> SourceError:
    return SourceError(
        "“{name}” is a device or a pipe and no file.",
        "Save what it holds as a file, and read that.",
        name=printable(path),
    )


def _unopened(path: Path, error: OSError) -> SourceError:
    name = printable(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError(
            "There is no file or folder “{name}”.",
            "Check its name, and that the disk it lies on is connected.",
            name=name,
        )
    if isinstance(error, PermissionError):
        return SourceError(
            "“{name}” may not be opened.", "Ask for the right to read it, or copy it.", name=name
        )
    return SourceError(
        "“{name}” cannot be opened: {reason}.",
        "Copy it to this computer and try again.",
        name=name,
        reason=error.strerror or "unknown reason",
    )
