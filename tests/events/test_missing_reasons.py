"""No reason, no change: the menu's form asks, and the reason travels through the review."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.roles import Role
from calendars.models import ChangeEntry
from events.models import ActivityMenuPage
from tests.factories import events as factory
from tests.factories import menu_form
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)


@pytest.fixture
def weekly():
    return factory.row("书法入门班", "每周二 14:00-15:30", presenter="王老师")


@pytest.fixture
def menu(client, centre, weekly):
    client.force_login(person("editor", role=Role.EDITOR, node=centre))
    other = factory.row("交谊舞", "12月8日 19:00-20:30")
    return factory.publish(factory.make_menu(centre, [weekly, other], MONTH))


def rows_of(menu) -> list[dict]:
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    return [dict(block) for block in menu.rows.get_prep_value()]


def edited(row, **values) -> dict:
    return row | {"value": row["value"] | values}


def submit(client, menu, rows, **extra):
    data = menu_form.form_data(rows, **{"action-submit": "1"} | extra)
    return client.post(menu_form.edit_address(menu), data)


CHANGES = [
    {"when": "每周三 14:00-15:30"},
    {"when": "12月7日 14:00-15:30"},
    {"place": "多功能厅"},
    {"presenter": "李老师"},
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_something_public_is_not_submitted_without_reason(client, menu, change):
    first, *others = rows_of(menu)
    rows = [edited(first, **change), *others]
    answer = submit(client, menu, rows)
    assert answer.status_code == 200
    assert "公开" in answer.content.decode() or "public already" in answer.content.decode()
    rows[0] = edited(rows[0], reason_code="schedule")
    assert submit(client, menu, rows).status_code == 302


@pytest.mark.parametrize(
    "change",
    [
        {"title": "书法提高班"},
        {"summary": "带毛笔"},
        {"place": " 书画室 "},
        {"presenter": "王老师。"},
    ],
)
def test_other_and_typographical_edits_need_none(client, menu, change):
    first, *others = rows_of(menu)
    assert submit(client, menu, [edited(first, **change), *others]).status_code == 302


def test_a_new_row_needs_none(client, menu):
    rows = [*rows_of(menu), factory.row("合唱", "12月9日 9:00")]
    assert submit(client, menu, rows).status_code == 302


def test_a_row_that_has_gone_is_asked_for_by_name(client, menu):
    first, _gone = rows_of(menu)
    answer = submit(client, menu, [first])
    assert "交谊舞" in str(answer.context["form"].errors["missing_code"])
    assert submit(client, menu, [first], missing_code="turnout").status_code == 302


def test_a_draft_is_kept_and_asked_about(client, menu):
    first, *others = rows_of(menu)
    data = menu_form.form_data([edited(first, presenter="李老师"), *others])
    answer = client.post(menu_form.edit_address(menu), data, follow=True)
    assert [str(message) for message in answer.context["messages"]][-1].startswith("书法入门班")
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    assert menu.get_latest_revision_as_object().rows[0].value["presenter"] == "李老师"
    assert menu_form.autosave(client, menu, [first])["success"]


def test_the_reason_travels_through_review_into_the_ledger(client, menu, network, centre):
    staff = [
        person("reviewer", role=Role.REVIEWER, node=network),
        person("approver", role=Role.APPROVER, node=network),
    ]
    first, *others = rows_of(menu)
    changed = edited(first, presenter="李老师", reason_code="presenter", reason="王老师出差")
    assert submit(client, menu, [changed, *others]).status_code == 302
    assert not ChangeEntry.objects.exists(), "a draft changes nothing"
    menu_form.approve(client, menu, *staff)
    lines = ChangeEntry.objects.values_list("verb", "field", "old", "new", "reason_text")
    assert set(lines) == {("change", "presenter", "王老师", "李老师", "王老师出差")}
    assert ChangeEntry.objects.count() == 4
    assert set(ChangeEntry.objects.values_list("by_body", flat=True)) == {centre.title}


def test_a_reason_left_from_an_earlier_change_is_none(client, menu):
    first, *others = rows_of(menu)
    menu = factory.publish(menu, [edited(first, place="大厅", reason_code="room"), *others])
    first, *others = rows_of(menu)
    assert submit(client, menu, [edited(first, place="操场"), *others]).status_code == 200
    fresh = edited(first, place="操场", reason="大厅也不行")
    assert submit(client, menu, [fresh, *others]).status_code == 302
