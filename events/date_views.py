"""The dates of a published menu in the admin: seen at a glance, changed one by one or together."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.querysets import acting_node
from calendars.models import CalendarEntry

from . import services
from .consequences import fetched_lately, lines_about, reach_of
from .date_forms import FORMS
from .enums import ActivityStatus
from .errors import ChangeRefused, NotAcknowledged
from .menu_rights import may_edit_menus
from .models import ActivityMenuPage, Occurrence
from .services import Order

MOST_AT_ONCE = 60


class MenuView(WagtailAdminTemplateMixin, TemplateView):
    """A view about one menu that has been public, for those who may edit it."""

    header_icon = "calendar-alt"

    def dispatch(self, request, *args, **kwargs):
        if not may_edit_menus(self.centre, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def menu(self) -> ActivityMenuPage:
        menus = ActivityMenuPage.objects.exclude(first_published_at=None).defer("rows")
        return get_object_or_404(menus, pk=self.kwargs["menu_id"])

    @cached_property
    def centre(self):
        return self.menu.centre

    def get_page_subtitle(self):
        return self.menu.title

    def get_breadcrumbs_items(self):
        explorer = reverse("wagtailadmin_explore", args=[self.centre.pk])
        editor = reverse("wagtailadmin_pages:edit", args=[self.menu.pk])
        return [
            *self.breadcrumbs_items,
            {"url": explorer, "label": self.centre.display_name},
            {"url": editor, "label": self.menu.title},
            {"url": "", "label": self.get_page_title()},
        ]

    def dates(self):
        return (
            Occurrence.objects.filter(activity__menu=self.menu)
            .select_related("activity__facility")
            .order_by("start", "activity__position", "pk")
        )


class MenuDatesView(MenuView):
    """All dates of a menu with their state, and when calendars last learnt of them."""

    page_title = gettext_lazy("Dates")
    template_name = "events/admin/menu_dates.html"

    def get_context_data(self, **kwargs):
        now = timezone.now()
        told = dict(
            CalendarEntry.objects.published()
            .filter(owner=self.menu.entries_owner)
            .values_list("thing_id", "modified_at")
        )
        rows = defaultdict(list)
        for occurrence in self.dates():
            occurrence.told_at = told.get(occurrence.pk)
            occurrence.is_over = occurrence.end <= now
            occurrence.is_withdrawn = occurrence.activity.status == ActivityStatus.WITHDRAWN
            rows["past" if occurrence.is_over else "coming"].append(occurrence)
        context = {"menu": self.menu, "coming": rows["coming"], "past": rows["past"]}
        context["fetched"] = fetched_lately(self.centre, now)
        return super().get_context_data(**context, **kwargs)


class ChangeDatesView(MenuView):
    """One verb on the chosen dates: what to do and why, then what will happen, then done."""

    template_name = "events/admin/change_dates.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if kwargs["verb"] not in FORMS:
            raise Http404
        self.form_class = FORMS[kwargs["verb"]]
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.form_class.title

    @cached_property
    def chosen(self) -> list[Occurrence]:
        """The dates that the address or the form names, all that is left of an activity too."""
        sent = self.request.POST or self.request.GET
        keys = {key for key in map(as_uuid, sent.getlist("on")[: MOST_AT_ONCE + 1]) if key}
        found = self.dates()
        if rest := sent.get("rest", ""):
            coming = found.filter(activity__code=rest).upcoming(timezone.now())
            return list(coming.taking_place()[:MOST_AT_ONCE])
        return list(found.filter(pk__in=keys))

    def get(self, request, *args, **kwargs):
        if refusal := self.refusal():
            messages.error(request, refusal)
            return redirect("menus:dates", self.menu.pk)
        return self.render_to_response(self.get_context_data(form=self.form_for(None)))

    def refusal(self) -> str:
        if not self.chosen:
            return _("Choose at least one date.")
        if len(self.chosen) > MOST_AT_ONCE:
            return _("Choose at most %(number)s dates at once.") % {"number": MOST_AT_ONCE}
        if self.form_class.single and len(self.chosen) > 1:
            return _("Choose one date, or move several by a number of days.")
        return ""

    def form_for(self, data):
        return self.form_class(data, occurrences=self.chosen)

    def post(self, request, *args, **kwargs):
        if refusal := self.refusal():
            messages.error(request, refusal)
            return redirect("menus:dates", self.menu.pk)
        form = self.form_for(request.POST)
        if not form.is_valid() or "back" in request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            if "confirmed" in request.POST:
                return self.carry_out(form)
            outcome = services.foresee(self.order(form), form.verb())
        except ChangeRefused as refused:
            form.add_error(None, str(refused))
            return self.render_to_response(self.get_context_data(form=form))
        return self.show(form, outcome)

    def show(self, form, outcome, **context):
        if not outcome.changes:
            form.add_error(None, _("Nothing would change: it stands like this already."))
            outcome = None
        context |= {"form": form, "outcome": outcome, "accepted": self.accepted}
        if outcome:
            activities = {one.activity.pk: one.activity for one in outcome.changed}.values()
            context |= {
                "dates": lines_about(outcome),
                "reach": reach_of(self.menu, self.centre, list(activities)),
            }
        return self.render_to_response(self.get_context_data(**context))

    def carry_out(self, form):
        order = self.order(form)
        try:
            outcome = services.carry_out(order, form.verb())
        except NotAcknowledged as refused:
            outcome = services.foresee(order, form.verb())
            return self.show(form, outcome, unread=str(refused.sentence))
        number = len(outcome.changed) or len(self.chosen)
        said = ngettext(
            "Done for %(number)s date. Pages show it now; calendars may take one or two days.",
            "Done for %(number)s dates. Pages show it now; calendars may take one or two days.",
            number,
        )
        messages.success(self.request, said % {"number": number})
        return redirect("menus:dates", self.menu.pk)

    @property
    def accepted(self) -> frozenset[str]:
        return frozenset(self.request.POST.getlist("accept"))

    def order(self, form) -> Order:
        node = acting_node(self.request.user, self.centre.path)
        return Order(
            keys=tuple(one.pk for one in self.chosen),
            reason=form.reason,
            at=timezone.now(),
            body=node.title if node else settings.WAGTAIL_SITE_NAME,
            seen=self.request.POST.get("seen", ""),
            accepted=self.accepted,
        )

    def get_context_data(self, **kwargs):
        rooms = self.centre.facilities.values_list("name", flat=True)
        context = {"menu": self.menu, "chosen": self.chosen, "rooms": rooms, "outcome": None}
        return super().get_context_data(**{**context, **kwargs})


def as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
