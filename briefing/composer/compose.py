"""Composes a Document from a Dossier and a Briefing: pure, and the same for the same input."""

from collections.abc import Iterator

from briefing.composer import annex, front
from briefing.composer.context import Context, prepare
from briefing.composer.numbering import number
from briefing.composer.phrasebook import Phrasebook
from briefing.composer.registry import SECTIONS
from briefing.composer.verify import check
from briefing.document.blocks import Block, Heading
from briefing.document.document import Document, Labels
from briefing.document.inlines import Text
from briefing.model.briefing import Briefing, Dossier, Template
from briefing.model.errors import TableError


def compose(
    dossier: Dossier, briefing: Briefing, template: Template, phrases: Phrasebook
) -> Document:
    """Return the Document: the template's Sections that are not left out, worded and numbered.

    Every quotation is checked against its Source; raises ComposeError where one does not hold, or
    where a Finding cites a Sentence that is not in the Dossier, and TableError on a Section that
    does not exist.
    """
    context = prepare(dossier, briefing, phrases)
    numbered = number(tuple(_blocks(context, template)), tuple(context.places))
    document = Document(
        title=front.title(context),
        subtitle=front.subtitle(context),
        language=phrases.language,
        marking=briefing.marking,
        facts=front.facts(context, numbered),
        blocks=numbered.blocks,
        notes=annex.notes(context, numbered),
        sources=annex.sources(context, numbered),
        labels=_labels(phrases),
    )
    check(document, dossier.evidence.sources)
    return document


def _blocks(context: Context, template: Template) -> Iterator[Block]:
    for row in template.sections:
        section = SECTIONS.get(row.section)
        if section is None:
            raise TableError(
                'The template "{name}" names the section "{section}", which does not exist.',
                hint="Correct the template.",
                name=template.name,
                section=row.section,
            )
        if row.optional and row.section in context.briefing.left_out:
            continue
        yield Heading(1, (Text(row.heading),), row.section.replace("_", "-"))
        yield from section(context)


def _labels(phrases: Phrasebook) -> Labels:
    return Labels(
        contents=phrases.say("label.contents"),
        notes=phrases.say("label.notes"),
        sources=phrases.say("label.sources"),
        page=phrases.say("label.page"),
        to_be_completed=phrases.say("label.to_be_completed"),
    )
