"""Search over sentences: typed, found, opened at the place."""


def test_words_are_found_and_opened_where_they_stand(desk, qtbot):
    desk.window.acts["find"].trigger()
    page = desk.window.pages.find
    assert desk.window.tabs.currentWidget() is page
    with qtbot.waitSignal(desk.find.shown):
        qtbot.keyClicks(page.line, "tolls")
    rows = page.list.model.shown
    assert [one.words for one in rows] == [
        "Sudria said tolls must fall first.",
        "Sudria said it was ready to cut tolls by half.",
    ]
    page.list.opened.emit(rows[1])
    reading = desk.window.pages.reader._reading
    assert (reading.source.id, reading.sentence) == ("beta", rows[1].citation.sentence)


def test_nothing_found_says_so(desk):
    desk.find.search("submarine")
    assert desk.window.pages.find.list.empty.words.startswith("No sentence holds these words")


def test_a_removed_source_is_found_no_more(desk):
    desk.find.search("tolls")
    alpha = [r for r in desk.window.pages.sources.list.model.shown if r.source.id == "alpha"]
    desk.sources.remove(alpha)
    assert [one.source.id for one in desk.window.pages.find.list.model.shown] == ["beta"]
