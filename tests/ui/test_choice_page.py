"""The choice as it is seen: counts, parties, where it is told, all and none."""

from dataclasses import replace

from desk_material import EVIDENCE, FERRY, NORLAND, SUDRIA, TALKS, VISIT, cite
from PySide6.QtCore import Qt

from briefing.model.findings import Agreement, AgreementKind
from briefing.model.ids import AgreementId, IssueId
from briefing.model.people import Issue
from briefing.workspace import Snapshot
from ui.pages.choice.columns import ISSUE_LOOK

CHECK = Qt.ItemDataRole.CheckStateRole


def test_rows_say_what_an_event_is_and_where_it_is_told(desk):
    model = desk.window.pages.choice.events.model
    shown = model.index_of(TALKS)
    assert shown.data() == "Ferry talks in Marl"
    assert shown.data(model.DetailRole) == "4 March 2031 · held · Norland, Sudria"
    assert shown.data(model.BadgeRole) == "2 sources"
    tip = shown.data(Qt.ItemDataRole.ToolTipRole)
    assert "Ferry talks open in Marl: Norland and Sudria opened talks on the ferry line." in tip
    assert "A call between the two premiers: They spoke of the ferry talks in Marl." in tip
    month = model.index_of(VISIT)
    assert month.data(model.DetailRole) == "April 2031 · announced · Sudria"


def test_rows_say_how_many_statements_an_issue_has_and_whose(desk):
    model = desk.window.pages.choice.issues.model
    assert [row.issue.label for row in model.shown] == ["Harbour tolls", "Ferry line"]
    first = model.index(0)
    assert first.data(model.DetailRole) == "2 statements · Sudria 2"
    assert first.data(model.BadgeRole) == "disputed"
    assert model.index_of(FERRY).data(model.BadgeRole) == ""


def test_a_tick_changes_the_choice_and_the_count(desk):
    page = desk.window.pages.choice
    visit = page.events.model.index_of(VISIT)
    page.events.model.setData(visit, Qt.CheckState.Checked.value, CHECK)
    assert desk.session.briefing.events == (TALKS, VISIT)
    assert page.events.model.index_of(VISIT).data(CHECK) == Qt.CheckState.Checked
    assert page.event_head._count.text() == "2 of 3 chosen"


def test_all_and_none_take_what_the_filter_shows_in_one_edit(desk):
    page = desk.window.pages.choice
    page.events.filter_line.setText("minister")
    page.event_head.every.click()
    assert desk.session.briefing.events == (TALKS, VISIT)
    page.events.filter_line.clear()
    page.event_head.none.click()
    assert desk.session.briefing.events == ()
    desk.session.undo_stack.undo()
    assert desk.session.briefing.events == (TALKS, VISIT)


def test_without_a_briefing_the_buttons_say_what_to_do(desk):
    desk.briefing.delete_briefing()
    head = desk.window.pages.choice.event_head
    assert not head.every.isEnabled()
    assert head.every.toolTip() == "Make a briefing first: Briefing, New"


def test_a_menu_leads_to_each_place_where_it_is_told(desk):
    places = desk.choice.tellings(desk.choice._events[1].event.sources)
    assert [title for title, _ in places] == [
        "Ferry talks open in Marl",
        "A call between the two premiers",
    ]
    desk.choice.read(places[1][1])
    assert desk.window.pages.reader._reading.source.id == "gamma"


def test_enter_opens_the_first_place_where_an_event_is_told(desk, qtbot):
    events = desk.window.pages.choice.events
    desk.window.show_tab(desk.window.pages.choice)
    events.view.setCurrentIndex(events.model.index_of(TALKS))
    qtbot.keyClick(events.view, Qt.Key.Key_Return)
    reading = desk.window.pages.reader._reading
    assert (reading.source.id, reading.sentence) == ("alpha", "alpha-2-0")


def test_sources_say_publisher_date_basis_and_what_they_repeat(desk):
    model = desk.window.pages.sources.list.model
    alpha = model.index_of("alpha")
    assert alpha.data(model.DetailRole) == "The Marl Courier · 4 March 2031 (byline) · report"
    assert alpha.data(model.BadgeRole) == "2 statements"
    tip = alpha.data(Qt.ItemDataRole.ToolTipRole)
    assert "Nearly the same as: A call between the two premiers" in tip
    assert "2 passages set aside" in tip


QUAYS, FISH = IssueId("quays"), IssueId("fish")


def with_bare_issues(desk, *, chosen=()):
    """Let the Library hold an Issue that was only settled and one that nobody spoke on."""
    where = cite("gamma", "ferry talks")
    settled = Agreement(
        AgreementId("ag"), where.source, (where.sentence,), AgreementKind.SIGNED,
        (NORLAND, SUDRIA), "They agreed.", None, None, (QUAYS,), None,
    )  # fmt: skip
    issues = (*EVIDENCE.issues, Issue(QUAYS, "Quays"), Issue(FISH, "Fish"))
    evidence = replace(EVIDENCE, issues=issues, agreements=(settled,))
    briefing = replace(desk.session.briefing, issues=chosen)
    desk.session._workspace._snapshot = Snapshot(evidence, (), (briefing,))
    desk.session.changed.emit(frozenset())
    return desk.window.pages.choice.issues.model


def test_an_issue_with_nothing_to_print_on_is_not_offered(desk):
    model = with_bare_issues(desk)
    assert [row.issue.label for row in model.shown] == ["Harbour tolls", "Ferry line", "Quays"]
    settled = model.index_of(QUAYS)
    assert settled.data(model.DetailRole) == "0 statements · 1 agreement"
    assert "They spoke of the ferry talks" in settled.data(Qt.ItemDataRole.ToolTipRole)
    assert desk.window.pages.choice.issue_head._count.text() == "0 of 3 chosen"


def test_one_that_was_chosen_earlier_comes_last_and_says_why(desk):
    model = with_bare_issues(desk, chosen=(FISH,))
    assert model.shown[-1].issue.id == FISH
    last = model.index_of(FISH)
    assert last.data(CHECK) == Qt.CheckState.Checked
    assert "hold no statement on it any more" in ISSUE_LOOK.tip(model.record(last))
