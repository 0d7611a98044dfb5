"""What falls due: each app registers its part, one command runs them all, again and again.

A part must be idempotent and do each of its items in a transaction of its own; a part that
fails is logged and the others go on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

logger = logging.getLogger(__name__)

_parts: dict[str, Callable[[datetime], int]] = {}


def register(name: str, part: Callable[[datetime], int]) -> None:
    """Add a part: a function of the moment that returns how many items it did."""
    _parts[name] = part


def run(at: datetime) -> dict[str, int | None]:
    """Run every part and return how many items each did; None where the part failed."""
    done: dict[str, int | None] = {}
    for name, part in _parts.items():
        try:
            done[name] = part(at)
        except Exception:
            logger.exception("Due work %s failed", name)
            done[name] = None
    return done
