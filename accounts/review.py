"""What happens when a review chain ends: the approved revision is published.

Wagtail reads the dotted path of this function while its models are being loaded, so nothing of
`wagtail.models` may be imported here.
"""

from __future__ import annotations

from django.db import transaction

from .errors import NoReview


def publish_approved(workflow_state, user=None) -> None:
    """Publish the revision that was approved, not whatever was saved after it.

    The revision is read anew from the table: an object already in hand may carry an older
    `latest_revision` and would write it back over a newer draft.
    """
    approved = workflow_state.current_task_state.revision
    with transaction.atomic():
        revision = type(approved).objects.get(pk=approved.pk)
        revision.publish(user=user, skip_permission_checks=True)


def submit(page, user) -> None:
    """Begin the review of a page's latest draft, or go on with the one that was sent back.

    Raises:
        NoReview: the page is under review already, or nobody has set a review up for it.
    """
    from wagtail.models import WorkflowState

    with transaction.atomic():
        page = type(page).objects.select_for_update().get(pk=page.pk)
        state = page.current_workflow_state
        if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.resume(user)
            return
        workflow = page.get_workflow()
        if state or workflow is None:
            raise NoReview
        workflow.start(page, user)
