"""What readers are told of one occurrence."""

from __future__ import annotations

from calendars.shown import CANCELLED, ON, WITHDRAWN, Shown

from .enums import CALLED_OFF, ActivityStatus


def shown_of(occurrence) -> Shown:
    """Return what readers are told of an occurrence; its activity must be at hand."""
    activity = occurrence.activity
    return Shown(
        start=occurrence.start,
        end=occurrence.end,
        is_all_day=occurrence.is_all_day,
        end_is_assumed=occurrence.end_is_assumed,
        place=" ".join(part for part in (occurrence.place, occurrence.online_address) if part),
        presenter=activity.presenter,
        status=status_of(activity.status, occurrence.status),
    )


def status_of(activity_status: str, status: str) -> str:
    if activity_status == ActivityStatus.WITHDRAWN:
        return WITHDRAWN
    return CANCELLED if status in CALLED_OFF else ON
