"""The list of livestreams and replays, and their captions."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common import nodes
from common.caching import conditional

from .centres import with_centres
from .enums import LiveState
from .models import LivestreamPage

PAGE_SIZE = 24
COMING_SHOWN = 24


@require_safe
def livestreams(request):
    """Running and coming livestreams, then those that are over, by pages."""
    code = request.GET.get("at", "")
    node = nodes.find(code)
    path = nodes.path_of(node)
    return conditional(request, path, lambda: draw(request, node, code))


def draw(request, node, code: str):
    at = timezone.now()
    state = request.GET.get("state", "")
    state = state if state in LiveState.values else ""
    listed = LivestreamPage.objects.listed().under(nodes.path_of(node)).for_cards()
    if state:
        listed = listed.in_state(state, at)
    coming = list(listed.not_over(at)[:COMING_SHOWN])
    over = Paginator(listed.over(at), PAGE_SIZE).get_page(request.GET.get("page"))
    over.object_list = list(over.object_list)
    with_centres([*coming, *over.object_list])
    context = {
        "node": node,
        "unknown_code": bool(code) and code != nodes.ALL and node is None,
        "current_node": node and node.page,
        "accent": getattr(node and node.page, "accent", ""),
        "state": state,
        "states": [LiveState.ANNOUNCED, LiveState.LIVE, LiveState.REPLAY],
        "coming": coming,
        "page_obj": over,
        "nav": "live",
    }
    return render(request, "media/livestreams.html", context)


@require_safe
def captions(request, code: str):
    """The captions of a published livestream as WebVTT."""
    page = get_object_or_404(LivestreamPage.objects.listed().exclude(captions_vtt=""), code=code)
    return conditional(
        request,
        page.path,
        lambda: HttpResponse(page.captions_vtt, content_type="text/vtt; charset=utf-8"),
    )
