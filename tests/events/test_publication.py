"""What publication writes for readers, and what it never takes away."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendars.models import CalendarEntry
from events.enums import ActivityStatus, OccurrenceStatus
from events.models import Activity, ActivityMenuPage, Occurrence
from search.models import SearchEntry
from tests.factories import events as factory

NEXT_YEAR = date(2027, 12, 1)  # far enough ahead that nothing has ended

pytestmark = pytest.mark.django_db


@pytest.fixture
def weekly():
    return factory.row("书法入门班", "每周二 14:00-15:30", id=uuid.uuid4())


@pytest.fixture
def menu(centre, weekly):
    return factory.publish(factory.make_menu(centre, [weekly], NEXT_YEAR))


def uids(menu):
    return set(Occurrence.objects.filter(activity__menu=menu).values_list("uuid", flat=True))


def edited(row, **values):
    return row | {"value": row["value"] | values}


def test_a_draft_is_nowhere_public(centre):
    factory.make_menu(centre, month=NEXT_YEAR)
    assert not Activity.objects.exists()
    assert not SearchEntry.objects.filter(kind="activity").exists()
    assert not CalendarEntry.objects.exists()


def test_publication_writes_rows_entries_and_search(menu):
    assert Occurrence.objects.filter(activity__menu=menu).count() == 4
    assert CalendarEntry.objects.filter(is_withdrawn=False).count() == 4
    assert SearchEntry.objects.filter(kind="activity", title="书法入门班").count() == 1


def test_kind_audience_and_fee_are_read_from_the_words(centre):
    row = factory.row("老年书法课", audience="退休老人", fee="材料费10元")
    factory.publish(factory.make_menu(centre, [row], NEXT_YEAR))
    activity = Activity.objects.get()
    assert activity.kind.code == "art"
    assert [audience.code for audience in activity.audiences.all()] == ["senior"]
    assert not activity.is_free
    assert activity.facility.name == "书画室"


def test_publishing_again_writes_nothing_new(menu, weekly):
    before = uids(menu), list(CalendarEntry.objects.order_by("pk").values_list("text", flat=True))
    factory.publish(menu, [weekly])
    after = uids(menu), list(CalendarEntry.objects.order_by("pk").values_list("text", flat=True))
    assert before == after


def test_another_weekday_keeps_the_uids_and_counts_as_moved(menu, weekly):
    before = uids(menu)
    factory.publish(menu, [edited(weekly, when="每周三 14:00-15:30")])
    kept = Occurrence.objects.filter(activity__menu=menu, uuid__in=before)
    assert {one.start.isoweekday() for one in kept} == {3}
    assert all(one.moved_from for one in kept)
    assert before <= uids(menu)


def test_fewer_dates_cancel_and_never_delete(menu, weekly):
    before = uids(menu)
    factory.publish(menu, [edited(weekly, when="12月7日 14:00-15:30")])
    assert uids(menu) == before
    dropped = Occurrence.objects.filter(status=OccurrenceStatus.DROPPED)
    assert dropped.count() == 3
    assert all(one.is_called_off for one in dropped)


def test_dates_that_come_back_take_place_again(menu, weekly):
    factory.publish(menu, [edited(weekly, when="12月7日 14:00-15:30")])
    factory.publish(menu, [weekly])
    assert not Occurrence.objects.exclude(status=OccurrenceStatus.ON).exists()
    assert Occurrence.objects.filter(activity__menu=menu).count() == 4


def test_a_removed_row_is_cancelled_and_comes_back_as_the_same(menu, weekly):
    code = Activity.objects.get().code
    factory.publish(menu, [])
    assert Activity.objects.get().status == ActivityStatus.CANCELLED
    assert "STATUS:CANCELLED" in CalendarEntry.objects.first().text
    factory.publish(menu, [weekly])
    activity = Activity.objects.get()
    assert (activity.code, activity.status) == (code, ActivityStatus.ON)


def test_a_withdrawn_row_leaves_search_and_calendars_but_not_the_table(menu, weekly, client):
    activity = Activity.objects.get()
    factory.publish(menu, [edited(weekly, status="withdrawn", reason="录入有误")])
    assert not SearchEntry.objects.filter(kind="activity").exists()
    assert not CalendarEntry.objects.filter(is_withdrawn=False).exists()
    assert client.get(f"/a/{activity.code}/").status_code == 410
    assert Activity.objects.filter(pk=activity.pk).exists()


def test_an_older_revision_published_again_keeps_identities(menu, weekly):
    first = menu.get_latest_revision()
    before = uids(menu)
    factory.publish(menu, [edited(weekly, title="书法提高班"), factory.row("合唱", "12月9日 9:00")])
    first.publish()
    assert Activity.objects.get(block_id=weekly["id"]).title == "书法入门班"
    assert before <= uids(menu)
    assert Activity.objects.get(title="合唱").status == ActivityStatus.CANCELLED


def test_publishing_an_old_revision_keeps_the_newer_draft(menu, weekly):
    old = menu.get_latest_revision()
    stale = old.as_object()
    menu.rows = [edited(weekly, title="新草稿")]
    newer = menu.save_revision()
    stale.save()
    assert ActivityMenuPage.objects.get(pk=menu.pk).latest_revision_id == newer.pk


def test_unpublishing_takes_everything_out_of_sight_and_keeps_rows(menu, client):
    address = menu.address
    menu.unpublish()
    assert not SearchEntry.objects.filter(kind__in=("activity", "menu")).exists()
    assert not CalendarEntry.objects.filter(is_withdrawn=False).exists()
    assert Occurrence.objects.count() == 4
    assert not Occurrence.objects.public().exists()
    assert client.get(address).status_code == 404


def test_a_copy_has_activities_of_its_own(menu, centre):
    copied = menu.copy(
        update_attrs={"month": date(2028, 1, 1), "slug": "2028-01", "title": "一月"},
        keep_live=False,
    )
    factory.publish(copied)
    assert Activity.objects.filter(menu=menu).count() == 1
    assert Activity.objects.filter(menu=copied).count() == 1
    assert len(set(Activity.objects.values_list("code", flat=True))) == 2


def queries_of_publication(centre, number: int, month: date) -> int:
    rows = [factory.row(f"第{n}课", "12月8日 14:00-15:30") for n in range(number)]
    revision = factory.make_menu(centre, rows, month).save_revision()
    with CaptureQueriesContext(connection) as queries:
        revision.publish()
    return len(queries)


def test_the_queries_of_publication_hardly_grow_with_the_rows(centre):
    queries_of_publication(centre, 1, date(2027, 1, 1))  # content types and the like
    empty = queries_of_publication(centre, 0, date(2027, 2, 1))
    one = queries_of_publication(centre, 1, date(2027, 3, 1))
    many = queries_of_publication(centre, 500, date(2027, 4, 1))
    assert one <= empty + 20
    assert many <= one + 500 // 20
