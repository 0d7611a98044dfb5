"""What the page of one calendar shows."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from common.links import absolute, here

from . import feeds, links, states, subjects, windows
from .models import CalendarEntry
from .subjects import Subject

NEXT_DAYS = 30
NEXT_TITLES = 3


def page_context(subject: Subject, at: datetime) -> dict:
    """Return what is in the calendar, how to add it, and which others are wider or narrower."""
    address = subject.feed_address
    page = absolute(here(subject.address))
    return {
        "nav": "calendar",
        "subject": subject,
        "current_node": subject.page,
        "accent": getattr(subject.page, "accent", ""),
        "address": address,
        "webcal": links.webcal(address),
        "google": links.google(address),
        "outlook": links.outlook(address, subject.name),
        "office": links.outlook(address, subject.name, "outlook.office.com"),
        "qr": links.qr_code(page, _("QR code of this page")),
        "is_cut": feeds.feed_of(subject, at).packed.is_cut,
        "event_cap": windows.EVENT_CAP,
        "changed_at": states.changed_at(subject.path),
        "wider": wider(subject),
        "narrower": narrower(subject),
    } | coming(subject, at)


def coming(subject: Subject, at: datetime) -> dict:
    """Return how many take place from today on, and the first of them.

    From today, not from now: the page stays the same all day.
    """
    today = windows.midnight(at)
    entries = CalendarEntry.objects.published().taking_place().under(subject.path)
    soon = entries.not_ended_by(today).starting_before(today + timedelta(days=NEXT_DAYS))
    return {
        "count": soon.count(),
        "next_entries": list(soon.order_by("starts_at", "uid").defer("text")[:NEXT_TITLES]),
    }


def wider(subject: Subject) -> list[Subject]:
    """Return the calendars that hold this one, the nearest first."""
    everything = subjects.find(subjects.ALL)
    if subject.page is None:
        return []
    above = subject.page.get_ancestors().specific().order_by("-path")
    return [*filter(None, map(subjects.of_page, above)), everything]


def narrower(subject: Subject) -> list[Subject]:
    """Return the calendars of the nodes directly below, in the order of the tree."""
    if subject.page is None:
        return []
    below = subject.page.get_children().live().filter(alias_of=None).specific().order_by("path")
    return [found for found in map(subjects.of_page, below) if found and found.code != subject.code]
