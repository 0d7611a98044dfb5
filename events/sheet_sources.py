"""Where the rows of a check come from: a file, pasted cells, the menu of another month."""

from __future__ import annotations

from datetime import date

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.models import Kind
from common.sheet_reader import LIMITS, SheetError, read_sheet

from .menu_months import next_free_month
from .models import ActivityMenuPage
from .month_copying import copied_rows
from .sheet_check import SheetCheck, SheetRows
from .sheet_findings import from_sheet_error
from .sheet_forms import CopyForm, PasteForm, UploadForm
from .sheet_guessing import with_header
from .sheet_messages import messages_of, sentence_of
from .sheet_saving import raw_rows
from .sheet_views import CheckView
from .sheets import KindWords, MenuSheet, read_menu


class SheetView(CheckView):
    """Rows that are read from a sheet."""

    field = ""  # the one that a sentence about the sheet stands at

    def read_rows(self, sheet, month: date) -> MenuSheet:
        words = [KindWords(one.code, one.name, one.words) for one in Kind.objects.all()]
        return read_menu(sheet, month=month, kinds=words, rooms=self.rooms)

    def show_sheet(self, form, read: MenuSheet, month: date, source: str, *, is_part: bool):
        if read.has_error:
            wrong = next(iter(messages_of(read.problems)))
            return self.refuse(form, self.field, f"{wrong.text} {wrong.suggestion}")
        sheet = SheetRows(
            month=month,
            source=source,
            rows=read.rows,
            fields=read.fields,
            title=read.title,
            is_part=is_part,
            notes=[sentence_of(problem) for problem in read.problems],
        )
        return self.show(SheetCheck(self.centre, sheet, self.rooms))


class UploadSheetView(SheetView):
    """Rows from a file."""

    page_title = gettext_lazy("Upload a month's sheet")
    header_icon = "upload"
    template_name = "events/admin/sheet_upload.html"
    field = "file"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": UploadForm(), **kwargs})

    def read(self):
        form = UploadForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.refuse(form)
        file, month = form.cleaned_data["file"], form.cleaned_data["month"]
        try:
            read, month = self.read_file(file, month)
        except SheetError as error:
            return self.refuse(form, "file", sentence_of(from_sheet_error(error)))
        if month is None and not read.has_error:
            return self.refuse(form, "month", _("The sheet names no month; choose it here."))
        return self.show_sheet(form, read, month, file.name, is_part=False)

    def read_file(self, file, month: date | None) -> tuple[MenuSheet, date | None]:
        """Return the sheet as read, and its month: the chosen one, else the one of its title.

        Raises:
            SheetError: the file cannot be read.
        """
        if file.size > LIMITS["file"]:
            raise SheetError("too-big", {"limit": LIMITS["file"] // 1024**2})
        sheet = read_sheet(file.name, file.read())
        read = self.read_rows(sheet, month or timezone.localdate())
        if month is None and (month := read.month_found):
            read = self.read_rows(sheet, month)
        return read, month


class PasteView(SheetView):
    """Rows from a block of cells that was copied in Excel or WPS."""

    page_title = gettext_lazy("Paste from a sheet")
    header_icon = "clipboard-list"
    template_name = "events/admin/sheet_paste.html"
    field = "cells"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": PasteForm(initial=self.first), **kwargs})

    @property
    def first(self) -> dict:
        named = self.request.GET.get("month", "")
        return {"month": named or next_free_month(self.centre)}

    def read(self):
        form = PasteForm(self.request.POST)
        if not form.is_valid():
            return self.refuse(form)
        month = form.cleaned_data["month"]
        try:
            sheet = read_sheet("cells.tsv", form.cleaned_data["cells"].encode())
        except SheetError as error:
            return self.refuse(form, "cells", sentence_of(from_sheet_error(error)))
        read = self.read_rows(with_header(sheet, month, self.rooms), month)
        return self.show_sheet(form, read, month, _("pasted cells"), is_part=True)


class CopyMonthView(CheckView):
    """Rows of another month's menu, carried to a new one."""

    page_title = gettext_lazy("Copy a month")
    header_icon = "copy"
    template_name = "events/admin/sheet_copy.html"

    @cached_property
    def menus(self):
        return ActivityMenuPage.objects.child_of(self.centre).defer("rows").order_by("-month")

    def form(self, data=None) -> CopyForm:
        latest = self.menus.first()
        first = {
            "source": self.request.GET.get("source") or (latest.pk if latest else None),
            "month": next_free_month(self.centre),
        }
        return CopyForm(data, menus=self.menus, initial=first)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": self.form(), "menus": self.menus, **kwargs})

    def read(self):
        form = self.form(self.request.POST)
        if not form.is_valid():
            return self.refuse(form)
        menu = get_object_or_404(ActivityMenuPage, pk=form.cleaned_data["source"].pk)
        month = form.cleaned_data["month"]
        draft = menu.get_latest_revision_as_object()
        rows, cancelled = copied_rows(raw_rows(draft), draft.month, month)
        if not rows:
            return self.refuse(form, "source", _("That menu has no activities."))
        sheet = SheetRows(
            month=month,
            source=menu.title,
            rows=rows,
            fields=(),
            is_part=True,
            unticked=cancelled,
        )
        return self.show(SheetCheck(self.centre, sheet, self.rooms))
