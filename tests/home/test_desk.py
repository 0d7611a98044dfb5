"""The front page of the admin: what an editor and a reviewer find in the morning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from accounts.roles import Role
from common import catalogues
from events.models import ActivityMenuPage
from home import desk, first_day
from tests.factories import events
from tests.factories.accounts import person
from tests.factories.brands import make_centre

pytestmark = pytest.mark.django_db

TODAY = date(2026, 12, 26)
JANUARY = date(2027, 1, 1)


@pytest.fixture
def editor(centre):
    return person("li", role=Role.EDITOR, node=centre, full_name="李编辑")


@pytest.fixture
def reviewer(network):
    return person("zhang", role=Role.REVIEWER, node=network, full_name="张审核")


def submit(menu, editor) -> ActivityMenuPage:
    menu.save_revision(user=editor)
    menu.refresh_from_db()
    menu.get_workflow().start(menu, editor)
    return ActivityMenuPage.objects.get(pk=menu.pk)


def of(user, today=TODAY) -> desk.EditorDesk:
    return desk.editor_desk(desk.paths_of(user)[True], today)


def test_an_editor_sees_this_month_and_the_next(editor, centre):
    [row] = of(editor).centres
    assert [(cell.month, cell.state) for cell in row.cells] == [
        (date(2026, 12, 1), "missing"),
        (JANUARY, "missing"),
    ]
    assert row.is_overdue
    assert row.is_next_missing
    events.publish(events.make_menu(centre))
    events.make_menu(centre, month=JANUARY)
    [row] = of(editor).centres
    assert [cell.state for cell in row.cells] == ["published", "draft"]
    assert not row.is_overdue
    assert not row.is_next_missing


def test_the_next_month_is_asked_for_in_its_last_week_only(editor):
    assert not of(editor, date(2026, 12, 24)).centres[0].is_next_missing
    assert of(editor, date(2026, 12, 25)).centres[0].is_next_missing


def test_an_editor_sees_what_waits_for_others_and_what_came_back(editor, reviewer, centre):
    menu = submit(events.make_menu(centre), editor)
    shown = of(editor)
    assert [review.page_id for review in shown.with_others] == [menu.pk]
    assert shown.came_back == []
    menu.current_workflow_task_state.reject(user=reviewer, comment="第 3 行时间不对")
    shown = of(editor)
    assert shown.with_others == []
    [back] = shown.came_back
    assert (back.title, back.comment, back.person) == (menu.title, "第 3 行时间不对", "张审核")


def test_an_editor_sees_nothing_of_another_centre(editor, centre, network):
    other = make_centre(network, code="other", title="别家的中心")
    submit(events.make_menu(other, month=JANUARY), person("wang", role=Role.EDITOR, node=other))
    shown = of(editor)
    assert [row.centre.pk for row in shown.centres] == [centre.pk]
    assert shown.with_others == []


def test_a_reviewer_sees_what_waits_and_who_lacks_a_menu(editor, reviewer, centre, network):
    late = make_centre(network, code="late", title="还没交的中心")
    menu = submit(events.make_menu(centre, month=JANUARY), editor)
    shown = desk.review_desk(reviewer, desk.paths_of(reviewer)[False], TODAY)
    assert [review.page_id for review in shown.waiting] == [menu.pk]
    assert [one.pk for one in shown.lacking] == [late.pk]
    assert shown.centre_count == 2


def test_the_page_leads_an_editor_to_what_is_done_most(client, editor, centre):
    client.force_login(editor)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    for name, arguments in (
        ("menus:upload", [centre.pk]),
        ("wagtailadmin_pages:add", ["notices", "talentnoticepage", centre.pk]),
        ("wagtailadmin_pages:add", ["media", "livestreampage", centre.pk]),
        ("first_day", []),
    ):
        address = reverse(name, args=arguments)
        assert f'href="{address}"' in html
        assert client.get(address).status_code == 200
    assert "desk-waiting" not in html


def test_the_page_shows_a_reviewer_what_waits(client, editor, reviewer, centre):
    menu = submit(events.make_menu(centre, month=JANUARY), editor)
    client.force_login(reviewer)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("inspection:review", args=[menu.pk]) in html
    assert "menus:upload" not in html


@pytest.mark.parametrize("number", [1, 12])
def test_the_desk_costs_the_same_whatever_lies_on_it(network, reviewer, number):
    editor = person("zhao")
    for one in range(number):
        centre = make_centre(network, code=f"many-{one}")
        person_of = person(role=Role.EDITOR, node=centre)
        events.publish(events.make_menu(centre))
        submit(events.make_menu(centre, month=JANUARY), person_of)
        editor.groups.add(*person_of.groups.all())
    with CaptureQueriesContext(connection) as queries:
        assert len(of(editor).centres) == number
    assert len(queries) <= 10
    with CaptureQueriesContext(connection) as queries:
        paths = desk.paths_of(reviewer)[False]
        assert len(desk.review_desk(reviewer, paths, TODAY).waiting) == number
    assert len(queries) <= 24


def test_the_guide_and_the_help_in_the_admin_say_the_same_steps():
    guide = (Path(__file__).parents[2] / "docs" / "first-day.md").read_text()
    chinese = {entry.msgid: entry.msgstr for entry in catalogues.load("zh_Hans")}
    with translation.override(None):  # the messages themselves
        headings = [str(heading) for heading, _text in first_day.STEPS]
    for number, heading in enumerate(headings, 1):
        assert f"## {number}. {chinese[heading]}\n" in guide
    for written in first_day.TIMES:
        assert f"`{written}`" in guide
