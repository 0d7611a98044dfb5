"""Two editors change the same date at once: one wins, the other is told, the ledger is right."""

from __future__ import annotations

import contextlib
import threading
from datetime import date, datetime

import pytest
from django.db import connection

from calendars.ledger import Reason
from calendars.models import CalendarEntry, ChangeEntry
from events import errors, services, verbs
from events.models import Occurrence
from events.rows import ZONE
from events.services import Order
from tests.factories import events as factory

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]

AT = datetime(2027, 11, 20, 10, 0, tzinfo=ZONE)
MOVE = verbs.Move(datetime(2027, 12, 9, 15, tzinfo=ZONE), datetime(2027, 12, 9, 16, tzinfo=ZONE))
PATIENCE = 2  # seconds in which the second editor would have read, were there no lock


@pytest.fixture
def date_of_both(transactional_db, centre):
    menu = factory.publish(factory.make_menu(centre, [factory.row()], date(2027, 12, 1)))
    return Occurrence.objects.get(activity__menu=menu)


class Editors:
    """Two people who have both looked at the same state and confirm at the same moment."""

    def __init__(self, key, seen: str, monkeypatch):
        self.key, self.seen = key, seen
        self.both_have_read = threading.Barrier(2)
        self.told: dict[str, object] = {}
        monkeypatch.setattr(
            services, "with_one_activity", self.pause_after(services.with_one_activity)
        )

    def pause_after(self, read):
        """Wait until the other has read too; behind a lock it never will, so not for long."""

        def reading(occurrences):
            found = read(occurrences)
            with contextlib.suppress(threading.BrokenBarrierError):
                self.both_have_read.wait(PATIENCE)
            return found

        return reading

    def confirm(self, name: str, verb) -> None:
        order = Order((self.key,), Reason("", name), AT, seen=self.seen)
        try:
            services.carry_out(order, verb)
            self.told[name] = "done"
        except errors.ChangeRefused as refused:
            self.told[name] = type(refused)
        finally:
            connection.close()

    def confirm_both(self) -> None:
        orders = {"甲取消": verbs.Cancel(), "乙改期": MOVE}
        threads = [threading.Thread(target=self.confirm, args=pair) for pair in orders.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)


@pytest.fixture
def editors(date_of_both, monkeypatch):
    seen = services.foresee(Order((date_of_both.pk,), Reason(), AT), verbs.Cancel()).token
    return Editors(date_of_both.pk, seen, monkeypatch)


def test_one_wins_and_one_is_told(editors):
    editors.confirm_both()

    assert sorted(map(str, editors.told.values())) == sorted(["done", str(errors.Overtaken)])
    winner = next(name for name, told in editors.told.items() if told == "done")
    assert set(ChangeEntry.objects.values_list("reason_text", flat=True)) == {winner}
    occurrence = Occurrence.objects.get(pk=editors.key)
    entry = CalendarEntry.objects.get(thing_id=editors.key)
    assert occurrence.is_called_off == (winner == "甲取消")
    assert ("STATUS:CANCELLED" in entry.text) == occurrence.is_called_off
    assert entry.sequence == 1


def test_without_the_lock_both_win_and_the_ledger_is_wrong(editors, monkeypatch):
    monkeypatch.setattr(services, "lock_menu", lambda menu_id: None)
    editors.confirm_both()

    assert set(editors.told.values()) == {"done"}
    lines = set(ChangeEntry.objects.values_list("field", "old"))
    assert ("status", "on") in lines
    assert any(field == "start" for field, _ in lines), "both changed what they saw at first"
