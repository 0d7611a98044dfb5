"""What the pages of areas and centres show beside their own fields."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import NodeRole, User
from accounts.nodes import paths_above
from accounts.roles import Role
from common.links import absolute
from common.sharing import sharing
from common.structured import script_of

from . import maps, opening, sections
from .crumbs import areas_above
from .models import AreaPage, CentrePage
from .sharing import node_card, place_data

CENTRES_SHOWN = 60
MAP_NAMES = {
    "phone": _("My map"),
    "amap": _("Amap"),
    "baidu": _("Baidu Maps"),
    "tencent": _("Tencent Maps"),
}


def node_context(page) -> dict:
    now = timezone.now()
    return {
        "nav": "centres",
        "current_node": page,
        "accent": page.accent,
        "crumbs": areas_above(page.path),
        "sections": sections.sections_of(page, now),
        "feed": f"/calendar/{page.address_code}.ics",
        "canonical": absolute(page.address),
        "sharing": sharing(
            page,
            "node",
            page.address_code,
            lambda: node_card(page),
            title=page.title,
            description=page.search_description or page.intro or page.slogan,
        ),
        "today": timezone.localdate(now),
    }


def centre_context(page, request) -> dict:
    """Return a centre's hours, people and sections; at most twenty queries for the whole page."""
    context = node_context(page) | opening.hours_context(page, timezone.localdate())
    context["contacts"] = [
        {"label": person.name, "note": person.role, "phone": person.phone, "duty": person.duty}
        for person in page.people.all()
    ]
    context["maps"] = maps_of(page)
    context["structured"] = script_of(place_data(page, context["rules"]))
    return context


def maps_of(page) -> list[dict]:
    """Return name and address of each map; none for a house without a position."""
    if page.latitude is None or page.longitude is None:
        return []
    links = maps.map_links(page.title, page.address_line, page.latitude, page.longitude)
    return [{"name": MAP_NAMES[link.service], "address": link.address} for link in links]


def area_context(page, request) -> dict:
    """Return what is below an area: its areas, its centres, who reviews."""
    centres = CentrePage.objects.listed().under(page.path).defer("story")
    shown = list(centres[:CENTRES_SHOWN])
    opening.tell_hours(shown, timezone.localdate())
    areas = list(AreaPage.objects.listed().filter(depth=page.depth + 1).under(page.path))
    return node_context(page) | {
        "areas": areas,
        "centres": shown,
        "centre_count": centres.count(),
        "reviewers": reviewers_of(page),
    }


def reviewers_of(page) -> list[tuple[str, str]]:
    """Return node and role of those who review and approve what is below; one query."""
    rows = (
        NodeRole.objects.filter(
            node__path__in=paths_above(page.path),
            role__in=("reviewer", "approver"),
            group__user__in=User.objects.filter(is_active=True),
        )
        .order_by("-node__depth", "role")
        .values_list("node__title", "role")
        .distinct()
    )
    return [(title, Role(role).label) for title, role in rows]
