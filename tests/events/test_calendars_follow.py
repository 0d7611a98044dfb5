"""What subscribers get after each kind of change, read back from the feed (C16 to C27)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from calendars import ical
from calendars.ledger import Reason
from events import verbs
from events.models import ActivityMenuPage, Occurrence
from events.rows import ZONE
from events.services import Order, carry_out
from tests.factories import events as factory
from tests.factories.calendars import events_of, unescaped

pytestmark = pytest.mark.django_db

MONTH = date(2027, 10, 1)
WHY = Reason("weather", "暴雨")
START = datetime(2027, 10, 6, 15, tzinfo=ZONE)
LATER = verbs.Move(START, START + timedelta(hours=2))


@pytest.fixture
def menu(centre):
    rows = [
        factory.row("书法入门班", "每周二 14:00-15:30", place="书画室"),
        factory.row("合唱团", "10月7日 14:00-16:00", place="多功能厅"),
    ]
    return factory.publish(factory.make_menu(centre, rows, MONTH))


@pytest.fixture
def lesson(menu):
    return Occurrence.objects.filter(activity__title="书法入门班").order_by("start").first()


def feed(client, address="/calendar/all.ics") -> dict[str, dict]:
    """Return the events of the feed by identity."""
    events = events_of(client.get(address).content)
    return {event["UID"]: event for event in events}


def own(events: dict, occurrence) -> dict:
    return next(event for uid, event in events.items() if str(occurrence.pk) in uid)


def others(events: dict, occurrence) -> dict:
    return {uid: event for uid, event in events.items() if str(occurrence.pk) not in uid}


def change(verb, occurrence, seconds=5):
    at = timezone.now() + timedelta(seconds=seconds)
    return carry_out(Order((occurrence.pk,), WHY, at), verb)


def rows_of(menu) -> list[dict]:
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    return [dict(block) for block in menu.rows.get_prep_value()]


def edited(row, **values) -> dict:
    return row | {"value": row["value"] | {"reason_code": "schedule"} | values}


def test_cancel_keeps_the_event_and_marks_it_twice(client, lesson):
    before = feed(client)
    change(verbs.Cancel(), lesson)
    after = feed(client)
    event = own(after, lesson)
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"].startswith("【已取消】")
    assert event["SEQUENCE"] == "1"
    assert event["TRANSP"] == "TRANSPARENT"
    assert "暴雨" in unescaped(event["DESCRIPTION"])
    assert event["LAST-MODIFIED"] == event["DTSTAMP"] > own(before, lesson)["DTSTAMP"]
    assert others(before, lesson) == others(after, lesson)


def test_move_keeps_the_identity_and_tells_the_first_time(client, lesson):
    before = feed(client)
    change(LATER, lesson)
    after = feed(client)
    event = own(after, lesson)
    assert before.keys() == after.keys()
    assert event["SEQUENCE"] == "1"
    assert event["DTSTART;TZID=Asia/Shanghai"] == "20271006T150000"
    assert event["SUMMARY"].startswith("【改期】")
    assert "原定2027年10月5日" in unescaped(event["DESCRIPTION"])


def test_reinstate_takes_the_mark_away_and_counts_on(client, lesson):
    change(verbs.Cancel(), lesson)
    change(verbs.Reinstate(), lesson, seconds=60)
    event = own(feed(client), lesson)
    assert event["STATUS"] == "CONFIRMED"
    assert not event["SUMMARY"].startswith("【")
    assert event["SEQUENCE"] == "2"


def test_another_place_counts_on(client, lesson):
    change(verbs.ChangePlace("操场"), lesson)
    event = own(feed(client), lesson)
    assert "操场" in event["LOCATION"]
    assert event["SEQUENCE"] == "1"


def test_the_web_is_a_conference(client, lesson):
    change(verbs.ChangePlace("线上", "https://meeting.example/1"), lesson)
    event = own(feed(client), lesson)
    assert "https://meeting.example/1" in [
        value for name, value in event.items() if name.startswith("CONFERENCE")
    ]


def test_withdrawn_is_gone_from_feeds_and_410_alone(client, lesson):
    change(verbs.Withdraw(), lesson)
    assert all("书法" not in event["SUMMARY"] for event in feed(client).values())
    assert client.get(f"/calendar/e/{lesson.pk}.ics").status_code == 410
    change(verbs.Restore(), lesson, seconds=60)
    assert int(own(feed(client), lesson)["SEQUENCE"]) > 0


def test_one_event_is_the_same_in_every_feed(client, lesson, network, centre):
    change(LATER, lesson)
    alone = own(feed(client, f"/calendar/e/{lesson.pk}.ics"), lesson)
    for code in ("all", network.code, centre.address_code):
        assert own(feed(client, f"/calendar/{code}.ics"), lesson) == alone


def test_a_renamed_centre_stamps_its_events_and_keeps_identities(client, menu, centre):
    before = feed(client)
    centre.refresh_from_db()
    centre.short_name = "新名"
    centre.save_revision().publish()
    after = feed(client)
    assert before.keys() == after.keys()
    assert all("新名" in event["LOCATION"] for event in after.values())
    assert all(after[uid]["DTSTAMP"] > before[uid]["DTSTAMP"] for uid in after)


def test_another_slug_or_host_changes_no_octet_and_no_address(
    client, lesson, centre, network, settings
):
    addresses = [
        f"/calendar/{code}.ics"
        for code in ("all", network.code, centre.address_code, f"e/{lesson.pk}")
    ]
    before = [client.get(address) for address in addresses]
    for page in (network, centre):
        page.refresh_from_db()
        page.slug = f"other-{page.slug}"
        page.save_revision().publish()
    settings.ALLOWED_HOSTS = ["*"]
    settings.CALENDAR_UID_DOMAIN = "other.example"
    after = [client.get(address, headers={"Host": "other.example"}) for address in addresses]
    assert [one.content for one in after] == [one.content for one in before]
    assert [one["ETag"] for one in after] == [one["ETag"] for one in before]
    assert b"changlai.example" in before[0].content


def test_a_renamed_room_stamps_exactly_what_shows_it(client, lesson, centre):
    before = feed(client)
    centre.refresh_from_db()
    rooms = list(centre.facilities.all())
    for room in rooms:
        room.name = room.name.replace("书画室", "书画教室")
    centre.facilities = rooms
    centre.save_revision().publish()
    after = feed(client)
    changed = {uid for uid in after if after[uid] != before[uid]}
    assert {uid for uid, event in after.items() if "书法" in event["SUMMARY"]} == changed
    assert "书画教室" in own(after, lesson)["LOCATION"]
    assert own(after, lesson)["SEQUENCE"] == "1"


def test_saving_again_and_drafts_change_no_octet(client, menu):
    before = client.get("/calendar/all.ics").content
    factory.publish(menu, rows_of(menu))
    menu.refresh_from_db()
    menu.rows = [edited(row, title="草稿") for row in rows_of(menu)]
    menu.save_revision()
    assert client.get("/calendar/all.ics").content == before


def test_stamps_never_run_back_after_a_reverted_revision(client, menu, lesson):
    first = menu.get_latest_revision()
    rows = rows_of(menu)
    factory.publish(menu, [edited(rows[0], place="操场"), rows[1]])
    between = own(feed(client), lesson)
    first.publish()
    event = own(feed(client), lesson)
    assert "书画室" in event["LOCATION"]
    assert int(event["SEQUENCE"]) > int(between["SEQUENCE"])
    assert event["DTSTAMP"] > between["DTSTAMP"]


def test_another_weekday_moves_the_rest_and_keeps_what_is_named(client, menu):
    rows = rows_of(menu)
    before = feed(client)
    when = "10月5日、12日、20日、27日 14:00-15:30"
    factory.publish(menu, [edited(rows[0], when=when), rows[1]])
    after = feed(client)
    lessons = sorted(
        (event["DTSTART;TZID=Asia/Shanghai"], event["SEQUENCE"])
        for event in after.values()
        if "书法" in event["SUMMARY"]
    )
    assert before.keys() <= after.keys()
    assert [sequence for _, sequence in lessons[:2]] == ["0", "0"]


def test_one_changed_date_renders_one_event(menu, lesson, monkeypatch):
    rendered = []
    render = ical.render
    monkeypatch.setattr(ical, "render", lambda facts: rendered.append(facts) or render(facts))
    change(LATER, lesson)
    assert [facts.thing_id for facts in rendered] == [lesson.pk]
    rendered.clear()
    factory.publish(menu, rows_of(menu))
    assert rendered == []
