"""What's on: one list for a day, a week or a month, narrowed by its address."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber, TruncDate
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.caching import conditional
from common.links import here
from common.models import Audience, Holiday, Kind

from . import filters
from .filters import EventFilter
from .models import Occurrence
from .months import days_of, month_weeks, next_month, previous_month
from .rows import ZONE

ROWS_A_PAGE = 100
SHOWN_A_DAY = {"month": 3, "week": 8}


@dataclass(frozen=True)
class Cell:
    """One day of the façade: how much is on, the first of it, where the whole day stands."""

    date: date
    count: int
    occurrences: tuple
    address: str
    note: str = ""

    @property
    def more(self) -> int:
        return self.count - len(self.occurrences)


@require_safe
def whats_on(request):
    """The list of activities; the address holds the whole question."""
    wanted = filters.read(request.GET, timezone.localdate())
    return conditional(request, wanted.path, lambda: draw(request, wanted))


def draw(request, wanted: EventFilter):
    context = {
        "wanted": wanted,
        "nav": "events",
        "current_node": wanted.node and wanted.node.page,
        "title": title_of(wanted),
        "views": [
            (label, wanted.query(view=view), view == wanted.view)
            for view, label in filters.VIEWS.items()
        ],
        "fields": fields_of(wanted),
        "chosen": wanted.chosen(),
        "action": here("/events/"),
        "kept": [("view", wanted.view), ("on", wanted.on.isoformat())],
        "canonical_query": wanted.query(),
    } | neighbours(wanted)
    if wanted.view == "day":
        context |= day_context(request, wanted)
    else:
        context |= calendar_context(wanted)
    return render(request, f"events/whats_on_{wanted.view}.html", context)


def found(wanted: EventFilter):
    return wanted.apply(Occurrence.objects.public()).overlapping(*wanted.interval)


def day_context(request, wanted: EventFilter) -> dict:
    """The whole day, a hundred rows a page; a page that does not exist is the last."""
    page = Paginator(found(wanted).with_rows(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {"page_obj": page, "count": page.paginator.count, "notes": notes_of(wanted)}


def calendar_context(wanted: EventFilter) -> dict:
    """A window for each day, with its first few rows; the rest stands on the day's own page."""
    shown = SHOWN_A_DAY[wanted.view]
    first, last = wanted.days
    counts = counts_by_day(wanted)
    rows = {day.date: day.occurrences for day in days_of(first_rows(wanted, shown), first, last)}
    notes = notes_of(wanted)
    cells = {
        day: Cell(
            date=day,
            count=max(counts[day], len(rows.get(day, ())[:shown])),
            occurrences=rows.get(day, ())[:shown],
            address=wanted.query(view="day", on=day.isoformat()),
            note=notes.get(day, ""),
        )
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
    }
    weeks = month_weeks(first.year, first.month) if wanted.view == "month" else [list(cells)]
    usual = sorted(counts.values())[len(counts) // 2] if counts else 0
    return {
        "weeks": [[day and cells[day] for day in week] for week in weeks],
        "days": [cell for cell in cells.values() if cell.count],
        "count": sum(counts.values()),
        "usual": usual,
    }


def counts_by_day(wanted: EventFilter) -> Counter:
    """Count what begins on each shown day; one query."""
    start, end = wanted.interval
    rows = (
        wanted.apply(Occurrence.objects.public())
        .filter(start__gte=start, start__lt=end)
        .annotate(day=TruncDate("start", tzinfo=ZONE))
        .values("day")
        .annotate(number=Count("pk"))
        .order_by("day")
    )
    return Counter({row["day"]: row["number"] for row in rows})


def first_rows(wanted: EventFilter, shown: int):
    """Return the first rows of each day; one query, however much is on."""
    place = Window(
        RowNumber(),
        partition_by=TruncDate("start", tzinfo=ZONE),
        order_by=[F("start").asc(), F("pk").asc()],
    )
    return found(wanted).annotate(place_in_day=place).filter(place_in_day__lte=shown).with_rows()


def notes_of(wanted: EventFilter) -> dict[date, str]:
    """Return the festivals and named days that the shown days carry."""
    first, last = wanted.days
    named = Holiday.objects.filter(network=None, date__gte=first, date__lte=last)
    return {holiday.date: holiday.name for holiday in named}


def neighbours(wanted: EventFilter) -> dict:
    """Where "earlier" and "later" lead, and today."""
    first, last = wanted.days
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    if wanted.view == "month":
        before, after = previous_month(first), next_month(first)
    return {
        "previous": wanted.query(on=before.isoformat()) if before >= filters.EARLIEST else "",
        "next": wanted.query(on=after.isoformat()) if after <= filters.LATEST else "",
        "first": first,
        "last": last,
        "today": timezone.localdate(),
        "now_query": wanted.query(on=timezone.localdate().isoformat()),
    }


def title_of(wanted: EventFilter) -> str:
    if wanted.node:
        return _("What is on: %(place)s") % {"place": wanted.node.title}
    return _("What is on")


def fields_of(wanted: EventFilter) -> list[dict]:
    """Return the filter form: each field with its options, the chosen one marked."""
    return [
        select("kind", _("Kind"), [(k.code, k.label) for k in Kind.objects.all()], wanted.kinds),
        select(
            "for",
            _("For whom"),
            [(a.code, a.label) for a in Audience.objects.all()],
            wanted.audiences,
        ),
        select(
            "part",
            _("Time of day"),
            [(code, part[0]) for code, part in filters.PARTS.items()],
            (wanted.part,),
        ),
        select("fee", _("Fee"), list(filters.FEES.items()), (wanted.fee,)),
    ]


def select(name: str, label: str, options: list[tuple], chosen: tuple) -> dict:
    rows = [("", _("Any")), *options]
    return {
        "name": name,
        "label": label,
        "options": [
            {"value": value, "label": text, "selected": value in chosen} for value, text in rows
        ],
    }
