"""The public sees a change: banners, the page of changes, its Atom feed, structured data."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calendars.ledger import Reason
from calendars.models import ChangeEntry
from events import verbs
from events.models import Occurrence
from events.rows import ZONE
from events.services import Order, carry_out
from tests.factories import brands
from tests.factories import events as factory

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)
AT = datetime(2027, 11, 20, 10, 0, tzinfo=ZONE)
WHY = Reason("weather", "暴雨")
ATOM = "{http://www.w3.org/2005/Atom}"
LATER = verbs.Move(
    datetime(2027, 12, 8, 15, tzinfo=ZONE), datetime(2027, 12, 8, 16, 30, tzinfo=ZONE)
)


@pytest.fixture
def menu(centre):
    rows = [factory.row("书法入门班", "每周二 14:00-15:30", place="书画室")]
    return factory.publish(factory.make_menu(centre, rows, MONTH))


@pytest.fixture
def lessons(menu):
    return list(Occurrence.objects.order_by("start"))


def change(verb, *occurrences, at=AT, reason=WHY):
    return carry_out(Order(tuple(one.pk for one in occurrences), reason, at), verb)


def text_of(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_nothing_changed_is_said_kindly(client, centre):
    assert "Nothing was changed so far" in text_of(client, "/changes/")
    assert "Nothing was changed so far" in text_of(client, f"/changes/{centre.address_code}/")


def test_changes_stand_at_the_centre_and_above(client, lessons, centre, network):
    change(LATER, lessons[0])
    for address in ("/changes/", f"/changes/{network.code}/", f"/changes/{centre.address_code}/"):
        text = text_of(client, address)
        assert "12月7日 周二 14:00 → 12月8日 周三 15:00" in text
        assert "Weather: 暴雨" in text
        assert centre.title in text
    other = brands.make_centre(network)
    assert "12月8日" not in text_of(client, f"/changes/{other.address_code}/")


def test_changes_within_ten_minutes_are_one(client, lessons):
    change(LATER, lessons[0])
    further = verbs.Move(LATER.start + timedelta(days=1), LATER.end + timedelta(days=1))
    change(further, lessons[0], at=AT + timedelta(minutes=9))
    text = text_of(client, "/changes/")
    assert "12月7日 周二 14:00 → 12月9日 周四 15:00" in text
    assert "12月8日" not in text
    assert ChangeEntry.objects.count() == 4, "nothing was rewritten"


def test_what_was_taken_back_at_once_is_not_mentioned(client, lessons):
    change(verbs.Cancel(), lessons[0])
    change(verbs.Reinstate(), lessons[0], at=AT + timedelta(minutes=1))
    assert "Nothing was changed so far" in text_of(client, "/changes/")


def test_a_correction_says_so(client, lessons):
    after = lessons[0].end + timedelta(days=1)
    note = Reason("", "当天停电，没有举办")
    change(verbs.Correct(was_held=False, place="书画室"), lessons[0], at=after, reason=note)
    text = text_of(client, "/changes/")
    assert "Correction" in text
    assert "当天停电" in text


def test_withdrawn_things_leave_no_trace(client, lessons):
    change(verbs.Cancel(), lessons[0])
    change(verbs.Withdraw(), lessons[1])
    assert "书法入门班" not in text_of(client, "/changes/")
    assert "书法入门班" not in text_of(client, "/changes/all.atom")


def test_the_atom_feed_holds_one_entry_a_batch(client, lessons):
    change(LATER, lessons[0])
    change(verbs.Cancel(), lessons[1], at=AT + timedelta(hours=1))
    answer = client.get("/changes/all.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 2
    assert [entry.find(f"{ATOM}updated").text[:16] for entry in entries] == [
        "2027-11-20T03:00",
        "2027-11-20T02:00",
    ]
    assert entries[0].find(f"{ATOM}id").text.startswith("urn:uuid:")
    assert "暴雨" in entries[0].find(f"{ATOM}summary").text
    held = client.get("/changes/all.atom", headers={"If-None-Match": answer["ETag"]})
    assert held.status_code == 304
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/changes/nowhere/", "/changes/nowhere.atom"])
def test_unknown_nodes_are_404(client, home, address):
    assert client.get(address).status_code == 404


def test_a_long_ledger_is_paged_with_as_many_queries(client, lessons):
    for hour in range(25):
        verb = verbs.Cancel() if hour % 2 == 0 else verbs.Reinstate()
        change(verb, lessons[0], at=AT + timedelta(hours=hour))
    with CaptureQueriesContext(connection) as queries:
        text = text_of(client, "/changes/")
    assert len(queries) <= 12
    assert text.count('class="split band"') == 20
    assert text_of(client, "/changes/?page=2").count('class="split band"') == 5
    assert text_of(client, "/changes/?page=x")


def test_banners_on_activity_menu_and_centre(client, menu, lessons, centre):
    change(LATER, lessons[0])
    change(verbs.Cancel(), lessons[1])
    page = text_of(client, lessons[0].activity.address)
    assert "12月7日 周二" in page
    assert "12月8日 周三" in page
    for address in (menu.address, centre.address):
        text = text_of(client, address)
        assert 'class="change"' in text
        assert "12月8日 周三 15:00" in text
        assert "暴雨" in text


def test_banners_end_when_it_is_over(client, menu, lessons, centre, monkeypatch):
    change(LATER, lessons[0])
    over = lessons[0].end + timedelta(days=20)
    monkeypatch.setattr(timezone, "now", lambda: over)
    assert 'class="change"' not in text_of(client, centre.address)
    assert 'class="change"' not in text_of(client, menu.address)


def test_a_row_with_another_place_has_its_banner(client, menu, lessons):
    rows = [dict(block) for block in menu.rows.get_prep_value()]
    rows[0]["value"] |= {"place": "多功能厅", "reason_code": "room"}
    factory.publish(menu, rows)
    text = text_of(client, lessons[0].activity.address)
    assert "Place: 书画室 → 多功能厅" in text


def test_machines_read_the_state_of_each_date(client, lessons):
    change(LATER, lessons[0])
    change(verbs.Cancel(), lessons[1])
    change(verbs.ChangePlace("线上", "https://meeting.example/1"), lessons[2])
    text = text_of(client, lessons[0].activity.address)
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    found = [json.loads(script) for script in scripts]
    flat = [one for data in found for one in (data if isinstance(data, list) else [data])]
    events = [one for one in flat if one.get("@type") == "Event"]
    states = {event["startDate"][:10]: event["eventStatus"].rsplit("/", 1)[1] for event in events}
    assert states == {
        "2027-12-08": "EventRescheduled",
        "2027-12-14": "EventCancelled",
        "2027-12-21": "EventMovedOnline",
        "2027-12-28": "EventScheduled",
    }
    moved = next(event for event in events if event["startDate"].startswith("2027-12-08"))
    assert moved["previousStartDate"].startswith("2027-12-07T14:00")
    online = next(event for event in events if event["startDate"].startswith("2027-12-21"))
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://meeting.example/1"}


def test_lists_keep_what_is_cancelled_and_say_so(client, lessons):
    change(verbs.Cancel(), lessons[0])
    text = text_of(client, "/events/?view=day&on=2027-12-07")
    assert "书法入门班" in text
    assert 'data-state="off"' in text
    assert "Cancelled" in text
