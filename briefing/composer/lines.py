"""Lines that several Sections print alike: who said it, how, when, in which words, from where."""

import datetime as dt
import re
from collections.abc import Iterator

from briefing.composer.context import Context, plain
from briefing.composer.dates import day_or_none
from briefing.composer.quoting import is_whole
from briefing.composer.statements import UNSURE, Voice
from briefing.document.blocks import ItemList, Remark
from briefing.document.inlines import Emphasis, Inline, Inlines, Strong, Text
from briefing.model.findings import Act, Mode, Polarity, Statement
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind
from briefing.model.source import Source

# A longer cue is a clause with a subject of its own, which does not follow a name.
_MOST_CUE_WORDS = 3
_WORD = re.compile(r"\w+")
# So many letters tell "Ethiopian" for Ethiopia and "Thai" for Thailand.
_STEM = 4


def remark(words: str) -> Remark:
    """Return the composer's own words as a Block."""
    return Remark((Text(words),))


def voice_line(context: Context, voice: Voice, *, with_party: bool = True) -> Inlines:
    """Return date, speaker, office, how it was said, the Source's words and where they stand."""
    phrases = context.phrases
    verb = cue(context, voice.statement)
    return (
        Text(phrases.say("line.date", when=voice.when)),
        *_stance(context, voice),
        *_speakers(context, voice, with_party=with_party),
        Text(phrases.say("line.how", verb=f" {verb}" if verb else "")),
        Text(voice.words),
        context.cite(voice.citations),
        *doubt(context, voice),
    )


def _speakers(context: Context, voice: Voice, *, with_party: bool) -> Iterator[Inline]:
    """Yield each speaker with office and Party, the last after "and"."""
    several = bool(voice.others)
    for index, statement in enumerate(voice.statements):
        if index:
            last = index == len(voice.others)
            say = context.phrases.say
            yield Text(say("line.and") if last else say("line.comma"))
        # The name of a Party that stands beside the other's needs no "both countries" after it.
        yield Strong(speaker(context, statement, alone=not several))
        post = _post(context, statement, voice.date, with_party=with_party)
        if post:
            yield Text(post)


def doubt(context: Context, voice: Voice) -> Inlines:
    """Return the mark that asks the reader to check, where the rule was unsure."""
    if all(statement.confidence >= UNSURE for statement in voice.statements):
        return ()
    return (Text(" "), Emphasis(context.phrases.say("mark.check")))


def voice_list(context: Context, found: tuple[Voice, ...], *, with_party: bool = True) -> ItemList:
    """Return one item a Voice, in the order given."""
    return ItemList(tuple(voice_line(context, voice, with_party=with_party) for voice in found))


def speaker(context: Context, statement: Statement, *, alone: bool = True) -> str:
    """Return the Actor's display name, else the speaker as the Source names it."""
    if statement.speaker is not None:
        name = context.name(statement.speaker)
        together = _together(statement) if alone else ""
        return context.phrases.say("line.together", name=name, both=together) if together else name
    named = " ".join(statement.speaker_text.split())
    return named[:1].upper() + named[1:] if named else context.phrases.say("actor.unnamed")


def _together(statement: Statement) -> str:
    """Return how the Source names several sides at once, where a Party is one of them.

    "China agreed" would not say that the Source has "both countries agreed".
    """
    told = " ".join(plain(statement.speaker_text).split())
    folded = told.casefold()
    several = folded.startswith(("both", "the two", "the sides", "the leaders", "they"))
    return told if statement.speaker == statement.party and (several or " and " in folded) else ""


def office(context: Context, actor: ActorId, date: dt.date | None) -> str:
    """Return the post held on a day, the one taken up last; "" when none is known for that day."""
    known = context.actors.get(actor)
    if known is None:
        return ""
    held = [
        post
        for post in known.offices
        if (post.since is None or (date is not None and post.since <= date))
        and (post.until is None or (date is not None and date <= post.until))
    ]
    held.sort(key=lambda post: (post.since or dt.date.min, post.title))
    return plain(held[-1].title) if held else ""


def source_line(context: Context, source: Source) -> str:
    """Return the Source's title, publisher and date as one line."""
    title = plain(source.title) or context.phrases.say("source_line.untitled")
    date = day_or_none(context.phrases, source.published)
    parts = (title, plain(source.publisher or ""), date)
    return ", ".join(part for part in parts if part)


