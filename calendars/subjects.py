"""What a feed is about: everything, an area with all below it, a centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from common import nodes
from common.links import absolute

ALL = nodes.ALL


@dataclass(frozen=True)
class Subject:
    """One feed: the code of its address, what it is about, when that was last renamed.

    `page` is None for the feed of everything.
    """

    code: str
    title: str
    name: str
    path: str
    page: object = None
    revised_at: datetime | None = None

    @property
    def feed_path(self) -> str:
        """The address of the feed within the site; the same in every language."""
        return f"/calendar/{self.code}.ics"

    @property
    def feed_address(self) -> str:
        return absolute(self.feed_path)

    @property
    def address(self) -> str:
        """The address of the page that explains the feed, without language prefix."""
        return f"/calendar/{self.code}/"


def find(code: str) -> Subject | None:
    """Return what the feed with this code is about, None when there is none."""
    if code == ALL:
        title = settings.WAGTAIL_SITE_NAME
        return Subject(ALL, title, f"{title}·全部中心", nodes.path_of(None))
    node = nodes.find(code)
    return node and of_node(node.page, node.code, node.title, node.is_area)


def of_page(page) -> Subject | None:
    """Return the subject of a page of the tree, None when that kind of page has no feed."""
    if not getattr(page, "node_kind", "") or not page.live:
        return None
    return of_node(page, page.address_code, page.title, page.node_kind == "area")


def of_node(page, code: str, title: str, is_area: bool) -> Subject:
    name = f"{title}·全部中心" if is_area else title
    return Subject(code, title, name, page.path, page, page.last_published_at)
