"""What is known of a centre when rows are checked: rooms, opening hours, days off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from common.models import Holiday

from .months import next_month
from .sheet_clashes import House


def house_of(centre, rooms: Sequence[str], month: date) -> House:
    """Return the house in a month; two queries."""
    hours = [
        (frozenset(int(digit) - 1 for digit in rule.days), rule.opens, rule.closes)
        for rule in centre.opening_hours.all()
    ]
    networks = centre.get_ancestors().values("pk")
    days = Holiday.objects.filter(
        Q(network=None) | Q(network__in=networks),
        effect=Holiday.Effect.REST,
        date__gte=month,
        date__lt=next_month(month),
    )
    return House(rooms, hours, dict(days.values_list("date", "name")))
