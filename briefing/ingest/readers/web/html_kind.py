"""What sort of text a page says that it is: its types, its section, its address."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_metadata import address
from briefing.ingest.readers.web.html_roles import Role
from briefing.ingest.source_kind import source_kind
from briefing.model.source import SET_ASIDE, SourceKind

_KINDS = {
    "OpinionNewsArticle": SourceKind.COMMENTARY,
    "AnalysisNewsArticle": SourceKind.COMMENTARY,
    "Interview": SourceKind.INTERVIEW,
}
_REPORTS = frozenset({"NewsArticle", "ReportageNewsArticle"})
_OPINION = re.compile(
    r"(?:opinions?|op-?eds?|commentar(?:y|ies)|editorials?|columns?|columnists?|viewpoints?)",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"/(?:opinions?|op-?eds?|commentar(?:y|ies)|editorials?|columnists?|commentisfree)/",
    re.IGNORECASE,
)
_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section")
# A label of the article stands no further than this above its headline.
_LABEL = 2


def kind(
    page: Sequence[HtmlBlock], blocks: Sequence[RawBlock], fields: Fields, told: RawMetadata
) -> SourceKind | None:
    """Return what sort of text the page says outright that it is, None where it does not.

    An article of news is a report unless its section, its label, its title or its text say that
    it is something else: not what stands in the page's menus. ``blocks`` are those of ``page``.
    """
    types = [name for article in fields.articles for name in article.types]
    for name in types:
        if name in _KINDS:
            return _KINDS[name]
    if not _REPORTS.intersection(types):
        return None
    sections = [*fields.first(_SECTIONS).split(","), *(a.section for a in fields.articles)]
    if any(_OPINION.fullmatch(section.strip()) for section in sections):
        return SourceKind.COMMENTARY
    if _IN_ADDRESS.search(urlsplit(address(fields) or "").path):
        return SourceKind.COMMENTARY
    return source_kind(list(_own(page, blocks)), told, told.title or "")


def _own(page: Sequence[HtmlBlock], blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Yield the blocks of the article, and what stands right above its headline and is no menu."""
    title = next((at for at, each in enumerate(blocks) if each.kind not in SET_ASIDE), 0)
    for at, (shown, block) in enumerate(zip(page, blocks, strict=True)):
        in_menu = shown.tag == "li" or any(sign.role is Role.ASIDE for sign in shown.signs)
        if block.kind not in SET_ASIDE or (0 < title - at <= _LABEL and not in_menu):
            yield block
