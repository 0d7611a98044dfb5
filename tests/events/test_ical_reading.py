"""A month of somebody else's calendar: rules, exceptions, zones, and what strangers may send."""

from __future__ import annotations

from datetime import date

import pytest

from events.ical_reading import CalendarError, read_month
from events.sheet_pairing import slots_in

DECEMBER = date(2026, 12, 1)


def event(*lines: str, uid="a") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:故事会", *lines, "END:VEVENT", ""])


def calendar(*events: str) -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def read(*lines: str):
    return read_month(calendar(event(*lines)), DECEMBER).rows


def code_of(body: bytes) -> str:
    with pytest.raises(CalendarError) as caught:
        read_month(body, DECEMBER)
    return caught.value.code


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (["DTSTART:20261208T140000", "DTEND:20261208T153000"], "12月8日 14:00-15:30"),
        (["DTSTART:20261208T060000Z", "DURATION:PT90M"], "12月8日 14:00-15:30"),
        (["DTSTART;TZID=America/New_York:20261207T200000"], "12月8日 9:00"),
        (["DTSTART;TZID=China Standard Time:20261208T140000"], "12月8日 14:00"),
        (["DTSTART;TZID=Nowhere/Land:20261208T140000"], "12月8日 14:00"),
        (["DTSTART;VALUE=DATE:20261205"], "12月5日 全天"),
        (["DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261208"], "12月5日至7日 全天"),
        (["DTSTART:20261224T220000", "DTEND:20261225T003000"], "12月24日 22:00-次日0:30"),
        (
            ["DTSTART:20261204T180000", "DTEND:20261206T080000"],
            "12月4日 18:00至12月6日 8:00",
        ),
        (["DTSTART:20261208T140000", "DTEND:20261208T130000"], "12月8日 14:00"),
        # What began before the month and runs into it
        (["DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261211"], "12月1日至10日 全天"),
        (["DTSTART:20261120T090000", "DTEND:20261205T170000"], "12月1日 0:00至12月5日 17:00"),
        # Rules
        (["DTSTART:20250107T140000", "RRULE:FREQ=WEEKLY"], "每周二 14:00"),
        (["DTSTART:20250107T140000", "RRULE:FREQ=WEEKLY;BYDAY=TU,TH"], "每周二、四 14:00"),
        (
            ["DTSTART:20261201T140000", "RRULE:FREQ=WEEKLY", "EXDATE:20261208T140000"],
            "12月1日、15日、22日、29日 14:00",
        ),
        (
            ["DTSTART:20261201T140000", "RRULE:FREQ=WEEKLY", "EXDATE:20261208T060000Z"],
            "12月1日、15日、22日、29日 14:00",
        ),
        (
            ["DTSTART:20261201T140000", "RRULE:FREQ=WEEKLY", "EXDATE;VALUE=DATE:20261208"],
            "12月1日、15日、22日、29日 14:00",
        ),
        (["DTSTART:20261201T140000", "RRULE:FREQ=DAILY;COUNT=3"], "12月1日、2日、3日 14:00"),
        (
            ["DTSTART:20261201T140000", "RRULE:FREQ=DAILY;UNTIL=20261203T060000Z"],
            "12月1日、2日、3日 14:00",
        ),
        (["DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=2"], "12月1日、8日 全天"),
        (["DTSTART:20261201T140000", "RDATE:20261203T090000"], None),
        (["DTSTART:20261030T140000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"], "12月31日 14:00"),
        # An evening in New York is the next morning here, in December as in July.
        (
            ["DTSTART;TZID=America/New_York:20260702T200000", "RRULE:FREQ=MONTHLY"],
            "12月3日 9:00",
        ),
    ],
)
def test_times_are_said_in_words_of_the_house(lines, when):
    [row] = read(*lines)

    if when is None:
        assert len(slots_in(row.when, DECEMBER)) == 2
    else:
        assert row.when == when
        assert slots_in(row.when, DECEMBER)


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261201"],
        ["DTSTART:20261130T220000", "DTEND:20261201T003000"],
        ["DTSTART:20241101T090000", "DTEND:20251101T170000"],
    ],
)
def test_what_ended_before_or_is_of_the_evening_before_is_not_of_the_month(lines):
    assert code_of(calendar(event(*lines))) == "other-month"


def test_one_occurrence_told_anew_is_a_row_of_its_own():
    weekly = event("DTSTART:20261201T140000", "RRULE:FREQ=WEEKLY")
    moved = event("RECURRENCE-ID:20261208T140000", "DTSTART:20261209T100000")
    off = event("RECURRENCE-ID:20261215T060000Z", "DTSTART:20261215T140000", "STATUS:CANCELLED")

    rows = read_month(calendar(weekly, moved, off), DECEMBER).rows

    assert [(row.when, row.is_cancelled) for row in rows] == [
        ("12月1日、22日、29日 14:00", False),
        ("12月9日 10:00", False),
        ("12月15日 14:00", True),
    ]
    assert len({row.key for row in rows}) == 3


def test_a_key_is_for_the_life_of_the_uid_and_the_newest_text_counts():
    old = event("DTSTART:20261208T140000", "SEQUENCE:1")
    new = event("DTSTART:20261209T140000", "SEQUENCE:2")

    [row] = read_month(calendar(new, old), DECEMBER).rows
    [before] = read_month(calendar(old), DECEMBER).rows

    assert row.when == "12月9日 14:00"
    assert row.key == before.key
    assert read_month(calendar(event("DTSTART:20261208", uid="b")), DECEMBER).rows[0].key != row.key


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "no-calendar"),
        (b"<html><body>404", "no-calendar"),
        (b"\x00\xff\xfe" * 100, "no-calendar"),
        (b"BEGIN:VCALENDAR\r\n", "empty"),
        (calendar(), "empty"),
        (calendar(event("DTSTART:20270108T140000")), "other-month"),
        (calendar(event("DTSTART:rubbish")), "no-calendar"),
        (calendar(event("DTSTART:20261201T140000", "RRULE:FREQ=SECONDLY")), "no-calendar"),
        (calendar(event("DTSTART:20261201T140000", "RRULE:FREQ=NEVER")), "no-calendar"),
        (
            calendar(*(event("DTSTART:20261208T140000", uid=str(n)) for n in range(501))),
            "too-many",
        ),
        (
            calendar(
                event(
                    "DTSTART:20261201T000000",
                    f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE=0,20,40",
                )
            ),
            "too-many",
        ),
    ],
)
def test_what_cannot_be_read_has_a_name(body, code):
    assert code_of(body) == code


def test_one_bad_event_does_not_hide_the_good_ones():
    good, bad = event("DTSTART:20261208T140000"), event("SUMMARY:x", uid="b")

    found = read_month(calendar(bad, good), DECEMBER)

    assert (len(found.rows), found.unread) == (1, 1)


@pytest.mark.parametrize("start", ["00010101T000000Z", "99991231T235959Z"])
def test_the_ends_of_time_are_harmless(start):
    good = event("DTSTART:20261208T140000", uid="b")

    assert len(read_month(calendar(event(f"DTSTART:{start}"), good), DECEMBER).rows) == 1


def test_a_calendar_in_an_old_encoding_is_read():
    body = calendar(event("DTSTART:20261208T140000")).decode().encode("gb18030")

    assert read_month(body, DECEMBER).rows[0].title == "故事会"
