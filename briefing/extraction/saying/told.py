"""What attribution hands on: who said what as spans, and where in the Source it stands."""

from dataclasses import dataclass

from briefing.model.findings import Act, Polarity
from briefing.model.source import Passage, Sentence, Span

HEAD_OF_CONTENT = 8  # first tokens of a content in which a hedge weakens all of it


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, cue and content as spans of the text; what the cue says of the content.

    ``head`` is the speaker without appositions. ``negated``: the cue is ("did not confirm").
    ``hedged``: the cue, or the head of the content, is weakened ("may", "reportedly").
    ``stands_for``: what a speaker who is told by a relative pronoun is ("an envoy, who said …").
    """

    speaker: tuple[Span, ...]
    head: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Act
    polarity: Polarity
    negated: bool = False
    confidence: float = 0.8
    hedged: bool = False
    stands_for: Span | None = None

    @property
    def named(self) -> tuple[Span, ...]:
        """Return the speaker, or what their relative pronoun stands for."""
        return self.speaker if self.stands_for is None else (self.stands_for,)


@dataclass(frozen=True, slots=True)
class Told:
    """An Attribution and the Passage and Sentence that its cue stands in.

    ``labelled``: words of a transcript, under a label that may stand in a Passage before; the
    Sentence is their first. ``asks``: the label is that of somebody who asks or presides.
    ``seen``: the network takes the speaker for one.
    """

    passage: Passage
    sentence: Sentence
    attribution: Attribution
    labelled: bool = False
    asks: bool = False
    seen: bool = False
