"""What was settled, by whom, how firmly; and what only might be, or fell through."""

import pytest

from briefing.model.findings import Agreement, AgreementKind
from tests.extraction.reading import findings

UNDERSTANDING, SIGNED = AgreementKind.UNDERSTANDING, AgreementKind.SIGNED
ANNOUNCED, PLANNED = AgreementKind.ANNOUNCED, AgreementKind.PLANNED


def found(text: str) -> list[Agreement]:
    """Return the Agreements in the order of the text."""
    every = findings(text, "2026-03-02").agreements
    return sorted(every, key=lambda a: (text.find(a.text), a.id))


# Sentence, kind, Parties, number, operative verb.
SETTLED = [
    ("Peru and Chile initialled a text on squid in Tacna.", SIGNED, "CHL PER", None, "initialled"),
    (
        "There was agreement between Ghana and Togo on the ferry.",
        UNDERSTANDING,
        "GHA TGO",
        None,
        "was",
    ),
    (
        "The Peruvian side and the Chilean side confirmed their agreement to plant reeds.",
        UNDERSTANDING,
        "CHL PER",
        None,
        "confirmed",
    ),
    (
        "Ghana’s minister told the Togolese press: “We signed in May.”",
        SIGNED,
        "GHA TGO",
        None,
        "signed",
    ),
    ("Egypt and Sudan signed 12 agreements in Khartoum.", SIGNED, "EGY SDN", 12, "signed"),
    (
        "Norway and Russia agreed to share data on cod stocks.",
        UNDERSTANDING,
        "NOR RUS",
        None,
        "agreed",
    ),
    (
        "Chile and Peru reached an understanding on the border.",
        UNDERSTANDING,
        "CHL PER",
        None,
        "reached",
    ),
    (
        "After talks in Doha hosted by Qatar, Rwanda and Uganda agreed to reopen the Gatuna post.",
        UNDERSTANDING,
        "RWA UGA",
        None,
        "agreed",
    ),
    (
        "Peru and Chile have found common ground on joint patrols.",
        UNDERSTANDING,
        "CHL PER",
        None,
        "found",
    ),
    (
        "Foreign ministers of Ghana and Togo shook hands on a ferry timetable.",
        UNDERSTANDING,
        "GHA TGO",
        None,
        "shook hands on",
    ),
    (
        "Ghana and Togo settled their dispute over the ferry.",
        UNDERSTANDING,
        "GHA TGO",
        None,
        "settled their",
    ),
    (
        "Jordan initialled a water protocol with Syria on Monday.",
        SIGNED,
        "JOR SYR",
        None,
        "initialled",
    ),
    ("Jordan and Syria inked a trio of agreements on water.", SIGNED, "JOR SYR", 3, "inked"),
    ("Seven MOUs were signed by Vietnam and Laos in Vientiane.", SIGNED, "LAO VNM", 7, "signed"),
    ("Vietnam and Laos have ratified the border treaty.", SIGNED, "LAO VNM", None, "ratified"),
    (
        "Vietnam and Laos extended the transit accord for two years.",
        SIGNED,
        "LAO VNM",
        None,
        "extended",
    ),
    ("Nepal and India renewed the power trade agreement.", SIGNED, "IND NPL", None, "renewed"),
    (
        "Nepal and India jointly pledged to halve the tariff on tea.",
        ANNOUNCED,
        "IND NPL",
        None,
        "pledged",
    ),
    (
        "Bolivia promised free passage for trucks, and Paraguay accepted the offer.",
        ANNOUNCED,
        "BOL PRY",
        None,
        "promised",
    ),
    (
        "Zambia and Malawi announced that both would withdraw their boats.",
        ANNOUNCED,
        "MWI ZMB",
        None,
        "announced that both",
    ),
    ("Kenya and Somalia plan to sign a treaty next month.", PLANNED, "KEN SOM", None, "sign"),
    (
        "Bolivia and Paraguay are expected to sign a gas agreement in June.",
        PLANNED,
        "BOL PRY",
        None,
        "sign",
    ),
    (
        "Bolivia plans to conclude a gas agreement with Paraguay.",
        PLANNED,
        "BOL PRY",
        None,
        "conclude",
    ),
    ("Zambia and Malawi will sign a maize agreement in May.", PLANNED, "MWI ZMB", None, "sign"),
    (
        "Zambia agreed with Malawi to share the lake's radar data.",
        UNDERSTANDING,
        "MWI ZMB",
        None,
        "agreed",
    ),
    (
        "A railway accord between Zambia and Malawi was signed on Friday.",
        SIGNED,
        "MWI ZMB",
        None,
        "signed",
    ),
    (
        "Zambia and Malawi ended two days of talks with a deal on maize.",
        UNDERSTANDING,
        "MWI ZMB",
        None,
        "ended",
    ),
    (
        "It was agreed that Zambia and Malawi would share the lake.",
        UNDERSTANDING,
        "MWI ZMB",
        None,
        "agreed",
    ),
    (
        "Zambia and Malawi met in Lusaka to sign a protocol on fish.",
        SIGNED,
        "MWI ZMB",
        None,
        "sign",
    ),
    (
        "The presidents of Zambia and Malawi exchanged notes on the lake border.",
        SIGNED,
        "MWI ZMB",
        None,
        "exchanged",
    ),
    (
        "Kenya, which borders Somalia, agreed with Ethiopia to dig wells.",
        UNDERSTANDING,
        "ETH KEN",
        None,
        "agreed",
    ),
    (
        "Although Russia objected, Norway and Finland signed a defence pact.",
        SIGNED,
        "FIN NOR",
        None,
        "signed",
    ),
    (
        "Norway and Finland did not discuss fish but agreed to share radar data.",
        UNDERSTANDING,
        "FIN NOR",
        None,
        "agreed",
    ),
    (
        "Norway and Finland signed off on six joint inspections of the cable.",
        UNDERSTANDING,
        "FIN NOR",
        6,
        "signed off on",
    ),
]

