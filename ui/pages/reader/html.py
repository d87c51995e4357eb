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

_SHEET = Template("""
p, li { color: $ink; font-family: "Source Serif 4", "Noto Serif", serif; margin-top: 2px;
    margin-bottom: 8px; line-height: 140%; }
p.title { font-size: 15pt; font-weight: 600; line-height: 120%; margin-bottom: 10px; }
p.heading { font-size: 11.5pt; font-weight: 600; margin-top: 10px; }
p.caption { color: $muted; font-style: italic; }
p.item { margin-left: 14px; }
p.aside { color: $muted; font-family: "Source Sans 3", sans-serif; font-size: 9pt; }
p.fold { color: $muted; font-family: "Source Sans 3", sans-serif; font-size: 9pt; }
p.fold a { color: $accent; text-decoration: none; }
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

    Passages that are set aside are folded into a line that says how many, unless ``unfolded``.
    """
    parts: list[str] = []
    for aside, run in groupby(source.passages, key=lambda one: one.kind in SET_ASIDE):
        passages = list(run)
        if aside and not unfolded:
            parts.append(_folded(passages))
        else:
            parts.extend(_passage(source.text, one, cited) for one in passages)
    return "\n".join(parts)


def is_set_aside(source: Source, sentence: str) -> bool:
    """Tell whether a Sentence stands in a passage that is set aside."""
    return any(
        passage.kind in SET_ASIDE and any(one.id == sentence for one in passage.sentences)
        for passage in source.passages
    )


def _folded(passages: list[Passage]) -> str:
    kinds = sorted({set_aside(one.kind) for one in passages})
    count = counted(len(passages), "{n} passage set aside", "{n} passages set aside")
    line = f"{count} ({', '.join(kinds)})"
    return f'<p class="fold">⋯ {escape(line)} · <a href="{UNFOLD}">{escape(tr("Show"))}</a></p>'


def _passage(text: str, passage: Passage, cited: str) -> str:
    words = _with_sentences(text, passage, cited)
    bullet = "• " if passage.kind is PassageKind.LIST else ""
    return f'<p class="{_CLASSES[passage.kind]}">{bullet}{words}</p>'


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
