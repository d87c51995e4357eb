"""The four made-up reports, laid out with real offsets, and ways to find words in them."""

import datetime as dt

from briefing.model.findings import (
    Citation,
)
from briefing.model.ids import (
    PassageId,
    SentenceId,
    SourceId,
)
from briefing.model.source import (
    DateBasis,
    Passage,
    PassageKind,
    Sentence,
    Source,
    SourceKind,
    Span,
)

# One paragraph a line, one sentence an item: the text is put together from these.
_TEXTS: dict[str, list[list[str]]] = {
    "s1": [
        ["Vestria and Ostmark meet at Halden"],
        [
            "President Ada Mirel of Vestria and Premier Jon Tanner of Ostmark met in Halden on "
            "4 May 2031.",
            '"We want the fishing ban in the Sound lifted before winter," Mirel said.',
            "Tanner said that Ostmark would keep the ban until fish stocks recover, calling it "
            '"a matter of survival" for the coast.',
        ],
        [
            "The two leaders signed a memorandum on rebuilding the Halden bridge and agreed to "
            "hold further talks on visas.",
            "Six agreements were signed in all, the Vestrian presidency announced.",
            "If Kosk goes to see Mirel in June, the two may speak of the bridge again.",
            "A senior official said both sides were tired of the quarrel over the Sound.",
        ],
        [
            "Vestria heard the charge that its boats broke the rules.",
            '"Not one of our crews crossed the line.',
            'We kept every rule," Mirel said.',
        ],
    ],
    "s2": [
        ["Premier receives the President of Vestria"],
        [
            "Premier Jon Tanner received President Ada Mirel for talks on 4 May 2031.",
            "Ostmark is ready to pay for half of the Halden bridge, the Premier told reporters "
            "after the talks, adding that work could begin once engineers had looked at the "
            "piers, the banks and the old toll houses on both shores, which nobody "
            "had entered for years.",
            "Five agreements were signed.",
            "Tanner denied that Ostmark had shut the border in 2029.",
            "Foreign Minister Ila Kosk will visit Vestria in June.",
        ],
    ],
    "s3": [
        ["Why the Sound will stay closed"],
        [
            "The fishing ban will outlive this government, said Oren Pell, a lecturer at Karsia's "
            "naval college.",
            "Karsia supports a shared fishing zone in the Sound, its ministry said.",
            "The dispute over the Sound has been open since 2027, when talks at Brack failed.",
            "The border was closed in 2029.",
        ],
    ],
    "s4": [
        [
            '"We want the fishing ban in the Sound lifted before winter," Mirel said, according to '
            "the agency.",
            "Travel without visas is welcome, Kosk noted.",
        ],
    ],
}

_FACTS: dict[str, tuple[str, str | None, dt.date | None, DateBasis, SourceKind, str | None]] = {
    "s1": (
        "Vestria and Ostmark meet at Halden",
        "The Halden Courier",
        dt.date(2031, 5, 5),
        DateBasis.BYLINE,
        SourceKind.REPORT,
        "https://courier.example/halden",
    ),
    "s2": (
        'Readout: "friendly" talks at Halden',
        "Office of the Premier of Ostmark",
        dt.date(2031, 5, 4),
        DateBasis.METADATA,
        SourceKind.READOUT,
        None,
    ),
    "s3": (
        "Why the Sound will stay closed",
        "Karsian Review",
        dt.date(2031, 4, 28),
        DateBasis.INFERRED,
        SourceKind.COMMENTARY,
        None,
    ),
    "s4": ("", None, None, DateBasis.UNKNOWN, SourceKind.REPORT, None),
}


def source(key: str) -> Source:
    """Lay the sentences of one text out and note where each stands."""
    text = ""
    passages = []
    for row, items in enumerate(_TEXTS[key]):
        start, sentences = len(text), []
        for column, words in enumerate(items):
            text += " " if column else ""
            sentence_id = SentenceId(f"{key}.{row}.{column}")
            sentences.append(Sentence(sentence_id, len(text), len(text) + len(words)))
            text += words
        kind = PassageKind.TITLE if len(items) == 1 and row == 0 else PassageKind.BODY
        passage_id = PassageId(f"{key}.{row}")
        passages.append(Passage(passage_id, start, len(text), kind, tuple(sentences)))
        text += "\n\n"
    title, publisher, published, basis, kind_of_source, url = _FACTS[key]
    return Source(
        SourceId(key),
        f"{key}.txt",
        title,
        publisher,
        published,
        basis,
        kind_of_source,
        "en",
        url,
        text,
        tuple(passages),
    )


SOURCES = {key: source(key) for key in _TEXTS}


def span(key: str, words: str) -> Span:
    """Return where the words stand; ValueError when they do not."""
    start = SOURCES[key].text.index(words)
    return Span(start, start + len(words))


def sentence_at(key: str, offset: int) -> SentenceId:
    """Return the Sentence that an offset lies in."""
    for passage in SOURCES[key].passages:
        for sentence in passage.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence.id
    raise ValueError(offset)


def telling(key: str, words: str) -> Citation:
    """Return the Sentence that holds the words."""
    return Citation(SourceId(key), sentence_at(key, span(key, words).start))
