"""The tagger that runs the network: windows of a Source in, proposals out."""

import math
from dataclasses import replace
from pathlib import Path

from briefing.extraction.tagging.card import read_card
from briefing.extraction.tagging.decoding import decode, decode_names
from briefing.extraction.tagging.network import Network
from briefing.extraction.tagging.pieces import vocabulary
from briefing.extraction.tagging.proposals import NameProposal, Proposal, Reading
from briefing.extraction.tagging.windows import units, windows
from briefing.model.source import Source


class NetworkTagger:
    """Reads Sources with the network of one folder (resources/models)."""

    def __init__(self, folder: Path) -> None:
        self._card = read_card(folder)
        self._network = Network((folder / "reader.onnx").read_bytes())
        self._vocabulary = vocabulary(folder / "vocabulary.txt")

    def read(self, source: Source) -> Reading:
        """Return what the network proposes for a Source."""
        attributions: list[Proposal] = []
        names: list[NameProposal] = []
        for window in windows(source.text, units(source), self._vocabulary):
            answer = self._network.answer(window)
            attributions.extend(
                replace(proposal, confidence=self._confidence(proposal))
                for proposal in decode(window, answer, self._card.thresholds)
            )
            names.extend(decode_names(window, answer))
        return Reading(tuple(attributions), tuple(names))

    def _confidence(self, proposal: Proposal) -> float:
        constant, cue, source, content, has_source = self._card.confidence
        score = (
            constant
            + cue * proposal.cue_chance
            + source * proposal.source_chance
            + content * proposal.content_chance
            + has_source * (proposal.source is not None)
        )
        return 1 / (1 + math.exp(-score))
