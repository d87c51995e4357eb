"""A Source as HTML for the reader: a pure function; what is set aside is folded or greyed."""

from dataclasses import asdict
from html import escape
from itertools import groupby
from string import Template

from briefing.model.source import SET_ASIDE, Passage, PassageKind, Sentence, Source
from ui.i18n import counted, tr
from ui.session.words import set_aside
from ui.theme.roles import Theme

UNFOLD = "aside:show"
FOLD = "aside:hide"
TAKE_BACK = "back:"  # and the passage
TAKE_ALL_BACK = "all-back:"  # and the first passage of the run

_SHEET = Template("""
p, li { color: $ink; font-family: "Source Serif 4", "Noto Serif", serif; margin-top: 2px;
    margin-bottom: 8px; line-height: 140%; }
p.title { font-size: 15pt; font-weight: 600; line-height: 120%; margin-bottom: 10px; }
p.heading { font-size: 11.5pt; font-weight: 600; margin-top: 10px; }
p.caption { color: $muted; font-style: italic; }
p.item { margin-left: 14px; }
p.aside { color: $muted; font-family: "Source Sans 3", sans-serif; font-size: 9pt; }
p.fold { color: $muted; font-family: "Source Sans 3", sans-serif; font-size: 9pt; }
p.fold a, p.aside a { color: $accent; text-decoration: none; font-size: 9pt;
    font-family: "Source Sans 3", sans-serif; }
span.cited { background-color: $highlight; color: $ink; }
""")

_CLASSES = {
    PassageKind.TITLE: "title",
    PassageKind.HEADING: "heading",
    PassageKind.BODY: "body",
    PassageKind.LIST: "item",
    PassageKind.CAPTION: "caption",
    PassageKind.BOILERPLATE: "aside",
    PassageKind.COMMENT: "aside",
}


def reader_css(theme: Theme) -> str:
    """Return the style sheet of the reader."""
    return _SHEET.substitute(asdict(theme))


def source_html(source: Source, cited: str, *, unfolded: bool) -> str:
    """Return the Source's text; the Sentence with the id ``cited`` is marked.

    Passages that are set aside are folded into a line that says how many, unless ``unfolded``. Each
    passage is a place of its id.
    """
    parts: list[str] = []
    for run in runs(source):
        aside = run[0].kind in SET_ASIDE
        if aside and (not unfolded or len(run) > 1):
            parts.append(_line_over(run, unfolded=unfolded))
        if unfolded or not aside:
            parts.extend(_passage(source.text, one, cited) for one in run)
    return "\n".join(parts)


def runs(source: Source) -> list[tuple[Passage, ...]]:
    """Return the passages in runs of which all are set aside, or none is."""
    parted = groupby(source.passages, key=lambda one: one.kind in SET_ASIDE)
    return [tuple(run) for _, run in parted]


def is_set_aside(source: Source, sentence: str) -> bool:
    """Tell whether a Sentence stands in a passage that is set aside."""
    return any(
        passage.kind in SET_ASIDE and any(one.id == sentence for one in passage.sentences)
        for passage in source.passages
    )


def _line_over(run: tuple[Passage, ...], *, unfolded: bool) -> str:
    kinds = sorted({set_aside(one.kind) for one in run})
    count = counted(len(run), "{n} passage set aside", "{n} passages set aside")
    said = escape(f"{count} ({', '.join(kinds)})")
    turn = _link(FOLD, tr("Hide")) if unfolded else _link(UNFOLD, tr("Show"))
    all_back = tr("Take all back") if len(run) > 1 else tr("Take back")
    back = _link(f"{TAKE_ALL_BACK}{run[0].id}", all_back)
    # Folded, the line stands for the passage, and what was at the top stays there.
    place = "" if unfolded else _place(run[0])
    return f'<p class="fold">{place}⋯ {said} · {turn} · {back}</p>'


def _passage(text: str, passage: Passage, cited: str) -> str:
    words = _with_sentences(text, passage, cited)
    bullet = "• " if passage.kind is PassageKind.LIST else ""
    aside = passage.kind in SET_ASIDE
    back = f" · {_link(f'{TAKE_BACK}{passage.id}', tr('Take back'))}" if aside else ""
    return f'<p class="{_CLASSES[passage.kind]}">{_place(passage)}{bullet}{words}{back}</p>'


def _place(passage: Passage) -> str:
    return f'<a name="{escape(passage.id)}"></a>'


def _link(to: str, words: str) -> str:
    return f'<a href="{escape(to)}">{escape(words)}</a>'


def _with_sentences(text: str, passage: Passage, cited: str) -> str:
    """Keep every character of the passage, those between its sentences too."""
    parts: list[str] = []
    at = passage.start
    for sentence in passage.sentences:
        parts.append(_lines(text[at : sentence.start]))
        parts.append(_sentence(text, sentence, cited))
        at = sentence.end
    parts.append(_lines(text[at : passage.end]))
    return "".join(parts)


def _sentence(text: str, sentence: Sentence, cited: str) -> str:
    words = _lines(text[sentence.start : sentence.end])
    if sentence.id != cited:
        return words
    return f'<a name="cited"></a><span class="cited">{words}</span>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
