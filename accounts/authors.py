"""Whose own text a review is about: they have no say in it, whatever their roles."""

from __future__ import annotations

from wagtail.models import TaskState, WorkflowState

from .models.urgency import Urgency


def authors_of(workflow_states: list[WorkflowState]) -> dict[int, set[int]]:
    """Return the authors of each review: who asked for it, who saved what a step began with.

    Whoever sent the text back is no author by the copy that the editor saves along with that, only
    by what they save later. Whoever put an urgent text out does not confirm it either. Ids by key
    of the review, empty where nobody signed; two queries for all.
    """
    authors = {state.pk: {state.requested_by_id} - {None} for state in workflow_states}
    out = Urgency.objects.filter(workflow_state__in=list(authors), released_by__isnull=False)
    for asked, person in out.values_list("workflow_state", "released_by"):
        authors[asked].add(person)
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
