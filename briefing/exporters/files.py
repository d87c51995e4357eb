"""Writes a finished file so that nothing is ever half written: a temporary one, then replaced."""

import os
import tempfile
from pathlib import Path

from briefing.model.errors import ExportError


def write(data: bytes, path: Path) -> None:
    """Write bytes to a path; raises ``ExportError``, and then the old file is as it was."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    except OSError as error:
        raise _unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError(
        "“{path}” cannot be written: {reason}.",
        "Choose a folder that you may write to, with space left.",
        path=path,
        reason=(error.strerror or str(error)).lower(),
    )
