"""The reviewer's one screen, and the record of a review on paper."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment, Page, TaskState, WorkflowState

from accounts import urgency
from accounts.admin_views import AdminView
from accounts.models import RoleTask, Urgency
from accounts.models.tasks import names_of

from . import outcomes
from .deadlines import Waiting, deadlines_of
from .records import with_notes
from .review import Change, bundle_of, fingerprint_of
from .review_forms import RETURN, ReviewForm
from .views import may_read


class ReviewView(AdminView):
    """Everything of one page under review; what is decided is what was shown."""

    page_title = gettext_lazy("Review")
    header_icon = "clipboard-list"
    template_name = "inspection/review.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        task_state = self.task_state
        if task_state is None:
            if not may_read(self.page, request.user):
                raise PermissionDenied
            messages.info(request, _("This page does not wait for a review."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        if not self.task.may_act(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"]).specific

    @cached_property
    def task_state(self) -> TaskState | None:
        state = self.page.current_workflow_task_state
        waits = state is not None and state.status == TaskState.STATUS_IN_PROGRESS
        return state if waits and isinstance(state.task.specific, RoleTask) else None

    @cached_property
    def task(self) -> RoleTask:
        return self.task_state.task.specific

    @cached_property
    def urgency(self) -> Urgency | None:
        """What is urgent about it, as it was before anything is decided."""
        return urgency.of(self.task_state.workflow_state)

    @property
    def is_out(self) -> bool:
        return bool(self.urgency and self.urgency.is_out)

    @cached_property
    def submitted(self):
        return self.task_state.revision.as_object()

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_path_items(self):
        explorer = reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])
        return [{"url": explorer, "label": self.page.get_admin_display_title()}]

    def get_context_data(self, **kwargs):
        state = self.task_state.workflow_state
        context = {
            "page": self.page,
            "step": self.task_state.task.name,
            "state": state,
            "bundle": bundle_of(self.submitted, state),
            "fingerprint": fingerprint_of(self.submitted),
            "preview": reverse(
                "wagtailadmin_pages:workflow_preview", args=[self.page.pk, self.task_state.task_id]
            ),
            "form": None,
            "urgency": self.urgency,
            "may_release": urgency.may_be_released(state),
            **self.who_and_when(),
        }
        return super().get_context_data(**{**context, **kwargs})

    def who_and_when(self) -> dict:
        """Return why it comes to this person, until when it is due, and when it would go out."""
        asked = self.task.responsible_for(self.page)
        waiting = Waiting(self.page.path, self.task_state.started_at, self.is_out)
        return {
            "passed_up": outcomes.passed_up_in_words(asked),
            "absent": "、".join(names_of(asked.standing_in.get(self.request.user.pk, ()))),
            "deadline": deadlines_of([waiting], timezone.localdate())[0],
            "goes_out": self.submitted.go_live_at,
        }

    def post(self, request, *args, **kwargs):
        bundle = bundle_of(self.submitted, self.task_state.workflow_state)
        keys = [row.key for row in bundle.rows if row.change != Change.GONE]
        form = ReviewForm(request.POST, keys)
        for row in bundle.rows:
            row.is_ticked = row.key in request.POST.getlist("return")
            row.comment = request.POST.get(f"comment-{row.key}", "")
        changed = request.POST.get("fingerprint") != fingerprint_of(self.submitted)
        if changed:
            messages.warning(request, _("The text was changed meanwhile; please read it again."))
        if changed or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form, bundle=bundle))
        self.decide(form.cleaned_data, keys)
        return redirect("wagtailadmin_home")

    def decide(self, answer: dict, keys: list[str]) -> None:
        returned, was_out = answer["returned"], self.is_out
        with transaction.atomic():
            # Another tab or another reviewer may have decided since this page was drawn.
            locked = TaskState.objects.select_for_update().get(pk=self.task_state.pk)
            if locked.status != TaskState.STATUS_IN_PROGRESS:
                messages.warning(self.request, _("Somebody has decided this meanwhile."))
                return
            self.comment_rows(returned)
            arguments = {"comment": answer["comment"]}
            if answer["decision"] != RETURN:
                arguments["returned"] = returned
            self.task.on_action(self.task_state, self.request.user, answer["decision"], **arguments)
        if was_out and answer["decision"] == RETURN:
            said = _("Taken down, and sent back to the editor.")
        elif was_out:
            said = _("Confirmed; it stays public.")
        else:
            said = self.outcome(answer["decision"], len(keys), len(returned))
        messages.success(self.request, said)

    def comment_rows(self, returned: dict[str, str]) -> None:
        """What is said of a row stands at the row in the editor."""
        for key, text in returned.items():
            if text:
                Comment.objects.create(
                    page=self.page, user=self.request.user, text=text, contentpath=f"rows.{key}"
                )

    def outcome(self, decision: str, rows: int, returned: int) -> str:
        """Say in words what happens now, with numbers and time."""
        if decision == RETURN:
            return _("Sent back to the editor.")
        page = type(self.page).objects.get(pk=self.page.pk)
        return outcomes.decided(rows, returned) + outcomes.what_follows(
            page, self.submitted.go_live_at
        )


class RecordView(AdminView):
    """The 审核单 of one review: who, when, what they said, and the version they meant."""

    template_name = "inspection/record.html"

    def get_context_data(self, **kwargs):
        state = get_object_or_404(WorkflowState, pk=self.kwargs["state_id"])
        page = get_object_or_404(Page, pk=state.object_id).specific
        if not may_read(page, self.request.user):
            raise PermissionDenied
        steps = (
            state.task_states.select_related("task", "finished_by", "revision", "approval")
            .order_by("started_at", "pk")
            .exclude(status=TaskState.STATUS_SKIPPED)
        )
        last = state.task_states.order_by("-started_at", "-pk").first()
        context = {
            "page": page,
            "state": state,
            "steps": with_notes(page, steps),
            "urgency": urgency.of(state),
            "fingerprint": fingerprint_of(last.revision.as_object()) if last else "",
        }
        return super().get_context_data(**{**context, **kwargs})
