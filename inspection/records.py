"""What the 审核单 says beside each step: who stood in, why it went up, what could not wait."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import PageLogEntry, TaskState

NOTED = (
    "accounts.passed_up",
    "accounts.acted_for",
    "accounts.urgent_released",
    "accounts.urgent_confirmed",
    "accounts.urgent_taken_down",
)


def with_notes(page, steps: Iterable[TaskState]) -> list[TaskState]:
    """Return the steps, each with `notes`, one for each line of the log about it; one query."""
    found: dict[int, list[str]] = {}
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=NOTED)
    for entry in entries.order_by("timestamp", "pk"):
        found.setdefault(entry.data.get("step"), []).append(in_words(entry))
    noted = list(steps)
    for step in noted:
        step.notes = found.get(step.pk, [])
    return noted


def in_words(entry: PageLogEntry) -> str:
    """Return moment, what it was, and about whom or why.

    Example: "12-01 14:20 加急先公布，待确认：今晚八点起停水".
    """
    data = entry.data
    about = "、".join(data.get("passed_by") or data.get("for") or [data.get("reason") or ""])
    moment = timezone.localtime(entry.timestamp)
    return f"{moment:%m-%d %H:%M} {entry.message}" + (f"：{about}" if about else "")
