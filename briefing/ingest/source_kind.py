"""What sort of text a Source is: told by its title, its opening, and the shape of its body."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefing.ingest.bylines import is_byline, is_stamp
from briefing.ingest.head import text_begins
from briefing.ingest.lexicon import fold
from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.shapes import ends_like_sentence, word_count
from briefing.model.source import SET_ASIDE, PassageKind, SourceKind
from briefing.paths import RESOURCES

_FILE = RESOURCES / "lexicons" / "source_kinds.toml"

_SPEAKER = re.compile(
    r"\**(?P<name>(?:[A-Z][\w.’'-]{0,30}\s){0,5}[A-Z][\w.’'-]{0,30}(?:\s\([^)]{1,40}\))?)\**:\**\s"
    r"|(?P<mark>[QA])(?:[.:]\s|\s(?=[A-Z“\"]))|(?P<east>[가-힣㐀-鿿぀-ヿ]{1,12})\s?[:：]\s?"
)
_ASKS = re.compile(
    r"(?:q|question|reporter|journalist|interviewer|.*\beditor|.*\bhost|질문|기자|问|記者|记者|問)\b",
    re.IGNORECASE,
)
_TURNS = 0.6
_FEWEST_TURNS = 4
_TWO = 2
_RUN = 3
_OPENING = 12
_ABOVE_TITLE = 4
_BELOW_TITLE = 6
_MENU_WORDS = 3
_SHORT_LINE = 80
_LONGEST_TITLE = 300
_JOINT_KINDS = frozenset(
    {SourceKind.JOINT_STATEMENT, SourceKind.READOUT, SourceKind.PRESS_BRIEFING}
)
_OPINION = re.compile(
    r"\W*(?:the )?(?:views|opinions)(?:,? (?:views|opinions|thoughts))?(?: and opinions)? "
    r"expressed\b.*|\W*the (?:writer|author) is an?\b.*"
    r"|.*\bthis (?:is an?|article is an?) opinion (?:piece|column)\b.*",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\bhave agreed (?:as follows|upon the following|on the following)\b", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:ARTICLE|Article|제\s?\d+\s?조|第[一二三四五六七八九十\d]+条)\s*(?:\d+|[IVX]+|One)?\b"
)
_SIGNED = re.compile(
    r"(?:done|signed)\s+(?:at|in|on)\b.*|in witness whereof\b.*|entry into force", re.IGNORECASE
)
_READ_OUT = re.compile(
    r"the (?:below|following) is attributable to\b|the following is a readout\b"
    r"|.{0,160}\b(?:spoke|met|held a (?:telephone |phone |video )?call) "
    r"(?:today |yesterday |on \w+ |by (?:telephone|phone) )*(?:by (?:telephone|phone) )?with\b",
    re.IGNORECASE,
)
_SPOKESPERSON = re.compile(
    r"\b(?:attributable to|office of the (?:spokesperson|press secretary)|readout)\b", re.IGNORECASE
)
_FOLLOWING = re.compile(
    r"(?:the following is|below is|here is) (?:the |an? )?(?P<what>[^.:]{2,160})", re.IGNORECASE
)
_SIDES = re.compile(
    r"[\W\d]{0,12}(?:the (?:two |both )?(?:sides|ministers|leaders|presidents|parties|participants|"
    r"heads of state|governments)|both sides)\b",
    re.IGNORECASE,
)
_STATED = re.compile(r"\b(?:joint|communiqu[eé]|statement|declaration)\b", re.IGNORECASE)
_BRIEFED = re.compile(r"\b(?:press|media|briefing|spokes\w*|state department)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cues:
    """The patterns of source_kinds.toml."""

    titles: tuple[tuple[SourceKind, re.Pattern[str]], ...]
    labels: tuple[tuple[SourceKind, re.Pattern[str]], ...]
    about: re.Pattern[str]
    about_joint: re.Pattern[str]


def source_kind(blocks: Sequence[RawBlock], metadata: RawMetadata, heading: str) -> SourceKind:
    """Return what sort of text it is; a report where neither its words nor its shape say else.

    The title says it unless it tells of another text ("… after joint statement"); then labels
    around it, the opening, and the shape: turns of speech, articles of a treaty.
    """
    if metadata.kind is not None:
        return metadata.kind
    heading = heading[:_LONGEST_TITLE]
    for found in (_of_title(heading), _of_labels(blocks, heading), _of_treaty(blocks)):
        if found is not None:
            return found
    return _of_speech(blocks, heading) or _of_opening(blocks, heading) or SourceKind.REPORT


def _of_title(heading: str) -> SourceKind | None:
    for kind, cue in _cues().titles:
        found = cue.search(heading)
        if found is None:
            continue
        about = f"{heading[: found.start()]} {heading[found.end() :]}"
        if kind is SourceKind.TREATY and _cues().about.search(about):
            continue
        if kind in _JOINT_KINDS and _cues().about_joint.search(about):
            continue
        return kind
    return None


def _of_labels(blocks: Sequence[RawBlock], heading: str) -> SourceKind | None:
    """Return what a label beside the title says, or a note that a text is its writer's opinion."""
    for at in _beside_title(blocks, heading):
        for kind, label in _cues().labels:
            if label.fullmatch(blocks[at].text.strip(" []|:")) and not _in_menu(blocks, at):
                return kind
    notes = [*blocks[:_OPENING], *blocks[-_OPENING:]]
    if any(_OPINION.match(block.text) for block in notes):
        return SourceKind.COMMENTARY
    return None


