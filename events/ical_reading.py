"""A month of somebody else's calendar (RFC 5545) as rows with their times in words (pure).

A VEVENT is one row, with all its occurrences in the month; an occurrence that was given a
RECURRENCE-ID is a row of its own. Moments of any zone become local ones, floating times are local.
What lasts a day or more and began before the month is told from the first of the month on.
Runs in a child process (ical_child.py): a rule that never ends costs nobody else's time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from chinese.days import DateRange, window
from chinese.sessions import Slot

from .ical_words import DAY, when_text

ZONE = ZoneInfo("Asia/Shanghai")
NAMESPACE = UUID("5d0a7a0e-3f7c-5f0e-9a55-6a1d1f3f0c11")
MAX_ROWS = 500
MAX_OCCURRENCES = 2_000
YEAR = timedelta(days=366)  # what has been going on for longer is news to nobody
# A rule by the hour or finer is no activity of a house, and counts through years of seconds.
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class CalendarError(Exception):
    """Nothing can be read; `code` is one of no-calendar, empty, other-month, too-many."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class CalendarRow:
    """What a calendar says of one row; `key` stays the same while its UID does.

    `has_begun` says that it began before the month.
    """

    key: str
    title: str
    when: str
    place: str
    summary: str
    is_cancelled: bool
    has_begun: bool = False


@dataclass(frozen=True)
class CalendarMonth:
    """The rows of a month, in order of time, and how many events cannot be read."""

    rows: tuple[CalendarRow, ...]
    unread: int = 0


def read_month(body: bytes, month: date) -> CalendarMonth:
    """Return what a calendar has in a month.

    Raises:
        CalendarError: it is no calendar, has nothing at all or nothing then, or far too much.
    """
    events = newest(events_in(body))
    if not events:
        raise CalendarError("empty")
    overrides = defaultdict(set)
    for uid, override in events:
        if override:
            overrides[uid].add(override)
    found, unread, total = [], 0, 0
    for (uid, override), event in events.items():
        try:
            slots = slots_of(event, month, set() if override else overrides[uid])
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            unread += 1
            continue
        total += len(slots)
        if total > MAX_OCCURRENCES:
            raise CalendarError("too-many")
        if slots:
            found.append((slots[0].start, row_of(event, uid, override, slots, month)))
    if len(found) > MAX_ROWS:
        raise CalendarError("too-many")
    if not found:
        raise CalendarError("no-calendar" if unread == len(events) else "other-month")
    found.sort(key=lambda one: (one[0], one[1].key))
    return CalendarMonth(tuple(row for _start, row in found), unread)


def events_in(body: bytes) -> list[Event]:
    """Return the events of one or several calendars in a file.

    Raises:
        CalendarError: "no-calendar".
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("gb18030", errors="replace")
    if "BEGIN:VCALENDAR" not in text[:2000].upper():
        raise CalendarError("no-calendar")
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise CalendarError("no-calendar") from error
    return [event for calendar in calendars for event in calendar.walk("VEVENT")]


def newest(events: Iterable[Event]) -> dict[tuple[str, str], Event]:
    """Return the events by UID and RECURRENCE-ID; of several the one with the highest SEQUENCE."""
    kept: dict[tuple[str, str], Event] = {}
    for event in events:
        # Without a UID, an event is known by what it says.
        uid = str(event.get("UID") or f"{event.get('SUMMARY', '')}\n{moment_text(event)}")
        key = (uid, moment_text(event, "RECURRENCE-ID"))
        if key not in kept or sequence(event) >= sequence(kept[key]):
            kept[key] = event
    return kept


def sequence(event: Event) -> int:
    try:
        return int(event.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0


def moment_text(event: Event, name: str = "DTSTART") -> str:
    """Return a moment as local text, so that one moment in two zones is one; "" without one."""
    try:
        return local(event[name].dt).isoformat() if name in event else ""
    except (AttributeError, TypeError, ValueError, OverflowError):
        return ""


def local(moment: date) -> datetime:
    """Return a moment as naive local time; a day begins at its midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is not None:
        moment = moment.astimezone(ZONE)
    return moment.replace(tzinfo=None, second=0, microsecond=0)


# Occurrences -----------------------------------------------------------------------------------


