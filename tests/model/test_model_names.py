"""Names as they are compared."""

from briefing.model.names import letters


def test_letters_are_small_and_plain():
    assert letters("Søren Ångström-Núñez Jr.") == "sorenangstromnunezjr"
    assert letters("O'Neill") == letters("o neill") == "oneill"
    assert letters("王") == ""
