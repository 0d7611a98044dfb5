"""A network brought in from a sheet: upload, check screen, saved."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from accounts import nodes, querysets
from accounts.admin_views import AdminView
from accounts.roles import AREA, NETWORK_DEPTH
from common.sheet_reader import LIMITS, Cell, SheetError, read_sheet
from common.sheet_remarks import sentence_of
from common.sheet_tables import Table, find_table

from . import centre_sheets
from .centre_plans import CHANGED, NEW, UNCHANGED, CentrePlan
from .centre_saving import TreeChanged, lock_tree, save_centres

NAMED = 20  # centres named in one sentence
MAX_AGE = 24 * 60 * 60  # seconds; who comes back the next day uploads again


class SheetForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("Sheet"),
        help_text=gettext_lazy(
            "An Excel, WPS or CSV file (.xlsx, .xls, .ods, .csv), at most 5 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        error_messages={"required": gettext_lazy("Choose the file first.")},
    )


def may_bring(user, node: Page) -> bool:
    """Whether a person may make centres below a node: whoever administers it or all above."""
    if nodes.kind_of(node) != AREA:
        return False
    managed = any(node.path.startswith(path) for path in querysets.managed_paths(user))
    return managed and node.permissions_for_user(user).can_add_subpage()


class BringView(AdminView):
    """A sheet in two steps at one address; the second carries the rows as read, signed.

    What inherits says which columns there are, and shows and saves the rows.
    """

    http_method_names = ["get", "post"]
    template_name = "brands/admin/bring_start.html"
    header_icon = "upload"
    salt = ""
    columns: dict[str, str] = {}
    needed: tuple[str, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        raise NotImplementedError

    def show(self, table: Table, **context) -> HttpResponse:
        raise NotImplementedError

    def save(self, table: Table, fingerprint: str) -> HttpResponse:
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": SheetForm(), **kwargs})

    def post(self, request, *args, **kwargs):
        if "rows" not in request.POST:
            return self.read()
        try:
            fingerprint, rows = signing.loads(request.POST["rows"], salt=self.salt, max_age=MAX_AGE)
        except signing.BadSignature:
            messages.error(request, _("This check is no longer valid; please begin again."))
            return redirect(request.path)
        return self.save(unpacked(rows), fingerprint)

    def read(self) -> HttpResponse:
        form = SheetForm(self.request.POST, self.request.FILES)
        if form.is_valid():
            try:
                return self.show(self.table_of(form.cleaned_data["file"]))
            except SheetError as error:
                form.add_error("file", sentence_of(error))
            except LookupError as error:
                form.add_error("file", str(error.args[0]))
        return self.render_to_response(self.get_context_data(form=form))

    def table_of(self, file) -> Table:
        """Return the table of an uploaded file.

        Raises:
            SheetError: the file cannot be read.
            LookupError: it holds no table with the columns that are needed.
        """
        if file.size > LIMITS["file"]:
            raise SheetError("too-big", {"limit": LIMITS["file"] // 1024**2})
        sheet = read_sheet(file.name, file.read())
        table = find_table(sheet.rows, self.columns, self.needed)
        if table is None or not table.rows:
            names = "、".join(self.first_word(field) for field in self.needed)
            raise LookupError(
                _("No table was found. It needs a row with at least these names: %(names)s.")
                % {"names": names}
            )
        return table

    def first_word(self, field: str) -> str:
        return next(word for word, name in self.columns.items() if name == field)

    def signed(self, table: Table, fingerprint: str) -> str:
        rows = [
            [number, [[field, cell.address, cell.text] for field, cell in cells.items()]]
            for number, cells in table.rows
        ]
        return signing.dumps([fingerprint, rows], salt=self.salt, compress=True)


def unpacked(rows) -> Table:
    """Return the table that was signed; rows are checked as texts, so texts are enough."""
    return Table(
        {},
        [
            (number, {field: Cell(address, text, text) for field, address, text in cells})
            for number, cells in rows
        ],
        [],
    )


class BringCentresView(BringView):
    """Centres below one node."""

    page_title = gettext_lazy("Bring centres in from a sheet")
    salt = "brands.centre-sheet"
    columns = centre_sheets.FIELD_OF
    needed = centre_sheets.NEEDED

    @cached_property
    def node(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["node_id"]).specific

    def is_allowed(self) -> bool:
        return may_bring(self.request.user, self.node)

    def get_page_subtitle(self):
        return self.node.get_admin_display_title()

    def get_path_items(self):
        explorer = reverse("wagtailadmin_explore", args=[self.node.pk])
        return [{"url": explorer, "label": self.node.get_admin_display_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"node": self.node, **kwargs})

    def show(self, table: Table, before: int | None = None, **context) -> HttpResponse:
        """Show the rows; `before` were unchanged when the last step of several was saved."""
        self.template_name = "brands/admin/bring_centres.html"
        plan = CentrePlan(centre_sheets.read_centres(table), self.node)
        values = {
            "plan": plan,
            "counts": plan.counts,
            "goes_on": before is not None and plan.counts[UNCHANGED] > before,
            "unknown": table.unknown,
            "signed": self.signed(table, plan.fingerprint),
        }
        return self.render_to_response(self.get_context_data(**values, **context))

    def save(self, table: Table, fingerprint: str) -> HttpResponse:
        try:
            with transaction.atomic():
                plan = CentrePlan(centre_sheets.read_centres(table), lock_tree(self.node))
                save_centres(plan, fingerprint, self.request.user)
        except TreeChanged:
            wrong = _("Nothing is saved: the tree has changed meanwhile. Please look once more.")
            return self.show(table, wrong=wrong)
        self.tell_findings(plan)
        left = plan.counts[NEW] + plan.counts[CHANGED] - len(plan.to_save)
        if left:
            text = _("%(saved)d rows are saved; %(left)d are left. Please go on.")
            messages.success(self.request, text % {"saved": len(plan.to_save), "left": left})
            return self.show(table, before=plan.counts[UNCHANGED])
        text = _("New: %(new)d, changed: %(changed)d, unchanged: %(unchanged)d.") % plan.counts
        messages.success(self.request, text)
        return redirect("wagtailadmin_explore", self.node.pk)

    def tell_findings(self, plan: CentrePlan) -> None:
        """Name the centres that are public now with something to look at."""
        names = [step.row.values["title"] for step in plan.to_save if step.findings]
        if names:
            text = _("Please look, by “Check before publication” at these centres: %(names)s.")
            shown = "、".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
            messages.warning(self.request, text % {"names": shown})


class ChooseNodeView(AdminView):
    """Where to bring centres in: one's own areas, for site administrators the networks."""

    page_title = gettext_lazy("Bring a network in")
    header_icon = "upload"
    template_name = "brands/admin/bring_choose.html"

    def dispatch(self, request, *args, **kwargs):
        if not querysets.managed_paths(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        tops = querysets.managed_paths(self.request.user)
        high = Q(path__in=tops) | Q(depth__lte=NETWORK_DEPTH)
        areas = [node for node in nodes.within(tops).filter(high) if nodes.kind_of(node) == AREA]
        return super().get_context_data(**{"areas": areas, **kwargs})
