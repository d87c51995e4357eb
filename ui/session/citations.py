"""From a Citation to its words: the text of a Sentence, and the Source it stands in."""

from briefing.model.evidence import Evidence
from briefing.model.findings import Citation
from briefing.model.ids import SourceId
from briefing.model.source import Source
from ui.session.words import source_title


def source_of(evidence: Evidence, source: str) -> Source | None:
    """Return the Source with this id."""
    return next((one for one in evidence.sources if one.id == source), None)


def sentence_of(source: Source, sentence: str) -> str:
    """Return the Sentence's words; empty when the Source has no such Sentence."""
    for passage in source.passages:
        for one in passage.sentences:
            if one.id == sentence:
                return source.text[one.start : one.end]
    return ""


class Tellings:
    """Where things are told, looked up once for all Sources of a Library."""

    def __init__(self, evidence: Evidence) -> None:
        self._titles = {source.id: source_title(source) for source in evidence.sources}
        self._words = {
            Citation(source.id, one.id): source.text[one.start : one.end]
            for source in evidence.sources
            for passage in source.passages
            for one in passage.sentences
        }

    def lines(self, citations: tuple[Citation, ...]) -> tuple[str, ...]:
        """Return a line for each Source cited: its title and the first Sentence that is cited."""
        first: dict[SourceId, Citation] = {}
        for citation in citations:
            first.setdefault(citation.source, citation)
        return tuple(
            f"{self._titles.get(one.source, one.source)}: {self._words.get(one, '')}"
            for one in first.values()
        )
