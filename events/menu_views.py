"""A menu's page by week and by kind, the page of one activity, and the preview of a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from common.links import absolute
from common.models import Kind

from .drafts import draft_activities, vocabulary_of
from .enums import ActivityStatus
from .models import Activity, ActivityMenuPage, Occurrence
from .months import days_of, next_month, runs_all_month, weeks_of

BY_KIND = "by-kind"


@dataclass(frozen=True)
class AllMonth:
    """An activity that is on (nearly) every day, said once above the weeks."""

    activity: Activity
    occurrence: Occurrence


@dataclass(frozen=True)
class Row:
    """An activity in the list by kind, with all its times."""

    activity: Activity
    occurrences: tuple


def draw(request, menu, part: str):
    """Draw the part of a menu's page that the address names.

    Raises:
        Http404: the menu has no such part.
    """
    if part in ("", BY_KIND):
        return draw_menu(request, menu, public_occurrences(menu), by_kind=part == BY_KIND)
    activity = menu.activities.with_page().filter(code=part).first()
    if activity is None:
        raise Http404
    if activity.status == ActivityStatus.WITHDRAWN:
        return HttpResponse(_("This has been withdrawn."), status=410, content_type="text/plain")
    activity.menu = menu
    return draw_activity(request, menu, activity)


def public_occurrences(menu) -> list[Occurrence]:
    return list(
        Occurrence.objects.filter(activity__menu=menu)
        .exclude(activity__status=ActivityStatus.WITHDRAWN)
        .select_related("activity__kind")
        .order_by("start", "activity__position", "pk")
    )


def draw_menu(request, menu, occurrences: list[Occurrence], *, by_kind: bool):
    centre = menu.get_parent().specific
    for occurrence in occurrences:
        occurrence.centre = centre
        occurrence.activity.menu = menu
        occurrence.activity.centre = centre
    rows = rows_of(occurrences)
    last = next_month(menu.month) - timedelta(days=1)
    context = {
        "page": menu,
        "centre": centre,
        "accent": centre.accent,
        "nav": "events",
        "current_node": centre,
        "by_kind": by_kind,
        "title": menu.title,
        "changes": [one for one in occurrences if one.is_moved or one.is_called_off],
        "count": len(rows),
        "address": absolute(menu.address),
        "kinds_address": f"{menu.address}{BY_KIND}/",
        "canonical": absolute(menu.address),
    }
    if by_kind:
        context["kinds"] = kinds_of(rows)
    else:
        always = {row.activity.pk for row in rows if runs_all_month(every_day(row.occurrences))}
        each_day = [one for one in occurrences if one.activity_id not in always]
        context["all_month"] = [
            AllMonth(row.activity, row.occurrences[0]) for row in rows if row.activity.pk in always
        ]
        context["weeks"] = weeks_of(
            days_of(each_day, menu.month, last), menu.month.year, menu.month.month
        )
        context["elsewhere"] = [
            one for one in each_day if one.last_day < menu.month or one.first_day > last
        ]
    context |= neighbours(menu)
    return render(request, "events/activity_menu_page.html", context)


def every_day(occurrences: Iterable[Occurrence]):
    for day in days_of(
        occurrences,
        min(one.first_day for one in occurrences),
        max(one.last_day for one in occurrences),
    ):
        yield day.date


def rows_of(occurrences: Iterable[Occurrence]) -> list[Row]:
    """Return one row for each activity, in the order of the menu."""
    times = defaultdict(list)
    for occurrence in occurrences:
        times[occurrence.activity_id].append(occurrence)
    rows = [Row(found[0].activity, tuple(found)) for found in times.values()]
    return sorted(rows, key=lambda row: row.activity.position)


def kinds_of(rows: Iterable[Row]) -> list[tuple]:
    """Return pairs of kind and its rows, in the order of kinds."""
    by_kind = defaultdict(list)
    for row in rows:
        by_kind[row.activity.kind].append(row)
    return sorted(by_kind.items(), key=lambda pair: (pair[0].position, pair[0].code))


def neighbours(menu) -> dict:
    """Return the centre's menus before and after this one, if they are live."""
    siblings = list(
        ActivityMenuPage.objects.sibling_of(menu, inclusive=False)
        .live()
        .defer("rows")
        .order_by("month")
    )
    return {
        "previous_menu": next((one for one in reversed(siblings) if one.month < menu.month), None),
        "next_menu": next((one for one in siblings if one.month > menu.month), None),
    }


def draw_activity(request, menu, activity: Activity):
    centre = activity.centre
    occurrences = list(activity.occurrences.order_by("start"))
    for occurrence in occurrences:
        occurrence.activity, occurrence.centre = activity, centre
    now = timezone.now()
    upcoming = [one for one in occurrences if one.end > now and not one.is_called_off]
    shown = (upcoming or occurrences)[:1]
    context = {
        "page": menu,
        "activity": activity,
        "centre": centre,
        "accent": centre.accent,
        "nav": "events",
        "current_node": centre,
        "occurrences": occurrences,
        "upcoming": upcoming,
        "next": shown[0] if shown else None,
        "changed": next((one for one in occurrences if one.is_moved or one.is_called_off), None),
        "same_day": same_day(shown[0], activity) if shown else [],
        "short_address": absolute(f"/a/{activity.code}/"),
        "canonical": absolute(activity.address),
    }
    return render(request, "events/activity.html", context)


def same_day(occurrence: Occurrence, activity: Activity) -> list[Occurrence]:
    """Return up to six other things at the centre on the day of an occurrence."""
    day = timezone.localtime(occurrence.start).replace(hour=0, minute=0)
    return list(
        Occurrence.objects.public()
        .of_centre(activity.centre)
        .overlapping(day, day + timedelta(days=1))
        .exclude(activity=activity)
        .with_rows()[:6]
    )


def draw_preview(request, menu):
    """Draw the draft as readers would see it; nothing is stored."""
    centre = menu.get_parent().specific
    kinds = {kind.pk: kind for kind in Kind.objects.all()}
    occurrences = []
    for position, activity in enumerate(draft_activities(menu, centre, vocabulary_of(centre)), 1):
        activity.pk = -position
        activity.kind = kinds[activity.kind_id]
        activity.code = f"preview-{position}"
        if activity.status != ActivityStatus.WITHDRAWN:
            occurrences += preview_occurrences(activity, centre)
    occurrences.sort(key=lambda one: (one.start, one.activity.position))
    return draw_menu(request, menu, occurrences, by_kind=False)


def preview_occurrences(activity: Activity, centre) -> list[Occurrence]:
    return [
        Occurrence(
            activity=activity,
            centre=centre,
            start=slot.start,
            end=slot.end,
            is_all_day=slot.is_all_day,
            end_is_assumed=slot.end_is_assumed,
            planned_start=slot.start,
            planned_end=slot.end,
        )
        for slot in activity.slots
    ]
