"""What the tree of areas and centres tells the apps below: codes, networks, short addresses."""

from common import context, nodes, short_addresses
from common.nodes import Node

from .models import AreaPage, CentrePage


def find_area(code: str) -> Node | None:
    page = AreaPage.objects.live().filter(code=code).first()
    return page and Node(page.code, page.title, page, is_area=True)


def find_centre(code: str) -> Node | None:
    page = CentrePage.objects.live().filter(code=code).first()
    return page and Node(page.code, page.title, page, is_area=False)


def centre_address(code: str) -> str | None:
    page = CentrePage.objects.live().filter(code=code).only("url_path").first()
    return page and page.address


nodes.register(find_area)
nodes.register(find_centre)
context.register_networks(lambda: AreaPage.objects.networks())
short_addresses.register("c", centre_address)
