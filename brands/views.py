"""The directory of centres: by the tree, by tier and by label."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common import nodes
from common.caching import conditional

from .enums import Tier
from .models import CentrePage

CENTRES_A_PAGE = 60


@require_safe
def directory(request):
    """Every centre, narrowed by place, tier, label or a part of its name in the address."""
    node = nodes.find(request.GET.get("at"))
    return conditional(request, nodes.path_of(node), lambda: draw(request, node))


def draw(request, node):
    asked = {
        "tier": request.GET.get("tier", ""),
        "label": request.GET.get("label", "").strip()[:20],
        "name": request.GET.get("name", "").strip().replace("\0", "")[:40],
    }
    centres = CentrePage.objects.listed().under(nodes.path_of(node))
    if asked["tier"] in Tier.values:
        centres = centres.in_tier(asked["tier"])
    if asked["label"]:
        centres = centres.labelled(asked["label"])
    if asked["name"]:
        centres = centres.named(asked["name"])
    page = Paginator(centres.defer("story"), CENTRES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "nav": "centres",
        "node": node,
        "current_node": node and node.page,
        "asked": asked,
        "tiers": Tier,
        "page_obj": page,
    }
    return render(request, "brands/directory.html", context)
