"""Where a search can be followed as a calendar; the app that knows calendars registers how."""

from __future__ import annotations

from collections.abc import Callable

from .answers import Answer

_addresses: list[Callable[[Answer], str]] = []


def register(address: Callable[[Answer], str]) -> None:
    """Say at which page the same question can be subscribed to; "" where it cannot."""
    _addresses[:] = [address]


def address_of(found: Answer) -> str:
    """Return the address without language of the calendar of a search, "" when there is none."""
    return next((address for each in _addresses if (address := each(found))), "")
