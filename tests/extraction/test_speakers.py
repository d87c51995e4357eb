"""Who a speaker phrase without a name means, and whose side it is."""

import pytest

from tests.extraction.reading import findings, said

# A report's opening, then what is said: who speaks for whom; "" for nobody, None for no side.
SPOKEN = [
    (
        "Norway's deputy fisheries minister, Kari Brekke, met Ivan Petrov, a Russian envoy. "
        "The deputy minister said that it was late.",
        ("Kari Brekke", "NOR"),
    ),
    (
        "Norwegian minister Kari Brekke met Russian envoy Ivan Petrov. Brekke was tired. "
        "The envoy said that it was late.",
        ("Ivan Petrov", "RUS"),
    ),
    (
        "Kofi Agbeko, a haulier, waited in Aflao. The haulier said that it was late.",
        ("Kofi Agbeko", None),
    ),
    (
        "The Chilean navy sent two ships. The navy said that it was late.",
        ("Chilean navy", "CHL"),
    ),
    (
        "A Greek foreign ministry spokesman, Petros Laskaris, came. "
        "The spokesman said that it was late.",
        ("Petros Laskaris", "GRC"),
    ),
    (
        "Saraya al-Nahr, an armed group, fired. The group said that it was late.",
        ("Saraya al-Nahr", None),
    ),
    ("A Kenyan official was angry. The officials of Kampala said that it was late.", ("", "UGA")),
    (
        "Armenia rejected the plan. Its chief envoy, Rauf Aslan, said that it was late.",
        ("Rauf Aslan", "ARM"),
    ),
    (
        "Igor Malyshev, who leads the delegation of Serbia, said that it was late.",
        ("Igor Malyshev", "SRB"),
    ),
    (
        "Estonia's minister Mart Saar met her Latvian counterpart, Ilze Kalna, in Riga. "
        "Kalna said that it was late.",
        ("Ilze Kalna", "LVA"),
    ),
    (
        "Former Peruvian president Teresa Valdivia said that it was late.",
        ("Teresa Valdivia", None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), SPOKEN)
def test_speaker(text, meant):
    names = {a.id: a.name for a in findings(text).actors}
    last = said(text)[-1]
    assert (names.get(last.speaker, ""), last.party) == meant


def test_two_of_one_surname_are_told_apart_by_courtesy_and_by_who_was_named_last():
    text = (
        "Kenyan minister Wanjiru Kariuki spoke first. James Kariuki, a boat owner, waited. "
        "Mr Kariuki said that the boats were lost. Ms Kariuki said that they were not."
    )
    assert [(s.speaker, s.party) for s in said(text)] == [
        ("person-james-kariuki", None),
        ("person-wanjiru-kariuki", "KEN"),
    ]


def test_he_is_not_somebody_whose_given_name_is_a_womans():
    text = (
        "Norwegian envoy Kari Brekke met Russian envoy Ivan Petrov. He said that it was late. "
        "She said that it was early."
    )
    assert [s.speaker for s in said(text)] == ["person-ivan-petrov", "person-kari-brekke"]


def test_a_former_official_comments():
    text = "Teresa Valdivia, a former Chilean envoy, said that both sides wanted to talk."
    assert said(text)[-1].party is None
    assert said(text)[-1].commentary


def test_where_an_ambassador_is_sent_is_not_whose_he_is():
    text = "The ambassador to Poland, Wanda Mirek, said that it was late."
    assert said(text)[-1].party is None


def test_general_without_more_takes_no_side_from_the_sentence():
    text = "Talks in Japan ended. General Thomas Ward said that it was late."
    assert said(text)[-1].party is None


def test_a_listed_person_who_is_called_former_speaks_for_nobody():
    text = "Former South Korean President Moon Jae-in said that it was late."
    assert [(s.speaker, s.party, s.commentary) for s in said(text)] == [("moon-jae-in", None, True)]


def test_a_ministrys_own_paper_speaks_for_its_state():
    text = (
        "Ministry of Foreign Affairs\n\nTallinn\n\nThe Spokesperson, Mart Saar, spoke.\n\n"
        "The Spokesperson said that it was late.\n"
    )
    assert [(s.speaker, s.party) for s in said(text)] == [("person-mart-saar", "EST")]
