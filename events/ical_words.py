"""Times of somebody else's calendar in the words of the house (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from chinese.clock import TimeSpan
from chinese.days import DateRange, DayRule, Exclusion, Repeated, Weekly, window
from chinese.sessions import Session, Slot, Stretch
from chinese.when import When

DAY = timedelta(days=1)


def when_text(slots: Sequence[Slot], month: date) -> str:
    """Return the canonical text of occurrences: 每周三 14:00-15:30, or their dates."""
    context = window(month.year, month.month)
    days: dict[TimeSpan | None, list[DateRange]] = defaultdict(list)
    parts: list[Session | Stretch] = []
    for slot in slots:
        first = slot.start.date()
        if slot.is_all_day and slot.end:
            days[None].append(DateRange(first, (slot.end - DAY).date()))
        elif slot.end and slot.end - slot.start >= DAY:
            parts.append(Stretch(slot.start, slot.end))
        else:
            days[span_of(slot)].append(DateRange(first, first))
    for span, ranges in days.items():
        times = (span,) if span else ()
        parts.append(Session.of(rules_of(ranges, context), times, Exclusion(), context))
    return When(tuple(parts), month.year, month.month).canonical()


def span_of(slot: Slot) -> TimeSpan:
    start = slot.start.hour * 60 + slot.start.minute
    return (
        TimeSpan(start, start + int((slot.end - slot.start).total_seconds()) // 60)
        if (slot.end)
        else TimeSpan(start)
    )


def rules_of(ranges: Sequence[DateRange], context: DateRange) -> Sequence[DayRule]:
    """Return a weekly rule where the days are all of their weekdays in the month, else the days."""
    days = [one.first for one in ranges]
    weekly = Weekly(tuple(sorted({day.weekday() for day in days})))
    if all(one.is_single for one in ranges) and list(weekly.dates(context)) == sorted(days):
        return [Repeated(weekly)]
    return ranges
