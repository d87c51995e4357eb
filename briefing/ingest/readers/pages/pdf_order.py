"""The order in which the lines of a page are read: columns one after the other, tables by rows."""

from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.readers.pages.pdf_lines import Line, Piece
from briefing.ingest.readers.pages.pdf_mending import is_mark, mended

Run = list[Line]
Span = tuple[float, float]

# In type sizes.
_FAR = 2.6
_NEAR = 1.6
_SAME_EDGE = 1.0
_CERTAIN_GAP = 3.0
_UNEVEN_TYPE = 1.12
# Lines on either side of a gutter are filled; the cells of a table hold a few words each.
_COLUMN_CHARACTERS = 18
_FULL = 0.75
_FEWEST_ROWS = 3
# A page with more stretches is a form or a map: the document's own order is as good as any.
_MOST_RUNS = 80


def reading_order(lines: Sequence[Line]) -> list[Run]:
    """Return the lines of a page in stretches without a jump, in the order in which to read them.

    The order of drawing is kept where it agrees with the page: what stands above comes first, and
    of two columns side by side the left one.
    """
    runs = _runs(_parted(mended(lines)))
    return _sorted(_cut_at_columns(runs)) if len(runs) > 1 else runs


def _parted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those cut that run across columns, and the rows of tables joined."""
    if not any(line.pieces for line in lines):
        return list(lines)
    done: list[Line] = []
    at = 0
    while at < len(lines):
        if not lines[at].pieces:
            done.append(lines[at])
            at += 1
            continue
        end, reach = _group_ends(lines, at)
        columns = _columns(lines[at:reach])
        if reach - at >= _FEWEST_ROWS and len(columns) > 1 and _filled(lines[at:reach], columns):
            done += _by_column(lines[at:reach], columns)
            at = reach
        elif end - at == 1:
            done += _alone(lines, at)
            at = end
        else:
            done += [_row(line) if line.pieces else line for line in lines[at:end]]
            at = end
    return done


def _group_ends(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """Return where the lines with gaps end, and where those that stay on one side of the gap do."""
    low, high = lines[at].pieces[0].right, lines[at].pieces[1].left
    end = at + 1
    for here in range(at + 1, len(lines)):
        line, distance = lines[here], lines[here - 1].base - lines[here].base
        if not -0.1 * line.size < distance < _FAR * line.size:
            return end, here
        if line.pieces:
            low, high = max(low, line.pieces[0].right), min(high, line.pieces[1].left)
            end = here + 1
        elif (line.left < low and line.right > high) or distance > _NEAR * line.size:
            return end, here
    return end, len(lines)


def _columns(group: Sequence[Line]) -> list[Span]:
    """Return from where to where the columns of a group of lines reach: what a gutter parts."""
    spans = sorted(
        (piece.left, piece.right)
        for line in group
        for piece in line.pieces or (Piece(line.text, line.left, line.right),)
    )
    columns = [spans[0]]
    for left, right in spans[1:]:
        if left > columns[-1][1] + 1:
            columns.append((left, right))
        else:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
    return columns


def _filled(group: Sequence[Line], columns: Sequence[Span]) -> bool:
    """Tell whether columns hold running text: most of their lines reach from side to side."""
    for left, right in columns:
        pieces = [
            piece
            for line in group
            for piece in line.pieces or (Piece(line.text, line.left, line.right),)
            if left - 1 <= piece.left < right
        ]
        full = sum(1 for piece in pieces if piece.right - piece.left >= _FULL * (right - left))
        length = sum(len(piece.text) for piece in pieces)
        if not pieces or length < _COLUMN_CHARACTERS * len(pieces) or 2 * full < len(pieces):
            return False
    return True


def _by_column(group: Sequence[Line], columns: Sequence[Span]) -> list[Line]:
    sorted_out: list[Run] = [[] for _ in columns]
    for line in group:
        for piece in line.pieces or (Piece(line.text, line.left, line.right),):
            place = max(
                (n for n, span in enumerate(columns) if span[0] <= piece.left + 1), default=0
            )
            sorted_out[place].append(_cut(line, piece) if line.pieces else line)
    return [line for column in sorted_out for line in column]


def _alone(lines: Sequence[Line], at: int) -> list[Line]:
    """Return a single line with a gap: two columns that meet, a numbered line, or a row."""
    line = lines[at]
    first, second = line.pieces[0], line.pieces[1]
    if len(line.pieces) == 2 and second.left - first.right < _CERTAIN_GAP * line.size:
        return [line._replace(pieces=())]
    before = lines[at - 1] if at else None
    after = lines[at + 1] if at + 1 < len(lines) else None
    if (
        before
        and after
        and len(line.pieces) == 2
        and abs(before.left - first.left) < _SAME_EDGE * line.size
        and abs(after.left - second.left) < _SAME_EDGE * line.size
        and after.left > first.right
    ):
        return [_cut(line, first), _cut(line, second)]
    return [_row(line)]


def _row(line: Line) -> Line:
    first = line.pieces[0].text
    if len(line.pieces) == 2 and (len(first) <= 2 or is_mark(first)):
        return line._replace(pieces=())
    return line._replace(text=" | ".join(piece.text for piece in line.pieces))


def _cut(line: Line, piece: Piece) -> Line:
    last = piece is line.pieces[-1]
    hyphen = line.hyphen if last else False
    text = piece.text
    if not last and len(text) > 1 and text[-1] == "-" and text[-2].isalpha():
        text, hyphen = text[:-1], True
    return line._replace(text=text, left=piece.left, right=piece.right, hyphen=hyphen, pieces=())


def _runs(lines: Sequence[Line]) -> list[Run]:
    """Return the stretches in which each line stands right below the one before."""
    runs: list[Run] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _follows(before, line):
            runs[-1].append(line)
        else:
            runs.append([line])
        before = line
    return runs


def _follows(before: Line, line: Line) -> bool:
    larger = max(before.size, line.size)
    if not -0.5 * larger < before.base - line.base < _FAR * larger:
        return False
    if larger > _UNEVEN_TYPE * min(before.size, line.size):
        return False
    return min(before.right, line.right) - max(before.left, line.left) > 0


def _cut_at_columns(runs: list[Run]) -> list[Run]:
    """Cut a stretch of full width where columns begin or end beside its continuation."""
    done: list[Run] = []
    for run in runs:
        edges = sorted(
            (other[0].base + 0.1 for other in runs if other is not run and _beside(run, other)),
            reverse=True,
        )
        piece: Run = []
        for line in run:
            if edges and line.base <= edges[0]:
                while edges and line.base <= edges[0]:
                    edges.pop(0)
                if piece:
                    done.append(piece)
                    piece = []
            piece.append(line)
        done.append(piece)
    return done


def _beside(run: Run, other: Run) -> bool:
    """Tell whether another stretch is a right-hand column under the full width of this one."""
    left, top = min(line.left for line in other), other[0].base
    return (
        left > run[-1].right - 1
        and run[-1].base <= top
        and any(line.right > left for line in run if line.base > top + 0.1)
    )


def _sorted(runs: list[Run]) -> list[Run]:
    if len(runs) > _MOST_RUNS:
        return runs
    frames = [_frame(run) for run in runs]
    waiting = list(range(len(runs)))
    done: list[Run] = []
    while waiting:
        chosen = next(
            (
                n
                for n in waiting
                if not any(_precedes(frames[m], frames[n]) for m in waiting if m != n)
            ),
            waiting[0],
        )
        waiting.remove(chosen)
        done.append(runs[chosen])
    return done


Frame = tuple[float, float, float, float]


def _frame(run: Run) -> Frame:
    size = run[0].size
    return (
        min(line.left for line in run),
        min(line.base for line in run),
        max(line.right for line in run),
        max(line.base for line in run) + 0.6 * size,
    )


def _precedes(a: Frame, b: Frame) -> bool:
    """Tell whether one stretch must come before another: above it, or beside it to the left."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width > 0.1 * min(a[2] - a[0], b[2] - b[0]):
        return a[1] >= b[3] - 1 or (height > 0 and (a[3], a[1]) > (b[3], b[1]))
    return height > 1 and (a[0] + a[2]) < (b[0] + b[2])


def gaps(runs: Sequence[Run]) -> list[float]:
    """Return the distances between lines of the same type size that follow each other."""
    return [
        round(a.base - b.base, 1)
        for run in runs
        for a, b in pairwise(run)
        if abs(a.size - b.size) < 0.1
    ]
