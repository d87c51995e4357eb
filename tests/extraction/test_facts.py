"""What one side did, to or with another: classes, sides, dates, and what is no fact."""

import datetime as dt

import pytest

from briefing.extraction.extract import extract
from briefing.model.facts import FactKind
from briefing.model.findings import Precision
from tests.extraction.reading import findings, given, source


def only(text, published=None):
    found = findings(text, published).facts
    assert len(found) == 1, [(f.kind, f.actors, f.targets, f.cue) for f in found]
    return found[0]


# Text, class, who, to or with whom: one or two of each class, active, passive, by a noun.
TOLD = [
    ("Egypt and Ethiopia reached an agreement on the dam.", "agree", "EGY ETH", ""),
    ("Sweden will send doctors to Liberia.", "agree", "SWE", "LBR"),
    ("Finnish and Swedish ministers met in Turku.", "consult", "FIN SWE", ""),
    ("The Omani foreign minister paid a visit to Iraq.", "consult", "OMN", "IRQ"),
    ("Talks between Serbia and Kosovo resumed on Friday.", "consult", "SRB XKX", ""),
    ("Chile praised Uruguay's decision.", "support", "CHL", "URY"),
    ("Cyprus signed a defence accord with Israel.", "support", "CYP", "ISR"),
    ("Cuba lifted a ban on Spanish newspapers.", "concede", "CUB", "ESP"),
    ("Albania extradited two suspects to Italy.", "cooperate", "ALB", "ITA"),
    ("Japan gave Kenya a loan of 30 million dollars.", "aid", "JPN", "KEN"),
    ("Angola released 20 Congolese prisoners.", "retreat", "AGO", "COD"),
    ("The United States lifted sanctions on Sudan.", "retreat", "USA", "SDN"),
    ("Bhutan insisted that Nepal take back the refugees.", "demand", "BTN", "NPL"),
    ("Russia said on Tuesday that Georgia must free the pilot.", "demand", "RUS", "GEO"),
    ("Egypt should open the crossing, Jordan said.", "demand", "JOR", "EGY"),
    ("Turkey criticised Greece over the incident.", "disapprove", "TUR", "GRC"),
    ("Laos said Thailand was responsible for the clash.", "disapprove", "LAO", "THA"),
    ("Vietnam issued a statement condemning China's drilling.", "disapprove", "VNM", "CHN"),
    ("Norway's condemnation of Israel was loud.", "disapprove", "NOR", "ISR"),
    ("Iran refused to admit inspectors from Britain.", "reject", "IRN", "GBR"),
    ("Mongolia did not sign the treaty with Russia.", "reject", "MNG", "RUS"),
    ("Belarus threatened to close its border with Poland.", "threaten", "BLR", "POL"),
    ("Spain is investigating a Moroccan diplomat.", "investigate", "ESP", "MAR"),
    ("Bulgarian miners marched to the Greek embassy.", "protest", "BGR", "GRC"),
    ("Saudi Arabia broke off relations with Iran.", "sanction", "SAU", "IRN"),
    ("Poland expelled three Russian diplomats.", "sanction", "POL", "RUS"),
    ("Two Norwegian journalists were detained by Belarusian police.", "coerce", "BLR", "NOR"),
    ("Kenya deployed troops to Somalia.", "mobilize", "KEN", "SOM"),
    ("Venezuela massed troops along the Colombian border.", "mobilize", "VEN", "COL"),
    ("Gunmen kidnapped two Italian tourists in Yemen.", "assault", "YEM", "ITA"),
    ("A suicide bomber killed five Indian soldiers.", "assault", "", "IND"),
    ("Ethiopian troops clashed with Eritrean soldiers.", "fight", "ETH", "ERI"),
    ("Two Pakistani soldiers were killed by Indian troops.", "fight", "IND", "PAK"),
    ("Turkey launched air strikes on Syria.", "fight", "TUR", "SYR"),
]


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), TOLD)
def test_who_did_what_to_whom(text, kind, actors, targets):
    fact = only(text)
    assert (fact.kind, " ".join(fact.actors), " ".join(fact.targets)) == (kind, actors, targets)


def test_every_class_is_read():
    assert {kind for _, kind, _, _ in TOLD} == set(FactKind)


# The same deed under another mode is of another class, or none at all.
MODES = [
    ("Peru offered to negotiate with Chile.", "agree"),
    ("Peru refused to negotiate with Chile.", "reject"),
    ("Peru threatened to attack Chile.", "threaten"),
    ("Peru vowed to attack Chile.", "threaten"),
    ("Peru asked Chile to negotiate.", "demand"),
    ("Peru began negotiating with Chile.", "consult"),
    ("Peru stopped shelling Chile.", "retreat"),
    ("Peru accused Chile of attacking Bolivia.", "disapprove"),
    ("Peru is ready to help Chile.", "agree"),
    ("Peru will attack Chile.", "threaten"),
    ("Peru will cut off aid to Chile.", "threaten"),
    ("Peru will not tolerate Chile's patrols.", "threaten"),
]


@pytest.mark.parametrize(("text", "kind"), MODES)
def test_the_mode_turns_the_class(text, kind):
    fact = only(text)
    assert (fact.kind, fact.actors, fact.targets[:1]) == (kind, ("PER",), ("CHL",))


NO_FACTS = [
    "Peru did not attack Chile.",
    "Peru could help Chile.",
    "If Peru attacked Chile, the pact would end.",
    "No Peruvian minister has visited Chile since 2019.",
    "Peru is south of Ecuador and north of Chile.",
    "Peru recognised that Chile was ready.",
    "The weather was fine and nobody attacked anybody.",
]


