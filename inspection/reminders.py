"""Reminders of reviews that are due: once each working day, one mail for all of a person's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, TaskState

from accounts.letters import post
from accounts.models import RoleTask, User
from common.links import absolute

from .deadlines import Deadline, Waiting, deadlines_of
from .models import DailyReminder

FROM_HOUR = 8  # nobody is written to at night


def remind_of_due(at: datetime) -> int:
    """Write to everybody whose step is due or overdue; return how many were written to.

    Each person in a transaction of their own, so that nobody is reminded twice.
    """
    if timezone.localtime(at).hour < FROM_HOUR:
        return 0
    letters: dict[int, list[tuple[TaskState, Deadline]]] = {}
    for step, deadline, people in due_steps(at):
        for person in people:
            letters.setdefault(person, []).append((step, deadline))
    keys = {
        int(step.workflow_state.object_id) for lines in letters.values() for step, _due in lines
    }
    titles = dict(Page.objects.filter(pk__in=keys).values_list("pk", "draft_title"))
    reached = User.objects.filter(pk__in=list(letters)).exclude(email="").order_by("pk")
    return sum(remind(user, letters[user.pk], titles, at) for user in reached)


def due_steps(at: datetime) -> list[tuple[TaskState, Deadline, frozenset[int]]]:
    """Return the open steps whose day has come, on working days of their network."""
    found = []
    for task_ in RoleTask.objects.filter(active=True):
        steps = task_.open_steps()
        waiting = [Waiting.in_step(step.workflow_state, step, path) for step, path, _asked in steps]
        due = deadlines_of(waiting, timezone.localdate(at))
        found += [
            (step, deadline, asked.people)
            for (step, _path, asked), deadline in zip(steps, due, strict=True)
            if deadline.is_workday and (deadline.is_today or deadline.is_over)
        ]
    return found


def remind(user, lines: Sequence, titles: dict[int, str], at: datetime) -> bool:
    """Write to one person, unless that was done today."""
    with transaction.atomic():
        if not DailyReminder.claim(user, timezone.localdate(at)):
            return False
        with translation.override(settings.LANGUAGE_CODE):
            subject, body = letter(lines, titles)
        post(subject, body, [user.email])
    return True


def letter(lines: Sequence, titles: dict[int, str]) -> tuple[str, str]:
    number = len(lines)
    subject = ngettext("%(number)d review is due", "%(number)d reviews are due", number) % {
        "number": number
    }
    said = []
    for step, deadline in lines:
        key = int(step.workflow_state.object_id)
        due = _("due on %(day)s") % {"day": date_format(deadline.day, "MONTH_DAY_FORMAT")}
        link = absolute(reverse("inspection:review", args=[key]))
        said.append(f"{titles.get(key, '')} · {due}\n{link}")
    return subject, "\n\n".join(said)
