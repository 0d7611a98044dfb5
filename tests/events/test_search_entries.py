"""What a published menu gives to search: days, traits, audiences, and its own end."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from events.entries import refresh
from events.enums import OccurrenceStatus
from events.models import Occurrence
from search.models import SearchEntry
from tests.factories import events as factory

pytestmark = pytest.mark.django_db


def entry(kind="activity"):
    return SearchEntry.objects.get(kind=kind)


def publish(centre, **values):
    return factory.publish(factory.make_menu(centre, [factory.row(**values)]))


def test_an_activity_is_found_by_its_days_kind_audience_parts_of_day_and_fee(centre):
    publish(
        centre,
        title="老年书法课",
        when="12月8日 14:00-15:30；12月9日 19:00-20:00",
        audience="退休老人",
    )
    found = entry()
    assert found.day_tokens.split() == ["d20261208", "d20261208a", "d20261209", "d20261209e"]
    assert found.months == "202612"
    assert found.traits.split() == ["kind-art", "free", "a", "e"]
    assert found.audiences == "senior"


def test_an_activity_with_a_fee_is_not_free(centre):
    publish(centre, fee="材料费10元")
    assert "free" not in entry().traits.split()


def test_a_day_that_was_called_off_is_no_day_of_an_activity_that_goes_on(centre):
    menu = publish(centre, when="12月8日 14:00-15:30；12月9日 19:00-20:00")
    first = Occurrence.objects.order_by("start").first()
    Occurrence.objects.filter(pk=first.pk).update(status=OccurrenceStatus.CANCELLED)
    refresh(menu, centre, datetime(2026, 12, 1, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert entry().day_tokens.split() == ["d20261209", "d20261209e"]


def test_a_cancelled_activity_keeps_the_days_it_was_for(centre):
    menu = publish(centre)
    rows = [factory.row(id=menu.rows.raw_data[0]["id"], status="cancelled", reason="停电")]
    factory.publish(menu, rows)
    assert entry().is_cancelled
    assert entry().day_tokens.split() == ["d20261208", "d20261208a"]


def test_a_menu_is_past_when_its_month_is_over(centre):
    publish(centre)
    menu = entry("menu")
    assert not menu.is_past(datetime(2026, 12, 31, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert menu.is_past(datetime(2027, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai")))