@pytest.mark.parametrize("text", NO_FACTS)
def test_what_was_not_done_is_no_fact(text):
    assert findings(text).facts == ()


def test_it_stands_for_who_speaks():
    fact = only("Uganda said on Sunday it had paid compensation to British families.")
    assert (fact.kind, fact.actors, fact.targets) == (FactKind.RETREAT, ("UGA",), ("GBR",))


def test_who_only_reports_has_no_part():
    fact = only("Rwanda closed its border with Uganda, a Kenyan official said on Friday.")
    assert (fact.kind, fact.actors, fact.targets) == (FactKind.SANCTION, ("RWA",), ("UGA",))


def test_two_deeds_of_one_subject():
    found = findings("Ghana recalled its envoy from Togo and closed its consulate in Benin.").facts
    told = {(f.kind, f.actors, f.targets) for f in found}
    assert told == {
        (FactKind.SANCTION, ("GHA",), ("TGO",)),
        (FactKind.SANCTION, ("GHA",), ("BEN",)),
    }


def test_groups_belong_to_their_state_and_that_is_less_sure():
    abroad = only("Ghana accused Togo.")
    at_home = only("Ghana accused the opposition.")
    assert at_home.actors == at_home.targets == ("GHA",)
    assert at_home.confidence < abroad.confidence


def test_a_people_is_not_the_state_of_its_name():
    fact = only("Ethnic Albanians demonstrated in Serbia.")
    assert (fact.kind, fact.actors) == (FactKind.PROTEST, ("SRB",))


def test_a_border_is_where_and_not_whom():
    fact = only("Rwandan troops captured a rebel camp near the Ugandan border.")
    assert fact.targets == ("RWA",)


def test_all_that_are_joined_are_meant():
    fact = only("Denmark sent blankets to Nepal, Bhutan and India.")
    assert fact.targets == ("NPL", "BTN", "IND")


def test_the_date_of_the_sentence():
    fact = only("Iraq invaded Kuwait on 2 August 1990.")
    day = dt.date(1990, 8, 2)
    assert (fact.start, fact.end, fact.precision) == (day, day, Precision.DAY)
    none = only("Iraq invaded Kuwait.")
    assert (none.start, none.end, none.precision) == (None, None, Precision.UNKNOWN)


def test_cue_and_spans_are_verbatim():
    text = "On Monday, Norway imposed sanctions on Belarus."
    fact = only(text, "2024-05-07")
    (cue,), (actor,), (target,) = fact.spans.cue, fact.spans.actors, fact.spans.targets
    assert fact.cue == text[cue.start : cue.end] == "imposed sanctions"
    assert text[actor.start : actor.end] == "Norway"
    assert text[target.start : target.end] == "Belarus"
    assert fact.start == dt.date(2024, 5, 6)


def test_facts_are_sorted_and_the_same_each_time():
    text = "Peru praised Chile. Chile thanked Peru. Bolivia attacked Peru. Peru attacked Bolivia."
    first, again = (extract(source(text), given()).facts for _ in range(2))
    assert first == again
    assert [f.id for f in first] == sorted(f.id for f in first)
    assert len({f.id for f in first}) == 4


def test_a_list_without_stops_is_passed_over():
    text = " ".join(["Peru praised Chile and"] * 100) + " Peru praised Chile."
    assert findings(text).facts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in Yerevan in March last year.",
        "Gabon fears that Chad would support Niger.",
        "The idea that Bolivia would invade Chile was absurd.",
        "The Danish minister recognised there was no help from Latvia.",
    ],
)
def test_months_places_and_what_is_only_thought_are_no_facts(text):
    assert findings(text).facts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The parliament of Tajikistan ratified the Tajik law.",
        "Peru thanked the Peruvian pilots.",
    ],
)
def test_nobody_thanks_or_meets_himself(text):
    for fact in findings(text).facts:
        assert set(fact.actors).isdisjoint(fact.targets)
        assert fact.confidence < 0.7


def test_she_and_the_minister_are_led_back_to_their_state():
    text = (
        "Norwegian Foreign Minister Ingrid Solheim met Maltese diplomats on Thursday. "
        "The Minister condemned Malta for the arrests. She thanked Cyprus."
    )
    found = sorted(findings(text).facts, key=lambda f: f.spans.cue)
    assert [(f.kind, f.actors, f.targets) for f in found] == [
        (FactKind.CONSULT, ("NOR",), ("MLT",)),
        (FactKind.DISAPPROVE, ("NOR",), ("MLT",)),
        (FactKind.SUPPORT, ("NOR",), ("CYP",)),
    ]
    assert found[0].confidence > found[1].confidence


@pytest.mark.parametrize(
    ("sure", "shaky"),
    [
        ("Kenya supplied arms to Chad.", "Kenya supplied arms in Chad."),
        ("Kenya supported Chad.", "Firms that supported Chad left Kenya."),
        ("Kenya recalled its ambassador from Chad.", "Kenya recalled the kindness of Chad."),
        ("Kenya rejected Chad.", "Kenya would reject Chad."),
    ],
)
def test_places_relative_clauses_vague_verbs_and_would_are_less_sure(sure, shaky):
    most = max((f.confidence for f in findings(shaky).facts), default=0.0)
    assert only(sure).confidence >= 0.7 > most


def test_pair_that_signs_abroad_does_it_with_each_other_only():
    told = only("Armenia and Azerbaijan signed a peace accord in Washington.")
    assert (told.actors, told.targets) == (("ARM", "AZE"), ())


def test_call_by_telephone_is_no_passive():
    told = only("Norway spoke by telephone with Malta on Thursday.")
    assert (told.kind, told.actors, told.targets) == (FactKind.CONSULT, ("NOR",), ("MLT",))
