"""What falls due: each app registers its part, one command runs them all, again and again.

A part must be idempotent, take its items in the order in which they fell due, and do each in a
transaction of its own; a part that fails is logged and the others go on. Parts run in the order
in which they were registered. One run at a time: a second one leaves at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from .models import DueWorkRun

logger = logging.getLogger(__name__)

_parts: dict[str, Callable[[datetime], int]] = {}


def register(name: str, part: Callable[[datetime], int]) -> None:
    """Add a part: a function of the moment that returns how many items it did."""
    _parts[name] = part


class AlreadyRunning(Exception):
    """Another process does due work at this moment."""


def run(at: datetime) -> dict[str, int | None]:
    """Run every part and return how many items each did; None where the part failed.

    Raises:
        AlreadyRunning: nothing was done here.
    """
    started_at = begin()
    done: dict[str, int | None] = {}
    for name, part in _parts.items():
        try:
            done[name] = part(at)
        except Exception:
            logger.exception("Due work %s failed", name)
            done[name] = None
    end(started_at, done)
    return done


def begin() -> datetime:
    """Take the lock, whose key is the moment that is returned."""
    now = timezone.now()
    DueWorkRun.objects.bulk_create([DueWorkRun(pk=1, ended_at=now)], ignore_conflicts=True)
    if not DueWorkRun.objects.free(now).update(started_at=now, ended_at=None):
        raise AlreadyRunning
    return now


def end(started_at: datetime, results: dict[str, int | None]) -> None:
    """Give the lock back, unless this run took so long that another has it now."""
    now = timezone.now()
    DueWorkRun.objects.filter(started_at=started_at).update(
        ended_at=now, finished_at=now, results=results
    )