UNSETTLED = [
    "There was no agreement between Ghana and Togo on the ferry.",
    "There is agreement that Ghana and Togo need rain.",
    "Ghana and Togo wrote a text on the ferry.",
    "Ghana and Togo agreed to disagree on the ferry.",
    "If Egypt and Sudan agree on the dam, work could begin.",
    "Egypt and Sudan failed to agree on the dam.",
    "Norway agreed that it was late.",
    "Kenya urged Somalia to agree to a ceasefire.",
    "Moldova and Romania will not sign the energy agreement before June.",
    "Moldova and Romania did not sign the energy agreement.",
    "Moldova and Romania refused to sign the energy agreement.",
    "Kenya and Somalia could not agree on the border.",
    "Kenya and Somalia have yet to agree on the border.",
    "Kenya and Somalia ended two days of talks with no deal on the border.",
    "Kenya and Somalia parted without an agreement on the border.",
    "No agreement was signed by Kenya and Somalia.",
    "Neither Kenya nor Somalia signed the accord.",
    "Kenya and Somalia agreed to disagree on the border.",
    "Kenya and Somalia agreed on nothing but the date.",
    "Kenya and Somalia would agree to a pause only if Ethiopia did.",
    "The accord that Kenya and Somalia signed in 1996 lapsed in 2001.",
    "Kenya withdrew from the treaty signed with Somalia in 1996.",
    "Kenya demanded that Somalia sign the accord.",
    "Kenya and Somalia hope to sign an accord.",
    "Will Kenya and Somalia sign the accord?",
    "Kenya denied that it had agreed with Somalia to move the border.",
    "Somalia dismissed reports that it had signed a pact with Kenya.",
    "Kenya and Somalia were due to sign the accord but the ceremony was cancelled.",
    "Kenya and Somalia had agreed to share the lake, but Somalia later reneged on it.",
    "Kenya and Somalia came close to an agreement on the border.",
    "Kenya and Somalia stopped short of signing the accord.",
    "Analysts doubt that Kenya and Somalia will sign the accord.",
    "Kenya's government and the Kenyan opposition signed a deal.",
    "Kenya and Somalia should sign the accord, the envoy said.",
    "Kenya and Somalia must agree on a date before they sign the treaty.",
    "Kenya and Somalia discussed an agreement on the border.",
    "Kenya tore up the accord that it signed with Somalia.",
    "Kenya and Somalia are to hold talks in June.",
    "Until Kenya and Somalia agree on the border, no truck will cross.",
    "Kenya accused Somalia of breaking the deal they made in 2011.",
    "Croatia recognised Slovenia in 1992.",
]


