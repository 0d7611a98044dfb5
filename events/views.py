"""What's on: one list for a day, a week or a month, narrowed by its address."""

from __future__ import annotations

from datetime import timedelta

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from brands.crumbs import areas_above
from common.caching import conditional
from common.links import absolute, here

from . import facets, filters
from .calendar_cells import calendar_context, found, notes_of
from .filter_fields import fields_of
from .filters import EventFilter
from .months import next_month, previous_month
from .wording import headline, period_of, step_labels

ROWS_A_PAGE = 100
PARTS = (
    ("all-day", _("All day")),
    *((code, part[0]) for code, part in facets.PARTS.items()),
)


@require_safe
def whats_on(request):
    """The list of activities; the address holds the whole question."""
    wanted = filters.read(request.GET, timezone.localdate())
    return conditional(request, wanted.path, lambda: draw(request, wanted))


def draw(request, wanted: EventFilter):
    node = wanted.node
    first, last = wanted.days
    place = (node.page.display_name if node else "") or ""
    chosen = wanted.chosen()
    context = {
        "wanted": wanted,
        "nav": "events",
        "current_node": node and node.page,
        "crumbs": [*areas_above(node.path), (place, node.page)] if node else [],
        "heading": headline(period_of(wanted.view, first, last, timezone.localdate()), place),
        "views": [
            (label, wanted.address(view=view), view == wanted.view)
            for view, label in filters.VIEWS.items()
        ],
        "fields": fields_of(wanted),
        "chosen": chosen,
        "clear": wanted.bare_address(),
        "action": here(filters.LIST_ADDRESS),
        "kept": kept_of(wanted),
        "centres": found(wanted).values("centre").distinct().count(),
        "feed": f"/calendar/{wanted.calendar.code}.ics",
        "follow": f"/calendar/{wanted.calendar.code}/",
        "canonical": absolute(wanted.address()),
    } | steps(wanted)
    if wanted.view == "day":
        context |= day_context(request, wanted)
    else:
        context |= calendar_context(wanted)
    return render(request, f"events/whats_on_{wanted.view}.html", context)


def kept_of(wanted: EventFilter) -> list[tuple[str, str]]:
    """Return what the form of filters sends along without showing it."""
    kept = [("view", wanted.view), ("on", wanted.on.isoformat())]
    return [*kept, ("weekend", "1")] if wanted.weekend else kept


def day_context(request, wanted: EventFilter) -> dict:
    """The whole day by its parts, a hundred rows a page; a page too far is the last."""
    page = Paginator(found(wanted).with_rows(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page_obj": page,
        "count": page.paginator.count,
        "note": notes_of(wanted).get(wanted.on, ""),
        "parts": parts_of(page),
    }


def parts_of(occurrences) -> list[tuple[str, list]]:
    """Return the parts of the day that have something on, each with its rows in order."""
    by_part: dict[str, list] = {code: [] for code, _label in PARTS}
    for occurrence in occurrences:
        by_part[part_of(occurrence)].append(occurrence)
    return [(label, by_part[code]) for code, label in PARTS if by_part[code]]


def part_of(occurrence) -> str:
    if occurrence.is_all_day:
        return "all-day"
    hour = timezone.localtime(occurrence.start).hour
    return next(code for code, (_label, _first, end) in facets.PARTS.items() if hour < end)


def steps(wanted: EventFilter) -> dict:
    """Where "earlier" and "later" lead, and the way back to the present."""
    first, last = wanted.days
    today = timezone.localdate()
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    if wanted.view == "month":
        before, after = previous_month(first), next_month(first)
    earlier, later, present = step_labels(wanted.view, before, after)
    reachable = before >= filters.EARLIEST, after <= filters.LATEST
    return {
        "previous": (earlier, wanted.address(on=before.isoformat())) if reachable[0] else None,
        "next": (later, wanted.address(on=after.isoformat())) if reachable[1] else None,
        "present": None if first <= today <= last else (present, wanted.address(on=str(today))),
        "first": first,
        "last": last,
        "today": today,
    }