def _post(context: Context, statement: Statement, date: dt.date | None, *, with_party: bool) -> str:
    """Return office and Party in brackets; a state that speaks for itself needs neither."""
    parts: list[str] = []
    if statement.speaker is not None:
        parts.append(office(context, statement.speaker, date))
    if with_party and statement.party is not None and statement.party != statement.speaker:
        parts.append(context.name(statement.party))
    behalf = _behalf(context, statement, "".join(parts[:1]))
    if behalf:
        parts.append(context.phrases.say("line.on_behalf", party=behalf))
    filled = ", ".join(part for part in parts if part)
    return context.phrases.say("line.post", post=filled) if filled else ""


def _behalf(context: Context, statement: Statement, post: str) -> str:
    """Return for whom it is said; "" where the speaker as printed says so, or it is the Party.

    ``post`` is the office as printed.
    """
    if statement.on_behalf is None or statement.on_behalf == statement.party:
        return ""
    behalf = context.name(statement.on_behalf)
    printed = set(_folded(f"{speaker(context, statement)} {post}"))
    return "" if printed.issuperset(_folded(behalf)) else behalf


def _folded(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _stance(context: Context, voice: Voice) -> Inlines:
    """Return the stance as a mark of its own, so that it does not read as governing the words.

    Several speakers have the stance that all of them share.
    """
    say = context.phrases.say
    marks: list[str] = []
    statement = voice.statement
    shared = len({s.polarity for s in voice.statements}) == 1
    if shared and statement.polarity is not Polarity.NEUTRAL:
        marks.append(say(f"polarity.{statement.polarity}"))
    if all(s.act is Act.HELD for s in voice.statements):
        marks.append(say("mark.held"))
    return (Emphasis(", ".join(marks)), Text(say("line.after_stance"))) if marks else ()


def cue(context: Context, statement: Statement) -> str:
    """Return the Source's own cue ("urged"), else how it was said as a phrase.

    Nothing before a whole Sentence, which has its cue in it.

    Before words in quotation marks the phrase will do. Before the Source's own account of what was
    said it would not: "said: …the South as hostile" leaves out that the cue was "describes".
    """
    if is_whole(context, statement):
        return ""
    words = statement.cue.split()
    unfit = context.phrases.say("trimming.unfit_cues").split()
    leads = 0 < len(words) <= _MOST_CUE_WORDS and words[0].casefold() not in unfit
    if leads and words[0][:1].isalpha() and statement.mode is not Mode.DIRECT:
        return " ".join(words)
    return context.phrases.say(f"act.{statement.act}")


def full_name(context: Context, actor: ActorId) -> str:
    """Return the name; of a body whose name does not tell its country, with that in brackets."""
    name = context.name(actor)
    known = context.actors.get(actor)
    if known is None or known.kind is not ActorKind.BODY or known.party in {None, actor}:
        return name
    return _with_party(context, known, name)


def teller(context: Context, actor: ActorId) -> str:
    """Return the name of an Actor, with the Party that it speaks for unless the name tells it."""
    known = context.actors.get(actor)
    if known is None or known.party in {None, actor}:
        return context.name(actor)
    return _with_party(context, known, context.name(actor))


def _with_party(context: Context, actor: Actor, name: str) -> str:
    party = context.actors.get(actor.party) if actor.party else None
    if party is None:
        return name
    told = {word[:_STEM] for word in _folded(name)}
    stems = {word[:_STEM] for word in _folded(party.name)}
    words = f" {' '.join(_folded(name))} "
    aliased = any(f" {' '.join(_folded(alias))} " in words for alias in party.aliases)
    if aliased or not told.isdisjoint(stem for stem in stems if len(stem) == _STEM):
        return name
    return context.phrases.say("actor.of_party", name=name, party=plain(party.name))


def names_actor(text: str, actor: Actor) -> bool:
    """Tell whether a text has one of the Actor's names in it."""
    names = (actor.name, *actor.aliases, actor.surname or actor.name)
    return any(name.casefold() in text.casefold() for name in names)


def is_state(context: Context, actor: ActorId) -> bool:
    """Tell whether an Actor is a state, which is its own Party."""
    known = context.actors.get(actor)
    return known is not None and known.kind is ActorKind.STATE
