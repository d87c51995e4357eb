"""RTF: characters of every code page, the text as it is printed, and any bytes without a crash."""

import datetime as dt
import random

import pytest

from briefing.ingest.raw import RawDocument
from briefing.ingest.readers.rtf import read
from briefing.model.source import PassageKind


def read_all(text):
    return read(text if isinstance(text, bytes) else text.encode("latin-1"), "a.rtf")


def texts(text):
    return [block.text for block in read_all(text).blocks]


FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset204 Times Cyr;}"
    r"{\f2\fnil\fcharset129 Batang;}{\f3\fnil\fcharset134 SimSun;}{\f4\fnil\fcharset128 Mincho;}}"
)


def escaped(text, page):
    return "".join(f"\\'{byte:02x}" for byte in text.encode(page))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (r"{\rtf1\ansi caf\'e9 \'93x\'94}", "café “x”"),
        (r"{\rtf1\mac caf\'8e}", "café"),
        (r"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}", "Мир"),
        (rf"{{\rtf1\ansi\ansicpg1252{FONTS}\f0 a \f1 {escaped('Мир', 'cp1251')}}}", "a Мир"),
        (
            rf"{{\rtf1\ansi{FONTS}\f2 {escaped('한국', 'cp949')}\f3 {escaped('中国', 'gbk')}}}",
            "한국中国",
        ),
        (rf"{{\rtf1\ansi{FONTS}{{\f1 {escaped('Мир', 'cp1251')}}} \'e9}}", "Мир é"),
        # The second byte of a character may be a letter, or a backslash.
        (r"{\rtf1\ansi\ansicpg932 \'83A\'83\\}", "アソ"),
        # A careless program calls its font Western.
        (rf"{{\rtf1\ansi\ansicpg949{FONTS}\f0 {escaped('한국', 'cp949')}}}", "한국"),
        (r"{\rtf1\ansi\uc1 \u44608\'3f\u54616?\u-19816 ?}", "김하늘"),
        (r"{\rtf1\ansi\uc2 \u8217\'81\'66s}", "’s"),
        (r"{\rtf1\ansi\uc0 \u8217 s}", "’s"),
        (r"{\rtf1\ansi {\uc2\u65??}\u66?C}", "ABC"),
        (r"{\rtf1\ansi \u-10179?\u-8633?}", "\U0001f647"),
        (r"{\rtf1\ansi \u-10179? alone}", "alone"),
        (r"{\rtf1\ansi\ansicpg99999 plain}", "plain"),
        (r"{\rtf1\ansi\ansicpg936 \'81\'40 x \'ff}", "丂 x \ufffd"),
        (r"{\rtf1 a\emdash b\~c\_d\-e \{f\} \\g}", "a—b c-de {f} \\g"),
    ],
)
def test_characters_come_out_of_every_code_page(body, wanted):
    assert texts(body) == [wanted]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (r"{\rtf1 a {\deleted GONE }b{\revised  c}}", ["a b c"]),
        (r"{\rtf1 a \deleted GONE \deleted0 b}", ["a b"]),
        (r"{\rtf1 one {\deleted\par}two\par}", ["one two"]),
        (r"{\rtf1 a \v GONE\v0 b {\v GONE} c \v GONE\plain  d}", ["a b c d"]),
        (r"{\rtf1 a{\*\unknown GONE{\b GONE}} b}", ["a b"]),
        (r'{\rtf1 {\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt a link}}}', ["a link"]),
        (r"{\rtf1 a {\pict\pngblip 89504e47} b}", ["a b"]),
        (r"{\rtf1 a {\object{\*\objdata 0105}{\result shown}} b}", ["a shown b"]),
        (r"{\rtf1 {\upr{GONE}{\*\ud kept}}}", ["kept"]),
        (r"{\rtf1 a\tab b\line c\line\line d\page e}", ["a b c", "d", "e"]),
        (
            r"{\rtf1 a{\shp{\*\shpinst{\sp GONE}{\shptxt In it\par}}{\shprslt GONE}} b}",
            ["a b", "In it"],
        ),
        ("{\\rtf1 broken\r\nline\\par}", ["brokenline"]),
        ("{\\rtf1 one\\\ntwo}", ["one", "two"]),
        (r"{\rtf1 a {\xe GONE}b{\*\bkmkstart GONE} c}", ["a b c"]),
    ],
)
def test_what_is_printed_is_kept_and_what_is_not_is_left_out(body, wanted):
    assert texts(body) == wanted


