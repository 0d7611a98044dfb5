"""Spares the next requests the wait for an engine that has failed."""

from __future__ import annotations

import logging
import threading
import time

log = logging.getLogger(__name__)

PAUSE = 30  # seconds for which a failed engine is left alone


class Breaker:
    """One for each engine and process: open after a failure, then one request tries again.

    The pause begins when the failing request does, so that an engine that hangs costs each worker
    one slow request in 30 seconds, and one that is back is asked again within them.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._retry_at: float | None = None

    @property
    def is_open(self) -> bool:
        return self._retry_at is not None

    def lets_through(self) -> bool:
        """Say whether the engine may be asked; when it may be again, only the first one is told."""
        with self._lock:
            if self._retry_at is None:
                return True
            if time.monotonic() < self._retry_at:
                return False
            self._retry_at = time.monotonic() + PAUSE
            return True

    def failed(self, began: float, error: Exception) -> None:
        """Leave the engine alone until the pause after the failing request's begin is over."""
        with self._lock:
            if self._retry_at is None:
                log.warning(
                    "The search engine failed; for %d s the database answers: %r", PAUSE, error
                )
            self._retry_at = began + PAUSE

    def succeeded(self) -> None:
        if self._retry_at is not None:
            with self._lock:
                self._retry_at = None
            log.warning("The search engine is back.")

    def reset(self) -> None:
        """Forget the failure; for tests and after a rebuild."""
        with self._lock:
            self._retry_at = None
