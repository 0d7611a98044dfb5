"""The ways in which a list of activities is narrowed; lists, calendars and JSON share them.

Each has the letter by which calendars' addresses name it (calendars/questions.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from calendars.texts import keys

from .models import Series
from .querysets import OccurrenceQuerySet

# First hour and the hour after the last; a class at 17:30 is one for after work.
PARTS = {
    "morning": (_("Morning"), 0, 12),
    "afternoon": (_("Afternoon"), 12, 17),
    "evening": (_("After work"), 17, 24),
}
DAYS = {"weekend": (_("Weekend"), (6, 7)), "workdays": (_("Monday to Friday"), (1, 2, 3, 4, 5))}
FEES = {"free": _("Free"), "paid": _("With a fee")}
Narrowing = Callable[[OccurrenceQuerySet, list[str]], OccurrenceQuerySet]


def at_parts(occurrences: OccurrenceQuerySet, codes: list[str]) -> OccurrenceQuerySet:
    """Starting in one of these parts of the day; all-day ones always belong."""
    wanted = Q(is_all_day=True)
    for _label, first, last in (PARTS[code] for code in codes):
        wanted |= Q(start__hour__gte=first, start__hour__lt=last)
    return occurrences.filter(wanted)


def on_days(occurrences: OccurrenceQuerySet, codes: list[str]) -> OccurrenceQuerySet:
    days = {day for code in codes for day in DAYS[code][1]}
    return occurrences.filter(start__iso_week_day__in=days)


def costing(occurrences: OccurrenceQuerySet, codes: list[str]) -> OccurrenceQuerySet:
    return occurrences.filter(activity__is_free__in=[code == "free" for code in codes])


def matching(occurrences: OccurrenceQuerySet, texts: list[str]) -> OccurrenceQuerySet:
    """Of activities that the search finds for one of these texts."""
    return occurrences.filter(activity__code__in=keys(texts, "activity"))


def of_series(occurrences: OccurrenceQuerySet, codes: list[str]) -> OccurrenceQuerySet:
    """Of activities whose row named one of these series at its centre."""
    named = Series.objects.filter(
        code__in=codes, centre=OuterRef("centre"), title=OuterRef("activity__series")
    )
    return occurrences.filter(Exists(named))


NARROWINGS: dict[str, Narrowing] = {
    "a": lambda occurrences, codes: occurrences.filter(activity__code__in=codes),
    "d": on_days,
    "f": OccurrenceQuerySet.for_audiences,
    "k": OccurrenceQuerySet.of_kinds,
    "m": costing,
    "p": at_parts,
    "q": matching,
    "r": lambda occurrences, codes: occurrences.filter(activity__facility__code__in=codes),
    "s": of_series,
}
LETTERS = "".join(NARROWINGS)


def narrowed(occurrences: OccurrenceQuerySet, asked: Mapping[str, list[str]]) -> OccurrenceQuerySet:
    """Return what was asked for: codes of one letter widen, different letters narrow."""
    for letter, codes in asked.items():
        occurrences = NARROWINGS[letter](occurrences, codes)
    return occurrences
