"""Who is named: by the tables, by a title, by a surname, by a description."""

from briefing.model.people import ActorKind
from tests.extraction.reading import findings, said


def names(text):
    return {a.id: a for a in findings(text).actors}


def test_capital_i_read_as_l_and_other_spellings_are_one_person():
    text = (
        "Wi Sung-Iac spoke first. National Security Adviser Wi Sunglac then left. "
        "Wi Sung-lac came back."
    )
    assert [id_ for id_ in names(text) if "wi" in id_.split("-")] == ["wi-sung-lac"]


def test_new_person_after_a_title_keeps_party_and_surname():
    text = (
        "Norwegian Fisheries Minister Kari Brekke spoke in Oslo. “The quota stands,” Brekke said."
    )
    statement = said(text)[-1]
    assert statement.speaker == "person-kari-brekke"
    assert statement.party == "NOR"


def test_description_by_nationality_and_office():
    text = "Emmanuel Macron landed in Rome. The French president said that the talks went well."
    assert said(text)[-1].speaker == "emmanuel-macron"


def test_peninsula_and_sea_are_no_parties():
    assert "KOR" not in names("The Korean Peninsula is cold.")
    assert "CHN" not in names("The South China Sea is deep.")


def test_compound_of_two_names_is_both():
    assert {"CHN", "KOR"} <= set(names("The Korea-China relations were cool."))


def test_body_belongs_to_its_state():
    actors = names("The Norwegian foreign ministry was silent.")
    bodies = [a for a in actors.values() if a.kind.value == "body"]
    assert [b.party for b in bodies] == ["NOR"]


def test_office_at_the_very_end_of_a_line_without_a_stop():
    text = "Emmanuel Macron landed in Rome.\n\nCrowds greet the French president"
    assert "emmanuel-macron" in names(text)


def test_apposition_introduces_a_name_without_a_title():
    actors = names("Tomas Lindqvist, 58, the Swedish trade envoy, left Oslo. Lindqvist was tired.")
    assert actors["person-tomas-lindqvist"].surname == "Lindqvist"
    assert actors["person-tomas-lindqvist"].party == "SWE"


def test_word_that_opens_a_sentence_is_no_part_of_a_name():
    actors = names("After Fisheries Minister Kari Brekke left, nobody spoke.")
    assert actors["person-kari-brekke"].name == "Kari Brekke"


def test_body_keeps_its_field_and_not_its_owner():
    actors = names("Chile's Ministry of Mining and Energy was silent.")
    (body,) = (a for a in actors.values() if a.kind is ActorKind.BODY)
    assert (body.name, body.party) == ("Ministry of Mining and Energy", "CHL")


def test_body_in_small_letters_needs_a_word_for_a_body_of_state():
    actors = names("The Peruvian navy and the Peruvian forces met.")
    assert [a.name for a in actors.values() if a.kind is ActorKind.BODY] == ["Peruvian navy"]


def test_new_person_known_by_the_apposition():
    text = "Ingrid Lindvik, the Norwegian fisheries minister, left. Lindvik said that it was late."
    statement = said(text)[-1]
    assert (statement.speaker, statement.party) == ("person-ingrid-lindvik", "NOR")
    assert [o.title for o in names(text)["person-ingrid-lindvik"].offices] == ["Fisheries minister"]


def test_title_with_what_it_is_for_behind_a_comma():
    text = (
        "Ethiopia's minister of water and energy, Tsegaye Lemma, left. "
        "Tsegaye Lemma said that it was late."
    )
    assert said(text)[-1].party == "ETH"


def test_a_minister_is_not_the_prime_minister():
    text = "The Ethiopian minister said that the dam was safe."
    assert [s.speaker for s in said(text, "2024-06-12")] == [None]


def test_a_name_without_a_title_is_known_by_its_surname_later():
    text = "On Monday Hossam Farid came to Oslo. “We are late,” Farid said."
    assert said(text)[-1].speaker == "person-hossam-farid"


def test_he_is_not_somebody_who_was_she():
    text = (
        "Norwegian minister Kari Brekke met Russian minister Ivan Petrov in Oslo. She said that "
        "the quota was low. Petrov left. Brekke stayed in Oslo. He said that it was high."
    )
    assert [s.speaker for s in said(text)] == ["person-kari-brekke", "person-ivan-petrov"]
