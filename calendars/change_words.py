"""Changes of a thing with a time in words, in the language that is active.

Entries that are shown as one are folded first: what was moved twice within ten minutes reads as
moved once, and what was changed and changed back is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from common.dates import clock, day_week

from .enums import ChangedField, ChangeVerb
from .ledger import same_in_print
from .shown import CANCELLED, WITHDRAWN

Net = dict[str, tuple[str, str]]


def net_of(changes: Iterable) -> Net:
    """Return before and after of each fact over a row of changes of one thing, oldest first."""
    net: Net = {}
    for change in changes:
        old = net[change.field][0] if change.field in net else change.old
        net[change.field] = (old, change.new)
    return {name: pair for name, pair in net.items() if not same_in_print(*pair)}


def is_correction(changes: Iterable) -> bool:
    return any(change.verb == ChangeVerb.CORRECT for change in changes)


def lines_of(net: Net) -> list[str]:
    """Return one line for each fact that differs, the status first."""
    lines = []
    if ChangedField.STATUS in net:
        lines.append(status_line(net[ChangedField.STATUS][1]))
    if ChangedField.START in net:
        old, new = net[ChangedField.START]
        end = net.get(ChangedField.END, ("", ""))[1]
        lines.append(
            arrow(
                pgettext("changes", "Time"),
                moment(old),
                moment(new) + (f"–{hour(end)}" if end else ""),
            )
        )
    elif ChangedField.END in net:
        lines.append(arrow(pgettext("changes", "End"), *map(hour, net[ChangedField.END])))
    if ChangedField.PLACE in net:
        lines.append(arrow(_("Place"), *net[ChangedField.PLACE]))
    if ChangedField.PRESENTER in net:
        lines.append(arrow(_("Presenter"), *net[ChangedField.PRESENTER]))
    return lines


def ask_why(changes: Sequence) -> str:
    """Say what would change about something public, by its first date that differs."""
    first = [change for change in changes if change.thing_id == changes[0].thing_id]
    mark = "; " if get_language() == "en" else "；"
    return _("This is public already (%(change)s). Choose a reason, or say why.") % {
        "change": mark.join(lines_of(net_of(first)))
    }


def status_line(status: str) -> str:
    if status == CANCELLED:
        return pgettext("public", "Cancelled")
    if status == WITHDRAWN:
        return _("Withdrawn: it was published by mistake")
    return _("Takes place after all")


def arrow(name: str, old: str, new: str) -> str:
    """Return for example "地点：书画室 → 大厅"; a fact that was open before or is now says so."""
    unsaid = _("not said")
    return _("%(name)s: %(old)s → %(new)s") % {
        "name": name,
        "old": old or unsaid,
        "new": new or unsaid,
    }


def moment(value: str) -> str:
    """Return a moment of the ledger as people write it: 12月8日 周二 14:00."""
    found = parsed(value)
    return f"{day_week(found)} {clock(found)}".strip() if found else value


def hour(value: str) -> str:
    """Return the time of day of a moment of the ledger, the day where it has none."""
    found = parsed(value)
    return (clock(found) or day_week(found)) if found else ""


def parsed(value: str) -> date | datetime | None:
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        return None
