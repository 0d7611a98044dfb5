"""Sections of an area's or centre's page that apps above and below fill.

An app registers a name, a template and a function that gets the node's page and the moment and
returns what the template shows, or None for nothing. It does so in its `AppConfig.ready()`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

Fill = Callable[[Page, datetime], dict | None]


@dataclass(frozen=True)
class Section:
    """One part of a page: `context` is what the template gets under its own names."""

    name: str
    template: str
    context: dict


@dataclass(frozen=True)
class _Source:
    name: str
    template: str
    fill: Fill
    position: int


_sources: list[_Source] = []


def register(name: str, template: str, fill: Fill, *, position: int) -> None:
    """Add a section; smaller positions come first."""
    _sources.append(_Source(name, template, fill, position))
    _sources.sort(key=lambda source: source.position)


def sections_of(page: Page, at: datetime) -> list[Section]:
    """Return the filled sections of a node's page, those without content left out."""
    filled = ((source, source.fill(page, at)) for source in _sources)
    return [Section(source.name, source.template, context) for source, context in filled if context]
