"""The reference tables, read and checked: parties, organisations, actors, issues, places."""

import tomllib
from pathlib import Path

from briefing.ingest.table_rows import Row
from briefing.model.errors import TableError
from briefing.model.ids import ActorId, IssueId
from briefing.model.people import Actor, ActorKind, Issue, Office, Party, Place, Reference

_FILES = (
    ("parties.toml", "party"),
    ("organisations.toml", "party"),
    ("actors.toml", "actor"),
    ("issues.toml", "issue"),
    ("places.toml", "place"),
)


def load_reference(*folders: Path) -> Reference:
    """Return the tables of the folders; a later folder adds rows or replaces those with its ids.

    A folder or file that is not there counts as empty. Rows are sorted by id, places by name. The
    shapes of the rows are in seeds/README.md; a capital is added to the metonyms of its state.
    Raises TableError naming file, row and field.
    """
    parties: dict[str, Party] = {}
    actors: dict[str, Actor] = {}
    issues: dict[str, Issue] = {}
    places: dict[str, Place] = {}
    for folder in folders:
        own: dict[str, set[str]] = {}
        for file, table in _FILES:
            for row in _rows(folder / file, table):
                key = row.text("name" if table == "place" else "id")
                row.once(key, own.setdefault(table, set()))
                if table == "party":
                    parties[key] = _party(row)
                elif table == "actor":
                    actors[key] = _actor(row)
                elif table == "issue":
                    issues[key] = _issue(row)
                else:
                    places[key] = _place(row)
    return Reference(
        parties=tuple(parties[key] for key in sorted(parties)),
        actors=tuple(actors[key] for key in sorted(actors)),
        issues=tuple(issues[key] for key in sorted(issues)),
        places=tuple(places[key] for key in sorted(places)),
    )


def _rows(path: Path, table: str) -> list[Row]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(
            "The table “{file}” cannot be read: {reason}.",
            "Save it as UTF-8 text.",
            file=str(path),
            reason=str(error),
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise TableError(
            "The table “{file}” is not written as TOML: {reason}.",
            "Mend it at that place; seeds/README.md shows the form.",
            file=str(path),
            reason=str(error),
        ) from error
    if unknown := sorted(set(data) - {table}):
        raise TableError(
            "The table “{file}” holds rows named [[{row}]].",
            "Its rows are named [[{table}]].".replace("{table}", table),
            file=str(path),
            row=unknown[0],
        )
    rows = data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TableError(
            "The table “{file}” has no rows in it, but a single entry “{table}”.",
            f"Write [[{table}]] with two brackets over each row.",
            file=str(path),
            table=table,
        )
    return [Row(str(path), number, row) for number, row in enumerate(rows, start=1)]


def _party(row: Row) -> Party:
    row.only("id", "name", "kind", "names", "demonyms", "capital", "metonyms")
    capital = row.optional_text("capital")
    metonyms = row.texts("metonyms")
    if capital is not None and capital not in metonyms:
        metonyms = (*metonyms, capital)
    return Party(
        id=ActorId(row.text("id")),
        name=row.text("name"),
        kind=row.member("kind", ActorKind),
        names=row.texts("names"),
        demonyms=row.texts("demonyms"),
        capital=capital,
        metonyms=metonyms,
    )


def _actor(row: Row) -> Actor:
    row.only("id", "name", "kind", "party", "surname", "aliases", "offices")
    party = row.optional_text("party")
    return Actor(
        id=ActorId(row.text("id")),
        name=row.text("name"),
        kind=row.member("kind", ActorKind),
        party=None if party is None else ActorId(party),
        aliases=row.texts("aliases"),
        offices=tuple(_office(office) for office in row.rows("offices")),
        surname=row.optional_text("surname"),
    )


def _office(row: Row) -> Office:
    row.only("title", "since", "until")
    since, until = row.date("since"), row.date("until")
    if since and until and until < since:
        raise row.mistake("until", "a day that is not before “since”", until)
    return Office(title=row.text("title"), since=since, until=until)


def _issue(row: Row) -> Issue:
    row.only("id", "label", "terms", "wordings")
    wordings = row.pairs("wordings")
    return Issue(
        id=IssueId(row.text("id")),
        label=row.text("label"),
        terms=row.texts("terms"),
        wordings=tuple((ActorId(party), wording) for party, wording in wordings),
    )


def _place(row: Row) -> Place:
    row.only("name", "party")
    party = row.optional_text("party")
    return Place(name=row.text("name"), party=None if party is None else ActorId(party))
