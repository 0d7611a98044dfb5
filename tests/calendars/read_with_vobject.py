"""Reads a calendar with vobject and prints its events as JSON."""

import json
import sys
from datetime import datetime, timezone

import vobject


def moment(value) -> str:
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: UP017
    return value.isoformat()


calendar = vobject.readOne(sys.stdin.buffer.read().decode())
json.dump(
    [
        {
            "uid": event.uid.value,
            "title": event.summary.value,
            "place": event.location.value,
            "text": event.description.value,
            "status": event.status.value,
            "start": moment(event.dtstart.value),
            "end": moment(event.dtend.value),
        }
        for event in calendar.vevent_list
    ],
    sys.stdout,
)
