"""A month's sheet in the admin: choose the file, check it row by row, save it as a draft."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale

from brands.models import CentrePage
from common.models import Kind
from common.sheet_reader import LIMITS, SheetError, read_sheet

from . import sheet_saving
from .sheet_corrections import from_plain, to_plain
from .sheet_findings import found, from_sheet_error
from .sheet_forms import UploadForm, row_forms
from .sheet_messages import messages_of, sentence_of
from .sheets import KindWords, MenuSheet, read_menu
from .when_dates import read_dates

SALT = "events.menu-sheet"


def may_upload(centre, user) -> bool:
    """Whether a person may make and change the centre's menus."""
    rights = centre.permissions_for_user(user)
    return centre.locale_id == Locale.get_default().pk and rights.can_add_subpage()


def when_dates(request):
    """Answer with the dates that `text` means in `month` (2026-12), for the script of the form."""
    try:
        month = date.fromisoformat(f"{request.GET.get('month', '')[:7]}-01")
    except ValueError:
        month = timezone.localdate().replace(day=1)
    reading = read_dates(request.GET.get("text", ""), month)
    more = _("and %(count)s more") % {"count": reading.more} if reading.more else ""
    return JsonResponse({"dates": reading.lines, "more": more, "error": reading.error})


class UploadSheetView(WagtailAdminTemplateMixin, TemplateView):
    """Both steps have one address; the second carries the rows as read, signed, in its form."""

    page_title = gettext_lazy("Upload a month's sheet")
    header_icon = "upload"
    template_name = "events/admin/sheet_upload.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not may_upload(self.centre, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def centre(self) -> CentrePage:
        return get_object_or_404(CentrePage, pk=self.kwargs["centre_id"])

    @cached_property
    def rooms(self) -> list[str]:
        return list(self.centre.facilities.values_list("name", flat=True))

    def get_page_subtitle(self):
        return self.centre.title

    def get_breadcrumbs_items(self):
        explorer = reverse("wagtailadmin_explore", args=[self.centre.pk])
        return [
            *self.breadcrumbs_items,
            {"url": explorer, "label": self.centre.display_name},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        context = {"centre": self.centre, "form": UploadForm(), "rooms": self.rooms}
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request, *args, **kwargs):
        return self.check_rows() if "sheet" in request.POST else self.read_file()

    # The first step ------------------------------------------------------------------------------

    def read_file(self):
        form = UploadForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.refuse(form)
        file, month = form.cleaned_data["file"], form.cleaned_data["month"]
        try:
            menu_sheet, month = self.read(file, month)
        except SheetError as error:
            return self.refuse(form, "file", sentence_of(from_sheet_error(error)))
        if menu_sheet.has_error:
            wrong = next(iter(messages_of(menu_sheet.problems)))
            return self.refuse(form, "file", f"{wrong.text} {wrong.suggestion}")
        if month is None:
            return self.refuse(form, "month", _("The sheet names no month; choose it here."))
        sheet = {
            "centre": self.centre.pk,
            "month": month.isoformat(),
            "file_name": file.name,
            "title": menu_sheet.title,
            "notes": [sentence_of(problem) for problem in menu_sheet.problems],
            "rows": [to_plain(row) for row in menu_sheet.rows],
        }
        return self.show_rows(sheet, row_forms(menu_sheet.rows, month, self.rooms))

    def read(self, file, month: date | None) -> tuple[MenuSheet, date | None]:
        """Return the sheet as read, and its month: the chosen one, else the one of its title.

        Raises:
            SheetError: the file cannot be read.
        """
        if file.size > LIMITS["file"]:
            raise SheetError("too-big", {"limit": LIMITS["file"] // 1024**2})
        sheet = read_sheet(file.name, file.read())
        words = [KindWords(one.code, one.name, one.words) for one in Kind.objects.all()]
        near = month or timezone.localdate()
        read = read_menu(sheet, month=near, kinds=words, rooms=self.rooms)
        if month is None and (month := read.month_found):
            read = read_menu(sheet, month=month, kinds=words, rooms=self.rooms)
        return read, month

    def refuse(self, form, field: str = "", sentence: str = ""):
        if sentence:
            form.add_error(field, sentence)
        return self.render_to_response(self.get_context_data(form=form))

    # The second step -----------------------------------------------------------------------------

    def check_rows(self):
        try:
            sheet = signing.loads(self.request.POST["sheet"], salt=SALT)
        except signing.BadSignature:
            sheet = {}
        if sheet.get("centre") != self.centre.pk:
            messages.error(self.request, _("This check is no longer valid; upload the file again."))
            return redirect("menus:upload", self.centre.pk)
        month = date.fromisoformat(sheet["month"])
        rows = [from_plain(plain, month) for plain in sheet["rows"]]
        forms = row_forms(rows, month, self.rooms, self.request.POST)
        chosen = [form.row for form in forms if not form.is_left_out]
        if "save" not in self.request.POST:
            return self.show_rows(sheet, forms)
        if any(form.has_error for form in forms) or not chosen:
            wrong = _("Nothing is saved yet: correct the marked rows, or leave them out.")
            return self.show_rows(sheet, forms, wrong)
        return self.save(sheet, forms, month, chosen)

    def save(self, sheet: dict, forms, month: date, rows):
        try:
            menu = sheet_saving.save_rows(self.centre, month, rows, self.request.user)
        except sheet_saving.MenuNotSaved as error:
            reasons = {
                "locked": _("Nothing is saved: the menu is locked or under review."),
                "too-many": sentence_of(found("too-many-activities", count="500+", limit=500)),
            }
            return self.show_rows(sheet, forms, reasons[error.code])
        text = _("%(count)s activities are saved as a draft. Look at them, then submit the menu.")
        messages.success(self.request, text % {"count": len(rows)})
        return redirect("wagtailadmin_pages:edit", menu.pk)

    def show_rows(self, sheet: dict, forms, wrong: str = ""):
        month = date.fromisoformat(sheet["month"])
        chosen = [form for form in forms if not form.is_left_out]
        merge = sheet_saving.preview(self.centre, month, [form.row for form in chosen])
        for index, form in enumerate(chosen):
            form.is_known = index in merge.replaced
        context = {
            "sheet": sheet,
            "signed": signing.dumps(sheet, salt=SALT, compress=True),
            "month": month,
            "forms": forms,
            "wrong_rows": [form for form in forms if form.has_error],
            "marked_count": sum(bool(form.row.problems) for form in forms),
            "merge": merge,
            "wrong": wrong,
        }
        self.template_name = "events/admin/sheet_check.html"
        return self.render_to_response(self.get_context_data(**context))
