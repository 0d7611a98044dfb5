"""Rows from a calendar of others: a file, or an address that the worker fetches."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from common.models import Kind

from .calendar_fetching import ask_for
from .calendar_forms import CalendarForm, MonthForm
from .calendar_rows import FIELDS, Reading, read_rows, vanished
from .calendar_words import sentence_of
from .enums import ActivityStatus
from .ical_reading import CalendarError
from .menu_months import next_free_month
from .models import CalendarSource
from .months import previous_month
from .sheet_check import SheetCheck, SheetRows
from .sheet_saving import menu_of, raw_rows
from .sheet_views import CheckView
from .sheets import KindWords

MAX_SOURCES = 20  # of one centre
NAMED = 20


class CalendarView(CheckView):
    """Rows that are read from a calendar."""

    header_icon = "calendar-alt"

    @property
    def first(self) -> dict:
        return {"month": self.request.GET.get("month", "") or next_free_month(self.centre)}

    def show_calendar(self, form, field: str, body: bytes, source: str) -> HttpResponse:
        month: date = form.cleaned_data["month"]
        kinds = [KindWords(one.code, one.name, one.words) for one in Kind.objects.all()]
        try:
            reading = read_rows(body, month, kinds=kinds, rooms=self.rooms)
        except CalendarError as error:
            at = "month" if error.code == "other-month" else field
            return self.refuse(form, at, sentence_of(error.code))
        here = raw_rows(menu_of(self.centre, month))
        sheet = SheetRows(
            month=month,
            source=source,
            rows=reading.rows,
            fields=FIELDS,
            is_part=True,
            notes=[note for note in (unread(reading), gone(here, reading)) if note],
            unticked=self.told_already(month, here, reading),
        )
        return self.show(SheetCheck(self.centre, sheet, self.rooms))

    def told_already(self, month: date, here: list[dict], reading: Reading) -> list[int]:
        """Return the numbers of rows that need not come in unless somebody ticks them.

        What was called off before anybody here heard of it, and what the month before holds.
        """
        before = raw_rows(menu_of(self.centre, previous_month(month)))
        held = reading.begun & {block["id"] for block in before}
        known = {block["id"] for block in here}
        return [
            number
            for number, row in enumerate(reading.rows)
            if row.id not in known and (row.status == ActivityStatus.CANCELLED or row.id in held)
        ]


def unread(reading: Reading) -> str:
    if not reading.unread:
        return ""
    text = ngettext(
        "%(count)s event cannot be read and is left out.",
        "%(count)s events cannot be read and are left out.",
        reading.unread,
    )
    return text % {"count": reading.unread}


def gone(here: list[dict], reading: Reading) -> str:
    """Name what came from a calendar before and is not in this one; the editor decides."""
    titles = vanished(here, reading.rows)
    if not titles:
        return ""
    mark = ", " if get_language() == "en" else "、"
    return _(
        "Came from a calendar and is not in this one: %(titles)s. It stays as it is; if it is off, "
        "cancel it in the menu."
    ) % {"titles": mark.join(titles[:NAMED]) + ("…" if len(titles) > NAMED else "")}


class ReadCalendarView(CalendarView):
    """A file or an address, and the addresses that the centre has given before."""

    page_title = gettext_lazy("Read a calendar of others")
    template_name = "events/admin/calendar_start.html"

    def get_context_data(self, **kwargs):
        sources = self.centre.calendar_sources.defer("body").order_by("label", "address")
        context = {"form": CalendarForm(initial=self.first), "sources": sources}
        return super().get_context_data(**{**context, **kwargs})

    def read(self):
        form = CalendarForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.refuse(form)
        if file := form.cleaned_data["file"]:
            return self.show_calendar(form, "file", file.read(), file.name)
        return self.keep(form)

    def keep(self, form) -> HttpResponse:
        """Keep an address, ask the worker for it, and go where its state is shown."""
        address, label = form.cleaned_data["address"], form.cleaned_data["label"]
        sources = self.centre.calendar_sources
        source = sources.filter(address=address).first()
        if source is None and sources.count() >= MAX_SOURCES:
            return self.refuse(
                form, "address", _("This centre has 20 addresses; forget one first.")
            )
        source = source or CalendarSource(centre=self.centre, address=address)
        source.label = label or source.label
        if source.pk:
            source.save(update_fields=["label"])
        ask_for(source, timezone.now())
        page = reverse("menus:calendar_source", args=[self.centre.pk, source.pk])
        return redirect(f"{page}?month={form.cleaned_data['month']:%Y-%m}")


class CalendarSourceView(CalendarView):
    """One address: whether it has been fetched, and its rows for a month."""

    template_name = "events/admin/calendar_source.html"

    @cached_property
    def source(self) -> CalendarSource:
        return get_object_or_404(self.centre.calendar_sources, pk=self.kwargs["source_id"])

    @property
    def page_title(self):
        return str(self.source)

    def get_context_data(self, **kwargs):
        context = {
            "form": MonthForm(initial=self.first),
            "source": self.source,
            "problem": sentence_of(self.source.problem),
        }
        return super().get_context_data(**{**context, **kwargs})

    def read(self):
        if "forget" in self.request.POST:
            self.source.delete()
            messages.success(self.request, _("The address is forgotten; the menus stay."))
            return redirect("menus:calendar", self.centre.pk)
        if "fetch" in self.request.POST:
            ask_for(self.source, timezone.now())
            return redirect(self.request.get_full_path())
        form = MonthForm(self.request.POST)
        if not form.is_valid():
            return self.refuse(form)
        if not self.source.body:
            return self.refuse(form, None, _("The calendar has not been fetched yet."))
        return self.show_calendar(form, None, bytes(self.source.body), str(self.source))