@pytest.mark.parametrize(("text", "kind", "parties", "count", "verb"), SETTLED)
def test_settled(text, kind, parties, count, verb):
    (one,) = found(text)
    assert (one.kind, " ".join(sorted(one.parties)), one.count) == (kind, parties, count)
    assert (one.text, one.verb) == (text, verb)


@pytest.mark.parametrize("text", UNSETTLED)
def test_not_settled(text):
    assert found(text) == []


def test_who_announced_it():
    text = (
        "Egypt and Sudan agreed to share the water, Egyptian Foreign Minister Badr Abdelatty said."
    )
    (one,) = found(text)
    assert one.announced_by == "badr-abdelatty"


def test_one_side_alone_claims_the_consent_of_the_other():
    (one,) = found("Oman said that Yemen had agreed to return the trawlers.")
    assert set(one.parties) == {"OMN", "YEM"}
    assert one.announced_by == "OMN"


def test_a_third_that_only_tells_of_it_is_no_party():
    (one,) = found("Sweden said that Cyprus and Turkey had agreed to open a crossing.")
    assert set(one.parties) == {"CYP", "TUR"}


def test_the_two_sides_are_those_named_just_before():
    text = (
        "Peru thanked Chile, and Chile thanked Peru. Peru and Chile spoke of Peru and Chile.\n\n"
        "Ghana's president met his counterpart from Togo. The two sides agreed to open a bridge."
    )
    (one,) = found(text)
    assert set(one.parties) == {"GHA", "TGO"}


def test_two_in_one_sentence():
    text = "Kenya and Uganda signed three memorandums and agreed to reopen the road."
    first, second = found(text)
    assert (first.text, first.count) == ("Kenya and Uganda signed three memorandums", 3)
    assert (second.text, second.count) == ("agreed to reopen the road.", None)
    assert first.sentences == second.sentences
    assert set(second.parties) == {"KEN", "UGA"}


def test_each_item_of_a_list_is_one():
    text = (
        "The Ministers of Peru and of Chile met in Lima.\n\n4. Peru and Chile agreed:\n\n"
        "(a) to open the pass at night;\n\n(b) to share the radar.\n\n"
        "5. The meeting ended late."
    )
    items = found(text)
    assert [one.text for one in items] == [
        "(a) to open the pass at night;",
        "(b) to share the radar.",
    ]
    assert {(one.verb, *sorted(one.parties)) for one in items} == {("agreed", "CHL", "PER")}
    assert len({one.sentences for one in items}) == 2


def test_a_list_in_one_sentence():
    text = "Peru and Chile agreed: (1) to open the pass at night; and (2) to share the radar."
    assert [one.text for one in found(text)] == [
        "to open the pass at night",
        "to share the radar.",
    ]


def test_a_title_tells_of_one_only_where_the_text_does_not():
    title = "# Peru and Chile sign railway deal"
    assert [a.text for a in found(f"{title}\n\nRain fell in Lima.")] == [title]
    body = "Peru and Chile signed a railway agreement on Friday."
    assert [a.text for a in found(f"{title}\n\n{body}")] == [body]
