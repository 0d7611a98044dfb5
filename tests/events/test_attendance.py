"""How many came: entered after the event, missing until then, added up for those above."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from events import attendance
from events.models import Activity, Attendance
from tests.factories import events as factory
from tests.factories.accounts import person
from tests.factories.brands import make_area, make_centre

pytestmark = pytest.mark.django_db

MONTH = date(2026, 1, 1)
AFTER = datetime(2026, 2, 1, tzinfo=timezone.get_default_timezone())
ROWS = (
    ("书法入门班", "每周二 14:00-15:30"),
    ("交谊舞", "1月8日 19:00-20:30"),
)


def publish(centre, rows=ROWS):
    return factory.publish(factory.make_menu(centre, [factory.row(*row) for row in rows], MONTH))


def address(centre, month="2026-01"):
    return f"{reverse('menus:attendance', args=[centre.pk])}?month={month}"


@pytest.fixture
def editor(client, centre):
    editor = person("bianji", role=Role.EDITOR, node=centre)
    client.force_login(editor)
    return editor


def fields(**numbers):
    return {f"people-{Activity.objects.get(title=title).pk}": n for title, n in numbers.items()}


def kept():
    return dict(Attendance.objects.values_list("activity__title", "people"))


def test_what_is_over_is_asked_for_and_kept(client, centre, editor):
    publish(centre)
    text = client.get(address(centre)).content.decode()
    assert "书法入门班" in text
    client.post(address(centre), fields(书法入门班="48", 交谊舞="0"))

    assert kept() == {"书法入门班": 48, "交谊舞": 0}


def test_an_empty_field_is_missing_and_not_nobody(client, centre, editor):
    publish(centre)
    client.post(address(centre), fields(书法入门班="48", 交谊舞=""))
    assert kept() == {"书法入门班": 48}
    client.post(address(centre), fields(书法入门班=""))

    assert kept() == {}
    total = attendance.total_of("", list(attendance.held(AFTER)))
    assert (total.activities, total.people, total.missing) == (2, 0, 2)


@pytest.mark.parametrize("number", ["-5", "many", "1e3", "99999999999"])
def test_what_is_no_number_of_people_is_refused_and_nothing_kept(client, centre, editor, number):
    publish(centre)
    answer = client.post(address(centre), fields(书法入门班=number, 交谊舞="3"))

    assert answer.context["form"].errors
    assert kept() == {}


def test_a_very_large_number_is_asked_about(client, centre, editor):
    publish(centre)
    data = fields(书法入门班="100000")
    answer = client.post(address(centre), data)
    assert answer.context["form"].errors
    assert kept() == {}
    sure = f"sure-{Activity.objects.get(title='书法入门班').pk}"
    assert f'name="{sure}"' in answer.content.decode()
    client.post(address(centre), data | {sure: "on"})

    assert kept() == {"书法入门班": 100_000}


def test_what_is_not_over_or_was_called_off_is_not_asked_for(centre):
    menu = publish(centre)
    before = datetime(2026, 1, 20, tzinfo=timezone.get_default_timezone())
    assert [one.title for one in attendance.held(before)] == ["交谊舞"]
    rows = menu.rows.get_prep_value()
    rows[1]["value"] |= {"status": "cancelled", "reason": "停电"}
    factory.publish(menu, rows)

    assert [one.title for one in attendance.held(AFTER)] == ["书法入门班"]


def test_another_centre_is_closed(client, network, centre, editor):
    other = make_centre(network)
    publish(other)
    data = fields(书法入门班="5")
    assert client.get(address(other)).status_code in (302, 403)
    assert client.post(address(other), data).status_code in (302, 403)
    client.post(address(centre), data)

    assert kept() == {}


def test_totals_by_kind_tier_and_month_for_one_s_own_nodes(client, network, centre):
    street = make_area(network)
    publish(make_centre(street, tier="village"), ROWS[:1])
    publish(centre)
    for activity in Activity.objects.filter(title="书法入门班"):
        attendance.enter({activity.pk: 10}, None, AFTER)
    client.force_login(person("shenhe", role=Role.REVIEWER, node=network))
    page = client.get(reverse("menus:attendance_report"), {"year": "2026"})
    whole, groups = page.context["whole"], dict(page.context["groups"])
    assert (whole.activities, whole.people, whole.missing) == (3, 20, 1)
    assert {one.label: one.people for one in groups["By tier"]} == {"community": 10, "village": 10}
    assert [one.label for one in groups["By month"]] == ["2026-01"]
    client.force_login(person("jiedao", role=Role.REVIEWER, node=street))
    page = client.get(reverse("menus:attendance_report"), {"year": "2026"})

    assert page.context["whole"].activities == 1


def test_the_report_is_taken_out_as_a_sheet(client, centre, editor):
    publish(centre)
    activity = Activity.objects.get(title="书法入门班")
    attendance.enter({activity.pk: 12}, editor, AFTER)
    answer = client.get(reverse("menus:attendance_report"), {"year": "2026", "export": "xlsx"})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active

    assert [row[-1].value for row in sheet.rows] == ["Person-times", 12, None]


@pytest.mark.parametrize("year", ["", "x", "0", "99999999", "²", "-1"])
def test_a_year_that_is_none_gives_this_one(client, editor, year):
    answer = client.get(reverse("menus:attendance_report"), {"year": year})
    assert answer.context["year"] == timezone.localdate().year


@pytest.mark.parametrize("number", [1, 60])
def test_entering_asks_the_same_number_of_queries_for_any_number(
    centre, number, django_assert_max_num_queries
):
    publish(centre, [(f"活动{n}", "1月8日 9:00") for n in range(number)])
    numbers = dict.fromkeys(Activity.objects.values_list("pk", flat=True), 7)
    with django_assert_max_num_queries(6):
        attendance.enter(numbers, None, AFTER)
