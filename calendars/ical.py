"""From the facts of an occurrence to calendar text (RFC 5545, RFC 7986), rendered by icalendar.

A VEVENT is rendered without identity and stamps, so that its text changes with what it shows and
with nothing else; `stamp` puts them in. Pure: no clock, no settings, no language of a reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCategory, vText
from icalendar.parser import Contentline

from .text import cut, lines, one_line, web_address, without_private_numbers

ZONE = ZoneInfo("Asia/Shanghai")
PRODID = "-//Changlai//Community menus//ZH"
SUMMARY_LIMIT = 80
DESCRIPTION_LIMIT = 2000
PLACE_LIMIT = 200
CATEGORY_LIMIT = 5
CANCELLED_PREFIX, MOVED_PREFIX = "【已取消】", "【改期】"
WEEKDAYS = "一二三四五六日"
# China has kept one time since 1991, so one observance is the whole zone.
TIMEZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
BEGIN, END, FOOTER = "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "END:VCALENDAR\r\n"
# No phone reads more than this inside China; outside, a coordinate is a slip of the pen.
LATITUDES, LONGITUDES = (3, 54), (73, 136)


class Text(vText):
    """A TEXT value that keeps a backslash before N, which the library reads as a line break."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


@dataclass(frozen=True)
class EventFacts:
    """What a calendar shows of one thing with a time.

    Attributes:
        thing_id: the thing's own UUID; with `prefix` it becomes the calendar UID for life.
        node_id: primary key of the page of the centre it belongs to.
        start: aware; an all-day event begins and ends at a local midnight, the end not included.
        geo: latitude and longitude, WGS 84.
        url: whole address of its page, an address for life.
        moved_from: the start that was announced first, when it has been moved.
        reason: why it was cancelled or moved.
        conference: where it is watched: the broadcast, later the recording.
    """

    thing_id: UUID
    node_id: int
    prefix: str
    title: str
    start: datetime
    end: datetime
    is_all_day: bool = False
    place: str = ""
    address: str = ""
    geo: tuple | None = None
    description: str = ""
    url: str = ""
    conference: str = ""
    conference_word: str = "直播"
    categories: tuple[str, ...] = ()
    is_cancelled: bool = False
    moved_from: datetime | None = None
    reason: str = ""


def summary_of(facts: EventFacts) -> str:
    """Return the title as one line with its change in front, at most 80 characters."""
    prefix = ""
    if facts.is_cancelled:
        prefix = CANCELLED_PREFIX
    elif facts.moved_from:
        prefix = MOVED_PREFIX
    return cut(prefix + without_private_numbers(one_line(facts.title)), SUMMARY_LIMIT)


def location_of(facts: EventFacts) -> str:
    """Return place and street address as one line; a full-width comma needs no escaping."""
    parts = (one_line(facts.place), one_line(facts.address))
    return cut(without_private_numbers("，".join(filter(None, parts))), PLACE_LIMIT)


def description_of(facts: EventFacts) -> str:
    """Return the text of the event, change first, addresses last; at most 2,000 characters."""
    told = without_private_numbers(lines(facts.description))
    head = "\n".join(filter(None, (change_of(facts), told)))
    watch = web_address(facts.conference)
    tail = [f"{facts.conference_word}：{watch}"] if watch else []
    tail = "\n".join([*tail, web_address(facts.url)])
    room = DESCRIPTION_LIMIT - len(tail) - 1
    return f"{cut(head, room)}\n{tail}" if head else tail


def categories_of(facts: EventFacts) -> vCategory | None:
    """Return the first five categories that say something, None when there is none."""
    names = [without_private_numbers(one_line(name)) for name in facts.categories]
    category = vCategory([])
    category.cats = [Text(name) for name in names if name][:CATEGORY_LIMIT]
    return category if category.cats else None


def change_of(facts: EventFacts) -> str:
    """Say what was changed and why, for example "改期：原定12月5日 周六 14:00。场地检修。"."""
    said = ""
    if facts.is_cancelled:
        said = "本场已取消。"
    elif facts.moved_from:
        said = f"改期：原定{moment_in_words(facts.moved_from, facts.is_all_day)}。"
    reason = without_private_numbers(one_line(facts.reason)) if said else ""
    return said + (f"原因：{reason.rstrip('。')}。" if reason else "")


