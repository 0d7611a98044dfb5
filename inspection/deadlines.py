"""Until when a step of a review is due, in the working days of its network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from accounts.models import ReviewRule
from common.models import Holiday
from common.workdays import after_workdays, is_workday

CONFIRMING = 1  # working days for a word about what is public already
FURTHEST = timedelta(days=90)  # a step of 20 working days ends before that, whatever the holidays


@dataclass(frozen=True)
class Waiting:
    """A step that waits for somebody: where its page lies, since when."""

    path: str
    since: datetime
    is_confirmation: bool = False

    @classmethod
    def in_step(cls, review: WorkflowState, step: TaskState, path: str) -> Waiting:
        """Return what waits in a step of a review; read with `urgency`, it asks nothing."""
        urgency = getattr(review, "urgency", None)
        return cls(path, step.started_at, bool(urgency and urgency.is_out))


@dataclass(frozen=True)
class Deadline:
    """The last day of a step, and whether today is a working day there."""

    day: date
    today: date
    is_workday: bool

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def is_over(self) -> bool:
        return self.day < self.today


def deadlines_of(steps: Sequence[Waiting], today: date) -> list[Deadline]:
    """Return the deadline of each step in the same order; two queries for all."""
    if not steps:
        return []
    paths = [step.path for step in steps]
    rules = ReviewRule.objects.for_paths(paths)
    first = min(timezone.localdate(step.since) for step in steps)
    effects = Holiday.objects.effects_at(paths, first, today + FURTHEST)
    found = []
    for step in steps:
        days = CONFIRMING if step.is_confirmation else rules[step.path].workdays
        here = effects[step.path]
        due = after_workdays(timezone.localdate(step.since), days, here)
        found.append(Deadline(due, today, is_workday(today, here)))
    return found
