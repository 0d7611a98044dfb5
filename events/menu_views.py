"""A menu's page by week and by kind, and the preview of a draft."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from brands.crumbs import way_to
from calendars.links import qr_code
from common.links import absolute
from common.models import Kind
from common.sharing import sharing

from .activity_views import draw_activity
from .calendar_cells import usual_of
from .change_lines import change_lines
from .drafts import draft_activities, vocabulary_of
from .enums import ActivityStatus, OccurrenceStatus
from .menu_rows import Row, rows_of
from .models import Activity, ActivityMenuPage, Occurrence
from .months import Week, days_of, month_weeks, next_month, runs_all_month, weeks_of
from .rows import ZONE
from .sharing import menu_card
from .wording import day_range, week_name

BY_KIND = "by-kind"
# A shorter menu is seen at a glance; a longer one gets windows to jump to a day.
SHORT_MENU = 12


@dataclass(frozen=True)
class Window:
    """One day of the small façade above a long menu."""

    date: date
    count: int


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
        return render(request, "410.html", status=410)
    activity.menu = menu
    return draw_activity(request, menu, activity)


def public_occurrences(menu) -> list[Occurrence]:
    return list(
        Occurrence.objects.filter(activity__menu=menu)
        .exclude(activity__status=ActivityStatus.WITHDRAWN)
        .select_related("activity__kind", "activity__facility")
        .order_by("start", "activity__position", "pk")
    )


def draw_menu(request, menu, occurrences: list[Occurrence], *, by_kind: bool, untimed=()):
    """Draw a menu from its occurrences, stored or not, in the order of time."""
    centre = menu.get_parent().specific
    for occurrence in occurrences:
        occurrence.centre = centre
        occurrence.activity.menu = menu
        occurrence.activity.centre = centre
    rows = rows_of(occurrences)
    today = timezone.localdate()
    context = {
        "page": menu,
        "centre": centre,
        "accent": centre.accent,
        "nav": "events",
        "current_node": centre,
        "crumbs": way_to(centre),
        "by_kind": by_kind,
        "kinds_address": f"{menu.address}{BY_KIND}/",
        "name_and_rest": split_title(menu.title, centre.display_name),
        "changes": change_lines(rows, datetime.combine(today, datetime.min.time(), ZONE)),
        "log": f"/changes/{centre.address_code}/",
        "count": len(rows),
        "untimed": untimed,
        "today": today,
        "feed": f"/calendar/{centre.address_code}.ics",
        "follow": f"/calendar/{centre.address_code}/",
        "canonical": absolute(menu.address),
        "sharing": sharing(
            menu,
            "menu",
            menu.pk,
            lambda: menu_card(menu, centre),
            title=menu.title,
            description=menu.search_description or centre.intro or centre.title,
        ),
        "qr": qr_code(absolute(menu.address), _("Code that leads to this page")),
    }
    context |= {"kinds": kinds_of(rows)} if by_kind else weeks_context(menu, rows, occurrences)
    context |= neighbours(menu)
    return render(request, "events/activity_menu_page.html", context)


def split_title(title: str, name: str) -> tuple[str, str]:
    """Return the name of the house and the rest, so that a headline breaks between them."""
    return (name, title[len(name) :]) if title.startswith(name) else ("", title)


def weeks_context(menu, rows: list[Row], occurrences: list[Occurrence]) -> dict:
    last = next_month(menu.month) - timedelta(days=1)
    always = {row.activity.pk for row in rows if runs_all_month(every_day(row.occurrences))}
    each_day = [one for one in occurrences if one.activity_id not in always]
    days = days_of(each_day, menu.month, last)
    counts = Counter({day.date: len(day.occurrences) for day in days})
    return {
        "all_month": [row for row in rows if row.activity.pk in always],
        "weeks": [named(week) for week in weeks_of(days, menu.month.year, menu.month.month)],
        "elsewhere": [one for one in each_day if one.last_day < menu.month or one.first_day > last],
        "facade": facade_of(menu.month, counts) if sum(counts.values()) > SHORT_MENU else [],
        "weekdays": week_from(menu.month - timedelta(days=menu.month.weekday())),
        "usual": usual_of(counts),
    }


def week_from(first: date) -> list[date]:
    return [first + timedelta(days=number) for number in range(7)]


def named(week: Week) -> dict:
    return {
        "number": week.number,
        "name": week_name(week.number),
        "dates": day_range(week.first, week.last),
        "days": week.days,
    }


def facade_of(month: date, counts: Counter) -> list[Window | None]:
    """Return the days of a month with their counts, None before the first of it."""
    weeks = month_weeks(month.year, month.month)
    return [
        Window(day, counts[day]) if day else None
        for number, week in enumerate(weeks)
        for day in week
        if day or number == 0
    ]


def every_day(occurrences: Iterable[Occurrence]):
    for day in days_of(
        occurrences,
        min(one.first_day for one in occurrences),
        max(one.last_day for one in occurrences),
    ):
        yield day.date


def kinds_of(rows: Iterable[Row]) -> list[tuple]:
    """Return pairs of kind and its rows, in the order of kinds."""
    by_kind = defaultdict(list)
    for row in rows:
        by_kind[row.activity.kind].append(row)
    return sorted(by_kind.items(), key=lambda pair: (pair[0].position, pair[0].code))


def neighbours(menu) -> dict:
    """Return the centre's menus before and after this one, if they are live; two queries."""
    siblings = ActivityMenuPage.objects.sibling_of(menu, inclusive=False).live().defer("rows")
    return {
        "previous_menu": siblings.filter(month__lt=menu.month).order_by("-month").first(),
        "next_menu": siblings.filter(month__gt=menu.month).order_by("month").first(),
    }


def draw_preview(request, menu):
    """Draw the draft as readers would see it; nothing is stored."""
    centre = menu.get_parent().specific
    kinds = {kind.pk: kind for kind in Kind.objects.all()}
    occurrences, untimed = [], []
    for position, activity in enumerate(draft_activities(menu, centre, vocabulary_of(centre)), 1):
        activity.pk = -position
        activity.kind = kinds[activity.kind_id]
        activity.code = f"preview-{position}"
        if activity.status == ActivityStatus.WITHDRAWN:
            continue
        occurrences += preview_occurrences(activity, centre)
        if not activity.slots:
            untimed.append(activity)
    occurrences.sort(key=lambda one: (one.start, one.activity.position))
    return draw_menu(request, menu, occurrences, by_kind=False, untimed=untimed)


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
            status=OccurrenceStatus.DROPPED if activity.is_cancelled else OccurrenceStatus.ON,
            reason_code=activity.reason_code,
            reason=activity.reason,
        )
        for slot in activity.slots
    ]
