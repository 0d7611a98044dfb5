"""What the tree of areas and centres tells the apps below: codes, networks, short addresses."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import Q
from wagtail.models import Page

from chinese.folding import fold
from common import context, nodes, sharing, short_addresses
from common.nodes import Node
from inspection.registry import register_page
from media.sections import TEMPLATE as LIVE_TEMPLATE
from media.sections import livestream_section
from search import names
from search import nodes as search_nodes
from search import sources as search_sources
from search.nodes import NodeName

from . import sections
from .inspected import subject_of_area, subject_of_centre
from .models import AreaPage, CentrePage
from .publication import publish_node
from .sharing import find_card


def find_area(code: str) -> Node | None:
    if code.startswith(nodes.CENTRE):
        return None
    page = AreaPage.objects.live().filter(code=code).first()
    return page and Node(page.address_code, page.title, page, is_area=True)


def find_centre(code: str) -> Node | None:
    page = CentrePage.objects.live().filter(code=code.removeprefix(nodes.CENTRE)).first()
    return page and Node(page.address_code, page.title, page, is_area=False)


def page_of(code: str) -> Page | None:
    node = nodes.find(code)
    return node and node.page


def names_of(paths: Iterable[str]) -> dict[str, NodeName]:
    """Return the names of areas and centres at these tree paths; two queries."""
    fields = ("path", "code", "short_name", "tier", "lattice", "accent")
    rows = chain(
        AreaPage.objects.filter(path__in=paths).only(*fields),
        CentrePage.objects.filter(path__in=paths).only(*fields),
    )
    return {
        page.path: NodeName(
            page.address_code, page.short_name, page.tier, page.lattice, page.accent
        )
        for page in rows
    }


def nodes_meant(words: list[str], today: dt.date) -> Iterator[names.Name]:
    """Yield the areas and centres that these folded words are exactly the names of; two queries.

    A word that several nodes go by means none of them.
    """
    held: dict[str, set[tuple[str, str]]] = {}
    areas = AreaPage.objects.live().filter(Q(title__in=words) | Q(short_name__in=words))
    centres = CentrePage.objects.live().filter(
        Q(title__in=words) | Q(short_name__in=words) | Q(brand_name__in=words)
    )
    rows = [(*row, "") for row in areas.values_list("code", "title", "short_name")]
    rows += centres.values_list("code", "title", "short_name", "brand_name")
    for code, title, short_name, brand_name in rows:
        for word in {fold(title), fold(short_name), fold(brand_name)}.intersection(words):
            held.setdefault(word, set()).add((code, title))
    for word, those in held.items():
        if len(those) == 1:
            [(code, title)] = those
            yield names.Name("at", code, title, word)


def centre_address(code: str) -> str | None:
    page = CentrePage.objects.live().filter(code=code).only("url_path").first()
    return page and page.address


nodes.register(find_area)
nodes.register(find_centre)
search_nodes.register(page_of, names_of)
names.register(nodes_meant)
search_sources.register("areas", lambda: AreaPage.objects.live().iterator(100), publish_node)
search_sources.register("centres", lambda: CentrePage.objects.live().iterator(100), publish_node)
context.register_networks(lambda: AreaPage.objects.networks())
short_addresses.register("c", centre_address)
sharing.register("node", find_card)
sections.register("livestreams", LIVE_TEMPLATE, livestream_section, position=80)
register_page(AreaPage, subject_of_area)
register_page(CentrePage, subject_of_centre)
