"""The reader: the cited sentence is marked, what is set aside is folded, back leads back."""

from conftest import settle
from desk_material import SOURCES

from briefing.model.source import SET_ASIDE
from ui.pages.reader.html import source_html

ALPHA = SOURCES[0]


def test_the_cited_sentence_alone_is_marked():
    html = source_html(ALPHA, "alpha-2-1", unfolded=False)
    marked = html.split('<span class="cited">')[1].split("</span>")[0]
    assert marked == "Norland said it would double the number of crossings."
    assert html.count('class="cited"') == 1


def test_every_character_of_what_is_not_set_aside_is_there(qtbot):
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    for source in SOURCES:
        document.setHtml(source_html(source, "", unfolded=True))
        shown = document.toPlainText().replace("• ", "")
        for passage in source.passages:
            assert source.text[passage.start : passage.end] in shown


def test_what_is_set_aside_is_folded_and_counted():
    html = source_html(ALPHA, "", unfolded=False)
    aside = [p for p in ALPHA.passages if p.kind in SET_ASIDE]
    assert len(aside) == 2
    assert html.count("1 passage set aside") == 2
    assert "Subscribe" not in html
    assert "Subscribe" in source_html(ALPHA, "", unfolded=True)


def text(desk) -> str:
    return desk.window.pages.reader.view.toPlainText()


def test_back_and_forward_walk_like_a_browser(desk):
    page = desk.window.pages.reader
    desk.reader.open("alpha", "alpha-2-0")
    desk.reader.open("beta")
    assert page.back_button.toolTip() == "Back: Ferry talks open in Marl"
    page.back_button.click()
    assert page._reading.source.id == "alpha"
    assert page._reading.sentence == "alpha-2-0"
    page.forward_button.click()
    assert page._reading.source.id == "beta"
    assert not page.forward_button.isEnabled()
    page.back_button.click()
    desk.reader.open("gamma")
    assert not page.forward_button.isEnabled(), "a new step forgets the old way forward"


def test_the_link_unfolds_and_the_button_folds(desk):
    desk.reader.open("alpha")
    assert "Subscribe" not in text(desk)
    desk.window.pages.reader.view.link_clicked.emit("aside:show")
    assert "Subscribe" in text(desk)
    desk.window.pages.reader.aside_button.click()
    assert "Subscribe" not in text(desk)


def test_a_cited_sentence_that_is_set_aside_is_unfolded(desk):
    desk.reader.open("alpha", "alpha-3-0")
    assert "Great news!" in text(desk)


def test_a_removed_source_leaves_the_reader_and_comes_back_with_undo(desk, qtbot):
    desk.reader.open("alpha")
    row = next(r for r in desk.window.pages.sources.list.model.shown if r.source.id == "alpha")
    desk.sources.remove((row,))
    settle(desk, qtbot)
    assert desk.window.pages.reader.empty.isVisible()
    desk.session.undo_stack.undo()
    assert "Norland and Sudria opened talks" in text(desk)


def test_the_cited_sentence_is_scrolled_to(desk, qtbot):
    view = desk.window.pages.reader.view
    desk.window.show_reader(True)
    view.setFixedHeight(90)
    desk.reader.open("alpha", "alpha-2-2")
    assert view.verticalScrollBar().value() > 0
    desk.reader.open("beta")
    assert view.verticalScrollBar().value() == 0
