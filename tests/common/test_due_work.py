"""Due work: one run at a time, nothing done twice, and it shows when it is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from accounts.roles import Role
from accounts.services import grant
from common import due_work
from common.models import DueWorkRun
from common.models.due_work import LATE_AFTER, LEASE
from events.models import ActivityMenuPage
from tests.factories import events as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def parts(monkeypatch):
    """The registered parts, replaced by none."""
    found = {}
    monkeypatch.setattr(due_work, "_parts", found)
    return found


@pytest.fixture
def moment(monkeypatch):
    """Set the clock: call it with a moment."""

    def set_clock(at):
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at

    return set_clock


def test_a_run_leaves_its_times_and_results(parts, now, moment):
    parts["five"] = lambda at: 5
    moment(now)
    assert due_work.run(now) == {"five": 5}
    run = DueWorkRun.last()
    assert (run.started_at, run.ended_at, run.finished_at) == (now, now, now)
    assert run.results == {"five": 5}


def test_a_part_that_fails_stops_nobody_and_is_named(parts, now):
    def broken(at):
        raise RuntimeError("no room on the disk")

    parts |= {"broken": broken, "five": lambda at: 5}
    assert due_work.run(now) == {"broken": None, "five": 5}
    assert DueWorkRun.last().failed_parts == ["broken"]


def test_two_runs_at_once_do_the_work_once(parts, now):
    calls = []

    def nested(at):
        calls.append(at)
        with pytest.raises(due_work.AlreadyRunning):
            due_work.run(at)
        return 1

    parts["nested"] = nested
    assert due_work.run(now) == {"nested": 1}
    assert calls == [now]


def test_without_the_lock_two_runs_would_do_it_twice(parts, now, monkeypatch):
    calls = []

    def nested(at):
        calls.append(at)
        if len(calls) == 1:
            due_work.run(at)
        return 1

    parts["nested"] = nested
    monkeypatch.setattr(due_work, "begin", timezone.now)
    due_work.run(now)
    assert calls == [now, now]


def test_the_lock_of_a_dead_process_runs_out(parts, now, moment):
    moment(now)
    due_work.begin()
    moment(now + LEASE - timedelta(seconds=1))
    with pytest.raises(due_work.AlreadyRunning):
        due_work.run(now)
    moment(now + LEASE)
    assert due_work.run(now) == {}


def test_a_run_that_outlived_its_lock_leaves_the_next_one_alone(parts, now, moment):
    moment(now)
    slow = due_work.begin()
    moment(now + LEASE)
    fresh = due_work.begin()
    due_work.end(slow, {})
    run = DueWorkRun.last()
    assert (run.started_at, run.ended_at) == (fresh, None)


def test_the_command_says_that_another_is_at_work(parts, now, capsys):
    due_work.begin()
    call_command("run_due_work")
    assert "another process" in capsys.readouterr().err


def test_after_an_hour_everything_due_happens_once_and_in_order(centre, moment):
    begin = timezone.now()
    for number, minutes in ((1, 40), (2, 5), (3, 20)):
        menu = factory.make_menu(centre, [factory.row()], date(2027, number, 1))
        menu.go_live_at = begin + timedelta(minutes=minutes)
        menu.save_revision().publish()
    later = moment(begin + timedelta(hours=1))
    assert due_work.run(later)["scheduled pages"] == 3
    assert due_work.run(later)["scheduled pages"] == 0
    published = PageLogEntry.objects.filter(action="wagtail.publish.scheduled").order_by("pk")
    months = dict(ActivityMenuPage.objects.live().values_list("pk", "month"))
    assert [months[entry.page_id].month for entry in published] == [2, 3, 1]


@pytest.mark.parametrize(
    ("age", "status"), [(LATE_AFTER, "ok"), (LATE_AFTER + timedelta(seconds=1), "degraded")]
)
def test_readiness_tells_of_late_work(client, parts, now, moment, age, status):
    moment(now)
    due_work.run(now)
    moment(now + age)
    assert client.get("/readyz").json()["status"] == status


def test_a_site_on_which_it_never_ran_is_degraded(client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert answer.json()["due_work"] is False


def test_administrators_see_when_it_last_ran(admin_page, parts):
    due_work.run(timezone.now())
    text = admin_page.get("/admin/").content.decode()
    assert 'id="due-work' in text
    assert "help-warning" not in text


def test_administrators_are_warned_when_it_is_late(admin_page, parts, moment):
    due_work.run(timezone.now())
    moment(timezone.now() + LATE_AFTER * 2)
    text = admin_page.get("/admin/").content.decode()
    assert "help-warning" in text
    assert "manage.py run_due_work" in text


def test_editors_are_not_bothered(client, centre, django_user_model):
    editor = django_user_model.objects.create_user("editor")
    grant(editor, Role.EDITOR, centre)
    client.force_login(editor)
    assert 'id="due-work' not in client.get("/admin/").content.decode()
