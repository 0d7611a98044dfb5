"""When a house is open on a day: its weekly rules, public holidays, days on which it is closed.

A rule holds on weekdays written as digits, Monday is 1. On a public holiday the house does what it
decided: closed, as on a Sunday, or as usual. A make-up workday is kept by the rules of the working
week; a house without such rules keeps its usual hours.

Example: Monday to Friday 8:30-17:30 and Saturday 9:00-16:00. On a make-up Saturday the house is
open 8:30-17:30.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

REST, WORK = "rest", "work"  # what a holiday table says of a day
CLOSED, AS_SUNDAY, AS_USUAL = "closed", "sunday", "usual"  # what a house does on days of rest
WORKING_WEEK = frozenset("12345")
SUNDAY = "7"


@dataclass(frozen=True)
class Rule:
    """On these weekdays, from then till then."""

    days: str
    opens: time
    closes: time
    note: str = ""


@dataclass(frozen=True)
class Closed:
    """Days on which a house is closed, first and last included, and why."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True)
class House:
    """The rules of a house."""

    rules: tuple[Rule, ...]
    at_holidays: str = CLOSED
    closed: tuple[Closed, ...] = ()

    def closed_on(self, day: date) -> Closed | None:
        return next((one for one in self.closed if one.first <= day <= one.last), None)


def rules_on(house: House, day: date, effect: str = "") -> list[Rule]:
    """Return the rules that hold on a day, the earliest first; none when the house is closed.

    Args:
        effect: REST, WORK, or anything else for a usual day.
    """
    if house.closed_on(day):
        return []
    if effect == REST and house.at_holidays == CLOSED:
        return []
    weekday = str(day.isoweekday())
    if effect == REST and house.at_holidays == AS_SUNDAY:
        weekday = SUNDAY
    found = [rule for rule in house.rules if weekday in rule.days]
    if effect == WORK:
        found = [rule for rule in house.rules if set(rule.days) >= WORKING_WEEK] or found
    return sorted(found, key=lambda rule: (rule.opens, rule.closes))


def intervals(rules: Iterable[Rule]) -> list[tuple[time, time]]:
    """Return the open hours of a day, half open, those that touch or overlap joined."""
    joined: list[tuple[time, time]] = []
    for rule in sorted(rules, key=lambda rule: rule.opens):
        if joined and rule.opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], rule.closes))
        else:
            joined.append((rule.opens, rule.closes))
    return joined
