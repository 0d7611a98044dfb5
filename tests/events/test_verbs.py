"""Cancel, move, change place, reinstate, withdraw, correct: what each does, and what it refuses."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core import mail

from accounts.roles import Role
from calendars.enums import ChangeReason
from calendars.ledger import Reason
from calendars.models import ChangeEntry
from events import errors, services, verbs
from events.enums import ActivityStatus, OccurrenceStatus
from events.models import Activity, Occurrence
from events.rows import ZONE
from events.services import Order, carry_out
from tests.factories import events as factory
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

AT = datetime(2027, 11, 20, 10, 0, tzinfo=ZONE)
WEATHER = Reason(ChangeReason.WEATHER, "暴雨")
MONTH = date(2027, 12, 1)


@pytest.fixture
def menu(centre):
    rows = [
        factory.row("书法入门班", "每周二 14:00-15:30", place="书画室"),
        factory.row("合唱团", "12月9日 14:00-16:00", place="多功能厅"),
    ]
    return factory.publish(factory.make_menu(centre, rows, MONTH))


@pytest.fixture
def lesson(menu):
    """The first lesson: Tuesday, 7 December 2027, 14:00."""
    return Occurrence.objects.filter(activity__title="书法入门班").order_by("start").first()


def order(*occurrences, reason=WEATHER, at=AT, **values) -> Order:
    return Order(tuple(one.pk for one in occurrences), reason, at, **values)


def ledger_of(occurrence) -> list[tuple]:
    entries = ChangeEntry.objects.filter(thing_id=occurrence.pk).order_by("pk")
    return [(one.verb, one.field, one.old, one.new) for one in entries]


def on_day(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 12, day, hour, minute, tzinfo=ZONE)


def test_cancelling_writes_one_entry_with_reason_and_body(lesson, centre):
    carry_out(order(lesson), verbs.Cancel())
    lesson.refresh_from_db()
    assert lesson.status == OccurrenceStatus.CANCELLED
    entry = ChangeEntry.objects.get()
    assert (entry.verb, entry.field, entry.old, entry.new) == (
        "cancel",
        "status",
        "on",
        "cancelled",
    )
    assert (entry.reason_code, entry.reason_text) == ("weather", "暴雨")
    assert (entry.by_body, entry.node_code) == (centre.title, centre.code)


def test_cancelling_twice_is_one_change_and_no_error(lesson):
    carry_out(order(lesson), verbs.Cancel())
    assert carry_out(order(lesson), verbs.Cancel()).changes == []
    assert ChangeEntry.objects.count() == 1


def test_cancelling_the_rest_leaves_what_is_over(lesson):
    after_first = lesson.end + timedelta(minutes=1)
    keys = services.rest_of(lesson.activity, after_first)
    carry_out(Order(tuple(keys), WEATHER, after_first), verbs.Cancel())
    assert len(keys) == 3
    lesson.refresh_from_db()
    assert lesson.status == OccurrenceStatus.ON


def test_moving_keeps_the_identity_and_tells_the_first_time(lesson):
    start, first = on_day(8, 15), lesson.start
    carry_out(order(lesson), verbs.Move(start, on_day(8, 16, 30)))
    carry_out(order(lesson), verbs.Move(on_day(10, 15), on_day(10, 16, 30)))
    moved = Occurrence.objects.get(pk=lesson.pk)
    assert (moved.start, moved.moved_from) == (on_day(10, 15), first)
    assert [(verb, field) for verb, field, _, _ in ledger_of(lesson)] == [
        ("move", "start"),
        ("move", "end"),
    ] * 2


def test_moving_back_is_no_longer_moved(lesson):
    start, end = lesson.start, lesson.end
    carry_out(order(lesson), verbs.Move(on_day(8, 15), on_day(8, 16)))
    carry_out(order(lesson), verbs.Move(start, end))
    assert Occurrence.objects.get(pk=lesson.pk).moved_from is None
    assert len(ledger_of(lesson)) == 4


def test_several_dates_move_by_days(menu):
    lessons = Occurrence.objects.filter(activity__title="书法入门班")
    carry_out(order(*lessons), verbs.Shift(1))
    assert {one.start.isoweekday() for one in lessons.all()} == {3}


def test_another_place_and_the_web(lesson):
    carry_out(order(lesson), verbs.ChangePlace("线上", "https://meeting.example/1"))
    assert ledger_of(lesson) == [("relocate", "place", "书画室", "线上 https://meeting.example/1")]
    carry_out(order(lesson), verbs.ChangePlace("书画室"))
    lesson.refresh_from_db()
    assert (lesson.moved_place, lesson.online_address) == ("", "")


def test_a_typographical_edit_makes_no_entry(lesson):
    carry_out(order(lesson), verbs.ChangePlace(" 书画室。"))
    assert not ChangeEntry.objects.exists()


def test_reinstating_takes_the_cancellation_back(lesson):
    carry_out(order(lesson), verbs.Cancel())
    carry_out(order(lesson), verbs.Reinstate())
    assert [line[0] for line in ledger_of(lesson)] == ["cancel", "reinstate"]
    lesson.refresh_from_db()
    assert not lesson.is_called_off


def test_one_date_of_a_cancelled_row_is_reinstated_and_stays_so(menu, lesson):
    rows = [dict(block) for block in menu.rows.get_prep_value()]
    rows[0]["value"] |= {"status": "cancelled", "reason": "老师外出"}
    menu = factory.publish(menu, rows)
    carry_out(order(lesson), verbs.Reinstate())
    factory.publish(menu, rows)
    states = Occurrence.objects.filter(activity=lesson.activity).order_by("start")
    assert [one.is_called_off for one in states] == [False, True, True, True]
    assert Activity.objects.get(pk=lesson.activity_id).status == ActivityStatus.ON


def test_withdrawing_takes_an_activity_away_for_good(menu, lesson, client):
    carry_out(order(lesson), verbs.Withdraw())
    code = lesson.activity.code
    assert client.get(f"/a/{code}/").status_code == 410
    assert ChangeEntry.objects.filter(verb="withdraw", new="withdrawn").count() == 4
    factory.publish(menu, [dict(block) for block in menu.rows.get_prep_value()])
    assert client.get(f"/a/{code}/").status_code == 410, "the row still says on"
    carry_out(order(lesson), verbs.Restore())
    assert client.get(f"/a/{code}/", follow=True).status_code == 200


def test_a_verb_on_something_withdrawn_is_refused(lesson):
    carry_out(order(lesson), verbs.Withdraw())
    with pytest.raises(errors.NotPublic):
        carry_out(order(lesson), verbs.Cancel())


@pytest.mark.parametrize("reason", [Reason(), Reason("other"), Reason("", "  ")])
def test_no_reason_no_change(lesson, reason):
    with pytest.raises(errors.ReasonMissing):
        carry_out(order(lesson, reason=reason), verbs.Cancel())
    assert not ChangeEntry.objects.exists()


@pytest.mark.parametrize(
    ("verb", "error"),
    [
        (verbs.Move(on_day(8, 15), on_day(8, 15)), errors.EndsBeforeStart),
        (verbs.Move(AT - timedelta(hours=3), AT), errors.EndsInPast),
        (verbs.Move(AT + timedelta(days=500), AT + timedelta(days=501)), errors.TooFarAway),
        (verbs.Correct(was_held=False, place="书画室"), errors.NotOverYet),
    ],
)
def test_what_makes_no_sense_is_refused(lesson, verb, error):
    with pytest.raises(error):
        carry_out(order(lesson), verb)
    assert not ChangeEntry.objects.exists()


def test_what_is_over_is_corrected_with_a_note(lesson):
    later = lesson.end + timedelta(days=1)
    with pytest.raises(errors.HasEnded):
        carry_out(order(lesson, at=later), verbs.Cancel())
    correction = verbs.Correct(was_held=False, place="书画室")
    with pytest.raises(errors.NoteMissing):
        carry_out(order(lesson, at=later, reason=Reason("weather")), correction)
    carry_out(order(lesson, at=later, reason=Reason("", "当天停电，没有举办")), correction)
    assert ledger_of(lesson) == [("correct", "status", "on", "cancelled")]


def test_a_taken_room_has_to_be_ticked(lesson):
    there = verbs.Move(on_day(9, 15), on_day(9, 17))
    carry_out(order(lesson, accepted=frozenset()), verbs.ChangePlace("多功能厅"))
    with pytest.raises(errors.NotAcknowledged) as refused:
        carry_out(order(lesson, accepted=frozenset()), there)
    assert [caution.code for caution in refused.value.warnings] == ["room"]
    assert "合唱团" in refused.value.warnings[0].text
    carry_out(order(lesson, accepted=frozenset({"room"})), there)
    assert Occurrence.objects.get(pk=lesson.pk).start == on_day(9, 15)


def test_short_notice_asks_for_another_channel(lesson):
    soon = lesson.start - timedelta(hours=47)
    with pytest.raises(errors.NotAcknowledged) as refused:
        carry_out(order(lesson, at=soon, accepted=frozenset()), verbs.Cancel())
    assert [caution.code for caution in refused.value.warnings] == ["channel"]
    carry_out(order(lesson, at=soon, accepted=frozenset({"channel"})), verbs.Cancel())


def test_who_looked_at_an_older_state_is_told(lesson):
    seen = services.foresee(order(lesson), verbs.Cancel()).token
    carry_out(order(lesson, seen=seen), verbs.Move(on_day(8, 15), on_day(8, 16)))
    with pytest.raises(errors.Overtaken):
        carry_out(order(lesson, seen=seen), verbs.Cancel())
    assert len(ledger_of(lesson)) == 2


def test_who_is_overtaken_hears_that_first(lesson):
    seen = services.foresee(order(lesson), verbs.Cancel()).token
    carry_out(order(lesson, seen=seen), verbs.Cancel())
    with pytest.raises(errors.Overtaken):
        carry_out(order(lesson, seen=seen), verbs.Move(on_day(8, 15), on_day(8, 16)))


def test_foreseeing_writes_nothing(lesson):
    outcome = services.foresee(order(lesson), verbs.Cancel())
    assert [change.new for change in outcome.changes] == ["cancelled"]
    assert not ChangeEntry.objects.exists()
    assert Occurrence.objects.get(pk=lesson.pk).status == OccurrenceStatus.ON


def test_the_area_above_is_told(lesson, network, django_capture_on_commit_callbacks):
    person("shenhe", role=Role.REVIEWER, node=network, email="shenhe@changlai.example")
    with django_capture_on_commit_callbacks(execute=True):
        carry_out(order(lesson), verbs.Cancel())
    (message,) = mail.outbox
    assert message.to == ["shenhe@changlai.example"]
    assert "书法入门班" in message.body
    assert "暴雨" in message.body


def test_dates_of_two_menus_are_no_order(lesson, centre):
    other = factory.publish(
        factory.make_menu(centre, [factory.row(when="12日 9:00")], date(2028, 1, 1))
    )
    foreign = Occurrence.objects.get(activity__menu=other)
    with pytest.raises(Occurrence.DoesNotExist):
        carry_out(order(lesson, foreign), verbs.Cancel())
    with pytest.raises(errors.NothingChosen):
        carry_out(order(), verbs.Cancel())


def test_what_is_cancelled_is_not_moved(lesson):
    carry_out(order(lesson), verbs.Cancel())
    with pytest.raises(errors.IsCancelled):
        carry_out(order(lesson), verbs.Move(on_day(8, 15), on_day(8, 16)))