def slots_of(event: Event, month: date, overrides: set[str]) -> list[Slot]:
    """Return the occurrences that begin in a month or run into it, those told elsewhere left out.

    In order; what runs in lasts a day or more, an evening past midnight is of the day before.
    """
    first = event["DTSTART"].dt
    is_all_day = not isinstance(first, datetime)
    length = length_of(event, is_all_day=is_all_day)
    gone = set(moments(event, "EXDATE"))
    within = window(month.year, month.month)
    runs_in = min(length, YEAR) if length and length >= DAY else timedelta()
    since = within.first - runs_in
    starts = {
        local(start)
        for start in starts_of(event, DateRange(since, within.last))
        if start not in gone and local(start) not in {local(one) for one in gone if is_time(one)}
    }
    days_gone = {one for one in gone if not is_time(one)}
    opens = datetime.combine(within.first, time())
    return [
        Slot(start, start + length if length else None, is_all_day)
        for start in sorted(starts)
        if since <= start.date() <= within.last
        and (start >= opens or start + runs_in > opens)
        and start.date() not in days_gone
        and start.isoformat() not in overrides
    ]


def is_time(moment: date) -> bool:
    return isinstance(moment, datetime)


def length_of(event: Event, *, is_all_day: bool) -> timedelta | None:
    """Return how long an occurrence lasts; None where the event does not say."""
    length = timedelta()
    if "DTEND" in event:
        length = local(event["DTEND"].dt) - local(event["DTSTART"].dt)
    elif "DURATION" in event:
        length = event["DURATION"].dt
    if is_all_day:
        return max(DAY, timedelta(days=length.days))
    return length if length > timedelta() else None


def starts_of(event: Event, within: DateRange) -> Iterator[date]:
    """Give first start, those of the rule and those of RDATE, in the event's own zone."""
    first = event["DTSTART"].dt
    yield first
    yield from moments(event, "RDATE")
    for rule in listed(event.get("RRULE")):
        yield from ruled(rule, first, within)


def ruled(rule, first: date, within: DateRange) -> Iterator[date]:
    """Give the starts of a rule until the month is over: hours stay as the event's zone has them.

    Raises:
        ValueError: the rule says nothing that can be read.
    """
    if str(rule.get("FREQ", [""])[0]).upper() not in FREQUENCIES:
        raise ValueError("frequency")
    zone = first.tzinfo if isinstance(first, datetime) else None
    start = first.replace(tzinfo=None) if isinstance(first, datetime) else local(first)
    parts = [part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL=")]
    until = until_of(rule, zone)
    # A zone may be a day behind ours.
    end = datetime.combine(within.last + 2 * DAY, time())
    for number, found in enumerate(rrulestr(";".join(parts), dtstart=start)):
        if found > end or (until and found > until):
            return
        if found.date() >= within.first - 2 * DAY:
            yield found.replace(tzinfo=zone) if isinstance(first, datetime) else found.date()
        if number > 500_000:
            raise ValueError("rule")


def until_of(rule, zone) -> datetime | None:
    """Return the last moment of a rule on the clock of the event's zone."""
    for until in listed(rule.get("UNTIL")):
        if not isinstance(until, datetime):
            return datetime.combine(until, time.max)
        return until.astimezone(zone or ZONE).replace(tzinfo=None) if until.tzinfo else until
    return None


def moments(event: Event, name: str) -> Iterator[date]:
    """Give the moments of EXDATE or RDATE; of a period its start."""
    for dates in listed(event.get(name)):
        for one in dates.dts:
            yield one.dt[0] if isinstance(one.dt, tuple) else one.dt


def listed(value) -> Sequence:
    """Return what may stand once or several times as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


# Words -----------------------------------------------------------------------------------------


def row_of(
    event: Event, uid: str, override: str, slots: Sequence[Slot], month: date
) -> CalendarRow:
    opens = datetime.combine(month.replace(day=1), time())
    shown = [Slot(max(slot.start, opens), slot.end, slot.is_all_day) for slot in slots]
    return CalendarRow(
        key=str(uuid5(NAMESPACE, f"{uid}\n{override}")),
        title=text_of(event, "SUMMARY"),
        when=when_text(shown, month),
        place=text_of(event, "LOCATION"),
        summary=text_of(event, "DESCRIPTION"),
        is_cancelled=text_of(event, "STATUS").strip().upper() == "CANCELLED",
        has_begun=slots[0].start < opens,
    )


def text_of(event: Event, name: str) -> str:
    return "\n".join(str(one) for one in listed(event.get(name)))
