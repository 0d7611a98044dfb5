"""An activity as machines read it: schema.org Event in JSON-LD.

Search engines ask for the state of each date: https://schema.org/eventStatus.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from common.links import absolute

# Enough for a month of weekly classes; a course of a year would only make the page heavy.
EVENTS_SHOWN = 12
SCHEMA = "https://schema.org/"


def event_data(activity, occurrences: Iterable) -> list[dict]:
    """Return one Event for each of the first occurrences; empty facts are left out."""
    return [one_event(activity, one) for one in list(occurrences)[:EVENTS_SHOWN]]


def one_event(activity, occurrence) -> dict:
    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": activity.title,
        "description": activity.summary,
        "inLanguage": "zh-Hans",
        "startDate": moment(occurrence.start, occurrence.is_all_day),
        "eventStatus": SCHEMA + status_of(occurrence),
        "eventAttendanceMode": f"{SCHEMA}{mode_of(occurrence)}EventAttendanceMode",
        "location": location_of(activity, occurrence),
        "organizer": {
            "@type": "Organization",
            "name": activity.centre.title,
            "url": absolute(activity.centre.address),
        },
        "isAccessibleForFree": activity.is_free,
        "url": absolute(activity.address),
    }
    if occurrence.shown_end:
        event["endDate"] = moment(occurrence.end, all_day=False)
    elif occurrence.is_all_day:
        event["endDate"] = occurrence.last_day.isoformat()
    if occurrence.is_moved:
        event["previousStartDate"] = moment(occurrence.moved_from, occurrence.is_all_day)
    if activity.presenter:
        event["performer"] = {"@type": "Person", "name": activity.presenter}
    return {name: value for name, value in event.items() if value != ""}


def status_of(occurrence) -> str:
    if occurrence.is_called_off:
        return "EventCancelled"
    if occurrence.online_address:
        return "EventMovedOnline"
    return "EventRescheduled" if occurrence.is_moved else "EventScheduled"


def mode_of(occurrence) -> str:
    return "Online" if occurrence.online_address else "Offline"


def location_of(activity, occurrence) -> dict:
    """Return the room of the house, or the address on the web that it was moved to."""
    if occurrence.online_address:
        return {"@type": "VirtualLocation", "url": occurrence.online_address}
    return place_of(activity.centre, occurrence.place)


def moment(value, all_day: bool) -> str:
    """Return a local moment with its offset, or the day alone."""
    local = timezone.localtime(value)
    return local.date().isoformat() if all_day else local.isoformat(timespec="minutes")


def place_of(centre, room: str) -> dict:
    place = {
        "@type": "Place",
        "name": " ".join(part for part in (centre.title, room) if part),
        "address": centre.address_line or centre.title,
    }
    if centre.latitude and centre.longitude:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(centre.latitude),
            "longitude": float(centre.longitude),
        }
    return place
