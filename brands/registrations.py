"""What the tree of areas and centres tells the apps below: codes, networks, short addresses."""

from collections.abc import Iterable
from itertools import chain

from wagtail.models import Page

from common import context, nodes, short_addresses
from common.nodes import Node
from media.sections import TEMPLATE as LIVE_TEMPLATE
from media.sections import livestream_section
from search import nodes as search_nodes
from search.nodes import NodeName

from . import sections
from .models import AreaPage, CentrePage


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


def centre_address(code: str) -> str | None:
    page = CentrePage.objects.live().filter(code=code).only("url_path").first()
    return page and page.address


nodes.register(find_area)
nodes.register(find_centre)
search_nodes.register(page_of, names_of)
context.register_networks(lambda: AreaPage.objects.networks())
short_addresses.register("c", centre_address)
sections.register("livestreams", LIVE_TEMPLATE, livestream_section, position=80)
