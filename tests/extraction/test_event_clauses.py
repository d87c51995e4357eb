"""Each event of a sentence keeps its own date, place and sides, in registers of every sort."""

import pytest

from tests.extraction.reading import findings

SIDES = "Kenya and Uganda share a lake. Kenya fishes in it and Uganda does too.\n\n"


def told(text, published="2026-07-09"):
    """Return (kind, first day, place, parties, status) of each event."""
    found = findings(text, published)
    party = {a.id: a.party or a.id for a in found.actors}
    return {
        (
            e.kind.value,
            str(e.start) if e.start else None,
            e.place,
            "-".join(sorted({party.get(p, p) for p in e.participants})),
            e.status.value,
        )
        for e in found.events
    }


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "They agreed that the commission will meet in Kisumu on 20 July, and that the two "
            "ministers would see each other in Geneva in September.",
            {
                ("meeting", "2026-07-20", "Kisumu", "KEN-UGA", "announced"),
                ("meeting", "2026-09-01", "Geneva", "KEN-UGA", "announced"),
            },
        ),
        (
            "Kenyan Foreign Minister Jane Wafula received Ugandan Foreign Minister Moses Okot in "
            "Nairobi today during the latter’s official visit to Kenya from 8 to 10 July.",
            {
                ("meeting", "2026-07-09", "Nairobi", "KEN-UGA", "held"),
                ("visit", "2026-07-08", "Kenya", "KEN-UGA", "held"),
            },
        ),
        (
            "The protocol was signed in Kisumu in March last year.",
            {("signing", "2025-03-01", "Kisumu", "KEN-UGA", "held")},
        ),
        (
            "The two navies held a joint exercise off Mfangano in May.",
            {("exercise", "2026-05-01", "Mfangano", "KEN-UGA", "held")},
        ),
        (
            "The Ugandan side indicated that a court in Jinja would rule on 21 July.",
            {("ruling", "2026-07-21", None, "UGA", "announced")},
        ),
        (
            "Ugandan Foreign Minister Moses Okot will travel on to Kigali on Saturday.",
            {("visit", "2026-07-11", "Kigali", "RWA-UGA", "announced")},
        ),
        (
            "Uganda shot down a Kenyan drone on 3 July, two days after its army fired on a boat.",
            {("attack", "2026-07-03", None, "KEN-UGA", "held")},
        ),
        (
            "On the eve of the ASEAN summit in November nobody will give way.",
            {("summit", "2026-11-01", None, "ASEAN", "announced")},
        ),
        (
            "Uganda goes to the polls in October, and protesters gathered outside the Ugandan "
            "embassy in Nairobi on Sunday.",
            {
                ("election", "2026-10-01", None, "UGA", "announced"),
                ("protest", "2026-07-05", "Nairobi", "KEN", "held"),
            },
        ),
        (
            "Officials spoke on Thursday, two days after gunmen killed six Kenyan soldiers.",
            {("attack", "2026-07-07", None, "KEN", "held")},
        ),
        (
            "The two ministers will meet at the African Union summit in Lusaka in August.",
            {
                ("meeting", "2026-08-01", "Lusaka", "KEN-UGA", "announced"),
                ("summit", "2026-08-01", "Lusaka", "AU", "announced"),
            },
        ),
        ("Will the two presidents meet on 20 July?", set()),
        ("Kenya held a press conference on 3 July.", set()),
        ("Kenya demanded that the two presidents meet on 20 July.", set()),
    ],
)
def test_each_event_keeps_its_own(sentence, events):
    assert told(SIDES + sentence) >= events
    if not events:
        assert told(SIDES + sentence) == set()


def test_the_month_of_may_makes_nothing_doubtful():
    text = (
        SIDES + "They agreed that experts would meet on 6 May and that the ministers would meet on "
        "9 June."
    )
    days = {day for _, day, *_ in told(text, "2026-04-17")}
    assert days == {"2026-05-06", "2026-06-09"}


def test_we_of_an_interview_is_the_speaker_and_the_other_side():
    text = (
        "Interview with Jane Wafula, Kenya’s foreign minister, on Uganda\n\n"
        "The Lake Review: Is there a treaty with Uganda?\n\n"
        "Jane Wafula: There is. We signed on 13 March 2025, and Uganda is content.\n\n"
        "The Lake Review: And the fish?\n\n"
        "Jane Wafula: The fish are Ugandan in the morning and Kenyan in the evening.\n"
    )
    assert ("signing", "2025-03-13", None, "KEN-UGA", "held") in told(text)