def test_binary_data_are_passed_over_whatever_they_hold():
    assert texts(b"{\\rtf1 a {\\pict\\bin6 }}\\{}}} b}") == ["a b"]
    assert texts(b"{\\rtf1 a {\\pict\\bin99999999 }") == ["a"]


RICH = (
    r"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 My own;}{\s2 Title;}{\s3 caption;}"
    r"{\*\cs4 Strong;}}{\info{\title Harbour accord}{\author Mara Quill; \u44608?}"
    r"{\operator Someone}{\creatim\yr2021\mo3\dy4\hr9}{\revtim\yr2021\mo3\dy9}}"
    r"{\header Ministry of Ports\par}{\footer 3\par}"
    r"\pard\s2 Harbour accord\par\pard\s1 What was agreed\par"
    r"\pard\s0 Main{\footnote\pard\s0 A footnote\par} sentence"
    r"{\footnote\ftnalt An endnote} goes on."
    r"{\*\atnid E}{\*\atnauthor Ed}"
    r"{\*\annotation{\*\atndate 1}Check this\par}\par"
    r"{\pntext\'b7\tab}\pard{\listtext 1.\tab}\ls1 Ports\par\pard\outlinelevel1 Direct\par"
    r"\trowd\cellx1\pard\intbl Side\cell 2\par tons\cell\row"
    r"\trowd\pard\intbl x\cell\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\nestrow}"
    r"{\nonesttables GONE\par}\pard\intbl\cell\row\pard\s3 A caption\par\pard After.}"
)


def test_a_rich_document_comes_out_in_order_with_its_kinds():
    found = read_all(RICH)
    assert [(block.kind, block.text) for block in found.blocks] == [
        (PassageKind.TITLE, "Harbour accord"),
        (PassageKind.HEADING, "What was agreed"),
        (None, "Main sentence goes on."),
        (PassageKind.LIST, "Ports"),
        (PassageKind.HEADING, "Direct"),
        (None, "Side | 2 tons"),
        (None, "x"),
        (None, "a | b"),
        (PassageKind.CAPTION, "A caption"),
        (None, "After."),
        (None, "A footnote"),
        (None, "An endnote"),
        (PassageKind.COMMENT, "Check this"),
        (PassageKind.BOILERPLATE, "Ministry of Ports"),
    ]
    assert found.structured


def test_the_properties_are_read_and_their_days_are_none_of_publication():
    metadata = read_all(RICH).metadata
    assert (metadata.title, metadata.authors) == ("Harbour accord", ("Mara Quill", "김"))
    assert (metadata.published, metadata.shown) == (None, dt.date(2021, 3, 9))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("{\\rtf1 never closed", ["never closed"]),
        ("{\\rtf1 one}} two\\par three}", ["one two", "three"]),
        ("{\\rtf1 " + "{" * 200_000 + "deep", ["deep"]),
        ("{\\rtf1 " + "}" * 200_000 + "after", ["after"]),
        ("{\\rtf1\\pard\\intbl\\itap9999999 deep\\par}", ["deep"]),
        ("{\\rtf1 a\\row\\row\\cell\\nestrow\\nestcell\\cell b}", ["a", "b"]),
        ("{\\rtf1 " + "{\\footnote x" * 3000 + "}" * 3000 + "y", ["y", *["x"] * 3000]),
        ("{\\rtf1 a\\", ["a"]),
        ("{\\rtf1\\'zz\\u99999999999? b}", ["zz ? b"]),
    ],
)
def test_broken_and_deep_groups_do_not_matter(body, wanted):
    assert texts(body) == wanted


def test_damage_never_raises():
    chance = random.Random(5)
    for turn in range(300):
        data = bytearray(RICH.encode("latin-1"))
        if turn % 3 == 0:
            del data[chance.randrange(len(data)) :]
        else:
            for _ in range(chance.randrange(1, 12)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(read(bytes(data), "a.rtf"), RawDocument)
