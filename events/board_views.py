"""The board of centres and months in the admin, with filter, export and reminders."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from accounts.admin_views import AdminView
from accounts.querysets import roles_of
from accounts.roles import Role
from accounts.walls import own_paths
from brands.models import AreaPage

from .board import Board, MenuState, board_of
from .months import next_month, previous_month
from .reminders import remind


def asked_month(request, usual: date) -> date:
    """Return the month of the address (2026-12), the usual one when it names none."""
    try:
        month = date.fromisoformat(f"{request.GET.get('month', '')[:7]}-01")
    except ValueError:
        return usual
    return month if 2000 <= month.year < 2100 else usual


def may_remind(user) -> bool:
    """Whoever reviews, approves or administers writes to editors; editors do not."""
    return user.is_superuser or roles_of(user).exclude(role=Role.EDITOR).exists()


class BoardView(SpreadsheetExportMixin, AdminView):
    """Centres × months at or below one's own nodes."""

    page_title = gettext_lazy("Menus from above")
    header_icon = "table"
    template_name = "events/admin/board.html"
    export_filename = "menus"
    http_method_names = ["get", "post"]

    @cached_property
    def month(self) -> date:
        """The month in the middle; next month after the 20th, else this one."""
        today = timezone.localdate()
        return asked_month(
            self.request, next_month(today) if today.day > 20 else today.replace(day=1)
        )

    @cached_property
    def areas(self) -> list[AreaPage]:
        """Areas that the board can be narrowed to."""
        found = AreaPage.objects.listed()
        paths = own_paths(self.request.user)
        return [area for area in found if any(area.path.startswith(path) for path in paths)]

    @cached_property
    def area(self) -> AreaPage | None:
        code = self.request.GET.get("at", "")
        return next((area for area in self.areas if area.code == code), None)

    @cached_property
    def board(self) -> Board:
        months = [previous_month(self.month), self.month, next_month(self.month)]
        paths = [self.area.path] if self.area else own_paths(self.request.user)
        return board_of(paths, months)

    @property
    def shown(self):
        """Lines in the chosen state of the middle month; all when none is chosen."""
        state = self.request.GET.get("state", "")
        lines = self.board.lines
        return [one for one in lines if one.cells[1].state == state] if state else lines

    def get(self, request, *args, **kwargs):
        if not own_paths(request.user):
            raise PermissionDenied
        if self.is_export:
            return self.export()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        months = self.board.months
        context = {
            "board": self.board,
            "lines": self.shown,
            "months": list(zip(months, self.board.counts, strict=True)),
            "month": self.month,
            "previous_month": months[0],
            "next_month": months[2],
            "areas": self.areas,
            "area": self.area,
            "state": self.request.GET.get("state", ""),
            "states": MenuState,
            "missing": self.board.missing(self.month),
            "may_remind": may_remind(self.request.user),
        }
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request, *args, **kwargs):
        if not may_remind(request.user):
            raise PermissionDenied
        reminded = remind(self.board.missing(self.month), self.month, request.user)
        text = ngettext(
            "%(number)d editor is reminded.", "%(number)d editors are reminded.", reminded.people
        )
        messages.success(request, text % {"number": reminded.people})
        if reminded.unreached:
            names = ", ".join(reminded.unreached[:20])
            messages.warning(request, _("No mail reaches: %(names)s") % {"names": names})
        return redirect(request.get_full_path())

    def export(self):
        self.list_export = ["area", "centre", *(f"{month:%Y-%m}" for month in self.board.months)]
        self.export_headings = {"area": _("Area"), "centre": _("Centre")}
        rows = [
            {
                "area": line.area,
                "centre": line.centre.title,
                **{f"{cell.month:%Y-%m}": str(cell.state.label) for cell in line.cells},
            }
            for line in self.shown
        ]
        return self.as_spreadsheet(rows, self.request.GET["export"])
