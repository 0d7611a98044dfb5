"""What the page of one calendar shows."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from common.links import absolute, here

from . import feeds, links, sources, states, subjects, windows
from .subjects import Subject

NEXT_DAYS = 30
NEXT_TITLES = 3
NARROWER_SHOWN = 60


def page_context(subject: Subject, at: datetime) -> dict:
    """Return what is in the calendar, how to add it, and which others are wider or narrower."""
    return (
        {
            "nav": "calendar",
            "subject": subject,
            "current_node": subject.page,
            "accent": getattr(subject.page, "accent", ""),
            "qr": links.qr_code(absolute(here(subject.address)), _("QR code of this page")),
            "is_cut": feeds.feed_of(subject, at).packed.is_cut,
            "event_cap": windows.EVENT_CAP,
            "recent_days": windows.RECENT_DAYS,
            "changed_at": states.changed_at(subject.path),
            "wider": wider(subject),
            "narrower": narrower(subject),
            "fields": fields(subject),
        }
        | buttons(subject.feed_address, subject.name)
        | coming(subject, at)
    )


def buttons(address: str, name: str) -> dict:
    """Return the addresses by which each program takes a calendar in."""
    return {
        "address": address,
        "webcal": links.webcal(address),
        "google": links.google(address),
        "outlook": links.outlook(address, name),
        "office": links.outlook(address, name, "outlook.office.com"),
    }


def coming(subject: Subject, at: datetime) -> dict:
    """Return how many take place from today on, and the first of them.

    From today, not from now: the page stays the same all day.
    """
    today = windows.midnight(at)
    entries = feeds.entries_of(subject).taking_place().not_ended_by(today)
    soon = entries.starting_before(today + timedelta(days=NEXT_DAYS))
    return {
        "count": soon.count(),
        "next_entries": list(entries.order_by("starts_at", "uid").defer("text")[:NEXT_TITLES]),
    }


def wider(subject: Subject) -> list[Subject]:
    """Return the calendars that hold this one: with less chosen, then of the places above."""
    asked = subject.question
    less = [subjects.narrowed(subject, asked.without(part)) for part in asked.parts]
    if subject.page is None:
        return [found for found in less if found]
    above = subject.page.get_ancestors().specific().order_by("-path")
    places = [*filter(None, map(subjects.of_page, above)), subjects.find(subjects.ALL)]
    return list(filter(None, [*less, *(subjects.narrowed(place, asked) for place in places)]))


def narrower(subject: Subject) -> list[Subject]:
    """Return the same for the nodes directly below, in the order of the tree."""
    if subject.page is None:
        return []
    below = subject.page.get_children().live().filter(alias_of=None).specific().order_by("path")
    places = filter(None, map(subjects.of_page, below[:NARROWER_SHOWN]))
    return list(filter(None, (subjects.narrowed(place, subject.question) for place in places)))


def fields(subject: Subject) -> list[dict]:
    """Return what can be chosen at the place, each with its options, the chosen ones marked."""
    return [
        {
            "letter": facet.letter,
            "label": facet.label,
            "options": [
                {"code": code, "label": label, "is_chosen": f"{facet.letter}-{code}" in chosen}
                for code, label in facet.options().items()
            ],
        }
        for chosen in [subject.chosen]
        for facet in sources.offered()
    ]
