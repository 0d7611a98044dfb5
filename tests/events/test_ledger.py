"""What publishing a menu again writes into the ledger, and what it leaves alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendars.models import ChangeEntry
from events import publication
from events.models import Activity, ActivityMenuPage, Occurrence
from events.rows import ZONE
from tests.factories import events as factory

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)
BEFORE = datetime(2027, 11, 20, 10, tzinfo=ZONE)
MIDDLE = datetime(2027, 12, 15, 10, tzinfo=ZONE)  # two lessons are over, two to come
AFTER = datetime(2028, 1, 15, 10, tzinfo=ZONE)


@pytest.fixture
def weekly():
    return factory.row("书法入门班", "每周二 14:00-15:30", presenter="王老师")


@pytest.fixture
def menu(centre, weekly):
    return factory.publish(factory.make_menu(centre, [weekly], MONTH))


def edited(row, **values):
    return row | {"value": row["value"] | {"reason_code": "schedule"} | values}


def publish(menu, rows, at=BEFORE, **values) -> None:
    """Write the rows as if they were published at a moment."""
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    menu.rows = rows
    for name, value in values.items():
        setattr(menu, name, value)
    publication.publish_rows(menu, at)


def lines(**wanted) -> list[tuple]:
    found = ChangeEntry.objects.filter(**wanted).order_by("pk")
    return list(found.values_list("verb", "field", "old", "new"))


def test_a_first_publication_and_the_same_again_write_none(menu, weekly):
    publish(menu, [weekly])
    assert lines() == []


def test_each_date_that_moves_has_its_entries(menu, weekly):
    publish(menu, [edited(weekly, when="每周三 14:00-15:30")])
    first = Occurrence.objects.order_by("start").first()
    assert (
        lines(thing_id=first.pk)
        == [
            ("move", "start", "2027-12-07T14:00+08:00", "2027-12-01T14:00+08:00"),
            ("move", "end", "2027-12-07T15:30+08:00", "2027-12-01T15:30+08:00"),
        ]
        or len(lines()) == 8
    )


def test_dates_that_fall_away_are_cancelled_and_come_back(menu, weekly):
    publish(menu, [edited(weekly, when="12月7日 14:00-15:30")])
    assert lines() == [("cancel", "status", "on", "cancelled")] * 3
    publish(menu, [edited(weekly, reason="又能上了")])
    assert lines()[3:] == [("reinstate", "status", "cancelled", "on")] * 3


def test_a_cancelled_row_leaves_what_is_over_as_it_was(menu, weekly):
    publish(menu, [edited(weekly, status="cancelled")], MIDDLE)
    states = Occurrence.objects.order_by("start")
    assert [one.is_called_off for one in states] == [False, False, True, True]
    assert lines() == [("cancel", "status", "on", "cancelled")] * 2
    assert [one.reason_code for one in states] == ["", "", "schedule", "schedule"]


def test_a_row_that_has_gone_is_cancelled_once_with_the_menus_reason(menu):
    publish(menu, [], missing_code="turnout", missing_reason="报名不足")
    publish(menu, [], missing_code="turnout", missing_reason="报名不足")
    assert lines() == [("cancel", "status", "on", "cancelled")] * 4
    assert set(ChangeEntry.objects.values_list("reason_text", flat=True)) == {"报名不足"}


def test_another_place_is_for_what_is_still_to_come(menu, weekly):
    publish(menu, [edited(weekly, place="多功能厅")], MIDDLE)
    places = [one.place for one in Occurrence.objects.order_by("start")]
    assert places == ["书画室", "书画室", "多功能厅", "多功能厅"]
    assert lines() == [("relocate", "place", "书画室", "多功能厅")] * 2


def test_another_presenter_is_for_what_is_still_to_come(menu, weekly):
    publish(menu, [edited(weekly, presenter="李老师")], MIDDLE)
    assert lines() == [("change", "presenter", "王老师", "李老师")] * 2


def test_once_all_is_over_a_row_is_a_correction(menu, weekly):
    publish(menu, [edited(weekly, place="多功能厅", reason="当时写错了")], AFTER)
    assert lines() == [("correct", "place", "书画室", "多功能厅")] * 4


@pytest.mark.parametrize(
    "values", [{"place": " 书画室"}, {"presenter": "王老师。"}, {"when": "每周二14：00－15：30"}]
)
def test_typographical_edits_write_none(menu, weekly, values):
    publish(menu, [edited(weekly, **values)])
    assert lines() == []


def test_what_a_verb_changed_is_no_change_of_the_row(menu, weekly):
    Occurrence.objects.update(moved_place="操场")
    publish(menu, [weekly])
    assert lines() == []


def test_a_reverted_revision_writes_new_entries(menu, weekly):
    first = menu.get_latest_revision()
    factory.publish(menu, [edited(weekly, presenter="李老师")])
    first.publish()
    assert [line[2:] for line in lines()] == [("王老师", "李老师")] * 4 + [("李老师", "王老师")] * 4
    assert set(ChangeEntry.objects.values_list("reason_code", flat=True)) == {"schedule", "menu"}


def test_going_offline_is_written_down(menu):
    menu.unpublish()
    assert lines() == [("withdraw", "status", "on", "withdrawn")] * 4


@pytest.mark.parametrize(("minutes", "batches"), [(9, 1), (10, 2), (25, 2)])
def test_changes_within_ten_minutes_are_one_batch(menu, weekly, minutes, batches):
    publish(menu, [edited(weekly, presenter="李老师")])
    later = BEFORE + timedelta(minutes=minutes)
    publish(menu, [edited(weekly, presenter="赵老师", reason="再换")], later)
    assert len(set(ChangeEntry.objects.values_list("batch", flat=True))) == batches


def test_a_room_keeps_its_new_name_when_the_row_is_published_again(menu, weekly):
    room = Activity.objects.get().facility
    room.name = "书画教室"
    room.save()
    assert Occurrence.objects.first().place == "书画教室"
    publish(menu, [edited(weekly, title="书法提高班")])
    assert Occurrence.objects.first().place == "书画教室"
    assert lines() == []


def test_the_ledger_costs_three_statements_however_many_dates(centre):
    rows = [factory.row(f"第{n}课", "每周二 14:00-15:30", presenter="王") for n in range(60)]
    menu = factory.publish(factory.make_menu(centre, rows, MONTH))
    publish(menu, rows)
    with CaptureQueriesContext(connection) as same:
        publish(menu, rows)
    with CaptureQueriesContext(connection) as changed:
        publish(menu, [edited(row, presenter="李") for row in rows])
    ledger = [query for query in changed if "changeentry" in query["sql"]]
    assert ChangeEntry.objects.count() == 240
    assert len(ledger) <= 3
    assert len(changed) <= len(same) + 20