def moment_in_words(moment: datetime, is_all_day: bool) -> str:
    local = moment.astimezone(ZONE)
    day = f"{local.year}年{local.month}月{local.day}日 周{WEEKDAYS[local.weekday()]}"
    return day if is_all_day else f"{day} {local.hour}:{local.minute:02}"


def days_of(facts: EventFacts) -> tuple[date, date]:
    """Return the first day and the day after the last (RFC 5545 §3.6.1: DTEND is exclusive)."""
    first, end = facts.start.astimezone(ZONE).date(), facts.end.astimezone(ZONE)
    after = end.date() if end.time() == time() else end.date() + timedelta(days=1)
    return first, max(after, first + timedelta(days=1))


def render(facts: EventFacts) -> str:
    """Return one VEVENT without UID and stamps, folded, with CRLF line ends."""
    event = Event()
    event.add("summary", Text(summary_of(facts)))
    add_times(event, facts)
    event.add("location", Text(location_of(facts) or "地点见页面"))
    event.add("description", Text(description_of(facts)))
    event.add("status", "CANCELLED" if facts.is_cancelled else "CONFIRMED")
    if facts.is_all_day or facts.is_cancelled:
        event.add("transp", "TRANSPARENT")
    if address := web_address(facts.url):
        event.add("url", address)
    if watch := web_address(facts.conference):
        roles = {"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"]}
        event.add("conference", watch, parameters=roles)
    if names := categories_of(facts):
        event.add("categories", names)
    if facts.geo and is_inside_china(*facts.geo):
        event.add("geo", tuple(float(value) for value in facts.geo))
    return event.to_ical().decode()


def add_times(event: Event, facts: EventFacts) -> None:
    if facts.is_all_day:
        first, after = days_of(facts)
        event.add("dtstart", first)
        event.add("dtend", after)
    else:
        event.add("dtstart", facts.start.astimezone(ZONE))
        event.add("dtend", facts.end.astimezone(ZONE))


def is_inside_china(latitude, longitude) -> bool:
    south, north = LATITUDES
    west, east = LONGITUDES
    return south <= latitude <= north and west <= longitude <= east


def schedule_of(facts: EventFacts) -> str:
    """Return what raises SEQUENCE when it changes: times, place, status (RFC 5546 §2.1.4)."""
    times = days_of(facts) if facts.is_all_day else (facts.start, facts.end)
    moments = (
        one.isoformat() if type(one) is date else f"{one.astimezone(ZONE):%Y%m%dT%H%M%S}"
        for one in times
    )
    return "|".join([*moments, location_of(facts), str(facts.is_cancelled)])


def stamp(text: str, uid: str, sequence: int, modified_at: datetime) -> str:
    """Put identity and stamps into a rendered VEVENT.

    Without METHOD, DTSTAMP says when the event was last revised (RFC 5545 §3.8.7.2).
    """
    moment = modified_at.astimezone(ZoneInfo("UTC"))
    moment = f"{moment:%Y%m%dT%H%M%SZ}"
    stamps = (
        Contentline(f"UID:{uid}").to_ical().decode(),
        f"DTSTAMP:{moment}",
        f"LAST-MODIFIED:{moment}",
        f"SEQUENCE:{sequence}",
    )
    return BEGIN + "".join(f"{line}\r\n" for line in stamps) + text.removeprefix(BEGIN)


def header(name: str, description: str = "") -> str:
    """Return the head of a calendar with its one time zone.

    No METHOD and no UID: some readers refuse the first and lose events over the second.
    """
    name = Text(cut(one_line(without_private_numbers(name)), SUMMARY_LIMIT))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", vText(ZONE.key))
    if description:
        calendar.add("x-wr-caldesc", Text(cut(one_line(description), DESCRIPTION_LIMIT)))
    # Spelt exactly so: any other value makes several phones refuse the whole calendar.
    head = calendar.to_ical().decode().removesuffix(FOOTER)
    return head + "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n" + TIMEZONE


def document(name: str, events: Iterable[str], description: str = "") -> bytes:
    """Return a whole calendar of stamped VEVENTs, in the order given."""
    return "".join([header(name, description), *events, FOOTER]).encode()
