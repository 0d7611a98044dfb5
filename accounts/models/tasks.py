"""A step of a review that is done by whoever holds a role near the page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page, Task, TaskState, WorkflowState

from .. import review, urgency
from ..authors import authors_of
from ..responsibility import NOBODY, Responsible, Staff
from ..roles import Role
from .people import User
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
        urgency.note_wish(workflow_state, page)
        asked = self._find(page, workflow_state)
        if page.locked_by_id and page.locked_by_id not in asked.people:
            page.locked, page.locked_by, page.locked_at = False, None, None
            page.save(update_fields=["locked", "locked_by", "locked_at"])
        step = super().start(workflow_state, user=user)
        if asked.passed_by:
            data = {"step": step.pk, "role": self.role, "passed_by": list(asked.passed_by)}
            log(instance=page, action="accounts.passed_up", user=user, data=data)
        return step

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
            kept[key] = self._find(page, state) if state else NOBODY
        return kept[key]

    def _find(self, page, workflow_state) -> Responsible:
        return self.asked_about([(workflow_state, page.path)])[workflow_state.pk]

    def asked_about(self, reviews: list[tuple[WorkflowState, str]]) -> dict[int, Responsible]:
        """Return who may act in this step of reviews, given with their pages' tree paths.

        At most seven queries for all of them.
        """
        states = [state for state, _path in reviews]
        authors = authors_of(states)
        hurried = urgency.wished(states) if self.role == Role.REVIEWER else set()
        staff = Staff.above([path for _state, path in reviews], self.role)
        found = {}
        for state, path in reviews:
            asked = staff.responsible_for(path, self.role, authors[state.pk])
            if state.pk in hurried:
                # What cannot wait may be put out by an approver as well.
                asked = asked.along_with(
                    staff.responsible_for(path, Role.APPROVER, authors[state.pk])
                )
            found[state.pk] = asked
        return found

    def may_act(self, page, user) -> bool:
        """Tell whether this person may approve or return; superusers too, but not as author."""
        asked = self.responsible_for(page)
        return asked is not NOBODY and asked.includes(user)

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

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        """Act on the step: "approve", "reject", or "release" for what cannot wait for the next.

        Raises:
            PermissionDenied: the person may not; asked here too, whatever view it comes from.
        """
        state = task_state.workflow_state
        page = state.content_object
        if user is None or not self.may_act(page, user):
            raise PermissionDenied
        returned = kwargs.pop("returned", {})
        if absent := self.responsible_for(page).standing_in.get(user.pk):
            data = {"step": task_state.pk, "for": names_of(absent)}
            log(instance=page, action="accounts.acted_for", user=user, data=data)
        if action_name in ("approve", "release"):
            review.keep_approval(task_state, user, returned)
        if action_name == "release":
            urgency.release(task_state, user)
            action_name = "approve"
        elif action_name == "reject":
            urgency.take_down(state, user, kwargs.get("comment", ""))
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Return the open states of this step that wait for this person; at most nine queries."""
        if not user.is_active:
            return TaskState.objects.none()
        mine = [step.pk for step, _path, asked in self.open_steps() if asked.includes(user)]
        return TaskState.objects.filter(pk__in=mine)

    def open_steps(self) -> list[tuple[TaskState, str, Responsible]]:
        """Return what waits in this step, with the tree path of its page and who is asked."""
        steps = list(
            self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).select_related(
                "workflow_state__urgency"
            )
        )
        if not steps:
            return []
        keys = {int(step.workflow_state.object_id) for step in steps}
        paths = dict(Page.objects.filter(pk__in=keys).values_list("pk", "path"))
        found = [
            (step, path)
            for step in steps
            if (path := paths.get(int(step.workflow_state.object_id)))
        ]
        asked = self.asked_about([(step.workflow_state, path) for step, path in found])
        return [(step, path, asked[step.workflow_state_id]) for step, path in found]


def names_of(people) -> list[str]:
    return [person.get_full_name() for person in User.objects.filter(pk__in=people).order_by("pk")]
