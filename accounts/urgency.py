"""Urgent texts: out after one step, confirmed or taken down by the next.

What went out before its time is never forgotten: the review goes on, and ends with a word about it.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, TaskState, WorkflowState

from .models.urgency import Urgency


def of(workflow_state) -> Urgency | None:
    return Urgency.objects.filter(workflow_state=workflow_state).first()


def wished(workflow_states) -> set[int]:
    """Return the keys of the reviews that are urgent and not out yet."""
    asked = Urgency.objects.filter(workflow_state__in=workflow_states, released_at=None)
    return set(asked.values_list("workflow_state", flat=True))


def note_wish(workflow_state, page: Page) -> None:
    """Keep why the latest draft of a page says it is urgent; a draft may take it back."""
    if not hasattr(page.specific_class, "urgent_reason"):
        return
    urgency = of(workflow_state)
    if urgency and urgency.released_at:
        return
    reason = page.get_latest_revision_as_object().urgent_reason
    if reason:
        Urgency.objects.update_or_create(workflow_state=workflow_state, defaults={"reason": reason})
    elif urgency:
        urgency.delete()


def may_be_released(workflow_state) -> bool:
    """Whether a step could put the text out now: it is urgent, and one more step would follow."""
    urgency = of(workflow_state)
    return bool(urgency and not urgency.released_at and not workflow_state.is_at_final_task)


def release(task_state: TaskState, user) -> None:
    """Put the revision under review out at once; the review goes on. Call it in a transaction.

    Raises:
        PermissionDenied: it is not urgent, is out already, or there is no step to confirm it.
    """
    state, revision = task_state.workflow_state, task_state.revision
    if not may_be_released(state):
        raise PermissionDenied
    page = Page.objects.select_for_update().get(pk=state.object_id)
    urgency = of(state)
    urgency.released_by, urgency.released_at = user, timezone.now()
    urgency.revision, urgency.before = revision, page.live_revision
    urgency.save()
    type(revision).objects.get(pk=revision.pk).publish(user=user, skip_permission_checks=True)
    note(state, "accounts.urgent_released", user, urgency.reason)


def is_confirmed_by(workflow_state, approved, user) -> bool:
    """Tell at the end of a review whether all that was left was to confirm what is public."""
    urgency = of(workflow_state)
    if urgency is None or not urgency.is_out:
        return False
    note(workflow_state, "accounts.urgent_confirmed", user)
    live = Page.objects.values_list("live_revision", flat=True).get(pk=workflow_state.object_id)
    return live == approved.pk == urgency.revision_id


def take_down(workflow_state: WorkflowState, user, reason: str) -> None:
    """Take off-line what went out before its time; what was public before is public again.

    Does nothing for a review whose text is not out. Call it in a transaction.

    Raises:
        PermissionDenied: nobody says why.
    """
    urgency = of(workflow_state)
    if urgency is None or not urgency.is_out:
        return
    if not reason.strip():
        raise PermissionDenied
    urgency.taken_down_at = timezone.now()
    urgency.save()
    if urgency.before:
        urgency.before.publish(user=user, skip_permission_checks=True)
    else:
        page = Page.objects.get(pk=workflow_state.object_id).specific
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    note(workflow_state, "accounts.urgent_taken_down", user, reason)


def note(workflow_state, action: str, user, reason: str = "") -> None:
    """Log it at the page, with the step in which it was done.

    By its key alone: a step kept at the review would be there with the status it had before.
    """
    page = Page.objects.get(pk=workflow_state.object_id)
    log(
        instance=page,
        action=action,
        user=user,
        data={"step": workflow_state.current_task_state_id, "reason": reason},
    )
