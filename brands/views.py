"""The directory of centres: by the tree, by tier and by label."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common import nodes
from common.caching import conditional

from .directory import centres_in, labels_of, tree_of
from .enums import Tier
from .models import CentrePage
from .opening import tell_hours

CENTRES_A_PAGE = 60


@require_safe
def directory(request):
    """Every centre, narrowed by place, tier, label or a part of its name in the address."""
    node = nodes.find(request.GET.get("at"))
    return conditional(request, nodes.path_of(node), lambda: draw(request, node))


def draw(request, node):
    asked = {
        "tier": request.GET.get("tier", ""),
        "label": request.GET.get("label", "").strip().replace("\0", "")[:20],
        "name": request.GET.get("name", "").strip().replace("\0", "")[:40],
    }
    path = nodes.path_of(node)
    context = {
        "nav": "centres",
        "node": node,
        "current_node": node and node.page,
        "asked": asked,
        "tiers": Tier,
        "labels": labels_of(path),
    }
    is_tree = not any(asked.values()) and (node is None or node.is_area)
    if is_tree and "page" not in request.GET:
        tree = tree_of(path)
        tell_hours(centres_in(tree), timezone.localdate())
        context |= {"tree": tree, "count": sum(branch.count for branch in tree)}
    else:
        centres = narrowed(CentrePage.objects.listed().under(path), asked)
        page = Paginator(centres.defer("story"), CENTRES_A_PAGE).get_page(request.GET.get("page"))
        page.object_list = list(page.object_list)
        tell_hours(page.object_list, timezone.localdate())
        context |= {"page_obj": page, "count": page.paginator.count}
    return render(request, "brands/directory.html", context)


def narrowed(centres, asked: dict[str, str]):
    if asked["tier"] in Tier.values:
        centres = centres.in_tier(asked["tier"])
    if asked["label"]:
        centres = centres.labelled(asked["label"])
    if asked["name"]:
        centres = centres.named(asked["name"])
    return centres
