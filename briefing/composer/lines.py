"""Lines that several Sections print alike: who said it, how, when, in which words, from where."""

import datetime as dt

from briefing.composer.context import Context, plain
from briefing.composer.dates import day_or_none
from briefing.composer.quoting import is_whole
from briefing.composer.statements import UNSURE, Voice
from briefing.document.blocks import ItemList, Remark
from briefing.document.inlines import Emphasis, Inlines, Strong, Text
from briefing.model.findings import Act, Mode, Polarity, Statement
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind
from briefing.model.source import Source

# A longer cue is a clause with a subject of its own, which does not follow a name.
_MOST_CUE_WORDS = 3


def remark(words: str) -> Remark:
    """Return the composer's own words as a Block."""
    return Remark((Text(words),))


def voice_line(context: Context, voice: Voice, *, with_party: bool = True) -> Inlines:
    """Return date, speaker, office, how it was said, the Source's words and where they stand."""
    statement = voice.statement
    phrases = context.phrases
    post = _post(context, voice, with_party=with_party)
    verb = cue(context, statement)
    return (
        Text(phrases.say("line.date", when=voice.when)),
        *_stance(context, statement),
        Strong(speaker(context, statement)),
        Text(phrases.say("line.how", post=post, verb=f" {verb}" if verb else "")),
        Text(voice.words),
        context.cite(voice.citations),
        *doubt(context, statement),
    )


def doubt(context: Context, statement: Statement) -> Inlines:
    """Return the mark that asks the reader to check, where the rule was unsure."""
    if statement.confidence >= UNSURE:
        return ()
    return (Text(" "), Emphasis(context.phrases.say("mark.check")))


def voice_list(context: Context, found: tuple[Voice, ...], *, with_party: bool = True) -> ItemList:
    """Return one item a Voice, in the order given."""
    return ItemList(tuple(voice_line(context, voice, with_party=with_party) for voice in found))


def speaker(context: Context, statement: Statement) -> str:
    """Return the Actor's display name, else the speaker as the Source names it."""
    if statement.speaker is not None:
        name = context.name(statement.speaker)
        together = _together(statement)
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


def _post(context: Context, voice: Voice, *, with_party: bool) -> str:
    """Return office and Party in brackets; a state that speaks for itself needs neither."""
    statement = voice.statement
    parts: list[str] = []
    if statement.speaker is not None:
        parts.append(office(context, statement.speaker, voice.date))
    if with_party and statement.party is not None and statement.party != statement.speaker:
        parts.append(context.name(statement.party))
    if statement.on_behalf is not None and statement.on_behalf != statement.party:
        behalf = context.name(statement.on_behalf)
        parts.append(context.phrases.say("line.on_behalf", party=behalf))
    filled = ", ".join(part for part in parts if part)
    return context.phrases.say("line.post", post=filled) if filled else ""


def _stance(context: Context, statement: Statement) -> Inlines:
    """Return the stance as a mark of its own, so that it does not read as governing the words."""
    say = context.phrases.say
    marks: list[str] = []
    if statement.polarity is not Polarity.NEUTRAL:
        marks.append(say(f"polarity.{statement.polarity}"))
    if statement.act is Act.HELD:
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


def names_actor(text: str, actor: Actor) -> bool:
    """Tell whether a text has one of the Actor's names in it."""
    names = (actor.name, *actor.aliases, actor.surname or actor.name)
    return any(name.casefold() in text.casefold() for name in names)


def is_state(context: Context, actor: ActorId) -> bool:
    """Tell whether an Actor is a state, which is its own Party."""
    known = context.actors.get(actor)
    return known is not None and known.kind is ActorKind.STATE
