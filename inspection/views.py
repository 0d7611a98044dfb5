"""The check of one page, and a place to clean a text that was copied."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from accounts.admin_views import AdminView
from accounts.errors import NoReview
from accounts.models import RoleTask
from accounts.review import submit
from chinese import damage

from . import outcomes, registry, services
from .forms import CleanForm, LeaveForm


def may_read(page, user) -> bool:
    """Those who may change the page, and those whose step of its review it is."""
    if page.permissions_for_user(user).can_edit():
        return True
    task = page.current_workflow_task
    return isinstance(task, RoleTask) and task.may_act(page, user)


class CheckView(AdminView):
    """What the check finds in the latest draft; mend, leave as it is, or send to review."""

    page_title = gettext_lazy("Check before publication")
    header_icon = "clipboard-list"
    template_name = "inspection/check.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not registry.is_inspected(type(self.page)) or not may_read(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"]).specific

    @cached_property
    def may_change(self) -> bool:
        lock = self.page.get_lock()
        locked = lock is not None and lock.for_user(self.request.user)
        return self.page.permissions_for_user(self.request.user).can_edit() and not locked

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_path_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [{"url": edit, "label": self.page.get_admin_display_title()}]

    def get_context_data(self, **kwargs):
        draft = self.page.get_latest_revision_as_object()
        report = services.inspect(draft)
        rights = self.page.permissions_for_user(self.request.user)
        context = {
            "page": self.page,
            "report": report,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "mendable": [one for one in report.open if one.better is not None],
            "may_change": self.may_change,
            "may_submit": self.may_change and rights.can_submit_for_moderation(),
            "leave": LeaveForm(),
        }
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request, *args, **kwargs):
        if not self.may_change:
            raise PermissionDenied
        for name in ("mend", "mend_all", "leave", "submit"):
            if name in request.POST:
                return getattr(self, f"do_{name}")()
        return redirect(request.path)

    def do_mend(self):
        return self.mend({self.request.POST["mend"]})

    def do_mend_all(self):
        return self.mend(set(self.request.POST.getlist("finding")))

    def mend(self, fingerprints: set[str]):
        try:
            number = services.mend(self.page, fingerprints, self.request.user)
        except services.NotFound:
            messages.warning(self.request, _("The text has changed since; here it is anew."))
        else:
            text = ngettext("%(number)d place is mended.", "%(number)d places are mended.", number)
            messages.success(self.request, text % {"number": number})
        return redirect(self.request.path)

    def do_leave(self):
        form = LeaveForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(leave=form))
        finding, reason = form.cleaned_data["finding"], form.cleaned_data["reason"]
        try:
            services.leave(self.page, finding, reason, self.request.user, timezone.now())
        except services.NotFound:
            messages.warning(self.request, _("The text has changed since; here it is anew."))
        except services.MayNotBeLeft:
            messages.error(self.request, _("This has to be mended; it cannot be left."))
        return redirect(self.request.path)

    def do_submit(self):
        draft = self.page.get_latest_revision_as_object()
        if services.inspect(draft).hindrances:
            messages.error(self.request, _("There is still something to look at."))
            return redirect(self.request.path)
        try:
            draft.full_clean()
            submit(self.page, self.request.user)
        except NoReview:
            messages.error(self.request, _("The page is under review already."))
        except services.INCOMPLETE:
            messages.error(
                self.request, _("Something is missing: open the editor and submit there.")
            )
        else:
            page = type(self.page).objects.get(pk=self.page.pk)
            said = [_("Sent to review."), outcomes.asked_next(page), outcomes.lapsed_in_words(page)]
            messages.success(self.request, " ".join(said).strip())
            return redirect("wagtailadmin_explore", self.page.get_parent().pk)
        return redirect(self.request.path)


class CleanView(AdminView):
    """Shows a copied text before and after cleaning; nothing is stored."""

    page_title = gettext_lazy("Clean a copied text")
    header_icon = "clipboard-list"
    template_name = "inspection/clean.html"

    def post(self, request, *args, **kwargs):
        form = CleanForm(request.POST)
        context = {"form": form}
        if form.is_valid():
            text = form.cleaned_data["text"]
            context |= {"parts": parts_of(text), "after": damage.mend(text)}
        return self.render_to_response(self.get_context_data(**context))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": CleanForm(), **kwargs})


def parts_of(text: str) -> list[tuple[str, damage.Damage | None]]:
    """Return a text in parts, each with its damage or None, to be marked one by one."""
    parts: list[tuple[str, damage.Damage | None]] = []
    position = 0
    for place in damage.find(text):
        parts += [(text[position : place.start], None), (place.of(text), place)]
        position = place.end
    return [(part, place) for part, place in [*parts, (text[position:], None)] if part]
