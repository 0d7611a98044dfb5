"""A step of a review that is done by whoever holds a role near the page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page, Task, TaskState, WorkflowState

from .. import review
from ..responsibility import Responsible, Staff
from ..roles import Role
from .rules import ReviewRule, Steps


class RoleTask(Task):
    """Asks who holds a role at the nearest node above the page; its authors never count."""

    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role.choices,
        default=Role.REVIEWER,
        help_text=_("Who does this step: people with this role at the nearest area above."),
    )

    admin_form_fields = [*Task.admin_form_fields, "role"]
    admin_form_readonly_on_edit_fields = [
        *Task.admin_form_readonly_on_edit_fields,
        "role",
    ]

    class Meta:
        verbose_name = _("step done by a role")
        verbose_name_plural = _("steps done by roles")

    @classmethod
    def get_description(cls):
        return _("People with the chosen role at the nearest area above the page do this step.")

    def start(self, workflow_state, user=None):
        page = workflow_state.content_object
        if self.is_left_out(page, workflow_state):
            return self.skip(workflow_state, page)
        asked = self._find(page, workflow_state)
        if page.locked_by_id and page.locked_by_id not in asked.people:
            page.locked, page.locked_by, page.locked_at = False, None, None
            page.save(update_fields=["locked", "locked_by", "locked_at"])
        if asked.passed_by:
            data = {"role": self.role, "passed_by": list(asked.passed_by)}
            log(instance=page, action="accounts.passed_up", user=user, data=data)
        return super().start(workflow_state, user=user)

    def is_left_out(self, page, workflow_state) -> bool:
        """Whether the network does without this step; a review under way goes on as it began."""
        if self.role != Role.REVIEWER or workflow_state.task_states.exists():
            return False
        return ReviewRule.objects.for_paths([page.path])[page.path].steps == Steps.TWO

    def skip(self, workflow_state, page) -> TaskState:
        return TaskState.objects.create(
            workflow_state=workflow_state,
            revision=page.get_latest_revision(),
            task=self,
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
        )

    def responsible_for(self, page) -> Responsible:
        """Return who may act on a page that is in this step; asked once for each page object."""
        state = page.current_workflow_state
        kept = page.__dict__.setdefault("_responsible", {})
        key = (self.pk, state.pk if state else None)
        if key not in kept:
            kept[key] = self._find(page, state) if state else Responsible(frozenset())
        return kept[key]

    def _find(self, page, workflow_state) -> Responsible:
        authors = authors_of([workflow_state])[workflow_state.pk]
        return Staff.above([page.path], self.role).responsible_for(page.path, self.role, authors)

    def may_act(self, page, user) -> bool:
        """Tell whether this person may approve or return; superusers too, but not as author."""
        if not user.is_active:
            return False
        if user.pk in self.responsible_for(page).people:
            return True
        state = page.current_workflow_state
        return bool(user.is_superuser and state and user.pk not in authors_of([state])[state.pk])

    def user_can_access_editor(self, obj, user):
        return self.may_act(obj, user)

    def locked_for_user(self, obj, user):
        return not (user.is_superuser or self.may_act(obj, user))

    def user_can_lock(self, obj, user):
        return self.may_act(obj, user)

    def get_actions(self, obj, user):
        if not self.may_act(obj, user):
            return []
        return [
            ("reject", _("Request changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with comment"), True),
        ]

    def on_action(self, task_state, user, action_name, **kwargs):
        """Act on the step.

        Raises:
            PermissionDenied: the person may not; asked here too, whatever view it comes from.
        """
        page = task_state.workflow_state.content_object
        if user is None or not self.may_act(page, user):
            raise PermissionDenied
        returned = kwargs.pop("returned", {})
        if action_name == "approve":
            review.keep_approval(task_state, user, returned)
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Return the open states of this step that wait for this person; at most six queries."""
        if not user.is_active:
            return TaskState.objects.none()
        states = list(
            self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).select_related(
                "workflow_state"
            )
        )
        keys = {int(state.workflow_state.object_id) for state in states}
        paths = dict(Page.objects.filter(pk__in=keys).values_list("pk", "path"))
        authors = authors_of([state.workflow_state for state in states])
        staff = Staff.above(paths.values(), self.role)
        mine = []
        for state in states:
            path = paths.get(int(state.workflow_state.object_id))
            ours = authors[state.workflow_state_id]
            if path is None or user.pk in ours:
                continue
            if user.is_superuser or (
                user.pk in staff.responsible_for(path, self.role, ours).people
            ):
                mine.append(state.pk)
        return TaskState.objects.filter(pk__in=mine)


def authors_of(workflow_states: list[WorkflowState]) -> dict[int, set[int]]:
    """Return the authors of each review: who asked for it, who saved what a step began with.

    Whoever sent the text back is no author by the copy that the editor saves along with that, only
    by what they save later. Ids by key of the review, empty where nobody signed; one query for all.
    """
    authors = {state.pk: {state.requested_by_id} - {None} for state in workflow_states}
    steps = list(
        TaskState.objects.filter(workflow_state__in=list(authors)).values_list(
            "workflow_state",
            "revision__user",
            "revision__created_at",
            "status",
            "finished_by",
            "finished_at",
        )
    )
    sent_back = {
        (asked, person): moment
        for asked, _user, _saved_at, status, person, moment in steps
        if status == TaskState.STATUS_REJECTED
    }
    for asked, user_id, saved_at, *_rest in steps:
        if user_id is not None:
            returned_at = sent_back.get((asked, user_id))
            if returned_at is None or saved_at > returned_at:
                authors[asked].add(user_id)
    return authors
