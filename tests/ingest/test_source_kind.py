"""What sort of text a Source is, told from invented openings.

The second half was written before the rules met it.
"""

import pytest

from briefing.ingest.read import read
from briefing.model.source import SourceKind

P = (
    "The two sides went through the list of open points and left three of them, among them the "
    "quota, to a working group that is to report in the spring."
)
Q = "The harbour was closed for the day, and fishing boats from both countries lay at the pier."

TUNED = [
    (SourceKind.JOINT_STATEMENT, ["Joint Statement of the Fisheries Ministers", P, Q]),
    (SourceKind.REPORT, ["Fishermen Protest After Joint Statement on Quota", Q, P, Q + " So."]),
    (SourceKind.READOUT, ["Readout of the Premier’s Call with President Lund", P]),
    (SourceKind.READOUT, [
        "Secretary Vane’s Meeting with Minister Olsen", "OFFICE OF THE SPOKESPERSON",
        "The below is attributable to Spokesperson Ida Berg:",
        "Secretary Vane met today with Minister Olsen in Tamar and thanked him for the rescue "
         "of the "
        "crew of the trawler.",
    ]),
    (SourceKind.PRESS_BRIEFING, [
        "Department Press Briefing – May 3, 2024", "MR. HALE: Good afternoon. I have two things.",
        "QUESTION: Can you say anything about the quota talks?", "MR. HALE: I cannot.",
        "QUESTION: Why not?", "MR. HALE: Because they are not over.",
    ]),
    (SourceKind.PRESS_BRIEFING, ["外交部发言人主持例行记"
     "者会", "问：请介绍会谈情况。", "答：会谈是坦诚的。"]),
    (SourceKind.INTERVIEW, [
        "“We want a fair share”: the minister on the quota",
        "Q: Why did the talks take so long?", "A: Because fish do not carry passports.",
        "Q: Are you content?", "A: I am not, but the fleet is.", "Q: And the "
         "spring?", "A: We shall see.",
    ]),
    (SourceKind.INTERVIEW, ["Interview with Fisheries Minister Jonsson", P, Q]),
    (SourceKind.COMMENTARY, ["A Quota Nobody Needed", "OPINION", "By Ana Ruiz", P, Q]),
    (SourceKind.COMMENTARY, [
        "The Strait Is Too Narrow for Pride", P, Q, "The writer is a fellow at the Harbour "
         "Institute.",
    ]),
    (SourceKind.TREATY, ["Treaty between Norvia and Estmark on the Sharing of the Stocks", P]),
    (SourceKind.TREATY, [
        "Fisheries: the full text", "The Government of Norvia and the Government of Estmark, "
         "desiring "
        "to end their quarrel over the stocks in the northern strait, have agreed as follows:",
        "Article 1", P, "Article 2", Q, "Article 3", P, "Done at Tamar, 3 May 2024, in two copies.",
    ]),
    (SourceKind.TRANSCRIPT, [
        "Remarks at the opening of the harbour talks", f"Premier Lund: {P}", f"Minister Olsen: {Q}",
        f"Premier Lund: {Q}", f"Moderator: {P}", f"Minister Olsen: {P}",
    ]),
    (SourceKind.REPORT, ["Ministers Sign a Treaty on the Stocks", Q, P, Q + " They left."]),
    (SourceKind.REPORT, [
        "Talks end with a new quota", Q, P, Q + " They left.", P + " It was late.",
        "Editor: Why now?", "Dr. Lund: Because of the spring.", "Editor: And "
         "then?", "Dr. Lund: Wait.",
    ]),
]  # fmt: skip
HELD_OUT = [
    (SourceKind.JOINT_STATEMENT, ["Norvia–Estmark Joint Communiqué", "Tamar, 3 May 2024", P, Q]),
    (SourceKind.JOINT_STATEMENT, [
        "Declaration of Tamar", "The following is the joint statement issued by the two ministers "
        "after their meeting in Tamar on Friday:", P, Q,
    ]),
    (SourceKind.REPORT, ["Opposition Slams Joint Declaration as ‘Empty’", Q, P, Q + " So."]),
    (SourceKind.READOUT, [
        "Press Release", "Readout: Foreign Minister Lund Speaks with Counterpart Olsen", P, Q,
    ]),
    (SourceKind.PRESS_BRIEFING, [
        "Daily Press Briefing by the Office of the Spokesperson",
        "Spokesperson: Good noon, everybody. There is one guest today.",
        "Question: On the strait, has the envoy left?", "Spokesperson: He leaves tonight.",
        "Question: With whom?", "Spokesperson: With his deputy.",
    ]),
    (SourceKind.INTERVIEW, [
        "Editor meets envoy: the man with two letters",
        "Northline: You carried the letters yourself?", "Osk: Yes, in a plastic bag.",
        "Northline: Were you afraid?", "Osk: Of the dog only.", "Northline: Would you go again?",
        "Osk: Tomorrow.",
    ]),
    (SourceKind.INTERVIEW, ["[인터뷰] 어업협정 협상 대표", "협상 대표는 17일 본지와 만나 협상 "
     "과정을 설명했다."]),
    (SourceKind.COMMENTARY, ["Editorial | The price of fish", P, Q]),
    (SourceKind.COMMENTARY, [
        "Who owns a rock?", P, Q, "The views expressed in this article are the author’s own.",
    ]),
    (SourceKind.TREATY, ["Memorandum of Understanding between the Ports of Tamar and "
     "Lindhaven", P]),
    (SourceKind.TREATY, [
        "ESTMARK AND NORVIA: TEXT", "The Parties have agreed as follows:", "ARTICLE I", P,
        "ARTICLE II", Q, "ARTICLE III", P, "IN WITNESS WHEREOF the undersigned have signed.",
    ]),
    (SourceKind.TRANSCRIPT, ["Transcript: Premier Lund’s address to the harbour council", P, Q]),
    (SourceKind.REPORT, ["Analysts Doubt Interview Claims on Quota", Q, P]),
    (SourceKind.REPORT, ["Convention on Migratory Fish Draws Record Crowd of Delegates", Q, P]),
    (SourceKind.REPORT, ["Premier says call with Norvia's president was ‘useful’", Q, P]),
]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["(" * 100_000, "“" * 100_000, "1." * 50_000, "press-briefing-" * 20_000, "Q: " * 50_000],
)
def test_odd_lines_are_judged_in_linear_time(line):
    assert kind_of([line, P]) in set(SourceKind)


