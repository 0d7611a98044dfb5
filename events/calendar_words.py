"""What may be wrong with a calendar of others, each in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

PROBLEMS = {
    # What `common.fetching` says
    "address": gettext_noop("This is no web address that can be fetched; it begins with https://."),
    "private": gettext_noop("This address leads into a private network and is not fetched."),
    "name": gettext_noop("There is no server of this name; check the address."),
    "time": gettext_noop("The server did not answer within five seconds; try again later."),
    "size": gettext_noop("The calendar is larger than 2 MB; ask its owner for a smaller one."),
    "redirects": gettext_noop("The address leads from one to the next without an end."),
    "connection": gettext_noop("The server cannot be reached; try again later."),
    "answer": gettext_noop("The server does not give this calendar out; check the address."),
    # What the reading says
    "no-calendar": gettext_noop("This is no calendar that can be read here (.ics)."),
    "empty": gettext_noop("The calendar holds no events."),
    "other-month": gettext_noop("The calendar has nothing in this month; choose another one."),
    "too-many": gettext_noop("The calendar has far more than a month's menu takes."),
}


def sentence_of(code: str) -> str:
    """Return the sentence of a problem, "" where there is none."""
    return _(PROBLEMS.get(code, PROBLEMS["connection"])) if code else ""
