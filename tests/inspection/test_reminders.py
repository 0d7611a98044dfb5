"""When a review is due, and who is reminded of it: once each working day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from accounts.models import ReviewRule
from accounts.roles import Role
from common.models import Holiday
from inspection.reminders import remind_of_due
from tests.accounts.reviewing import act
from tests.factories import events as factory
from tests.factories import notices
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

SHANGHAI = ZoneInfo("Asia/Shanghai")
TUESDAY = datetime(2026, 12, 1, 14, 0, tzinfo=SHANGHAI)


@pytest.fixture
def clock(monkeypatch):
    def set_clock(at):
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at

    set_clock(TUESDAY)
    return set_clock


@pytest.fixture
def staff(network, centre):
    return {
        "editor": person("bianji", role=Role.EDITOR, node=centre),
        "reviewer": person("shenhe", role=Role.REVIEWER, node=network, email="shenhe@example.org"),
        "approver": person("shenpi", role=Role.APPROVER, node=network, email="shenpi@example.org"),
    }


@pytest.fixture
def run(clock, mailoutbox, django_capture_on_commit_callbacks):
    """Do the reminders at a moment; returns who was written to."""

    def remind(at):
        clock(at)
        mailoutbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            remind_of_due(at)
        return [mail.to[0] for mail in mailoutbox]

    return remind


def submit(page, editor):
    page.save_revision(user=editor)
    page.refresh_from_db()
    page.get_workflow().start(page, editor)
    return page


@pytest.fixture
def menu(clock, centre, staff):
    return submit(factory.make_menu(centre), staff["editor"])


def on(day, hour=9):
    return datetime(2026, 12, day, hour, tzinfo=SHANGHAI)


def test_nobody_is_reminded_before_the_due_day(run, menu):
    assert run(on(2)) == []


def test_from_the_due_day_on_once_each_working_day(run, menu, mailoutbox):
    assert run(on(3)) == ["shenhe@example.org"]
    assert menu.title in mailoutbox[0].body
    assert f"/admin/check/review/{menu.pk}/" in mailoutbox[0].body
    assert run(on(3, 9)) == []
    assert run(on(3, 17)) == []
    assert run(on(4)) == ["shenhe@example.org"]
    assert run(on(5)) == []  # Saturday
    assert run(on(6)) == []
    assert run(on(7)) == ["shenhe@example.org"]


def test_nobody_is_written_to_at_night(run, menu):
    assert run(on(3, 7)) == []
    assert run(on(3, 8)) == ["shenhe@example.org"]


def test_holidays_and_make_up_workdays_count(run, menu):
    Holiday.objects.create(date=date(2026, 12, 3), name="休", effect="rest")
    Holiday.objects.create(date=date(2026, 12, 5), name="班", effect="work")
    assert run(on(3)) == []
    assert run(on(4)) == ["shenhe@example.org"]
    assert run(on(5)) == ["shenhe@example.org"]


def test_a_network_gives_its_steps_more_days(run, menu, network):
    ReviewRule.objects.create(network=network, workdays=3)
    assert run(on(3)) == []
    assert run(on(4)) == ["shenhe@example.org"]


def test_what_is_decided_is_reminded_of_no_more(run, clock, menu, staff):
    clock(on(2))
    act(menu, staff["reviewer"])
    assert run(on(3)) == []
    assert run(on(4)) == ["shenpi@example.org"]


def test_two_reviews_are_one_mail(run, menu, centre, staff, mailoutbox):
    other = submit(factory.make_menu(centre, month=date(2027, 1, 1)), staff["editor"])
    assert run(on(3)) == ["shenhe@example.org"]
    assert other.title in mailoutbox[0].body
    assert "2 reviews are due" in mailoutbox[0].subject


def test_who_stands_in_is_reminded_instead(run, menu, staff, clock):
    from accounts import absences

    first = TUESDAY.date()
    absences.name_delegate(staff["reviewer"], staff["approver"], first, first + timedelta(days=9))
    assert run(on(3)) == ["shenpi@example.org"]


def test_a_confirmation_is_due_the_next_working_day(run, clock, centre, staff):
    notice = notices.make_notice(centre, publish=False, urgent_reason="停水")
    submit(notice, staff["editor"])
    act(notice, staff["reviewer"], "release")
    assert run(on(2)) == ["shenpi@example.org"]


@pytest.mark.parametrize("number", [1, 6])
def test_it_costs_the_same_for_any_number_of_reviews(
    clock, centre, staff, number, django_assert_max_num_queries
):
    for month in range(1, number + 1):
        submit(factory.make_menu(centre, month=date(2027, month, 1)), staff["editor"])
    with django_assert_max_num_queries(24):
        remind_of_due(clock(on(3)))