def kind_of(lines):
    return read("\n\n".join(lines).encode(), "a.txt").kind


@pytest.mark.parametrize(("kind", "lines"), [*TUNED, *HELD_OUT], ids=lambda value: str(value)[:40])
def test_the_kind_is_told(kind, lines):
    assert kind_of(lines) is kind


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (SourceKind.REPORT, ["News", "Opinion", "Sport", "Ministers Agree on the Quota", P, Q]),
        (SourceKind.REPORT, ["Ministers Agree on the Quota at Last", P, Q, "Opinion", Q + " So."]),
        (SourceKind.COMMENTARY, ["News", "Opinion", "Sport", "OPINION", "A Quota for Nobody", P]),
        (SourceKind.COMMENTARY, ["OPINION", "A Quota That Nobody Had Asked For", P, Q]),
        (SourceKind.COMMENTARY, ["A Quota Nobody Had Asked For", "By Ana Ruiz", "Opinion", P, Q]),
        (SourceKind.INTERVIEW, ["“We can wait”: a minister on fish", "Interview by Ana Ruiz", P]),
        (SourceKind.JOINT_STATEMENT, ["JOINT STATEMENT", "Tamar, 3 May 2024", f"1. {P}", Q]),
        (SourceKind.PRESS_BRIEFING, [
            "Office of the Spokesperson", "Press Briefing", "3 May 2024",
            "MS HALE: Good afternoon.", "QUESTION: Is it over?", "MS HALE: No.",
            "QUESTION: Why not?", "MS HALE: Ask them.",
        ]),
        (SourceKind.PRESS_BRIEFING, [
            "REMARKS BY PRESIDENT LUND AND PRESIDENT VANE IN JOINT PRESS CONFERENCE", "3 May 2026",
            "PRESIDENT LUND: Thank you. The cable will be guarded by both navies, as we said.",
            "PRESIDENT VANE: We send two ships.", "Q    Would you accept a third one, sir?",
            "PRESIDENT VANE: We would.", "END 3:31 P.M. EEST",
        ]),
    ],
)  # fmt: skip
def test_a_label_counts_beside_the_title_only_and_a_briefing_by_its_turns(kind, lines):
    assert kind_of(lines) is kind