def _beside_title(blocks: Sequence[RawBlock], heading: str) -> range:
    """Return the places around the title; without one, those before the text and around it."""
    title = next((at for at, block in enumerate(blocks) if block.kind is PassageKind.TITLE), None)
    if title is None:
        title = next((at for at, each in enumerate(blocks) if each.text == heading), None)
    begins = text_begins(blocks)
    if title is None:
        return range(min(_OPENING, len(blocks)) if begins is None else begins)
    stop = title + 1 + _BELOW_TITLE
    if begins is not None and begins > title:
        stop = min(stop, begins)
    return range(max(title - _ABOVE_TITLE, 0), min(stop, len(blocks)))


def _in_menu(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a label stands in a run of short lines, as in a menu, or over comments.

    One that a menu gives and the line over the title gives again is the title's.
    """
    if blocks[at].kind is PassageKind.COMMENT:
        return True
    heads = at + 1 < len(blocks) and blocks[at + 1].kind is PassageKind.TITLE
    if heads and any(fold(block.text) == fold(blocks[at].text) for block in blocks[:at]):
        return False
    run = 1
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(blocks) and _is_menu_item(blocks[place]):
            run, place = run + 1, place + step
    return run >= _RUN


def _is_menu_item(block: RawBlock) -> bool:
    is_free = block.kind is not PassageKind.TITLE and not ends_like_sentence(block.text)
    is_short = is_free and word_count(block.text) <= _MENU_WORDS
    return is_short and not is_stamp(block.text) and not is_byline(block.text)


def _of_treaty(blocks: Sequence[RawBlock]) -> SourceKind | None:
    agreed = any(_AGREED.search(block.text) for block in blocks)
    articles = sum(
        1 for block in blocks if _ARTICLE.match(block.text) and len(block.text) < _SHORT_LINE
    )
    signed = any(_SIGNED.match(block.text) for block in blocks)
    return SourceKind.TREATY if (agreed + (articles >= _RUN) + signed) > 1 else None


def _of_speech(blocks: Sequence[RawBlock], heading: str) -> SourceKind | None:
    """Return what turns of speech make: a briefing or an interview where they ask and answer.

    Turns that take up less than most of the text, as an interview after a report, count for
    nothing.
    """
    body = [block.text for block in blocks if block.kind is PassageKind.BODY]
    turns = [found for text in body if (found := _SPEAKER.match(text))]
    if len(turns) < _FEWEST_TURNS or len(turns) < _TURNS * len(body):
        return None
    names = [_label(turn) for turn in turns]
    changes = sum(1 for a, b in pairwise(names) if a != b)
    if not _is_asked(turns, names) or changes < _TURNS * (len(names) - 1):
        return SourceKind.TRANSCRIPT
    head = blocks[: text_begins(blocks) or 0]
    briefed = any(_BRIEFED.search(text) for text in (heading, *(each.text for each in head)))
    return SourceKind.PRESS_BRIEFING if briefed else SourceKind.INTERVIEW


def _is_asked(turns: Sequence[re.Match[str]], names: Sequence[str]) -> bool:
    """Tell whether a speaker is called an asker, or one of two speakers mostly asks."""
    if any(_ASKS.fullmatch(name) for name in names):
        return True
    if len(set(names)) != _TWO:
        return False
    asks = [turn.string.rstrip().endswith("?") for turn in turns]
    return any(
        sum(ask for ask, name in zip(asks, names, strict=True) if name == one)
        > _TURNS * names.count(one)
        for one in set(names)
    )


def _label(turn: re.Match[str]) -> str:
    return (turn["name"] or turn["mark"] or turn["east"] or "").strip().casefold()


def _of_opening(blocks: Sequence[RawBlock], heading: str) -> SourceKind | None:
    opening = [block for block in blocks if block.kind is not PassageKind.TITLE][:_OPENING]
    body = [block.text for block in opening if block.kind not in SET_ASIDE][:2]
    told = _FOLLOWING.match(body[0]) if body else None
    if told is not None:
        for kind, cue in _cues().titles:
            if cue.search(told["what"]):
                return kind
    is_spokesperson = any(_SPOKESPERSON.search(block.text) for block in opening)
    if is_spokesperson and any(_READ_OUT.match(text) for text in body):
        return SourceKind.READOUT
    texts = (block.text for block in blocks if block.kind in {PassageKind.BODY, PassageKind.LIST})
    sides = sum(1 for text in texts if _SIDES.match(text))
    if _STATED.search(heading) and sides >= _RUN and not _cues().about_joint.search(heading):
        return SourceKind.JOINT_STATEMENT
    return None


@cache
def _cues() -> _Cues:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    verbs, joint = data["about"]["verbs"], data["about"]["joint"]
    return _Cues(
        titles=tuple((SourceKind(each["kind"]), _any(each["cues"])) for each in data["title"]),
        labels=tuple((SourceKind(each["kind"]), _any(each["cues"])) for each in data["label"]),
        about=_any([f"\\b(?:{word})\\b" for word in verbs]),
        about_joint=_any([f"\\b(?:{word})\\b" for word in (*verbs, *joint)]),
    )


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)
