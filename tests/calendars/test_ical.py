"""One VEVENT and one calendar, read back with icalendar and with a reader of our own."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from calendars import ical
from calendars.text import lines, one_line, web_address, without_private_numbers
from tests.factories.calendars import SHANGHAI, START, events_of, make_facts, unescaped, unfolded

MOMENT = datetime(2026, 12, 1, 6, 20, 30, tzinfo=UTC)


def document(facts, name="苏庄三里社区党群服务中心", description=""):
    text = ical.stamp(ical.render(facts), "activity-1@changlai.example", 3, MOMENT)
    return ical.document(name, [text], description)


def event(facts) -> dict:
    (only,) = events_of(document(facts))
    return only


def test_event_has_all_that_clients_need():
    found = event(make_facts())
    assert found["UID"] == "activity-1@changlai.example"
    assert found["DTSTAMP"] == found["LAST-MODIFIED"] == "20261201T062030Z"
    assert found["SEQUENCE"] == "3"
    assert found["STATUS"] == "CONFIRMED"
    assert found["SUMMARY"] == "书法入门班"
    assert found["DTSTART;TZID=Asia/Shanghai"] == "20261208T140000"
    assert found["DTEND;TZID=Asia/Shanghai"] == "20261208T153000"
    assert found["LOCATION"] == "苏庄三里 书画室，幸福路 1 号"
    assert found["URL"] == "http://testserver/a/k7m2xqa/"
    assert found["DESCRIPTION"].endswith("\\nhttp://testserver/a/k7m2xqa/")
    assert found["CATEGORIES"] == "书画"
    assert "TRANSP" not in found


def test_calendar_says_its_name_twice_and_has_one_time_zone():
    rows = unfolded(document(make_facts(), description="全部活动"))
    for wanted in (
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "NAME:苏庄三里社区党群服务中心",
        "X-WR-CALNAME:苏庄三里社区党群服务中心",
        "X-WR-CALDESC:全部活动",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "BEGIN:VTIMEZONE",
        "BEGIN:STANDARD",
    ):
        assert rows.count(wanted) == 1
    assert sum(row.startswith("PRODID:") for row in rows) == 1
    assert rows.index("END:VTIMEZONE") < rows.index("BEGIN:VEVENT")


def test_calendar_without_events_still_has_its_time_zone():
    assert Calendar.from_ical(ical.document("空", [])).walk("VTIMEZONE")


@pytest.mark.parametrize(
    "refused", ["METHOD", "ORGANIZER", "ATTENDEE", "BEGIN:VALARM", "RRULE", "ATTACH", "RECURRENCE"]
)
def test_what_clients_choke_on_is_not_there(refused):
    rows = unfolded(document(make_facts(conference="https://live.example/1", geo=(39.7, 116.0))))
    assert not [row for row in rows if row.startswith(refused)]
    head = rows[: rows.index("BEGIN:VEVENT")]
    assert not [row for row in head if row.startswith("UID")]


def test_all_day_event_ends_on_the_day_after_and_takes_no_time():
    first = datetime(2026, 3, 28, tzinfo=SHANGHAI)
    found = event(make_facts(start=first, end=first + timedelta(days=3), is_all_day=True))
    assert found["DTSTART;VALUE=DATE"] == "20260328"
    assert found["DTEND;VALUE=DATE"] == "20260331"
    assert found["TRANSP"] == "TRANSPARENT"


def test_all_day_event_that_ends_within_a_day_includes_that_day():
    first = datetime(2026, 3, 28, tzinfo=SHANGHAI)
    facts = make_facts(start=first, end=first + timedelta(hours=20), is_all_day=True)
    assert ical.days_of(facts) == (date(2026, 3, 28), date(2026, 3, 29))


def test_evening_past_midnight_ends_on_the_next_day():
    start = datetime(2026, 12, 31, 20, tzinfo=SHANGHAI)
    found = event(make_facts(start=start, end=start + timedelta(hours=4, minutes=30)))
    assert found["DTSTART;TZID=Asia/Shanghai"] == "20261231T200000"
    assert found["DTEND;TZID=Asia/Shanghai"] == "20270101T003000"


def test_moments_in_utc_are_written_in_local_time():
    start = datetime(2026, 11, 30, 16, 30, tzinfo=UTC)
    assert event(make_facts(start=start))["DTSTART;TZID=Asia/Shanghai"] == "20261201T003000"


def test_cancelled_event_says_so_to_people_and_machines():
    found = event(make_facts(is_cancelled=True, reason="老师生病。"))
    assert found["STATUS"] == "CANCELLED"
    assert found["SUMMARY"] == "【已取消】书法入门班"
    assert found["TRANSP"] == "TRANSPARENT"
    assert found["DESCRIPTION"].startswith("本场已取消。原因：老师生病。\\n")


def test_moved_event_says_when_it_was_planned():
    found = event(make_facts(moved_from=START - timedelta(days=2), reason="场地检修"))
    assert found["STATUS"] == "CONFIRMED"
    assert found["SUMMARY"] == "【改期】书法入门班"
    assert found["DESCRIPTION"].startswith("改期：原定2026年12月6日 周日 14:00。原因：场地检修。")


def test_reason_of_an_event_that_takes_place_as_planned_is_not_told():
    assert "内部" not in event(make_facts(reason="内部备注"))["DESCRIPTION"]


def test_livestream_address_stands_in_two_places():
    address = "https://live.example/room/1?from=a,b"
    found = event(make_facts(conference=address))
    assert found["CONFERENCE;FEATURE=AUDIO,VIDEO;VALUE=URI"] == address
    assert f"直播：{address}\n" in unescaped(found["DESCRIPTION"])


def test_lengths_are_bounded_and_the_address_survives():
    found = event(make_facts(title="长" * 10_000, description="说" * 10_000))
    assert len(found["SUMMARY"]) == 80
    description = unescaped(found["DESCRIPTION"])
    assert len(description) == 2000
    assert description.endswith("…\nhttp://testserver/a/k7m2xqa/")


def test_private_numbers_reach_no_property():
    number = "13812345678"
    facts = make_facts(
        title=number, place=number, address=number, description=number, categories=(number,),
        is_cancelled=True, reason=number,
    )  # fmt: skip
    assert number.encode() not in document(facts, number)


@pytest.mark.parametrize(
    ("geo", "written"),
    [((39.73, 116.14), "39.73;116.14"), ((116.14, 39.73), None), ((0, 0), None), (None, None)],
)
def test_coordinates_are_latitude_first_and_inside_china(geo, written):
    assert event(make_facts(geo=geo)).get("GEO") == written


def test_at_most_five_categories():
    assert event(make_facts(categories=tuple("一二三四五六")))["CATEGORIES"] == "一,二,三,四,五"


def test_rendering_knows_nothing_of_stamps():
    facts = make_facts()
    assert "DTSTAMP" not in ical.render(facts)
    assert ical.render(facts) == ical.render(replace(facts))


def test_a_long_identity_is_folded():
    uid = "livestream-" + "a" * 150 + "@changlai.example"
    octets = ical.document("长", [ical.stamp(ical.render(make_facts()), uid, 0, MOMENT)])
    assert events_of(octets)[0]["UID"] == uid


NASTY = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "\r\nSTATUS:CANCELLED",
            "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2",
            "\x0b\u2028\x85",
            ',;\\"',
            "\\n",
            "a\\,b\\;c\\N",
            "𠮷" * 40,
            "👨\u200d👩\u200d👧" * 20,
            "\ud800",
            ":=^'",
            "x" * 74 + "中",
            "长" * 10_000,
            "\u202eabc\u200f\u2067\u2069\u061c",
        ]
    ),
)


@settings(deadline=None)
@given(NASTY, NASTY, NASTY, NASTY, NASTY)
def test_text_of_any_kind_makes_exactly_one_event(title, place, description, category, name):
    facts = make_facts(
        thing_id=uuid.UUID(int=1), title=title, place=place, address="", description=description,
        categories=(category,), reason=title, moved_from=START,
    )  # fmt: skip
    octets = document(facts, name, name)
    (found,) = events_of(octets)
    plain = without_private_numbers
    assert unescaped(found["SUMMARY"]) == ical.cut("【改期】" + plain(one_line(title)), 80)
    assert unescaped(found["LOCATION"]) == (ical.cut(plain(one_line(place)), 200) or "地点见页面")
    assert found["STATUS"] == "CONFIRMED"
    said = plain(lines(description))[:500]
    assert len(title) > 1000 or said in unescaped(found["DESCRIPTION"])
    (parsed,) = Calendar.from_ical(octets).walk("VEVENT")
    assert str(parsed["SUMMARY"]) == unescaped(found["SUMMARY"])
    assert str(parsed["DESCRIPTION"]) == unescaped(found["DESCRIPTION"])
    if one_line(category):
        assert [str(one) for one in parsed["CATEGORIES"].cats] == [plain(one_line(category))]
    assert parsed.decoded("DTSTART") == START


@settings(deadline=None)
@given(NASTY, NASTY)
def test_an_address_of_any_kind_is_one_line_of_ascii_or_left_out(url, conference):
    octets = document(make_facts(url=url, conference=conference))
    (found,) = events_of(octets)
    known = {name.partition(";")[0]: value for name, value in found.items()}
    for name, given_text in (("URL", url), ("CONFERENCE", conference)):
        address = web_address(given_text)
        assert known.get(name, "") == address
        assert address.isascii()
        assert not set(address) & set("\r\n\t \x0b")
        assert address in unescaped(found["DESCRIPTION"])
    (parsed,) = Calendar.from_ical(octets).walk("VEVENT")
    assert str(parsed.get("URL", "")) == web_address(url)


SCHEDULE = [
    ("start", START + timedelta(minutes=5), True),
    ("end", START + timedelta(hours=3), True),
    ("place", "大厅", True),
    ("is_cancelled", True, True),
    ("is_all_day", True, True),
    ("title", "书法提高班", False),
    ("description", "换了说明", False),
    ("url", "http://testserver/a/other/", False),
]


@pytest.mark.parametrize(("field", "value", "counts"), SCHEDULE)
def test_times_place_and_status_make_the_schedule(field, value, counts):
    facts = make_facts()
    changed = replace(facts, **{field: value})
    assert (ical.schedule_of(facts) != ical.schedule_of(changed)) is counts
    assert ical.render(facts) != ical.render(changed)
