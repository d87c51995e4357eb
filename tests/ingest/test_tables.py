"""Reference tables are read as written; a mistake names file, row and field."""

import datetime as dt

import pytest

from briefing.ingest.tables import load_reference
from briefing.model.errors import TableError
from briefing.model.people import ActorKind, Place

PARTIES = """
[[party]]
id = "NOR"
name = "Norway"
kind = "state"
names = ["Kingdom of Norway"]
demonyms = ["Norwegian"]
capital = "Oslo"
metonyms = ["Stortinget"]

[[party]]
id = "ISL"
name = "Iceland"
kind = "state"
"""
BODIES = '[[party]]\nid = "NC"\nname = "Nordic Council"\nkind = "body"\n'
ACTORS = """
[[actor]]
id = "kari-lund"
name = "Kari Lund"
kind = "person"
party = "NOR"
surname = "Lund"
aliases = ["K. Lund"]
offices = [{ title = "Fisheries Minister", since = 2021-10-14, until = 2024-02-01 }, { title = "Premier" }]
"""  # noqa: E501 - one office a line, as an analyst writes it
ISSUES = """
[[issue]]
id = "fish"
label = "Fisheries"
terms = ["fisher*", "quota"]
[issue.wordings]
NOR = "shared stocks"
"""
PLACES = '[[place]]\nname = "Tromsø"\nparty = "NOR"\n\n[[place]]\nname = "Arctic Ocean"\n'


def write(folder, **tables):
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    return write(
        tmp_path / "tables",
        parties=PARTIES,
        organisations=BODIES,
        actors=ACTORS,
        issues=ISSUES,
        places=PLACES,
    )


def test_all_tables_are_read(folder):
    reference = load_reference(folder)
    assert [party.id for party in reference.parties] == ["ISL", "NC", "NOR"]
    norway = reference.parties[2]
    assert norway.metonyms == ("Stortinget", "Oslo")
    assert norway.kind is ActorKind.STATE
    assert reference.parties[1].kind is ActorKind.BODY
    actor = reference.actors[0]
    assert (actor.party, actor.surname, actor.aliases) == ("NOR", "Lund", ("K. Lund",))
    assert actor.offices[0].until == dt.date(2024, 2, 1)
    assert actor.offices[1].since is None
    assert reference.issues[0].wordings == (("NOR", "shared stocks"),)
    assert reference.places == (Place("Arctic Ocean"), Place("Tromsø", "NOR"))


def test_a_later_folder_adds_and_replaces(folder, tmp_path):
    own = write(
        tmp_path / "own",
        parties='[[party]]\nid = "NOR"\nname = "Noreg"\nkind = "state"\n',
        places='[[place]]\nname = "Bodø"\n',
    )
    reference = load_reference(folder, own)
    assert [party.name for party in reference.parties] == ["Iceland", "Nordic Council", "Noreg"]
    assert [place.name for place in reference.places] == ["Arctic Ocean", "Bodø", "Tromsø"]
    assert reference == load_reference(folder, own)


def test_folders_that_are_not_there_are_empty(tmp_path):
    assert load_reference(tmp_path / "nowhere").parties == ()
    assert load_reference().actors == ()


@pytest.mark.parametrize(
    ("table", "text", "words"),
    [
        ("parties", '[[party]]\nid = "X"\nkind = "state"\n', ["row 1", "“name”", "nothing"]),
        (
            "parties",
            '[[party]]\nid = "X"\nname = "X"\nkind = "land"\n',
            ["“kind”", "person, body, state"],
        ),
        (
            "parties",
            '[[party]]\nid = "X"\nname = "X"\nkind = "state"\nnames = "Y"\n',
            ["“names”", "list"],
        ),
        (
            "parties",
            '[[party]]\nid = "X"\nname = "X"\nkind = "state"\nadjectives = []\n',
            ["adjectives"],
        ),
        (
            "parties",
            PARTIES + '[[party]]\nid = "NOR"\nname = "X"\nkind = "state"\n',
            ["row 3", "second time"],
        ),
        ("parties", '[[actor]]\nid = "X"\n', ["[[actor]]"]),
        ("parties", '[party]\nid = "X"\n', ["single entry"]),
        ("parties", "id = \n", ["TOML", "line 1"]),
        ("actors", ACTORS.replace("2021-10-14", '"2021"'), ["“since”", "day"]),
        ("actors", ACTORS.replace("2021-10-14", "2025-10-14"), ["“until”", "before"]),
        ("actors", ACTORS.replace("offices = [", 'offices = ["x", '), ["“offices”"]),
        ("issues", ISSUES.replace('"shared stocks"', "3"), ["“wordings”"]),
        ("places", '[[place]]\nname = ""\n', ["“name”", "words"]),
    ],
)
def test_a_mistake_names_file_row_and_field(tmp_path, table, text, words):
    folder = write(tmp_path / "tables", **{table: text})
    with pytest.raises(TableError) as caught:
        load_reference(folder)
    message = str(caught.value)
    assert f"{table}.toml" in message
    assert caught.value.hint
    for word in words:
        assert word in message
