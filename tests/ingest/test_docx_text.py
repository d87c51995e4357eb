"""DOCX: what is printed comes out, once and in order; what is not printed does not."""

import pytest

from tests.ingest.docx_material import NAMES, made, para, run, styles, texts

HIDDEN_STYLE = styles(
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)

MOVED = f"<w:moveFrom>{run('GONE')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
RUBY = (
    f"<w:r><w:ruby><w:rt>{run('GONE')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"
)


def control(settings, text):
    content = f"<w:sdtContent>{para(run(text))}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr>{content}</w:sdt>"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (para(run("a "), run("GONE ", "<w:vanish/>"), run("b")), ["a b"]),
        (para(run("a "), run("kept ", '<w:vanish w:val="0"/>'), run("b")), ["a kept b"]),
        (para(run("a "), run("GONE ", '<w:rStyle w:val="Secret"/>'), run("b")), ["a b"]),
        (para(MOVED), ["here"]),
        (para('<w:bdo w:val="rtl">', run("קול"), "</w:bdo>", run(" x")), ["קול x"]),
        (para('<w:fldSimple w:instr="DATE">', run("today"), "</w:fldSimple>"), ["today"]),
        (para("<w:hyperlink>", run("a link"), "</w:hyperlink>"), ["a link"]),
        (para("<w:smartTag>", run("Lima"), "</w:smartTag>"), ["Lima"]),
        (para("<m:oMath><m:r><m:t>x = 1</m:t></m:r></m:oMath>"), ["x = 1"]),
        (para(RUBY), ["東京"]),
        (
            para(run("a"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:br/></w:r>", run("c")),
            ["a b c"],
        ),
        (para(run("a"), "<w:r><w:br/><w:br/></w:r>", run("b")), ["a", "b"]),
        (para(run("a"), '<w:r><w:br w:type="page"/></w:r>', run("b")), ["a", "b"]),
        (para(run("Asia"), "<w:r><w:noBreakHyphen/></w:r>", run("Pacific")), ["Asia-Pacific"]),
        (para(run("a"), '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', run("b")), ["a b"]),
        (control("", "filled"), ["filled"]),
        (control("<w:showingPlcHdr/>", "CLICK HERE"), []),
        (
            para(run("one "), settings='<w:rPr><w:del w:id="1"/></w:rPr>') + para(run("two")),
            ["one two"],
        ),
        (para(run("last"), settings='<w:rPr><w:del w:id="1"/></w:rPr>'), ["last"]),
        (para(run("line\nend in the file")), ["line end in the file"]),
    ],
)
def test_what_is_printed_is_kept_and_what_is_not_is_left_out(body, wanted):
    part, relation = HIDDEN_STYLE
    assert texts(made(body, parts=[part], related=[relation])) == wanted


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_give_their_results_and_not_their_codes():
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    inner = field("begin") + code + field("separate") + run("INNER CODE") + field("end")
    body = para(run("On "), field("begin"), inner, field("separate"), run("Monday"), field("end"))
    assert texts(made(body)) == ["On Monday"]


def test_a_field_without_an_end_swallows_nothing():
    body = para(run("Kept. "), field("begin"), run("Also kept.")) + para(run("And this."))
    assert texts(made(body)) == ["Kept. Also kept.", "And this."]


def box(text):
    return f"<wps:txbx><w:txbxContent>{para(run(text))}</w:txbxContent></wps:txbx>"


def test_a_text_box_stands_once_after_its_paragraph():
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box("In a box")}</mc:Choice>'
        f"<mc:Fallback>{box('In a box')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="z"/>'
        f"<mc:Fallback>{box('In an old box')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = para(run("Before "), both, run("and after."), old) + para(run("Next."))
    assert texts(made(body)) == ["Before and after.", "In a box", "In an old box", "Next."]


def notes(kind, *found):
    inner = "".join(f'<w:{kind} w:id="{key}">{para(run(text))}</w:{kind}>' for key, text in found)
    separator = f'<w:{kind} w:id="0" w:type="separator">{para(run("LINE"))}</w:{kind}>'
    return (
        (f"word/{kind}s.xml", f"<w:{kind}s {NAMES}>{separator}{inner}</w:{kind}s>"),
        (f"{kind}s", f"{kind}s.xml"),
    )


def test_notes_follow_the_text_in_the_order_of_their_marks_and_none_is_lost():
    feet, first = notes("footnote", (2, "second"), (1, "first"), (3, "deleted"), (4, "never named"))
    ends, second = notes("endnote", (1, "an endnote"))
    body = para(
        run("Text"),
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>',
        '<w:r><w:endnoteReference w:id="1"/></w:r>',
        run(" ends."),
    )
    data = made(body, parts=[feet, ends], related=[first, second])
    assert texts(data) == ["Text ends.", "first", "second", "never named", "an endnote"]


def cell(*paragraphs):
    return f"<w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc>"


def test_tables_are_rows_and_columns_of_text_are_paragraphs():
    long = (
        "The minister said in the capital that the border would be opened before the summer ends."
    )
    body = (
        "<w:tbl>"
        f"<w:tr>{cell(para(run('Side')))}{cell(para())}"
        f"{cell(para(run('2')), para(run('tons')))}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell(para(run('GONE')))}</w:tr>"
        f"<w:tr>{cell(para(run(long)), para(run('Left.')))}{cell(para(run('Right.')))}</w:tr>"
        f"<w:tr>{cell(para())}{cell(para(run('alone')))}</w:tr>"
        "</w:tbl>"
    )
    assert texts(made(body)) == ["Side | | 2 tons", long, "Left.", "Right.", "alone"]


def test_a_table_in_a_table_keeps_its_rows():
    inner = f"<w:tbl><w:tr>{cell(para(run('a')))}{cell(para(run('b')))}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell(para(run('x')))}{cell(inner, para())}</w:tr></w:tbl>"
    assert texts(made(body)) == ["x", "a | b"]
