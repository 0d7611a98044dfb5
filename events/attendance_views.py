"""Person-times in the admin: entered by a centre, added up for those above."""

from __future__ import annotations

import re
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from accounts.admin_views import AdminView
from accounts.walls import own_paths
from brands.models import CentrePage

from . import attendance
from .attendance_forms import AttendanceForm
from .board_views import asked_month
from .months import next_month, previous_month

YEAR = re.compile(r"20[0-9]{2}")


class EnterView(AdminView):
    """One month of one centre: a number beside each activity that is over."""

    page_title = gettext_lazy("How many came")
    header_icon = "group"
    template_name = "events/admin/attendance.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not self.centre.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def centre(self) -> CentrePage:
        return get_object_or_404(CentrePage, pk=self.kwargs["centre_id"])

    @cached_property
    def month(self) -> date:
        return asked_month(self.request, timezone.localdate().replace(day=1))

    @cached_property
    def activities(self):
        over = attendance.held(timezone.now()).filter(centre=self.centre)
        return attendance.of_month(over, self.month)

    def get_path_items(self):
        explorer = reverse("wagtailadmin_explore", args=[self.centre.pk])
        return [{"url": explorer, "label": self.centre.display_name}]

    def get_context_data(self, **kwargs):
        context = {
            "centre": self.centre,
            "month": self.month,
            "previous_month": previous_month(self.month),
            "next_month": next_month(self.month),
            "form": AttendanceForm(self.activities),
        }
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request, *args, **kwargs):
        form = AttendanceForm(self.activities, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        number = attendance.enter(form.numbers, request.user, timezone.now())
        text = ngettext("%(number)d number is kept.", "%(number)d numbers are kept.", number)
        messages.success(request, text % {"number": number})
        return redirect(request.get_full_path())


class ReportView(SpreadsheetExportMixin, AdminView):
    """Totals by kind, tier and month at or below one's own nodes."""

    page_title = gettext_lazy("Person-times")
    header_icon = "group"
    template_name = "events/admin/attendance_report.html"
    export_filename = "person-times"

    @cached_property
    def year(self) -> int:
        text = self.request.GET.get("year", "")
        return int(text) if YEAR.fullmatch(text) else timezone.localdate().year

    @cached_property
    def activities(self):
        within = Q(pk__in=[])
        for path in own_paths(self.request.user):
            within |= Q(centre__path__startswith=path)
        over = attendance.held(timezone.now()).filter(within)
        return list(over.filter(menu__month__year=self.year))

    def get(self, request, *args, **kwargs):
        if not own_paths(request.user):
            raise PermissionDenied
        return self.export() if self.is_export else super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        activities = self.activities
        context = {
            "year": self.year,
            "whole": attendance.total_of(_("Total"), activities),
            "groups": [
                (_("By month"), attendance.totals(activities, lambda a: f"{a.menu.month:%Y-%m}")),
                (_("By kind"), attendance.totals(activities, lambda a: a.kind.label)),
                (
                    _("By tier"),
                    attendance.totals(activities, lambda a: a.centre.get_tier_display()),
                ),
                (_("By centre"), attendance.totals(activities, lambda a: a.centre.title)),
            ],
        }
        return super().get_context_data(**{**context, **kwargs})

    def export(self):
        self.list_export = ["month", "centre", "tier", "activity", "kind", "dates", "people"]
        self.export_headings = {
            "month": _("Month"),
            "centre": _("Centre"),
            "tier": _("Tier"),
            "activity": _("Activity"),
            "kind": _("Kind"),
            "dates": _("Dates held"),
            "people": _("Person-times"),
        }
        rows = [
            {
                "month": f"{one.menu.month:%Y-%m}",
                "centre": one.centre.title,
                "tier": str(one.centre.get_tier_display()),
                "activity": one.title,
                "kind": str(one.kind.label),
                "dates": one.dates,
                "people": attendance.people_of(one),
            }
            for one in self.activities
        ]
        return self.as_spreadsheet(rows, self.request.GET["export"])
