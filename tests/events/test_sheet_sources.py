"""Rows that come from pasted cells and from another month go through the same check."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.urls import reverse

from accounts.roles import Role
from common.models import Holiday
from common.sheet_reader import read_sheet
from events.models import ActivityMenuPage
from events.sheet_clashes import House, clashes
from events.sheet_guessing import with_header
from events.sheet_menu import MenuRow
from events.sheet_pairing import slots_in
from tests.events.test_sheet_upload import draft_of, filled, rows_of
from tests.factories import accounts as people
from tests.factories import brands as brand_factory
from tests.factories import events as factory

pytestmark = pytest.mark.django_db

DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)


@pytest.fixture
def as_editor(client, centre):
    client.force_login(people.person("editor", role=Role.EDITOR, node=centre))
    return client


def paste(client, centre, *lines, month="2026-12"):
    address = reverse("menus:paste", args=[centre.pk])
    return client.post(address, {"cells": "\r\n".join(lines), "month": month})


def save(client, checked, **changes):
    return client.post(checked.wsgi_request.path, filled(checked, **changes))


# Pasted cells ----------------------------------------------------------------------------------


def test_pasted_rows_join_the_menu_below_those_that_are_there(as_editor, centre):
    menu = factory.make_menu(centre, [factory.row("合唱团", "12月10日 19:00")])
    checked = paste(
        as_editor,
        centre,
        "活动名称\t活动时间\t地点\t收费",
        '"书法课\n（入门）"\t12月8日 14:00-15:30\t书画室\t=0',
    )
    assert checked.context["check"].absences == [], "a block of cells is a part of the month"
    save(as_editor, checked)

    assert [row["title"] for row in rows_of(menu)] == ["合唱团", "书法课 （入门）"]
    assert rows_of(menu)[1]["fee"] == "=0"
    assert draft_of(menu).live is False


def test_cells_without_a_header_are_told_apart(as_editor, centre):
    checked = paste(
        as_editor,
        centre,
        "1\t书法课，入门\t12月8日\t14:00-15:30\t书画室\t20",
        "2\t太极拳\t12月9日\t7:00-8:00\t书画室\t30",
    )
    rows = [form.row for form in checked.context["forms"]]

    assert [row.title for row in rows] == ["书法课，入门", "太极拳"]
    assert rows[0].when == "12月8日 14:00-15:30"
    assert rows[0].place == "书画室"
    assert "第6列" in checked.content.decode(), "what is not read is named"


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        (["书法课\t12月8日 14:00"], ["活动名称", "活动时间"]),
        (["12月8日\t书法课"], ["活动时间", "活动名称"]),
        (["每周二 9:00\t舞蹈室\t舞蹈课"], ["活动时间", "地点", "活动名称"]),
        (["活动名称\t活动时间", "书法课\t8日"], ["活动名称", "活动时间"]),
    ],
)
def test_a_header_is_told_from_the_cells(lines, header):
    sheet = read_sheet("cells.tsv", "\n".join(lines).encode())

    found = with_header(sheet, DECEMBER, ["舞蹈室", "书画室"])

    assert [cell.text for cell in found.rows[0]] == header


@pytest.mark.parametrize("cells", ["", "   ", "看看这个", "\t\t\t", "a,b,c", "\0\0", "x" * 20_000])
def test_cells_that_are_no_activities_get_a_sentence(as_editor, centre, cells):
    answer = paste(as_editor, centre, cells)

    assert answer.status_code == 200
    assert answer.context["form"].errors["cells"]
    assert not ActivityMenuPage.objects.exists()


# Another month ---------------------------------------------------------------------------------


def copy(client, centre, menu, month="2027-01"):
    address = reverse("menus:copy", args=[centre.pk])
    return client.post(address, {"source": menu.pk, "month": month})


@pytest.fixture
def december(centre):
    rows = [
        factory.row("书法课", "每周二 14:00-15:30", fee="材料费10元"),
        factory.row("讲座", "12月8日 9:00-11:00"),
        factory.row("电影", "12月5日、19日 19:00-21:00"),
        factory.row("跨年", "12月29日 19:00"),
        factory.row("合唱团", "每周三 19:00", status="cancelled", reason="老师生病"),
        factory.row("填错了", "每周三 9:00", status="withdrawn", reason="重复"),
    ]
    return factory.publish(factory.make_menu(centre, rows))


def test_a_month_is_copied_by_weekday_and_lists_are_proposed(as_editor, centre, december):
    checked = copy(as_editor, centre, december)
    forms = checked.context["forms"]

    assert [form.row.title for form in forms] == ["书法课", "讲座", "电影", "跨年", "合唱团"]
    assert [form.row.when for form in forms[:2]] == ["每周二 14:00-15:30", "1月12日 9:00-11:00"]
    assert forms[2].messages[0].value == "1月2日、16日 19:00-21:00"
    assert [form.has_error for form in forms] == [False, False, True, True, False]
    assert [form.is_left_out for form in forms] == [False, False, False, False, True]
    assert not ActivityMenuPage.objects.filter(month=JANUARY).exists()


def test_a_copied_month_is_a_draft_with_identities_of_its_own(as_editor, centre, december):
    checked = copy(as_editor, centre, december)
    saved = save(
        as_editor,
        checked,
        r2__when="1月2日、16日 19:00-21:00",
        r3__left_out="on",
        r4__left_out="on",
    )
    menu = ActivityMenuPage.objects.get(month=JANUARY)

    assert saved.url == reverse("wagtailadmin_pages:edit", args=[menu.pk])
    assert not menu.live
    assert [row["title"] for row in rows_of(menu)] == ["书法课", "讲座", "电影"]
    assert rows_of(menu)[0]["fee"] == "材料费10元"
    assert {row["status"] for row in rows_of(menu)} == {"on"}
    ids = {block.id for block in draft_of(menu).rows}
    assert not ids & {block.id for block in december.rows}


def test_clashes_with_holidays_and_rooms_are_shown(as_editor, centre, december):
    Holiday.objects.create(date=date(2027, 1, 12), name="试放假", effect=Holiday.Effect.REST)
    codes = [
        {problem.code for problem in form.problems}
        for form in copy(as_editor, centre, december).context["forms"]
    ]

    assert "day-off" in codes[0]
    assert "day-off" in codes[1]


@pytest.mark.parametrize("data", [{}, {"source": "0", "month": "2027-01"}, {"month": "x"}])
def test_a_copy_from_nowhere_is_refused(as_editor, centre, december, data):
    answer = as_editor.post(reverse("menus:copy", args=[centre.pk]), data)

    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_a_menu_is_not_copied_onto_itself(as_editor, centre, december):
    assert copy(as_editor, centre, december, month="2026-12").context["form"].errors["month"]


def test_another_centres_menu_cannot_be_copied(as_editor, centre, network):
    other = brand_factory.make_centre(network)
    theirs = factory.make_menu(other)

    assert copy(as_editor, centre, theirs).context["form"].errors["source"]
    for name in ("menus:copy", "menus:paste"):
        assert as_editor.get(reverse(name, args=[other.pk])).status_code == 302


def test_first_screens_offer_what_is_next(as_editor, centre, december):
    page = as_editor.get(reverse("menus:copy", args=[centre.pk]))
    assert page.context["form"].initial["source"] == december.pk
    page = as_editor.get(reverse("menus:paste", args=[centre.pk]), {"month": "2026-12"})
    assert 'value="2026-12"' in page.content.decode()


# Clashes ---------------------------------------------------------------------------------------

HOUSE = House(
    rooms=("书画室", "舞蹈室"),
    hours=[(frozenset(range(5)), time(8, 30), time(20))],
    days_off={date(2026, 12, 25): "圣诞"},
)


def row(when, place="书画室", title="课") -> MenuRow:
    return MenuRow(title=title, when=when, place=place, slots=slots_in(when, DECEMBER))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("12月8日 9:00-10:00"), row("12月8日 9:30-11:00")], {1: ["room-taken"]}),
        ([row("12月8日 9:00-10:00"), row("12月8日 10:00-11:00")], {}),
        ([row("12月8日 9:00"), row("12月8日 9:30")], {1: ["room-taken"]}),
        ([row("12月8日 9:00-10:00"), row("12月8日 9:00-10:00", "舞蹈室")], {}),
        ([row("12月8日 9:00-10:00", "广场"), row("12月8日 9:00-10:00", "广场")], {}),
        ([row("每周二 9:00-10:00"), row("12月8日、15日 9:00-10:00")], {1: ["room-taken"]}),
        ([row("12月8日 19:00-20:30")], {0: ["house-closed"]}),
        ([row("12月8日 19:00-20:30", "广场")], {}),
        ([row("12月12日 9:00-10:00")], {0: ["house-closed"]}),
        ([row("12月8日 全天")], {}),
        ([row("12月25日 9:00-10:00")], {0: ["day-off"]}),
        ([row("看通知")], {}),
    ],
)
def test_rows_clash_with_rooms_hours_and_days_off(rows, expected):
    found = {
        index: [problem.code for problem in problems]
        for index, problems in clashes(rows, HOUSE).items()
        if problems
    }
    assert found == expected
