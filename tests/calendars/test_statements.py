"""Statements of docs/features/calendar-statements.md that no other test settles, and its table."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from calendars.models import CalendarEntry
from events.models import Activity
from tests.factories.calendars import events_of, unfolded
from tests.factories.events import make_menu, publish, row

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs/features/calendar-statements.md"
MONTH = date(2027, 3, 1)


def rows() -> list[list[str]]:
    lines = TABLE.read_text().splitlines()
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| C")]


@pytest.fixture
def menu(centre):
    lessons = [row("书法入门班", "每周二 14:00-15:30", kind="art"), row("夜跑", "3月1日 0:30-1:30")]
    return publish(make_menu(centre, lessons, MONTH))


def test_the_table_names_every_statement_and_tests_that_exist():
    assert [number for number, *_rest in rows()] == [f"C{number}" for number in range(1, 49)]
    for number, _what, where in rows():
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", where)
        assert named or "`make bench`" in where, number
        for file, test in named:
            assert f"def {test}(" in (ROOT / "tests" / file).read_text(), (number, test)


def test_a_weekly_class_is_one_event_a_lesson_and_no_rule(client, menu):
    octets = client.get("/calendar/all.ics").content
    lessons = [one for one in events_of(octets) if one["SUMMARY"] == "书法入门班"]
    assert len({one["UID"] for one in lessons}) == len(lessons) == 5
    refused = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
    assert not [line for line in unfolded(octets) if line.startswith(refused)]


def test_half_past_midnight_is_of_the_day_that_has_begun(client, menu):
    (night,) = [
        one
        for one in events_of(client.get("/calendar/all.ics").content)
        if one["SUMMARY"] == "夜跑"
    ]
    assert night["DTSTART;TZID=Asia/Shanghai"] == "20270301T003000"


def test_robots_may_ask_for_calendars(client, db):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    assert robots.can_fetch("Google-Calendar-Importer", "/calendar/all.ics")
    assert not robots.can_fetch("Google-Calendar-Importer", "/admin/")


def test_plain_http_leads_to_https_on_the_same_path(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/calendar/all.ics")
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/calendar/all.ics")


def test_every_page_of_activities_names_its_calendar(client, menu, centre, network):
    activity = Activity.objects.get(title="夜跑")
    pages = {
        centre.address: "/calendar/c.suzhuang.ics",
        network.address: "/calendar/fangshan.ics",
        menu.address: "/calendar/",
        activity.address: f"/calendar/all~a-{activity.code}.ics",
        "/events/?kind=art": "/calendar/all~k-art~t-activities.ics",
        "/events/?for=senior": "/calendar/all~f-senior~t-activities.ics",
    }
    for address, feed in pages.items():
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        link = soup.find("link", rel="alternate", type="text/calendar")
        assert link["href"].startswith(feed), address
        assert link["title"]


@pytest.mark.parametrize(
    ("state", "offered"), [("on", True), ("cancelled", False), ("over", False)]
)
def test_adding_one_is_no_subscription_and_only_for_what_is_to_come(
    client, centre, monkeypatch, state, offered
):
    menu = publish(make_menu(centre, [row("夜跑", "3月1日 19:00-20:00")], MONTH))
    if state == "cancelled":
        values = {"status": "cancelled", "reason": "下雨"}
        publish(menu, [row("夜跑", "3月1日 19:00-20:00", **values) | {"id": menu.rows[0].id}])
    if state == "over":
        later = CalendarEntry.objects.get().ends_at + timedelta(days=2)
        monkeypatch.setattr(timezone, "now", lambda: later)
    soup = BeautifulSoup(client.get(Activity.objects.get().address).content, "html.parser")
    adding = [link["href"] for link in soup.find_all("a") if "/calendar/e/" in link.get("href", "")]
    assert bool(adding) is offered
    assert not [href for href in adding if href.startswith("webcal")]


def test_the_subscribe_page_is_the_same_in_wechat_and_says_the_way_out(client, centre):
    plain = client.get("/calendar/c.suzhuang/").content
    inside = client.get("/calendar/c.suzhuang/", headers={"User-Agent": "MicroMessenger/8.0"})
    assert inside.content == plain
    text = BeautifulSoup(plain, "html.parser").get_text()
    assert "WeChat" in text
    assert "http://testserver/calendar/c.suzhuang.ics" in text
