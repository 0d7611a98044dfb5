"""Working days over weekends, holidays and make-up workdays."""

from datetime import date

import pytest

from common.models import Holiday
from common.workdays import REST, WORK, after_workdays, is_workday
from tests.factories import brands

# 元旦 2027: Friday 1 to Sunday 3 January off, Saturday 9 is worked.
NEW_YEAR = {date(2027, 1, 1): REST, date(2027, 1, 9): WORK}


@pytest.mark.parametrize(
    ("start", "number", "due"),
    [
        (date(2026, 12, 1), 2, date(2026, 12, 3)),
        (date(2026, 12, 3), 2, date(2026, 12, 7)),
        (date(2026, 12, 5), 1, date(2026, 12, 7)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2027, 1, 8), 1, date(2027, 1, 9)),
        (date(2027, 1, 8), 2, date(2027, 1, 11)),
    ],
)
def test_so_many_working_days_later(start, number, due):
    assert after_workdays(start, number, NEW_YEAR) == due


def test_a_table_of_nothing_but_holidays_ends(now):
    from datetime import timedelta

    always = {now.date() + timedelta(days=n): REST for n in range(1000)}
    assert after_workdays(now.date(), 1, always)


def test_a_network_goes_before_what_holds_for_all(network, centre):
    other = brands.make_area(title="别的区")
    day = date(2027, 1, 9)
    Holiday.objects.create(date=day, name="元旦调休", effect="work")
    Holiday.objects.create(date=day, name="本区休息", effect="rest", network=network)
    Holiday.objects.create(date=day, name="腊八", effect="named", network=other)
    effects = Holiday.objects.effects_at([centre.path, other.path], day, day)
    assert not is_workday(day, effects[centre.path])
    assert is_workday(day, effects[other.path])
