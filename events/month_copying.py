"""When something is on, carried from one month to another (pure).

What is said as a rule holds there too: every Tuesday, the second Tuesday, the 17th of the month.
One date keeps its place among the weekdays: the second Tuesday stays the second Tuesday. Lists and
ranges of dates are proposed the same way, but nobody can know: the editor decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from chinese.days import DateRange, DayRule, Exclusion, Repeated, Weekly, window
from chinese.sessions import Session, Stretch
from chinese.when import When, WhenError, parse

from .enums import ActivityStatus
from .sheet_bases import said
from .sheet_findings import Problem, found
from .sheet_menu import TEXT_FIELDS, MenuRow
from .sheet_pairing import slots_in

SAME, ALIGNED, PROPOSED, NONE = "same", "aligned", "proposed", "none"


@dataclass(frozen=True)
class CopiedWhen:
    """A text for the other month, and how sure it is; "" when there is none."""

    text: str
    how: str


def same_weekday(day: date, month: date) -> date | None:
    """Return the day of a month that is the same weekday by number: the second Tuesday.

    None where the month has no such day, as most have no fifth Tuesday.
    """
    first = month.replace(day=1)
    number = (day.day - 1) // 7
    found = first + timedelta(days=(day.weekday() - first.weekday()) % 7 + 7 * number)
    return found if found.month == first.month else None


def copied(text: str, source: date, target: date) -> CopiedWhen:
    """Return what a text of one month's menu says in the menu of another."""
    try:
        when = parse(text, year=source.year, month=source.month)
    except WhenError:
        return CopiedWhen("", NONE)
    parts = [_part(part, source, target) for part in when.parts]
    if any(part is None for part, _how in parts):
        return CopiedWhen("", NONE)
    hows = {how for _part, how in parts}
    carried = When(tuple(part for part, _how in parts if part), target.year, target.month)
    if hows == {SAME} and _says(text, carried):
        return CopiedWhen(text, SAME)
    is_sure = hows <= {SAME, ALIGNED} and _is_one(when)
    return CopiedWhen(carried.canonical(), ALIGNED if is_sure else PROPOSED)


def _says(text: str, when: When) -> bool:
    """Whether a text names no month of its own: 12月每周二 is another thing in January."""
    try:
        return parse(text, year=when.year, month=when.month) == when
    except WhenError:
        return False


def _is_one(when: When) -> bool:
    """Whether at most one of the days is a date; several make a list."""
    rules = [rule for part in when.parts if isinstance(part, Session) for rule in part.days]
    return sum(isinstance(rule, DateRange) for rule in rules) <= 1


def _part(part: Session | Stretch, source: date, target: date):
    """Return a part in the other month, None where it has no place, and how sure that is."""
    if isinstance(part, Stretch):
        first = same_weekday(part.start.date(), target)
        if first is None:
            return None, NONE
        start = datetime.combine(first, part.start.time())
        return Stretch(start, start + (part.end - part.start)), PROPOSED
    rules = [_rule(rule, source, target) for rule in part.days]
    days = [rule for rule, _how in rules if rule]
    if not days:
        return None, NONE
    # Of a list, the days that the other month lacks are left out of the proposal.
    hows = {PROPOSED if how == NONE else how for _rule, how in rules}
    exclusion = Exclusion(part.exclusion.weekdays)
    if part.exclusion.dates:
        hows.add(PROPOSED)  # which day falls out in the other month, nobody can know
    session = Session.of(days, part.times, exclusion, window(target.year, target.month))
    return session, max(hows, key=(SAME, ALIGNED, PROPOSED).index)


def _rule(rule: DayRule, source: date, target: date) -> tuple[DayRule | None, str]:
    month, other = window(source.year, source.month), window(target.year, target.month)
    if isinstance(rule, Repeated):
        return _repeated(rule, month, other)
    if rule == month:
        return other, ALIGNED
    if rule.is_single:
        day = same_weekday(rule.first, target)
        return (DateRange(day, day), ALIGNED) if day else (None, NONE)
    first = same_weekday(rule.first, target)
    if first is None:
        return None, NONE
    last = min(first + (rule.last - rule.first), other.last)
    return DateRange(first, last), PROPOSED


def _repeated(rule: Repeated, month: DateRange, other: DateRange) -> tuple[DayRule | None, str]:
    pattern = rule.pattern
    if isinstance(pattern, Weekly) and pattern.every > 1:
        return _every_other_week(rule, month, other)
    if rule.within is None:
        return (rule, SAME) if any(pattern.dates(other)) else (None, NONE)
    if rule.within == month:
        return Repeated(pattern), ALIGNED
    first = same_weekday(rule.within.first, other.first)
    if first is None:
        return None, NONE
    within = DateRange(first, min(first + (rule.within.last - rule.within.first), other.last))
    return (Repeated(pattern, within), PROPOSED) if any(pattern.dates(within)) else (None, NONE)


def _every_other_week(
    rule: Repeated, month: DateRange, other: DateRange
) -> tuple[DayRule | None, str]:
    """Keep the rhythm: the first day in the other month is one that the old weeks lead to."""
    pattern = rule.pattern
    known = DateRange((rule.within or month).first, max(other.last, month.last))
    coming = [day for day in pattern.dates(known) if other.first <= day <= other.last]
    if not coming:
        return None, NONE
    if list(pattern.dates(other)) == coming:
        return Repeated(pattern), SAME if rule.within is None else ALIGNED
    return Repeated(pattern, DateRange(coming[0], other.last)), ALIGNED


def copied_rows(
    blocks: Sequence[dict], source: date, target: date
) -> tuple[list[MenuRow], list[int]]:
    """Return the rows of a menu for another month, and the index of each that was cancelled.

    What was published by mistake is not copied. None has an id: each is a new activity.
    """
    rows: list[MenuRow] = []
    cancelled: list[int] = []
    for number, block in enumerate(blocks, start=1):
        status = said(block["value"], "status")
        if status == ActivityStatus.WITHDRAWN:
            continue
        row = _copied_row(block["value"], number, source, target)
        if status == ActivityStatus.CANCELLED:
            cancelled.append(len(rows))
            row = replace(row, problems=(*row.problems, found("copied-cancelled")))
        rows.append(row)
    return rows, cancelled


def _copied_row(value, number: int, source: date, target: date) -> MenuRow:
    old = said(value, "when")
    when = copied(old, source, target)
    is_sure = when.how in (SAME, ALIGNED)
    text = when.text if is_sure else ""
    texts: dict[str, Any] = {name: said(value, name) for name in (*TEXT_FIELDS, "kind")}
    return MenuRow(
        **texts,
        when=text,
        row_number=number,
        problems=_findings(old, when),
        slots=slots_in(text, target),
    )


def _findings(old: str, when: CopiedWhen) -> tuple[Problem, ...]:
    if when.how == SAME:
        return ()
    if when.how == ALIGNED:
        return (found("copied-date", about="when", old=old, new=when.text),)
    if when.how == PROPOSED:
        return (found("copied-dates", about="when", value=when.text, old=old),)
    return (found("copied-nowhere", about="when", old=old),)
