"""The page of one activity: what, when, where, and everything that has changed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.db.models import Max
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from brands.crumbs import way_to
from calendars.models import ChangeEntry
from common.links import absolute
from common.sharing import sharing
from common.structured import script_of

from .change_log import row_changes
from .models import Activity, Occurrence
from .sharing import activity_card
from .structured import event_data

DATES_SHOWN = 6
SAME_DAY_SHOWN = 6
CALLABLE = re.compile(r"\d{5}")


def draw_activity(request, menu, activity: Activity):
    """Draw the page of a public activity.

    A page is kept by caches for the day, so it knows the day and no hour: what was on this
    morning still stands among the dates to come, and the reader's own clock dims it.
    """
    centre = activity.centre
    occurrences = list(activity.occurrences.order_by("start"))
    for occurrence in occurrences:
        occurrence.activity, occurrence.centre = activity, centre
    coming = coming_of(occurrences)
    shown = shown_of(occurrences, coming)
    context = {
        "page": menu,
        "activity": activity,
        "centre": centre,
        "accent": centre.accent,
        "nav": "events",
        "current_node": centre,
        "crumbs": [*way_to(centre), (menu.title, menu)],
        "shown": shown,
        "capacity": capacity_of(activity),
        "contacts": contacts_of(activity),
        "same_day": same_day(shown, activity) if shown else [],
        "structured": script_of(event_data(activity, coming or occurrences[-1:])),
        **dates_context(occurrences, coming),
        **addresses_context(menu, activity, shown),
    }
    return render(request, "events/activity.html", context)


def dates_context(occurrences: list[Occurrence], coming: list[Occurrence]) -> dict:
    """Return the dates, past and to come, and what has changed about them."""
    return {
        "is_over": not coming,
        "addable": next((one for one in coming if not one.is_called_off), None),
        "coming": coming[:DATES_SHOWN],
        "later": coming[DATES_SHOWN:],
        "past": [one for one in occurrences if one not in coming],
        "number": len(occurrences),
        "changed": next((one for one in coming if is_changed(one)), None),
        "is_off": bool(coming) and all(one.is_called_off for one in coming),
        "details": row_changes(coming),
        "announced_at": announced_at(coming),
    }


def addresses_context(menu, activity: Activity, shown: Occurrence | None) -> dict:
    """Return the addresses of the activity and its card for sharing; drafts have no card."""
    card = activity.code and sharing(
        menu,
        "activity",
        activity.code,
        lambda: activity_card(activity, shown),
        title=activity.title,
        description=activity.summary or activity.centre.title,
    )
    return {
        "feed": f"/calendar/all~a-{activity.code}.ics",
        "short_address": absolute(f"/a/{activity.code}/"),
        "canonical": absolute(activity.address),
        "sharing": card or None,
    }


def shown_now(activity) -> Occurrence | None:
    """Return the occurrence on top of an activity's page today; one query."""
    occurrences = list(activity.occurrences.order_by("start"))
    for occurrence in occurrences:
        occurrence.activity = activity
    return shown_of(occurrences, coming_of(occurrences))


def coming_of(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Return what ends today or later."""
    morning = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return [one for one in occurrences if one.end > morning]


def shown_of(occurrences: list[Occurrence], coming: list[Occurrence]) -> Occurrence | None:
    """Return the one whose time stands on top: the next that takes place, else the nearest."""
    taking_place = [one for one in coming if not one.is_called_off]
    nearest = taking_place[:1] or coming[:1] or occurrences[-1:]
    return nearest[0] if nearest else None


def is_changed(occurrence: Occurrence) -> bool:
    return occurrence.is_called_off or occurrence.is_moved or bool(occurrence.moved_place)


def announced_at(coming: list[Occurrence]) -> datetime | None:
    """Return when the last change of dates to come was published, as the ledger has it."""
    entries = ChangeEntry.objects.of_things([one.pk for one in coming])
    return entries.aggregate(last=Max("at"))["last"]


def contacts_of(activity: Activity) -> list[dict]:
    """Return whom to call: the activity's own number, then the house's; words without a number
    stand as a note.
    """
    contacts = []
    if activity.contact:
        number = activity.contact if CALLABLE.search(activity.contact) else ""
        label = pgettext("public", "For this activity")
        contacts.append(
            {"label": label, "phone": number, "note": "" if number else activity.contact}
        )
    if activity.centre.phone and activity.centre.phone != activity.contact:
        contacts.append({"label": _("Service desk"), "phone": activity.centre.phone})
    return contacts


def capacity_of(activity: Activity) -> str:
    """Return how many fit in: a bare number with its unit, anything else as it was written."""
    if not activity.capacity.isdecimal():
        return activity.capacity
    number = int(activity.capacity)
    return ngettext("%(number)d person", "%(number)d people", number) % {"number": number}


def same_day(occurrence: Occurrence, activity: Activity) -> list[Occurrence]:
    """Return other things that begin at the centre on the day of an occurrence."""
    day = timezone.localtime(occurrence.start).replace(hour=0, minute=0, second=0, microsecond=0)
    return list(
        Occurrence.objects.public()
        .of_centre(activity.centre)
        .filter(start__gte=day, start__lt=day + timedelta(days=1))
        .exclude(activity=activity)
        .with_rows()[:SAME_DAY_SHOWN]
    )
