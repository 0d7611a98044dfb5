"""What the "when" grammar says about a text that it cannot read.

Messages are English msgids: the caller translates them and fills in `params`.
"""

from collections.abc import Mapping

LIMIT_CHARACTERS = 500
LIMIT_SLOTS = 400


def gettext_noop(message: str) -> str:
    """Mark a message for the catalogues; no Django here, so it is returned as it is."""
    return message


class WhenError(ValueError):
    """A part of a text that names no readable time.

    `start` and `end` point at the part in the original text (end not included); `field` is
    "date" or "time" when the text came from two cells, and the position counts in that cell.
    """

    MESSAGES = {
        "empty": gettext_noop("No time is given."),
        "too-long": gettext_noop("The time has more than %(limit)s characters."),
        "unreadable": gettext_noop("“%(text)s” cannot be read as a date or a time."),
        "no-date": gettext_noop("“%(text)s” names a time, but no day."),
        "no-month": gettext_noop("“%(text)s” does not say in which month."),
        "no-day": gettext_noop("“%(text)s” does not say on which days."),
        "no-last-day": gettext_noop("“%(text)s” does not say until which day."),
        "no-such-date": gettext_noop("There is no such date as “%(text)s”."),
        "no-such-time": gettext_noop("There is no such time as “%(text)s”."),
        "no-hour": gettext_noop("“%(text)s” names a part of the day, but no hour."),
        "no-hours": gettext_noop("“%(text)s” has no hours, but other days of this text have."),
        "weekday-disagrees": gettext_noop("%(date)s is %(actual)s, not %(written)s."),
        "weekday-unclear": gettext_noop(
            "“%(text)s” after a range of days may mean its last day or every such day."
        ),
        "end-before-start": gettext_noop("The end of “%(text)s” is not after its start."),
        "no-occurrence": gettext_noop("No day is left for “%(text)s”."),
        "too-many": gettext_noop("“%(text)s” gives more than %(limit)s times or is too far away."),
        "holiday": gettext_noop("Which days “%(text)s” means is not known here."),
        "lunar": gettext_noop("“%(text)s” is a date of the lunar calendar."),
        "relative": gettext_noop("“%(text)s” means another day tomorrow."),
        "number-cell": gettext_noop("The number %(text)s may mean the %(day)s or the %(tens)s."),
    }
    SUGGESTIONS = {
        "empty": gettext_noop("Write for example 12月5日 14:00-15:30."),
        "too-long": gettext_noop("Split it into several rows."),
        "unreadable": gettext_noop(
            "Write for example 12月5日 14:00-15:30, 每周三 19:00-20:30 or 12月28日 全天; "
            "put remarks into the summary."
        ),
        "no-date": gettext_noop("Put the day in front, for example 12月5日 or 每周三."),
        "no-month": gettext_noop("Write the month too, for example 12月5日."),
        "no-day": gettext_noop("Write the days, for example 12月5日 or 12月每周三."),
        "no-last-day": gettext_noop("Write both days, for example 12月5日至20日."),
        "no-such-date": gettext_noop("Check month and day in the calendar."),
        "no-such-time": gettext_noop("Write hours from 0:00 to 24:00, for example 19:30."),
        "no-hour": gettext_noop("Write the hours, for example 14:00-15:30, or 全天."),
        "no-hours": gettext_noop("Write the hours behind these days, or 全天."),
        "weekday-disagrees": gettext_noop("Correct the date or the weekday."),
        "weekday-unclear": gettext_noop(
            "Write 每周六 for every Saturday, or leave the weekday out."
        ),
        "end-before-start": gettext_noop(
            "Change the two around, or write 次日 before an end on the next day."
        ),
        "no-occurrence": gettext_noop("Check the days and what is taken out of them."),
        "too-many": gettext_noop("Name fewer days, or make several activities of it."),
        "holiday": gettext_noop("Write the days that fall out, for example 除12月25日外."),
        "lunar": gettext_noop("Write the date of the solar calendar, for example 12月5日."),
        "relative": gettext_noop("Write the date, for example 12月5日."),
        "number-cell": gettext_noop("Write the date as text, for example 12月5日."),
    }

    def __init__(
        self, code: str, start: int, end: int, params: Mapping[str, object] | None = None
    ) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.params = dict(params or {})
        self.field = ""
        super().__init__(code, start, end, self.params)

    @property
    def message(self) -> str:
        """The msgid of what is wrong, with named places for `params`."""
        return self.MESSAGES[self.code]

    @property
    def suggestion(self) -> str:
        """The msgid of what to do about it; it has no places."""
        return self.SUGGESTIONS[self.code]

    def __str__(self) -> str:
        return self.message % self.params
