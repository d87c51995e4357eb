"""The reference tables parse, hang together, and leave no name to two owners."""

import datetime as dt
import re
import tomllib
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.model.people import ActorKind
from briefing.paths import SEEDS

TABLES = SEEDS / "tables"

# Members of the United Nations, ISO 3166-1 alpha-3.
MEMBERS = set(
    re.findall(
        r"[A-Z]{3}",
        """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA
BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI
DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY
HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN
LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR
NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA
KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE
SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB
ZWE
""",
    )
)
OTHERS = {"VAT", "PSE", "TWN", "XKX", "COK", "NIU"}

FIELDS = {
    "party": {"id", "name", "kind", "names", "demonyms", "capital", "metonyms"},
    "actor": {"id", "name", "kind", "party", "surname", "aliases", "offices"},
    "issue": {"id", "label", "terms", "wordings"},
    "place": {"name", "party"},
}
FILES = {
    "parties": "party",
    "organisations": "party",
    "actors": "actor",
    "issues": "issue",
    "places": "place",
}


def rows(file: str) -> list[dict]:
    table = tomllib.loads((TABLES / f"{file}.toml").read_text(encoding="utf-8"))
    assert set(table) == {FILES[file]}
    return table[FILES[file]]


def party_names(party: dict) -> set[str]:
    listed = {party["name"], *party.get("names", ()), *party.get("demonyms", ())}
    listed |= set(party.get("metonyms", ()))
    return listed | ({party["capital"]} if "capital" in party else set())


def fold(name: str) -> str:
    return re.sub(r"[.\-]", "", name.replace("’", "'")).casefold()


def shared_names(*owners: tuple[str, set[str]]) -> dict[str, set[str]]:
    held = defaultdict(set)
    for owner, names in owners:
        for name in names:
            held[fold(name)].add(owner)
    return {name: ids for name, ids in held.items() if len(ids) > 1}


def parties() -> list[dict]:
    return rows("parties") + rows("organisations")


@pytest.mark.parametrize("file", FILES)
def test_rows_have_known_fields_of_the_right_shape(file):
    required = {"place": {"name"}, "issue": {"id", "label", "terms"}}
    for row in rows(file):
        assert set(row) <= FIELDS[FILES[file]], row
        assert required.get(FILES[file], {"id", "name", "kind"}) <= set(row), row
        for key, value in row.items():
            if key in {"names", "demonyms", "metonyms", "aliases", "terms"}:
                assert value, (row, key)
                assert all(isinstance(one, str) and one == one.strip() != "" for one in value), row
                assert len(value) == len(set(value)), (row, key)
            elif key not in {"offices", "wordings"}:
                assert isinstance(value, str), (row, key)
                assert value == value.strip() != "", (row, key)


@pytest.mark.parametrize("files", [("parties", "organisations"), ("actors",), ("issues",)])
def test_ids_are_unique(files):
    counts = Counter(row["id"] for file in files for row in rows(file))
    assert [key for key, count in counts.items() if count > 1] == []


def test_places_are_listed_once():
    counts = Counter(row["name"] for row in rows("places"))
    assert [name for name, count in counts.items() if count > 1] == []


def test_all_members_and_the_six_others_are_there_and_nobody_else():
    assert len(MEMBERS) == 193
    assert {row["id"] for row in rows("parties")} == MEMBERS | OTHERS


def test_kinds():
    assert {row["kind"] for row in rows("parties")} == {ActorKind.STATE}
    assert {row["kind"] for row in rows("organisations")} == {ActorKind.BODY}
    assert {row["kind"] for row in rows("actors")} == {ActorKind.PERSON, ActorKind.BODY}


def test_every_party_named_in_a_table_exists():
    known = {row["id"] for row in parties()}
    for file in ("actors", "places"):
        assert [row for row in rows(file) if row.get("party", "KOR") not in known] == []
    for issue in rows("issues"):
        assert set(issue.get("wordings", ())) <= known


def test_no_name_has_two_owners():
    owners = [(row["id"], party_names(row)) for row in parties()]
    owners += [(row["id"], {row["name"], *row.get("aliases", ())}) for row in rows("actors")]
    owners.append(("a place", {row["name"] for row in rows("places")}))
    assert shared_names(*owners) == {}


