"""Days as people name them, as values: 12月5日至20日, 每周二、四, 每月第二个周二.

A rule gives its dates between two days and writes itself in one canonical form.
Weekdays count from Monday, 0 to 6.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chinese.numbers import write_ordinal

WEEKDAYS = "一二三四五六日"
EVERY_DAY = tuple(range(7))
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DateRange:
    """Days from first to last, both included; a single day has both equal."""

    first: date
    last: date

    @property
    def is_single(self) -> bool:
        """Whether this is one day."""
        return self.first == self.last

    def dates(self) -> Iterator[date]:
        """Give each day in order."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)


@dataclass(frozen=True)
class Weekly:
    """Weekdays of every week, or of every other week from the first that has one of them."""

    weekdays: tuple[int, ...]
    every: int = 1

    def dates(self, within: DateRange) -> Iterator[date]:
        """Give its days within a range, in order."""
        anchor = None
        for day in within.dates():
            if day.weekday() in self.weekdays:
                monday = day - timedelta(days=day.weekday())
                anchor = anchor or monday
                if (monday - anchor).days // 7 % self.every == 0:
                    yield day

    def text(self) -> str:
        """Return the canonical form."""
        if self.weekdays == EVERY_DAY and self.every == 1:
            return "每天"
        return ("每周" if self.every == 1 else "隔周") + write_weekdays(self.weekdays)


@dataclass(frozen=True)
class NthWeekday:
    """Weekdays by their number in the month, from 1; -1 is the last one."""

    ordinals: tuple[int, ...]
    weekdays: tuple[int, ...]

    def dates(self, within: DateRange) -> Iterator[date]:
        """Give its days within a range, in order."""
        for day in within.dates():
            length = monthrange(day.year, day.month)[1]
            number = (day.day - 1) // 7 + 1
            is_last = -1 in self.ordinals and day.day + 7 > length
            if day.weekday() in self.weekdays and (number in self.ordinals or is_last):
                yield day

    def text(self) -> str:
        """Return the canonical form."""
        names = [f"第{write_ordinal(number)}个" for number in self.ordinals if number > 0]
        if -1 in self.ordinals:
            names.append("最后一个")
        return f"每月{'、'.join(names)}周{write_weekdays(self.weekdays)}"


@dataclass(frozen=True)
class MonthDays:
    """Days of every month by number; a month that is too short has none."""

    days: tuple[int, ...]

    def dates(self, within: DateRange) -> Iterator[date]:
        """Give its days within a range, in order."""
        return (day for day in within.dates() if day.day in self.days)

    def text(self) -> str:
        """Return the canonical form."""
        return "每月" + "、".join(f"{day}日" for day in self.days)


Pattern = Weekly | NthWeekday | MonthDays


@dataclass(frozen=True)
class Repeated:
    """A pattern within a range of days, or within the time that the context gives."""

    pattern: Pattern
    within: DateRange | None = None


DayRule = DateRange | Repeated


@dataclass(frozen=True)
class Exclusion:
    """Days on which nothing happens although a rule names them."""

    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.dates)

    def covers(self, day: date) -> bool:
        """Tell whether a day falls out."""
        return day.weekday() in self.weekdays or day in self.dates


class DateWriter:
    """Writes dates short: 12月3日、10日; the year only where a reader would take another."""

    def __init__(self, year: int, month: int | None) -> None:
        self.context = (year, month)
        self.shown: tuple[int, int] | None = None
        self.writes_year = False

    def restart(self) -> None:
        """Name the month again with the next date."""
        self.shown = None

    def date(self, day: date) -> str:
        """Return a date, without its month when it is that of the date before."""
        if self.shown == (day.year, day.month):
            return f"{day.day}日"
        self.writes_year = self.writes_year or nearest_year(*self.context, day.month) != day.year
        self.shown = (day.year, day.month)
        return f"{day.year}年{day.month}月{day.day}日" if self.writes_year else _month_day(day)

    def range(self, days: DateRange) -> str:
        """Return a day or first and last day, the last with its year when that is another."""
        first = self.date(days.first)
        if days.is_single:
            return first
        if days.last.year != days.first.year:
            self.restart()
            self.writes_year = True
        return f"{first}至{self.date(days.last)}"

    def rule(self, rule: DayRule) -> str:
        """Return the canonical form of a rule."""
        if isinstance(rule, DateRange):
            return self.range(rule)
        before = self.range(rule.within) if rule.within else ""
        self.restart()
        return before + rule.pattern.text()

    def exclusion(self, exclusion: Exclusion) -> str:
        """Return 除周一、12月8日外, or nothing."""
        if not exclusion:
            return ""
        names = [f"周{write_weekdays(exclusion.weekdays)}"] if exclusion.weekdays else []
        return f"除{'、'.join([*names, *map(self.date, exclusion.dates)])}外"


def _month_day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def write_weekdays(weekdays: tuple[int, ...]) -> str:
    """Return 二、四, or 一至周五 for three and more in a row."""
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and last - first + 1 == len(weekdays):
        return f"{WEEKDAYS[first]}至周{WEEKDAYS[last]}"
    return "、".join(WEEKDAYS[weekday] for weekday in weekdays)


def nearest_year(year: int, month: int | None, named_month: int) -> int:
    """Return the year that a month without a year means: the one nearest to the context.

    January in a menu of December 2026 is January 2027. Without a month in the context: its year.
    """
    if month is None or abs(named_month - month) <= 6:
        return year
    return year + (1 if named_month < month else -1)


def window(year: int, month: int | None) -> DateRange:
    """Return the days of the context: a month, or a whole year."""
    first, last = (month, month) if month else (1, 12)
    return DateRange(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def normalise_rules(rules: Iterable[DayRule], context: DateRange) -> tuple[DayRule, ...]:
    """Return the rules once each, in one order, weekly ones of the same time made one."""
    kept: set[DayRule] = set()
    weekly: dict[DateRange | None, set[int]] = {}
    for rule in rules:
        if isinstance(rule, DateRange):
            kept.add(rule)
            continue
        within = None if rule.within == context else rule.within
        if isinstance(rule.pattern, Weekly) and rule.pattern.every == 1:
            weekly.setdefault(within, set()).update(rule.pattern.weekdays)
        else:
            kept.add(Repeated(rule.pattern, within))
    for within, weekdays in weekly.items():
        kept.add(Repeated(Weekly(tuple(sorted(weekdays))), within))
    return tuple(sorted(kept, key=_order))


def _order(rule: DayRule) -> tuple[object, ...]:
    """Sort what has no dates of its own first: a weekday after a range would belong to it."""
    if isinstance(rule, DateRange):
        return (2, rule.first, rule.last)
    pattern = rule.pattern
    kind = 4 if isinstance(pattern, MonthDays) else 3 if isinstance(pattern, NthWeekday) else 1
    if isinstance(pattern, Weekly):
        kind = pattern.every
    within = (1, rule.within.first, rule.within.last) if rule.within else (0,)
    return (*within, kind, pattern.text())
