"""What somebody who changes a public date should know before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from calendars.ledger import printed
from common.dates import clock, day_week

from .models import Occurrence

SHORT_NOTICE = timedelta(hours=48)
ROOM_TAKEN, TELL_OTHERWISE = "room", "channel"


@dataclass(frozen=True)
class Caution:
    """A warning that has to be ticked; `code` is the same for all of its kind."""

    code: str
    text: str


def cautions_about(changed: Sequence, before: dict, at: datetime) -> list[Caution]:
    """Return the warnings about occurrences as they would stand; one query where rooms matter.

    Args:
        changed: occurrences in their new state, with activity and centre at hand.
        before: what was shown of each, by its key.
    """
    return [*rooms_taken(changed, before), *short_notice(changed, before, at)]


def rooms_taken(changed: Sequence, before: dict) -> list[Caution]:
    """Say which other activity has the same room at the same time."""
    going = [one for one in changed if takes_room_anew(one, before[one.pk])]
    if not going:
        return []
    first, last = min(one.start for one in going), max(one.end for one in going)
    others = list(
        Occurrence.objects.public()
        .taking_place()
        .filter(centre=going[0].centre_id, is_all_day=False)
        .overlapping(first, last)
        .exclude(pk__in=[one.pk for one in going])
        .select_related("activity__facility")
        .order_by("start", "pk")
    )
    pairs = [(one, other) for one in going for other in others if clash(one, other)]
    return [Caution(ROOM_TAKEN, clash_in_words(one, other)) for one, other in pairs[:5]]


def takes_room_anew(occurrence, before) -> bool:
    """Whether it will take place, and at another time or place than it already did."""
    old = (before.start, before.end, before.place) if before.status == "on" else None
    return (
        not occurrence.is_called_off
        and not occurrence.is_all_day
        and (occurrence.start, occurrence.end, occurrence.place) != old
    )


def clash(one, other) -> bool:
    same_room = bool(one.place) and printed(one.place) == printed(other.place)
    return same_room and one.start < other.end and other.start < one.end


def clash_in_words(one, other) -> str:
    return _("%(place)s is taken by “%(title)s” on %(day)s, %(start)s–%(end)s.") % {
        "place": one.place,
        "title": other.activity.title,
        "day": day_week(other.start),
        "start": clock(other.start),
        "end": clock(other.end),
    }


def short_notice(changed: Sequence, before: dict, at: datetime) -> list[Caution]:
    """Ask for a second channel: calendars may show a change only after a day or two."""
    soon = [
        one
        for one in changed
        if before[one.pk].status == "on" and at < before[one.pk].start < at + SHORT_NOTICE
    ]
    if not soon:
        return []
    text = _(
        "It would begin in less than 48 hours (%(day)s), and calendars may show the change only "
        "after one or two days. I will also tell people in another way: a note on the door, "
        "the telephone, the residents' group."
    )
    return [Caution(TELL_OTHERWISE, text % {"day": day_week(before[soon[0].pk].start)})]
