"""Areas and centres: each factory makes one valid live page with no more than a parent."""

from __future__ import annotations

from itertools import count

from brands.models import AreaPage, CentrePage, Facility

_numbers = count(1)


def make_area(parent=None, **values) -> AreaPage:
    """Make a live area below a page; without one, a network below the front page."""
    from home.models import HomePage

    number = next(_numbers)
    parent = parent or HomePage.objects.get()
    defaults = {
        "title": f"第{number}街道",
        "short_name": f"街道{number}",
        "code": f"area-{number}",
        "tier": "district" if parent.depth == 2 else "street",
        "accent": "wall",
    } | values
    defaults.setdefault("slug", defaults["code"].lower())
    parent.refresh_from_db()
    return parent.add_child(instance=AreaPage(**defaults))


def make_centre(area=None, *, rooms=("多功能厅", "书画室"), **values) -> CentrePage:
    """Make a live centre below an area, with some rooms."""
    number = next(_numbers)
    area = area or make_area()
    defaults = {
        "title": f"第{number}社区党群服务中心",
        "short_name": f"社区{number}",
        "code": f"centre-{number}",
        "tier": "community",
        "accent": "jujube",
        "phone": "010-69370001",
        "address_line": f"幸福路 {number} 号",
    } | values
    defaults.setdefault("slug", defaults["code"].lower())
    centre = CentrePage(**defaults)
    centre.facilities = [Facility(name=name, sort_order=n) for n, name in enumerate(rooms)]
    area.refresh_from_db()
    return area.add_child(instance=centre)
