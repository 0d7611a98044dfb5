"""The check screen in the admin: rows from anywhere, checked one by one, saved as a draft."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from brands.models import CentrePage

from . import sheet_downloads
from .menu_rights import may_edit_menus
from .sheet_check import CheckExpired, SheetCheck, from_signed
from .sheet_findings import found
from .sheet_messages import sentence_of
from .sheet_saving import MenuNotSaved
from .when_dates import read_dates


def when_dates(request):
    """Answer with the dates that `text` means in `month` (2026-12), for the script of the form."""
    try:
        month = date.fromisoformat(f"{request.GET.get('month', '')[:7]}-01")
    except ValueError:
        month = timezone.localdate().replace(day=1)
    reading = read_dates(request.GET.get("text", ""), month)
    more = _("and %(count)s more") % {"count": reading.more} if reading.more else ""
    return JsonResponse({"dates": reading.lines, "more": more, "error": reading.error})


class CheckView(WagtailAdminTemplateMixin, TemplateView):
    """Rows that came from somewhere, checked and saved as a draft.

    Both steps have one address; the second carries the rows as read, signed, in its form. What
    inherits says in `read` where rows come from.
    """

    template_name = "events/admin/sheet_start.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not may_edit_menus(self.centre, request.user):
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
        context = {"centre": self.centre, "rooms": self.rooms}
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request, *args, **kwargs):
        return self.answer_check() if "sheet" in request.POST else self.read()

    def read(self) -> HttpResponse:
        """Take what the editor sent in the first step, and show its rows or what is wrong."""
        raise NotImplementedError

    def refuse(self, form, field: str | None = None, sentence: str = "") -> HttpResponse:
        """Show the first step again, with what is wrong."""
        if sentence:
            form.add_error(field, sentence)
        return self.render_to_response(self.get_context_data(form=form))

    def answer_check(self) -> HttpResponse:
        try:
            sheet = from_signed(self.request.POST["sheet"], self.centre)
        except CheckExpired:
            messages.error(self.request, _("This check is no longer valid; please begin again."))
            return redirect(self.request.path)
        check = SheetCheck(self.centre, sheet, self.rooms, self.request.POST)
        if "remarks" in self.request.POST:
            return sheet_downloads.remarks(check)
        if "save" not in self.request.POST and "save_good" not in self.request.POST:
            return self.show(check)
        if check.wrong_rows and "save_good" not in self.request.POST:
            wrong = _("Nothing is saved yet: correct the marked rows, or leave them out.")
            return self.show(check, wrong)
        if not check.absences_are_answered:
            wrong = _("Nothing is saved yet: say what becomes of the rows that are missing.")
            return self.show(check, wrong)
        if not check.good_rows and not check.absences:
            return self.show(check, _("Nothing is saved: there is no row to save."))
        return self.save(check)

    def save(self, check: SheetCheck) -> HttpResponse:
        saved = len(check.good_rows)
        try:
            menu, changed = check.save(self.request.user, timezone.now())
        except MenuNotSaved as error:
            reasons = {
                "locked": _("Nothing is saved: the menu is locked or under review."),
                "too-many": sentence_of(found("too-many-activities", count="500+", limit=500)),
            }
            return self.show(check, reasons[error.code])
        if changed:
            text = _(
                "%(count)s activities are saved as a draft. Look at them, then submit the menu."
            )
            messages.success(self.request, text % {"count": saved})
        else:
            messages.info(self.request, _("No change: the menu says all that already."))
        if not check.wrong_rows:
            return redirect("wagtailadmin_pages:edit", menu.pk)
        waiting = SheetCheck(self.centre, check.waiting(), self.rooms)
        text = ngettext(
            "%(count)s row waits here until it is corrected.",
            "%(count)s rows wait here until they are corrected.",
            len(waiting.forms),
        )
        messages.warning(self.request, text % {"count": len(waiting.forms)})
        return self.show(waiting)

    def show(self, check: SheetCheck, wrong: str = "") -> HttpResponse:
        context = {
            "check": check,
            "sheet": check.sheet,
            "signed": check.sheet.signed(self.centre),
            "month": check.sheet.month,
            "forms": check.forms,
            "wrong_rows": check.wrong_rows,
            "marked_count": sum(bool(form.problems) for form in check.forms),
            "wrong": wrong,
        }
        self.template_name = "events/admin/sheet_check.html"
        return self.render_to_response(self.get_context_data(**context))
