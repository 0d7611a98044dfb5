"""What a feed is about: a place, and what was chosen there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.conf import settings

from common import nodes
from common.links import absolute

from . import questions, sources
from .questions import ALL, Question

WHOLE = "·全部中心"


@dataclass(frozen=True)
class Subject:
    """One feed: its question, the name of its place, the names of what was chosen.

    `page` is None for the whole site; `revised_at` says when the place was last renamed.
    """

    question: Question
    title: str
    path: str
    chosen: dict[str, str]
    page: object = None
    is_wide: bool = True
    revised_at: datetime | None = None

    @property
    def code(self) -> str:
        return self.question.code

    @cached_property
    def name(self) -> str:
        """The name of the calendar in people's lists: the place and what is chosen there."""
        if self.chosen:
            return f"{self.title}·{'、'.join(self.chosen.values())}"
        return self.title + (WHOLE if self.is_wide else "")

    @property
    def feed_path(self) -> str:
        """The address of the feed within the site; the same in every language."""
        return f"/calendar/{self.code}.ics"

    @property
    def atom_path(self) -> str:
        """The address of the newest changes as an Atom feed."""
        return f"/calendar/{self.code}.atom"

    @property
    def feed_address(self) -> str:
        return absolute(self.feed_path)

    @property
    def address(self) -> str:
        """The address of the page that explains the feed, without language prefix."""
        return f"/calendar/{self.code}/"


def find(code: str) -> Subject | None:
    """Return what the feed with this code is about, None when there is none.

    Its own code is the canonical one: parts sorted, and the place as addresses spell it.
    """
    asked = questions.read(code)
    place = asked and of_place(asked.place)
    if place is None:
        return None
    return narrowed(place, asked)


def narrowed(place: Subject, asked: Question) -> Subject | None:
    """Return the calendar of a place for what was chosen, None when that does not exist."""
    named = sources.names_of(asked.asked)
    asked = asked.at(place.question.place)
    if named is None or asked.is_too_long:
        return None
    return replace(place, question=asked, chosen=named)


def of_place(code: str) -> Subject | None:
    """Return the calendar of everything at a place."""
    if code == ALL:
        return Subject(Question(ALL), settings.WAGTAIL_SITE_NAME, nodes.path_of(None), {})
    node = nodes.find(code)
    return node and of_node(node.page, node.code, node.title, node.is_area)


def of_page(page) -> Subject | None:
    """Return the subject of a page of the tree, None when that kind of page has no feed."""
    if not getattr(page, "node_kind", "") or not page.live:
        return None
    return of_node(page, page.address_code, page.title, page.node_kind == "area")


def of_node(page, code: str, title: str, is_area: bool) -> Subject:
    return Subject(Question(code), title, page.path, {}, page, is_area, page.last_published_at)
