"""What has changed since a menu was published, one sentence for each activity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.dates import clock, day, day_week


@dataclass(frozen=True)
class ChangeLine:
    """A sentence, and the page that says more."""

    text: str
    address: str


def change_lines(rows: Iterable, since: datetime) -> list[ChangeLine]:
    """Return the changes of what is, or was to be, on after a moment; in the order of the rows.

    Args:
        rows: activities with all their `occurrences`.
        since: what ended before it, and was not moved from after it, is left out.
    """
    lines = []
    for row in rows:
        current = [one for one in row.occurrences if last_moment(one) > since]
        lines += [ChangeLine(text, row.activity.address) for text in sentences_of(row, current)]
    return lines


def last_moment(occurrence) -> datetime:
    return max(occurrence.end, occurrence.moved_from or occurrence.end)


def sentences_of(row, current: list) -> list[str]:
    called_off = [one for one in current if one.is_called_off]
    title = row.activity.title
    if called_off and len(called_off) == len(row.occurrences):
        return [with_reason(_("%(title)s: cancelled") % {"title": title}, called_off[0])]
    found = [_moved(title, one) for one in current if one.is_moved]
    found += [_elsewhere(title, one) for one in current if is_only_elsewhere(one)]
    if called_off:
        mark = ", " if get_language() == "en" else "、"
        days = mark.join(day(timezone.localtime(one.start)) for one in called_off)
        text = _("%(title)s: not on %(days)s") % {"title": title, "days": days}
        found.append(with_reason(text, called_off[0]))
    return found


def is_only_elsewhere(occurrence) -> bool:
    """Whether the time stands and the place alone differs from the menu."""
    return bool(occurrence.moved_place) and not occurrence.is_moved and not occurrence.is_called_off


def with_reason(text: str, occurrence) -> str:
    reason = occurrence.public_reason.rstrip("。")
    return _("%(text)s (%(reason)s)") % {"text": text, "reason": reason} if reason else text


def _moved(title: str, occurrence) -> str:
    text = _("%(title)s: %(old)s is now %(new)s") % {
        "title": title,
        "old": day_week(occurrence.moved_from),
        "new": f"{day_week(occurrence.start)} {clock(occurrence.start)}",
    }
    if occurrence.moved_place:
        text = _("%(text)s, at %(place)s") % {"text": text, "place": occurrence.moved_place}
    return with_reason(text, occurrence)


def _elsewhere(title: str, occurrence) -> str:
    text = _("%(title)s: on %(day)s at %(place)s instead") % {
        "title": title,
        "day": day_week(occurrence.start),
        "place": occurrence.moved_place,
    }
    return with_reason(text, occurrence)
