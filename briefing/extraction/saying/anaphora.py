"""Whom a phrase without a name means: "she", "the ministry", "the deputy minister", "his host"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.extraction.names.offices import names_office
from briefing.extraction.names.roles import Roles
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.speaker import Speaker
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind
from briefing.model.source import Source, SourceKind

_REACH = 1200  # characters a pronoun may look back over
_FAR = 8000  # and a description
_LABEL = 120  # characters that a label may have with its colon
_COLON = re.compile(r"[^:.?!\n]*?(?:[(\[][^()\[\]\n]{1,60}[)\]])?[*_]*\s?:(?=[*_]*(?:\s|$))")
_LETTERS = re.compile(r"[^\W\d_]")
_REMEMBERED = 4  # speakers before, the last of whom that fits a pronoun is meant
_LONGEST = 4  # words of a description
_BODIES = frozenset({MentionKind.BODY, MentionKind.PARTY, MentionKind.METONYM})
_OWN = frozenset({"his", "her", "their", "its"})
_LEADS = frozenset({"the", "that", "this", "same"}) | _OWN
_OTHERS = frozenset({"counterpart", "host", "guest", "visitor", "interlocutor", "opposite"})
_SPOKEN = frozenset({SourceKind.TRANSCRIPT, SourceKind.PRESS_BRIEFING, SourceKind.INTERVIEW})
_SIDE = frozenset(
    {"side", "delegation", "government", "camp", "team", "crew", "panel", "paper", "statement",
     "report", "study", "poll", "survey", "document", "website", "editorial"}
)  # fmt: skip
# What somebody speaks by: "its log" is the body itself.
_WORDS = frozenset(
    {"log", "statement", "report", "website", "account", "letter", "note", "memo", "readout",
     "communique", "communiqué", "text", "words", "view", "opinion", "answer", "reply", "records"}
)  # fmt: skip
_SELF_NAMED = frozenset({"committee", "commission", "council", "court", "parliament"})
_PRONOUN_OF = {"its": "it", "his": "he", "her": "she"}


class Sort(Enum):
    """What a speaker is: who may be "she", "it" or "they" after it."""

    PERSON = auto()
    BODY = auto()
    SEVERAL = auto()


@dataclass(frozen=True, slots=True)
class _Heard:
    """A speaker whose phrase began at an offset; ``noun`` is the last word of its head."""

    speaker: Speaker
    at: int
    sort: Sort
    noun: str
    called: str | None


class Anaphora:
    """Remembers who spoke in one Source, in the order of the text, and who is named where."""

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        roles: Roles,
        sides: tuple[ActorId, ...],
        quotes: Quotations,
    ) -> None:
        self._spoken = source.kind in _SPOKEN
        self._mentions = mentions
        self._actors = mentions.actors
        self._roles = roles
        self._sides = sides
        self._quotes = quotes
        self._heard: list[_Heard] = []
        self._called: dict[ActorId, str] = dict(mentions.pronouns)
        self._text = source.text
        self._starts = tuple(passage.start for passage in source.passages)
        self._turn: tuple[ActorId, int] | None = None
        self._absent: ActorId | None = None

    # ---- what is remembered -------------------------------------------------------------------

    def note(self, speaker: Speaker, words: Sequence[str], noun: str, at: int) -> None:
        """Remember a speaker for the phrases that follow; ``words`` are the phrase's."""
        called = self._gender(words)
        if speaker.actor is not None and called is not None:
            self._called.setdefault(speaker.actor, called)
        if self._is_label(at, words):
            self._turn = (speaker.actor, at) if speaker.actor is not None else None
        self._heard.insert(0, _Heard(speaker, at, self._sort(speaker, noun), noun, called))
        del self._heard[_REMEMBERED * _REMEMBERED :]

    def _is_label(self, at: int, words: Sequence[str]) -> bool:
        """Tell a phrase under which somebody speaks: it opens a passage, and a colon ends it."""
        passage = bisect_right(self._starts, at) - 1
        opens = passage >= 0 and not _LETTERS.search(self._text[self._starts[passage] : at])
        line = self._text[at : at + _LABEL]
        return bool(words) and opens and _COLON.match(line) is not None

    def _speaks_here(self, offset: int) -> ActorId | None:
        """Return whose turn holds an offset: they say "I", so that "he" is somebody else."""
        if self._turn is None:
            return None
        actor, at = self._turn
        same = bisect_right(self._starts, at) == bisect_right(self._starts, offset)
        return actor if same or self._spoken else None

    def _gender(self, words: Sequence[str]) -> str | None:
        for word in words:
            if word == "she" or word in self._roles.feminine:
                return "she"
            if word == "he" or word in self._roles.masculine:
                return "he"
        return None

    def _sort(self, speaker: Speaker, noun: str) -> Sort:
        if speaker.sides:
            return Sort.SEVERAL
        actor = self._actors.get(speaker.actor) if speaker.actor else None
        if actor is not None:
            return Sort.PERSON if actor.kind is ActorKind.PERSON else Sort.BODY
        r = self._roles
        if noun in _SIDE or noun in r.bodies or noun in r.groups:
            return Sort.BODY
        plural = noun.endswith("s") and noun[:-1] in r.titles | r.unnamed | r.comments
        return Sort.SEVERAL if plural or noun in {"people", "police"} else Sort.PERSON

    # ---- pronouns -----------------------------------------------------------------------------

    def pronoun(self, word: str, offset: int) -> Speaker:
        """Resolve a pronoun: the last speaker near by whom it fits, else the last fit named."""
        if word in {"i", "we"}:
            return self._oneself(word, offset)
        if word in {"they", "both"}:
            several = self._last(offset, lambda h: h.sort is Sort.SEVERAL and not h.speaker.sides)
            return several if several and word == "they" else Speaker(sides=self._sides)
        person = word in {"he", "she"}
        wanted = frozenset({MentionKind.PERSON}) if person else _BODIES
        self._absent = self._speaks_here(offset) if person else None
        subject = self._subject_before(offset, wanted, word)
        floor = subject.sentence.start if subject is not None else offset - _REACH
        last = self._last(offset, lambda h: h.at >= floor and self._fits(h, word))
        if last is not None:
            return last
        if subject is None:
            return Speaker()
        if self.comments(subject):
            return Speaker(subject.actor, comments=True)
        return Speaker(subject.actor, subject.party)

    def _oneself(self, word: str, offset: int) -> Speaker:
        """Resolve "I" and "we": whoever is quoted; outside quotations "we" are both sides."""
        if self._quotes.inside(offset) or self._spoken:
            last = self._last(offset, lambda h: not h.speaker.sides)
            return last or Speaker()
        return Speaker(sides=self._sides) if word == "we" else Speaker()

    def _last(self, offset: int, fits: Callable[[_Heard], bool]) -> Speaker | None:
        near = (h for h in self._heard[:_REMEMBERED] if offset - h.at <= _REACH)
        return next((h.speaker for h in near if fits(h)), None)

    def _fits(self, heard: _Heard, word: str) -> bool:
        if word not in {"he", "she"}:
            return heard.sort is Sort.BODY
        if heard.sort is not Sort.PERSON or (heard.called or word) != word:
            return False
        return self._may_be(word, heard.speaker.actor)

    def _may_be(self, word: str, actor: ActorId | None) -> bool:
        """Tell whether a pronoun may mean somebody: not if the text calls them otherwise."""
        if actor is not None and actor == self._absent:
            return False
        return actor is None or self._called.get(actor, word) == word or word not in {"he", "she"}

    def _subject_before(
        self, offset: int, wanted: frozenset[MentionKind], word: str
    ) -> Mention | None:
        """Return who is named first in the nearest sentence that names one: its likely subject."""
        best: Mention | None = None
        for mention in self._mentions.before(offset):
            if offset - mention.span.start > _REACH:
                break
            if best is not None and mention.sentence.id != best.sentence.id:
                break
            fits = mention.kind in wanted and self._may_be(word, mention.actor)
            fits = fits and not self._quotes.inside(mention.span.start)
            if fits and mention.actor is not None:
                best = mention
        return best

    def comments(self, person: Mention) -> bool:
        """Tell one whom the text introduced as speaking for no side."""
        return person.actor in self._mentions.commentators

    # ---- descriptions -------------------------------------------------------------------------

    def described(self, words: Sequence[str], offset: int) -> Speaker:
        """Resolve "the president", "SPOKESPERSON", "the ministry", "his counterpart"."""
        lead = words[0] if words and words[0] in _LEADS else ""
        phrase = [w for w in words[bool(lead) :] if w not in self._roles.standing - {"deputy"}]
        alone = not lead and " ".join(phrase) in self._roles.titles
        if not phrase or len(phrase) > _LONGEST or not (lead or alone):
            return Speaker()
        noun = phrase[-1]
        if lead in _OWN and noun in _OTHERS:
            return self._other(offset)
        if lead in _PRONOUN_OF and noun in _WORDS:
            return self.pronoun(_PRONOUN_OF[lead], offset)
        body = self._body(phrase, offset, own=lead in _OWN)
        if body.party or body.actor:
            return body
        if lead in _OWN:
            return Speaker()
        return self._person(phrase, offset, alone=alone) or self._heard_as(noun) or Speaker()

    def _before(self, offset: int, far: int) -> Iterable[Mention]:
        for mention in self._mentions.before(offset):
            if offset - mention.span.start > far:
                return
            yield mention

    def _body(self, phrase: Sequence[str], offset: int, *, own: bool) -> Speaker:
        r, noun = self._roles, phrase[-1]
        if noun not in r.bodies and noun not in r.groups:
            return Speaker()
        if own:  # "her ministry": of whoever was spoken of
            owner = next((m.party for m in self._before(offset, _REACH) if m.party), None)
            return Speaker(None, owner)
        loose: Actor | None = None
        for mention in self._before(offset, _FAR):
            actor = self._actors.get(mention.actor) if mention.actor else None
            if mention.kind is not MentionKind.BODY or actor is None:
                continue
            names = " ".join((actor.name, *actor.aliases)).lower().split()
            if set(phrase) <= set(names):
                return Speaker(actor.id, actor.party)
            if loose is None and noun in r.groups - _SELF_NAMED and actor.party is None:
                loose = actor
        return Speaker(loose.id) if loose is not None else Speaker()

    def _person(self, phrase: Sequence[str], offset: int, *, alone: bool) -> Speaker | None:
        title = " ".join(phrase)
        own = self._issuers_own(title, offset)
        if own is not None:
            return Speaker(own, self._mentions.home)
        aged = phrase[-1].endswith("year-old")
        for mention in self._before(offset, _FAR):
            actor = self._actors.get(mention.actor) if mention.actor else None
            if mention.kind is not MentionKind.PERSON or actor is None:
                continue
            if aged or self._is_called(actor, title):
                if self.comments(mention):
                    return Speaker(actor.id, comments=True)
                return Speaker(actor.id, actor.party)
        return None

    def _issuers_own(self, title: str, offset: int) -> ActorId | None:
        """Return whom "the Minister" means in a state's own paper: its own, not the guest.

        The guest is meant where the passage has named no one but the guest so far.
        """
        home = self._mentions.home
        if home is None:
            return None
        start = self._starts[bisect_right(self._starts, offset) - 1]
        here = [m for m in self._mentions.within(start, offset) if m.kind is MentionKind.PERSON]
        if here and all(m.party != home for m in here):
            return None
        for mention in self._before(offset, _FAR):
            actor = self._actors.get(mention.actor) if mention.actor else None
            person = mention.kind is MentionKind.PERSON and mention.party == home
            if person and actor is not None and self._is_called(actor, title):
                return actor.id
        return None

    def _is_called(self, actor: Actor, title: str) -> bool:
        """Tell whether a person holds that office or is described so: "a haulier"."""
        told = {office.title.lower() for office in actor.offices}
        told |= self._mentions.titles.get(actor.id, frozenset())
        said = {"spokesperson": ("spokesman", "spokeswoman")}.get(title, ())
        return any(names_office(one, each) for one in told for each in (title, *said))

    def _heard_as(self, noun: str) -> Speaker | None:
        """Return the nameless speaker of that noun: "A Spanish official … the official"."""
        return next((h.speaker for h in self._heard if h.noun == noun), None)

    def _other(self, offset: int) -> Speaker:
        """Return the person of the other side: "his counterpart", "her host"."""
        ours = next((h.speaker.party for h in self._heard if h.speaker.party), None)
        for mention in self._before(offset, _FAR):
            if mention.kind is MentionKind.PERSON and mention.party not in {ours, None}:
                return Speaker(mention.actor, mention.party)
        others = [side for side in self._sides if side != ours]
        return Speaker(None, others[0]) if ours and len(others) == 1 else Speaker()
