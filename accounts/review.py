"""A review from its beginning to publication: what goes out is what was approved.

Wagtail reads the dotted path of `publish_approved` while its models are being loaded, so nothing of
`wagtail.models` may be imported at the head of this module.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from .errors import NoReview

WHOLE = ""  # the part of a page that is in none of its rows
# What a revision holds of its own history; it changes without anybody writing a word.
BESIDE_THE_WORDS = {
    "draft_title",
    "expired",
    "first_published_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "path",
    "depth",
    "url_path",
}


@dataclass(frozen=True)
class Composer:
    """How a page is taken apart for its review, and put together for publication.

    Attributes:
        parts_of: page to the hash of each part, by its id.
        compose: page and the ids of the parts that go out; gives the page to publish, None when
            that is the page as it is.
    """

    parts_of: Callable[[object], dict[str, str]]
    compose: Callable[[object, set[str]], object | None]


def hash_of(value) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def whole_page(page) -> dict[str, str]:
    data = page.serializable_data()
    return {WHOLE: hash_of({k: v for k, v in data.items() if k not in BESIDE_THE_WORDS})}


_composers: dict[type, Composer] = {}
_AS_ONE = Composer(whole_page, lambda page, kept: None)


def register_composer(page_class: type, composer: Composer) -> None:
    """Say how pages of a class are reviewed row by row; all others are reviewed as one."""
    _composers[page_class] = composer


def composer_of(page) -> Composer:
    return _composers.get(type(page), _AS_ONE)


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


def keep_approval(task_state, user, returned: dict[str, str]) -> None:
    """Keep what somebody approves and what they send back; call it before the step ends."""
    from .models import Approval

    page = task_state.revision.as_object()
    Approval.objects.update_or_create(
        task_state_id=task_state.pk,
        defaults={
            "parts": composer_of(page).parts_of(page),
            "returned": returned,
            "user": user,
            "at": timezone.now(),
        },
    )


def approvals_of(workflow_state) -> list:
    """Return the approvals that count: those since the page was last sent back as a whole."""
    from wagtail.models import TaskState

    from .models import Approval

    sent_back = (
        workflow_state.task_states.filter(status=TaskState.STATUS_REJECTED)
        .order_by("-finished_at")
        .values_list("finished_at", flat=True)
        .first()
    )
    approvals = Approval.objects.filter(task_state__workflow_state=workflow_state)
    if sent_back:
        approvals = approvals.filter(at__gt=sent_back)
    return list(approvals.select_related("user", "task_state__task").order_by("at"))


def going_out(parts: dict[str, str], approvals: Iterable) -> set[str]:
    """Return the parts that every step approved just as they are now, and nobody sent back."""
    return {
        key
        for key, digest in parts.items()
        if all(one.parts.get(key) == digest and key not in one.returned for one in approvals)
    }


def publish_approved(workflow_state, user=None) -> None:
    """Publish what was approved, not whatever was saved after it.

    The revision is read anew from the table: an object already in hand may carry an older
    `latest_revision` and would write it back over a newer draft.
    """
    from . import urgency

    approved = workflow_state.current_task_state.revision
    with transaction.atomic():
        if urgency.is_confirmed_by(workflow_state, approved, user):
            return
        key = sealed(workflow_state, approved, user) or approved.pk
        type(approved).objects.get(pk=key).publish(user=user, skip_permission_checks=True)


def sealed(workflow_state, approved, user) -> int | None:
    """Return the key of what goes out; None when the approved revision does, at once and as it is.

    What is put together from approved parts, or waits for its date, is saved anew: the editor's
    script saves into the very revision that it last made, which would change what waits and take
    its date away.
    """
    page = approved.as_object()
    composer = composer_of(page)
    kept = going_out(composer.parts_of(page), approvals_of(workflow_state))
    rest = composer.compose(page, kept)
    waits = page.go_live_at is not None and page.go_live_at > timezone.now()
    if rest is None and not waits:
        return None
    return save_apart(rest or page, approved, user, is_part=rest is not None)


def without_lapsed(revision) -> int | None:
    """Return the key of what may go out of an approved revision whose date has come.

    A row that was changed since, in a draft that somebody asked to be reviewed, has lost its
    approval: it stays as the public knows it. A draft that was only saved changes nothing. None
    when the revision goes out as it is.
    """
    page = revision.as_object()
    state = page.current_workflow_state
    asked = state and state.current_task_state and state.current_task_state.revision
    if asked is None or asked.created_at < revision.created_at:
        return None
    rest = composer_of(page).compose(page, unchanged(page, asked.as_object()))
    return rest and save_apart(rest, revision, revision.user, is_part=True)


def unchanged(approved, draft) -> set[str]:
    """Return the parts of an approved page that a later draft has not touched."""
    parts_of = composer_of(approved).parts_of
    now = parts_of(draft)
    return {key for key, digest in parts_of(approved).items() if now.get(key) == digest}


def save_apart(page, source, user, *, is_part: bool) -> int:
    """Save what goes out as a revision that nobody else writes into; return its key.

    A draft that says more than that, or is newer than the source, is saved again as the next
    revision, signed by its author.
    """
    latest = page.get_latest_revision()
    draft = page.get_latest_revision_as_object()
    key = page.save_revision(user=user).pk
    if is_part or latest.pk != source.pk:
        draft.save_revision(user=latest.user)
    return key
