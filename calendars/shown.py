"""What readers are told of a thing with a time, and how two states of it differ (pure).

White space and the width of punctuation are no difference: such an edit makes no entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .enums import ChangedField, ChangeVerb
from .ical import ZONE
from .ledger import Change, Reason, same_in_print

ON, CANCELLED, WITHDRAWN = "on", "cancelled", "withdrawn"
VERBS = {
    ChangedField.START: ChangeVerb.MOVE,
    ChangedField.END: ChangeVerb.MOVE,
    ChangedField.PLACE: ChangeVerb.RELOCATE,
    ChangedField.PRESENTER: ChangeVerb.CHANGE,
}
STATUS_VERBS = {
    ON: ChangeVerb.REINSTATE,
    CANCELLED: ChangeVerb.CANCEL,
    WITHDRAWN: ChangeVerb.WITHDRAW,
}


@dataclass(frozen=True)
class Shown:
    """The facts of a thing with a time that subscribers rely on."""

    start: datetime
    end: datetime
    is_all_day: bool
    end_is_assumed: bool
    place: str
    presenter: str
    status: str

    @property
    def values(self) -> dict[str, str]:
        """The facts as the ledger writes them; an assumed end is not a fact."""
        end = "" if self.end_is_assumed else written(self.end, self.is_all_day)
        return {
            ChangedField.STATUS: self.status,
            ChangedField.START: written(self.start, self.is_all_day),
            ChangedField.END: end,
            ChangedField.PLACE: self.place,
            ChangedField.PRESENTER: self.presenter,
        }


def written(moment: datetime, is_all_day: bool) -> str:
    """Return a moment with its offset, or the day alone."""
    local = moment.astimezone(ZONE)
    return local.date().isoformat() if is_all_day else local.isoformat(timespec="minutes")


def changes_of(
    thing_id, before: Shown, after: Shown, *, reason: Reason, has_ended: bool
) -> list[Change]:
    """Return one change for each fact that differs; after the end they are corrections."""
    old, new = before.values, after.values
    return [
        Change(thing_id, verb_of(name, after, has_ended), name, old[name], new[name], reason)
        for name in old
        if not same_in_print(old[name], new[name])
    ]


def verb_of(name: str, after: Shown, has_ended: bool) -> str:
    if has_ended and after.status != WITHDRAWN:
        return ChangeVerb.CORRECT
    return STATUS_VERBS[after.status] if name == ChangedField.STATUS else VERBS[name]
