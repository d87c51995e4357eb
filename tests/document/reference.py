"""One Document that holds every block and every inline, for the tests of all exporters."""

from briefing.document.blocks import (
    Chronology,
    ChronologyEntry,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.document import Document, Note, SourceEntry
from briefing.document.inlines import Cite, Emphasis, Inlines, Link, Strong, Text


def line(*pieces: object) -> Inlines:
    """Strings become Text, tuples of numbers become Cite, inlines stay."""
    made = []
    for piece in pieces:
        if isinstance(piece, str):
            made.append(Text(piece))
        elif isinstance(piece, tuple):
            made.append(Cite(piece))
        else:
            made.append(piece)
    return tuple(made)


BLOCKS = (
    Heading(1, line("Summary"), "summary"),
    Paragraph(
        line(
            "Arelia and Bostan met on Lake Varda for the third time; they agreed on ",
            Strong("base years"),
            " and left the ",
            Emphasis("drought trigger"),
            " open.",
            (1, 2),
            " For the sides’ own words see ",
            Link("Positions", "#positions"),
            ".",
        )
    ),
    Remark(line("Three sources were read; one of them is a report of the other’s readout.")),
    ItemList(
        (
            line("Both sides accept the table of 2029 as a basis.", (1,)),
            line("Bostan asks for 70 % of the mean inflow, about 4.2 million m³ a day.", (3,)),
            line("No text has been signed <yet> & none is scheduled.", (2, 4)),
        )
    ),
    Heading(2, line("What has changed"), "changed"),
    ItemList(
        (
            line("Joint stations were accepted.", (5,)),
            line("Data stay national for 30 days.", (5,)),
        ),
        ordered=True,
    ),
    Paragraph(line("The order of work for the next round was also read out:", (3,))),
    ItemList((line("the trigger,", (3,)), line("then the dam.", (3,))), ordered=True),
    Slot("assessment", "Assessment: what does this mean for the meeting?"),
    Heading(1, line("Positions"), "positions"),
    Paragraph(line("The table gives the latest words of each side on each issue.")),
    Table(
        head=(line("Issue"), line("Arelia"), line("Bostan")),
        rows=(
            (
                line("Drought trigger"),
                line("“Not a number we can sign”; asks for 85 %.", (4,)),
                line("Insists on 70 % of mean inflow.", (3,)),
            ),
            (line("Joint stations"), line("Accepts, with a delay.", (5,)), line("Accepts.", (1,))),
            (line("Cost of the dam"), line("–"), line("Wants Arelia at 45 %.", (6,))),
        ),
        widths=(0.24, 0.38, 0.38),
        caption=line("Positions by issue and side"),
    ),
    Heading(2, line("In their own words"), "words"),
    Quotation(
        line("We can live with a table. We cannot live with a trigger pulled every summer.", (4,)),
        line("Head of the Arelian delegation, 11 March 2031"),
    ),
    Quotation(line("합의 문안은 아직 닫히지 않았다.", (6,)), line("외교부 대변인")),
    Heading(3, line("A wording that differs"), "wording"),
    Paragraph(line("Arelia writes Łódź protocol; Bostan writes “Lodz minutes”.", (2,), (6,))),
    Heading(4, line("Spelling"), "spelling"),
    Paragraph(
        line(
            "Both stand in the record: see ",
            Link("the archive", "https://example.org/a?b=1&c=2"),
            ".",
        )
    ),
    Heading(1, line("How it came about"), "chronology"),
    Chronology(
        (
            ChronologyEntry("4 November 2030", line("First round: the table is laid out.", (1,))),
            ChronologyEntry("January 2031", line("Second round: Bostan names 70 %.", (3,))),
            ChronologyEntry(
                "11–12 March 2031", line("Third round: base years and stations.", (1, 5))
            ),
        )
    ),
    PageBreak(),
    Heading(1, line("For the talks"), "talks"),
    Slot(
        "line-to-take",
        "Line to take",
        "Welcome the stations.\nAsk when the trigger returns to the table.",
    ),
)

SENTENCES = (
    ("s1", 1, "The two sides confirmed the base years, the readout says."),
    ("s2", 2, "Neither delegation signed a text."),
    ("s3", 1, "“Seventy per cent is where we begin,” the Bostan side said."),
    ("s4", 2, "It was “not a number we can sign”, the head of the delegation said."),
    ("s5", 1, "Stations at Velm & Oska will be run jointly <from June>."),
    ("s6", 3, "합의 문안은 아직 닫히지 않았다고 대변인이 말했다."),
)

SOURCE_LINES = (
    line(Emphasis("Readout of the third round"), ", Bostan press office, 12 March 2031"),
    line("Lake talks end without a text, Arelian Gazette, 13 March 2031"),
    line("호수 회담, 한국어 신문, ", Link("https://example.org/호수", "https://example.org/호수")),
)

REFERENCE = Document(
    title="Lake Varda Water Allocation Talks",
    subtitle="Fourth round: where each side stands, and why",
    language="en-GB",
    marking="RESTRICTED — FICTIONAL SAMPLE",
    facts=(
        ("Meeting", "Fourth round, 2 April 2031"),
        ("Place", "Oska & Velm"),
        ("Prepared for", "Head of delegation"),
        ("Information as of", "14 March 2031"),
    ),
    blocks=BLOCKS,
    notes=tuple(
        Note(
            number=index,
            source=f"source-{source}",
            source_number=source,
            sentence=sentence,
            inlines=SOURCE_LINES[source - 1],
            quote=quote,
        )
        for index, (sentence, source, quote) in enumerate(SENTENCES, start=1)
    ),
    sources=tuple(
        SourceEntry(number=index, source=f"source-{index}", inlines=words)
        for index, words in enumerate(SOURCE_LINES, start=1)
    ),
)
