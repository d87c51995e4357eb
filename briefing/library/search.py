"""The full-text index over Sentences: kept with the Sources, asked with the user's own words.

SQLite's FTS5 (https://sqlite.org/fts5.html) cuts text at all but letters and digits and takes no
notice of case or accents. Writing without spaces, such as Chinese, is found from the beginning of
an unbroken run only.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, select, text

from briefing.library.schema import SENTENCE
from briefing.model.findings import Citation
from briefing.model.ids import SentenceId, SourceId
from briefing.model.source import SET_ASIDE, Sentence, Source

_ADD = text("INSERT INTO sentence_words (rowid, words) VALUES (:number, :words)")
_DROP = text(
    "DELETE FROM sentence_words WHERE rowid IN (SELECT number FROM sentence WHERE source = :source)"
)
# bm25 gives equal Sentences an equal rank; then the order of Sources and of the text decides.
_FIND = text(
    "SELECT sentence.source, sentence.sentence"
    " FROM sentence_words JOIN sentence ON sentence.number = sentence_words.rowid"
    " WHERE sentence_words MATCH :match"
    " ORDER BY sentence.set_aside, sentence_words.rank, sentence.source, sentence.number"
    " LIMIT :limit"
)


def add(connection: Connection, sources: Sequence[Source]) -> None:
    """Index the Sentences of Sources that are not in the index."""
    first = connection.execute(select(func.max(SENTENCE.c.number))).scalar_one() or 0
    keys: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    for source in sources:
        for set_aside, sentence in _sentences(source):
            number = first + len(keys) + 1
            keys.append(
                {
                    "number": number,
                    "source": source.id,
                    "sentence": sentence.id,
                    "set_aside": int(set_aside),
                }
            )
            words.append({"number": number, "words": source.text[sentence.start : sentence.end]})
    if keys:
        connection.execute(SENTENCE.insert(), keys)
        connection.execute(_ADD, words)


def drop(connection: Connection, sources: Sequence[str]) -> None:
    """Take the Sentences of the Sources with these ids out of the index."""
    if sources:
        connection.execute(_DROP, [{"source": source} for source in sources])
        connection.execute(delete(SENTENCE).where(SENTENCE.c.source.in_(sources)))


def find(connection: Connection, words: str, limit: int) -> tuple[Citation, ...]:
    """Return the Sentences that hold every word, or a word that begins with it; best first.

    Sentences set aside come last. No words, no Sentences.
    """
    match = _match(words)
    if not match:
        return ()
    found = connection.execute(_FIND, {"match": match, "limit": max(limit, 0)})
    return tuple(Citation(SourceId(source), SentenceId(sentence)) for source, sentence in found)


def _sentences(source: Source) -> Iterator[tuple[bool, Sentence]]:
    for passage in source.passages:
        for sentence in passage.sentences:
            yield passage.kind in SET_ASIDE, sentence


def _match(words: str) -> str:
    """Return an FTS5 query in which nothing that the user typed is an operator.

    A word with a mark inside ("U.S.", "Xi's") is a phrase of its pieces; FTS5 passes over a word
    that is all marks.
    """
    clean = "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in words)
    return " ".join('"' + word.replace('"', '""') + '"*' for word in clean.split())
