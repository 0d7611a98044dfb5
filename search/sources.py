"""Where entries come from, so that all of them can be made again: after an update, or a repair."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import transaction

_sources: dict[str, tuple[Callable[[], Iterable], Callable]] = {}


def register(name: str, things: Callable[[], Iterable], publish: Callable) -> None:
    """Add a source; call it in `AppConfig.ready()`.

    Args:
        name: what it is called in the output of `rebuild_entries`.
        things: all that is public, read in portions.
        publish: brings the entries of one of them up to date, as its publication does.
    """
    _sources[name] = things, publish


def rebuild() -> Iterable[tuple[str, int]]:
    """Make all entries again, each thing in a transaction of its own; yield name and number."""
    for name, (things, publish) in _sources.items():
        number = 0
        for thing in things():
            with transaction.atomic():
                publish(thing)
            number += 1
        yield name, number
