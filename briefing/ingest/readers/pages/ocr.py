"""Text recognition of scanned pages by the program tesseract, where it is installed."""

import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2

from briefing.ingest.characters import one_line

# A page takes two to three seconds, and the reading of a document not much more than half a minute.
MOST_PAGES = 12
_PROGRAM = "tesseract"
_WANTED = ("eng", "kor", "chi_sim", "jpn")
_DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72
# A poster at 200 dots an inch would take gigabytes.
_LARGEST_SIDE = 4000
_SECONDS = 12
# With the last page this is still less than a process is given for a document.
SECONDS_IN_ALL = 24
# Several threads on one page hinder each other, and other documents that are read beside it.
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü\u0370-\uffff]", re.IGNORECASE)
_FEWEST_WORDS = 3
_BROKEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_CELLS = 12
_CONFIDENCE = 60
_WORD_SHARE = 0.6


def installed() -> str | None:
    """Return where the program is; None where text cannot be recognised."""
    found = shutil.which(_PROGRAM)
    # Windows looks in the current folder first, and a stranger's documents may lie there.
    return found if found and Path(found).is_absolute() else None


def languages(program: str) -> str:
    """Return the languages to look for, as the program wants them: "eng+kor"."""
    told = _run([program, "--list-langs"], b"").splitlines()
    return "+".join(code for code in _WANTED if code in told) or "eng"


def recognised(page: pypdfium2.PdfPage, program: str, wanted: str) -> tuple[str, ...]:
    """Return the paragraphs recognised on a page; none where what comes out is not words.

    Nothing is raised: a page on which the program fails or takes too long has no text.
    """
    command = [program, "stdin", "stdout", "-l", wanted, "--psm", "1", "tsv"]
    return paragraphs(_run(command, _picture(page)))


def paragraphs(table: str) -> tuple[str, ...]:
    """Return the paragraphs of a table of words as tesseract writes it, if it is sure of them.

    A row holds level, page, block, paragraph, line, word, four edges, confidence 0–100, text.
    """
    lines: dict[tuple[str, ...], dict[str, list[str]]] = {}
    sure: list[float] = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == _CELLS and cells[-1].strip():
            sure.append(float(cells[-2]))
            lines.setdefault(tuple(cells[2:4]), {}).setdefault(cells[4], []).append(cells[-1])
    if len(sure) < _FEWEST_WORDS or sum(sure) < _CONFIDENCE * len(sure):
        return ()
    parts = ("\n".join(map(" ".join, each.values())) for each in lines.values())
    found = tuple(one_line(_BROKEN.sub("", part)) for part in parts)
    return found if looks_like_words(" ".join(found)) else ()


def looks_like_words(text: str) -> bool:
    """Tell whether most of a text is words; a picture of no text gives stray letters and signs."""
    tokens = text.split()
    words = [token for token in tokens if _WORD.search(token) and _VOWEL.search(token)]
    letters = sum(len(word) for word in words)
    return (
        len(words) >= _FEWEST_WORDS
        and len(words) >= _WORD_SHARE * len(tokens)
        and letters >= 4 * _FEWEST_WORDS
    )


def _picture(page: pypdfium2.PdfPage) -> bytes:
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    scale = min(scale, _LARGEST_SIDE / max(1.0, *page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        buffer = io.BytesIO()
        bitmap.to_pil().save(buffer, "PNG", compress_level=1)
    finally:
        bitmap.close()
    return buffer.getvalue()


def _run(command: list[str], given: bytes) -> str:
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, **_ONE_THREAD},
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
