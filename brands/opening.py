"""The hours of centres as their pages tell them: coming days for "open now", what differs soon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from common.models import Holiday

from . import hours
from .models import CentrePage, ClosedDays, OpeningHours

DAYS_TOLD = 8  # from today on; a page kept open for a week still knows
DAYS_LOOKED_AHEAD = 60
WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
NETWORK_LENGTH = 3 * Page.steplen


@dataclass(frozen=True)
class Departure:
    """Days in a row on which a house does not keep its week: why, and its hours, if any."""

    first: date
    last: date
    name: str
    rules: tuple[hours.Rule, ...]


class Calendar:
    """What the holiday table says of a span of days, for all networks; one query."""

    def __init__(self, first: date, days: int):
        self.days = [first + timedelta(days=n) for n in range(days)]
        rows = Holiday.objects.filter(
            Q(date__gte=self.days[0], date__lte=self.days[-1]),
            effect__in=(Holiday.Effect.REST, Holiday.Effect.WORK),
        )
        self.found: dict[tuple[date, str], tuple[str, str]] = {}
        for day, path, effect, name in rows.values_list("date", "network__path", "effect", "name"):
            self.found.setdefault((day, path or ""), (effect, name))

    def effect(self, path: str, day: date) -> tuple[str, str]:
        """Return effect and name of a day at this tree path; the network's own word counts."""
        own = self.found.get((day, path[:NETWORK_LENGTH]))
        return own or self.found.get((day, ""), ("", ""))


def house_of(centre: CentrePage, rules: Iterable, closed: Iterable) -> hours.House:
    return hours.House(
        tuple(hours.Rule(row.days, row.opens, row.closes, row.note) for row in rules),
        centre.at_holidays,
        tuple(hours.Closed(row.first_on, row.last_on, row.reason) for row in closed),
    )


def hours_context(centre: CentrePage, today: date) -> dict:
    """Return what the page of one centre tells of its hours; three queries."""
    house = house_of(centre, centre.opening_hours.all(), centre.closed_days.all())
    calendar = Calendar(today, DAYS_LOOKED_AHEAD)
    return {
        "rules": house.rules,
        "hours": week_of(house),
        "open_hours": told(house, centre.path, calendar.days[:DAYS_TOLD], calendar),
        "departures": departures_of(house, centre.path, calendar),
    }


def tell_hours(centres: list[CentrePage], today: date) -> None:
    """Give each centre `open_hours`, what `told` returns for it; three queries."""
    if not centres:
        return
    rules, closed = defaultdict(list), defaultdict(list)
    for row in OpeningHours.objects.filter(page__in=centres):
        rules[row.page_id].append(row)
    for row in ClosedDays.objects.filter(page__in=centres):
        closed[row.page_id].append(row)
    calendar = Calendar(today, DAYS_TOLD)
    for centre in centres:
        house = house_of(centre, rules[centre.pk], closed[centre.pk])
        centre.open_hours = told(house, centre.path, calendar.days, calendar)


def told(house: hours.House, path: str, days: Iterable[date], calendar: Calendar) -> str:
    """Return the hours of some days, from which a browser tells whether a house is open.

    Shape: "2026-12-01 08:30-12:00 13:30-17:30;2026-12-02", a day without hours is closed; "" for
    a house that has told no hours.
    """
    if not house.rules:
        return ""
    lines = []
    for day in days:
        effect, _name = calendar.effect(path, day)
        spans = hours.intervals(hours.rules_on(house, day, effect))
        lines.append(" ".join([f"{day:%Y-%m-%d}", *(f"{a:%H:%M}-{b:%H:%M}" for a, b in spans)]))
    return ";".join(lines)


def week_of(house: hours.House) -> list[dict]:
    """Return one line for each day of the week; none when the house has told no hours."""
    if not house.rules:
        return []
    return [
        {
            "weekday": number,
            "name": name,
            "rules": sorted(
                (rule for rule in house.rules if str(number) in rule.days),
                key=lambda rule: rule.opens,
            ),
        }
        for number, name in enumerate(WEEKDAYS, start=1)
    ]


def departures_of(house: hours.House, path: str, calendar: Calendar) -> list[Departure]:
    """Return what differs from the week in the days of a calendar, days in a row together."""
    found: list[Departure] = []
    for day in calendar.days if house.rules else ():
        closed = house.closed_on(day)
        effect, name = calendar.effect(path, day)
        rules = tuple(hours.rules_on(house, day, effect))
        is_usual = not closed and effect != hours.REST
        if is_usual and rules == tuple(hours.rules_on(house, day)):
            continue
        found = joined(found, Departure(day, day, closed.reason if closed else name, rules))
    return found


def joined(found: list[Departure], one: Departure) -> list[Departure]:
    """Return the list with one more day, added to the last line when it goes on."""
    before = found[-1] if found else None
    if (
        before
        and before.last + timedelta(days=1) == one.first
        and (before.name, before.rules) == (one.name, one.rules)
    ):
        return [*found[:-1], Departure(before.first, one.last, one.name, one.rules)]
    return [*found, one]