def test_shared_names_sees_a_clash_in_spite_of_points_and_capitals():
    assert shared_names(("A", {"U.S."}), ("B", {"us"})) == {"us": {"A", "B"}}


def test_demonyms_are_names_with_a_capital():
    for row in parties():
        for name in row.get("demonyms", ()):
            assert any(letter.isupper() for letter in name), name


def test_every_state_but_belgium_has_a_capital():
    assert [row["id"] for row in rows("parties") if "capital" not in row] == ["BEL"]
    brussels = [row["id"] for row in parties() if "Brussels" in party_names(row)]
    assert brussels == ["EU"]


def test_persons_have_a_party_and_a_surname_that_is_part_of_a_name_of_theirs():
    for row in rows("actors"):
        if row["kind"] == ActorKind.PERSON:
            assert row["party"], row
            assert any(row["surname"] in name for name in (row["name"], *row.get("aliases", ())))
            assert row["offices"], row
        else:
            assert {"surname", "offices"}.isdisjoint(row), row


def test_actor_ids_are_made_of_small_letters_digits_and_hyphens():
    assert [
        r["id"] for r in rows("actors") if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", r["id"])
    ] == []


def test_offices_start_before_they_end():
    for row in rows("actors"):
        for office in row.get("offices", ()):
            assert set(office) <= {"title", "since", "until"}, row
            assert office["title"], row
            days = [office[key] for key in ("since", "until") if key in office]
            assert all(type(day) is dt.date for day in days), row
            assert days == sorted(set(days)), row


def test_nobody_holds_the_same_office_twice_at_a_time():
    for row in rows("actors"):
        held = defaultdict(list)
        for office in row.get("offices", ()):
            since = office.get("since", dt.date.min)
            held[office["title"]].append((since, office.get("until", dt.date.max)))
        for terms in held.values():
            ordered = sorted(terms)
            assert all(a[1] < b[0] for a, b in pairwise(ordered)), row


@pytest.mark.parametrize(
    ("title", "party", "day", "name"),
    [
        ("President", "KOR", dt.date(2025, 11, 1), "Lee Jae Myung"),
        ("President", "KOR", dt.date(2024, 11, 15), "Yoon Suk Yeol"),
        ("President", "CHN", dt.date(2026, 1, 5), "Xi Jinping"),
        ("Foreign Minister", "CHN", dt.date(2023, 3, 1), "Qin Gang"),
        ("President", "USA", dt.date(2022, 1, 1), "Joe Biden"),
        ("Prime Minister", "JPN", dt.date(2025, 11, 1), "Sanae Takaichi"),
        ("Prime Minister", "GBR", dt.date(2022, 10, 1), "Liz Truss"),
    ],
)
def test_one_person_holds_an_office_on_a_day(title, party, day, name):
    holders = [
        row["name"]
        for row in rows("actors")
        for office in row.get("offices", ())
        if row.get("party") == party
        and office["title"] == title
        and office.get("since", dt.date.max) <= day <= office.get("until", dt.date.max)
    ]
    assert holders == [name]


def test_issue_terms_are_enough_and_precise():
    too_general = {"agreement", "cooperation", "relations", "talks", "meeting", "summit", "issue"}
    for row in rows("issues"):
        assert 4 <= len(row["terms"]) <= 64, row["id"]
        assert too_general.isdisjoint(term.casefold() for term in row["terms"]), row["id"]
        # A star may only end a word.
        assert all(re.search(r"\*(?! |$)", term) is None for term in row["terms"]), row["id"]


def test_tables_are_as_large_as_a_newsroom_needs():
    assert len(rows("organisations")) >= 50
    assert len(rows("places")) >= 200
    assert 90 <= len(rows("issues")) <= 140
    assert len({row["party"] for row in rows("actors") if row.get("party") in MEMBERS}) >= 70


def test_a_folder_of_tables_holds_no_other_file():
    assert {path.name for path in Path(TABLES).iterdir()} == {f"{file}.toml" for file in FILES}
