"""Apps tell the check what their pages hold, and add rules; both in `AppConfig.ready()`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .findings import Finding, Subject

Gather = Callable[[object], Subject]
Rule = Callable[[Subject], Iterable[Finding]]


@dataclass(frozen=True)
class Named:
    """A rule, its code, and its name for people."""

    code: str
    label: str
    search: Rule


_gatherers: dict[type, Gather] = {}
rules: dict[str, Named] = {}


def register_page(page_class: type, gather: Gather) -> None:
    """Say how the subject of a page class is gathered from a page object, saved or not."""
    _gatherers[page_class] = gather


def register_rule(code: str, label, search: Rule) -> None:
    """Add a rule; `label` is a lazy message."""
    rules[code] = Named(code, label, search)


def is_inspected(page_class: type) -> bool:
    return page_class in _gatherers


def subject_of(page) -> Subject:
    """Return what the rules read of a page.

    Raises:
        KeyError: pages of this class are not inspected.
    """
    return _gatherers[type(page)](page)
