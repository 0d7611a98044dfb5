"""What somebody finds on their desk in the morning: their centres' months, what waits, what came
back. Everything is asked for all centres at once, so that a street costs what a centre costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState, get_default_page_content_type

from accounts.models import Absence, NodeRole, Urgency, User
from accounts.roles import Role
from events.board import Cell, MenuState, board_of
from events.months import next_month
from inspection.deadlines import Deadline, Waiting, deadlines_of

SHOWN = 12  # rows of a list; the rest is a number
DUE_SOON_DAYS = 7  # before the end of a month, the menu of the next one is asked for


@dataclass(frozen=True)
class Review:
    """A page under review, or one that came back."""

    page_id: int
    title: str
    centre: str
    step: str
    since: datetime
    came_back: bool = False
    comment: str = ""
    person: str = ""
    urgency: Urgency | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True)
class CentreMonths:
    """A centre with its menus of this month and of the next one."""

    centre: Page
    cells: Sequence[Cell]
    is_due_soon: bool

    @property
    def is_overdue(self) -> bool:
        """Residents see nothing of a month that has begun."""
        return self.cells[0].state != MenuState.PUBLISHED

    @property
    def is_next_missing(self) -> bool:
        return self.is_due_soon and self.cells[1].menu_id is None


@dataclass(frozen=True)
class EditorDesk:
    """What an editor has to know of their own centres."""

    centres: Sequence[CentreMonths]
    came_back: Sequence[Review]
    with_others: Sequence[Review]


@dataclass(frozen=True)
class ReviewDesk:
    """What waits for somebody's word, and which centres of theirs lack the next menu."""

    waiting: Sequence[Review]
    absences: Sequence[Absence]
    month: date
    centre_count: int
    lacking: Sequence[Page]

    @property
    def first_lacking(self) -> Sequence[Page]:
        return self.lacking[:SHOWN]

    @property
    def more_lacking(self) -> int:
        return max(len(self.lacking) - SHOWN, 0)


def paths_of(user: User) -> dict[bool, list[str]]:
    """Return the tree paths of a person's roles: {True: as editor, False: in other roles}."""
    paths: dict[bool, list[str]] = {True: [], False: []}
    held = NodeRole.objects.filter(group__user=user).values_list("role", "node__path")
    for role, path in held.order_by("node__path"):
        paths[role == Role.EDITOR].append(path)
    if user.is_superuser:
        paths[False] = ["0001"]
    return paths


def editor_desk(paths: list[str], today: date) -> EditorDesk:
    """Return what the editor of the centres at these paths has to know."""
    months = [today.replace(day=1), next_month(today)]
    is_due_soon = (months[1] - today).days <= DUE_SOON_DAYS
    reviews = reviews_below(paths)
    return EditorDesk(
        [
            CentreMonths(line.centre, line.cells, is_due_soon)
            for line in board_of(paths, months).lines
        ],
        [review for review in reviews if review.came_back],
        [review for review in reviews if not review.came_back],
    )


def reviews_below(paths: list[str]) -> list[Review]:
    """Return the reviews of pages at or below some paths, the newest first."""
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(path__startswith=path)
    pages = Page.objects.filter(within, id=Cast(OuterRef("object_id"), IntegerField()))
    states = (
        WorkflowState.objects.active()
        .filter(Exists(pages), base_content_type=get_default_page_content_type())
        .select_related("current_task_state__task", "current_task_state__finished_by", "urgency")
        .order_by("-current_task_state__started_at")
    )
    return described([(state, state.current_task_state) for state in states])


def described(states: list[tuple[WorkflowState, TaskState]]) -> list[Review]:
    """Return what is said of reviews whose pages are still there; four queries for all."""
    pages = Page.objects.in_bulk([int(review.object_id) for review, _step in states])
    parents = dict(
        Page.objects.filter(
            path__in={page.path[: -Page.steplen] for page in pages.values()}
        ).values_list("path", "title")
    )
    known = [
        (pages[int(review.object_id)], review, step)
        for review, step in states
        if int(review.object_id) in pages
    ]
    waiting = [Waiting.in_step(review, step, page.path) for page, review, step in known]
    due = deadlines_of(waiting, timezone.localdate())
    return [
        review_of(page, parents.get(page.path[: -Page.steplen], ""), review, step, deadline)
        for (page, review, step), deadline in zip(known, due, strict=True)
    ]


def review_of(page: Page, centre: str, review, step: TaskState, deadline: Deadline) -> Review:
    return Review(
        page.pk,
        page.get_admin_display_title(),
        centre,
        step.task.name,
        step.finished_at or step.started_at,
        review.status == WorkflowState.STATUS_NEEDS_CHANGES,
        step.comment,
        step.finished_by.get_full_name() if step.finished_by else "",
        getattr(review, "urgency", None),
        deadline,
    )


def review_desk(user: User, paths: list[str], today: date) -> ReviewDesk:
    """Return what waits for a reviewer, approver or administrator, the longest waiting first."""
    month = next_month(today)
    lines = board_of(paths, [month]).lines
    lacking = [line.centre for line in lines if line.cells[0].menu_id is None]
    absences = Absence.objects.on(today).filter(Q(person=user) | Q(delegate=user))
    return ReviewDesk(
        waiting_for(user),
        list(absences.select_related("person", "delegate")),
        month,
        len(lines),
        lacking,
    )


def waiting_for(user: User) -> list[Review]:
    steps = TaskState.objects.reviewable_by(user).select_related(
        "workflow_state__urgency", "task", "finished_by"
    )
    return described([(step.workflow_state, step) for step in steps.order_by("started_at")])
