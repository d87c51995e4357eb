"""RTF (1.9.1): the text as it is printed, then its notes, comments and running heads."""

from briefing.ingest.raw import RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers.office import office_properties
from briefing.ingest.readers.office.rtf_walk import RtfText
from briefing.ingest.readers.office.story import marked
from briefing.model.source import PassageKind


def read(data: bytes, name: str) -> RawDocument:
    """Return the blocks of a document and what its information says of it.

    Notes stand after the text, then comments, and the heads and feet of the pages as boilerplate.
    Any bytes give some text, perhaps none; nothing is raised.
    """
    text = RtfText(data)
    blocks = (
        *text.blocks("text"),
        *text.blocks("footnotes"),
        *text.blocks("endnotes"),
        *marked(text.blocks("comments"), PassageKind.COMMENT),
        *_running(text),
    )
    titled, metadata = office_properties.titled(blocks, _metadata(text))
    return RawDocument(
        blocks=titled, metadata=metadata, structured=office_properties.is_structured(titled)
    )


def _running(text: RtfText) -> tuple[RawBlock, ...]:
    """Return the heads and feet of pages, each wording once; a bare page number is none."""
    texts = dict.fromkeys(block.text for block in text.blocks("running"))
    kept = (RawBlock(each) for each in texts if any(char.isalpha() for char in each))
    return marked(kept, PassageKind.BOILERPLATE)


def _metadata(text: RtfText) -> RawMetadata:
    return RawMetadata(
        title=office_properties.title(text.fields.get("title")),
        authors=office_properties.authors(text.fields.get("author")),
        shown=office_properties.shown(_day(text, "creatim"), _day(text, "revtim")),
    )


def _day(text: RtfText, place: str) -> str:
    day = text.days.get(place, {})
    return f"{day.get('yr', 0):04d}-{day.get('mo', 0):02d}-{day.get('dy', 0):02d}"
