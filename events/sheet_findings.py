"""What the reading of a month's sheet finds, each with its cell and a suggestion (pure).

Texts are English msgids with named places; whoever shows a problem translates `msgid` and
`suggestion` and fills both with `params`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chinese.when_errors import WhenError
from common.sheet_reader import SheetError, gettext_noop

ERROR, WARNING, HINT = "error", "warning", "hint"

MESSAGES: dict[str, tuple[str, str, str]] = {
    # About the whole sheet
    "no-header": (
        ERROR,
        gettext_noop("No row with column names was found. The sheet begins with: %(found)s"),
        gettext_noop("Put one row with 活动名称, 日期, 时间 and 地点 above the activities."),
    ),
    "missing-columns": (
        ERROR,
        gettext_noop("These columns are missing: %(missing)s. Found were: %(found)s"),
        gettext_noop("Name the columns 活动名称 and 活动时间 (or 日期 and 时间)."),
    ),
    "no-rows": (
        ERROR,
        gettext_noop("There is no activity below the column names in row %(row)s."),
        gettext_noop("Check that you chose the right file, and that it was saved."),
    ),
    "other-month": (
        ERROR,
        gettext_noop("The sheet is of another month: “%(text)s” in cell %(cell)s."),
        gettext_noop(
            "Upload it to the menu of %(found)s, or correct the title if it should say %(wanted)s."
        ),
    ),
    "too-many-activities": (
        ERROR,
        gettext_noop("The sheet has %(count)s activities; a menu takes at most %(limit)s."),
        gettext_noop("Write a weekly activity as one row, for example 每周三 19:00-20:30."),
    ),
    "unknown-columns": (
        HINT,
        gettext_noop("These columns are not read: %(columns)s"),
        gettext_noop("Rename them if they hold something that residents should know."),
    ),
    "total-row": (
        HINT,
        gettext_noop("Row %(row)s is a total and is left out: “%(text)s”"),
        gettext_noop("Nothing to do."),
    ),
    "example-row": (
        HINT,
        gettext_noop("Row %(row)s is the example and is left out."),
        gettext_noop("Nothing to do."),
    ),
    "note-row": (
        HINT,
        gettext_noop("Row %(row)s is read as a note, not as an activity: “%(text)s”"),
        gettext_noop("Put it into the introduction of the menu if residents should read it."),
    ),
    # About one row
    "no-title": (
        ERROR,
        gettext_noop("Cell %(cell)s is empty: the activity has no name."),
        gettext_noop("Write the name of the activity, or clear the whole row."),
    ),
    "no-when": (
        ERROR,
        gettext_noop("Cell %(cell)s is empty: the activity has no time."),
        gettext_noop("Write for example 12月5日 14:00-15:30."),
    ),
    "formula-without-value": (
        ERROR,
        gettext_noop("Cell %(cell)s holds a formula without a result."),
        gettext_noop("Write the result itself into the cell."),
    ),
    "no-reason": (
        WARNING,
        gettext_noop("Cell %(cell)s is empty: it says why the activity is off."),
        gettext_noop("Write the reason; residents read it."),
    ),
    "unknown-status": (
        WARNING,
        gettext_noop("“%(text)s” is no status; the activity goes on."),
        gettext_noop("Write 照常, 取消 or 误发."),
    ),
    "two-fit": (
        ERROR,
        gettext_noop("More than one activity of the menu may be this one."),
        gettext_noop("Choose which one it is, or that it is a new one."),
    ),
    "too-long": (
        ERROR,
        gettext_noop("Cell %(cell)s has %(length)s characters; at most %(limit)s are possible."),
        gettext_noop("Shorten the text; details belong into 活动简介."),
    ),
    "outside-month": (
        WARNING,
        gettext_noop("Cell %(cell)s names %(date)s, which is not in the month of the menu."),
        gettext_noop("Check the date; it may stay if it is meant."),
    ),
    "duplicate": (
        WARNING,
        gettext_noop("The same activity at the same time stands in row %(other)s already."),
        gettext_noop("Delete one of the two rows."),
    ),
    "unknown-room": (
        WARNING,
        gettext_noop("“%(text)s” is no room of this centre; the place stays as written."),
        gettext_noop("Choose a room of the centre if one is meant."),
    ),
    "similar-room": (
        WARNING,
        gettext_noop("“%(text)s” is no room of this centre; the place stays as written."),
        gettext_noop("Did you mean “%(room)s”?"),
    ),
    "markup": (
        WARNING,
        gettext_noop("Cell %(cell)s holds markup; it will be shown letter by letter."),
        gettext_noop("Take the marks in angle brackets out: “%(plain)s”"),
    ),
    "formula-text": (
        WARNING,
        gettext_noop("Cell %(cell)s looks like a formula; it is kept as text."),
        gettext_noop("Write the result itself into the cell if a result was meant."),
    ),
    "day-off": (
        WARNING,
        gettext_noop("%(date)s is a day off: %(name)s."),
        gettext_noop("Check the date; it may stay if it is meant."),
    ),
    "house-closed": (
        WARNING,
        gettext_noop("The centre is not open at %(moment)s."),
        gettext_noop("Check the time, or the opening hours of the centre."),
    ),
    "room-taken": (
        WARNING,
        gettext_noop("“%(room)s” is taken at %(moment)s: “%(title)s”."),
        gettext_noop("Choose another room or time, unless both are meant."),
    ),
    # About one row of somebody else's calendar
    "calendar-cancelled": (
        HINT,
        gettext_noop("The calendar says that this is cancelled."),
        gettext_noop("What the menu never announced can be left out."),
    ),
    # About one row that was copied from another month
    "copied-date": (
        HINT,
        gettext_noop("“%(old)s” became “%(new)s”: the same weekday of the month."),
        gettext_noop("Check the time."),
    ),
    "copied-dates": (
        ERROR,
        gettext_noop("In the other month it said “%(old)s”."),
        gettext_noop("Take the dates that are proposed, or write your own."),
    ),
    "copied-nowhere": (
        ERROR,
        gettext_noop("“%(old)s” has no such day in this month."),
        gettext_noop("Write the new time, or leave the row out."),
    ),
    "copied-cancelled": (
        HINT,
        gettext_noop("It was cancelled in the other month and is left out here."),
        gettext_noop("Untick “leave this row out” if it takes place again."),
    ),
    "unknown-kind": (
        HINT,
        gettext_noop("The category “%(text)s” is not known; %(kind)s was chosen."),
        gettext_noop("Choose the kind from the list if another one fits better."),
    ),
    "end-from-notes": (
        HINT,
        gettext_noop("The end was counted from “%(text)s”: %(end)s"),
        gettext_noop("Check the time."),
    ),
    "capacity-from-notes": (
        HINT,
        gettext_noop("The number of places was taken from the notes: “%(text)s”"),
        gettext_noop("Check the number of places."),
    ),
    "contact-from-sign-up": (
        HINT,
        gettext_noop("The telephone number was taken from the way to sign up: %(text)s"),
        gettext_noop("Check the telephone number."),
    ),
}


@dataclass(frozen=True)
class Problem:
    """One finding.

    Attributes:
        severity: "error" (the row cannot be saved), "warning" (a person should look) or "hint".
        cell: address of the cell, "" when it is about the file.
        value: what one click may put in the place of `field`; None when nobody can know.
        field: name of the field of the menu row, "" when it is about the sheet.
    """

    severity: str
    code: str
    msgid: str
    params: dict[str, object] = field(default_factory=dict)
    cell: str = ""
    suggestion: str = ""
    value: str | None = None
    field: str = ""

    def __str__(self) -> str:
        return self.msgid % self.params


def found(code: str, cell: str = "", *, about: str = "", value: str | None = None, **params):
    """Return the problem of a code of `MESSAGES`; `about` is the field of the row."""
    severity, msgid, suggestion = MESSAGES[code]
    return Problem(severity, code, msgid, {"cell": cell, **params}, cell, suggestion, value, about)


def from_when_error(error: WhenError, cell: str) -> Problem:
    """Return the problem of a time that cannot be read; `params` tells the part of the text."""
    params = {**error.params, "cell": cell, "start": error.start, "end": error.end}
    return Problem(ERROR, error.code, error.message, params, cell, error.suggestion, None, "when")


def from_sheet_error(error: SheetError) -> Problem:
    """Return the problem of a file that is not read at all."""
    return Problem(ERROR, error.code, error.msgid, error.params, error.cell, error.suggestion)
