"""The page of changes of everything, of an area with all below it, of a centre; and as Atom."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brands.crumbs import areas_above
from calendars.atom import DatedFeed
from calendars.feed_views import ATOM
from common import nodes
from common.caching import conditional
from common.links import absolute, here

from . import change_log

BATCHES_A_PAGE = 20
NEWEST = 50
LIST_ADDRESS = "/changes/"


@require_safe
def changes(request, code: str = nodes.ALL):
    """What was changed, the newest first."""
    node = found_node(code)
    return conditional(request, nodes.path_of(node), lambda: draw(request, node))


@require_safe
def atom(request, code: str):
    """The same as an Atom feed (RFC 4287)."""
    node = found_node(code)
    return conditional(request, nodes.path_of(node), lambda: draw_atom(node))


def found_node(code: str):
    """Return the node of an address, None for everything.

    Raises:
        Http404: there is no such node.
    """
    node = nodes.find(code)
    if node is None and code != nodes.ALL:
        raise Http404
    return node


def address_of(node) -> str:
    return f"{LIST_ADDRESS}{node.code}/" if node else LIST_ADDRESS


def atom_of(node) -> str:
    return f"{LIST_ADDRESS}{node.code if node else nodes.ALL}.atom"


def draw(request, node):
    entries = change_log.public_changes(nodes.path_of(node))
    paginator = Paginator(change_log.batches_of(entries), BATCHES_A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "nav": "events",
        "node": node,
        "current_node": node and node.page,
        "accent": getattr(node.page, "accent", "") if node else "",
        "crumbs": [*areas_above(node.path), (node.page.display_name, node.page)] if node else [],
        "page_obj": page,
        "batches": change_log.read(entries, page.object_list),
        "show_centre": node is None or node.is_area,
        "atom": here(atom_of(node)),
        "follow": f"/calendar/{node.code if node else nodes.ALL}/",
        "canonical": absolute(address_of(node)),
    }
    return render(request, "events/changes.html", context)


def draw_atom(node) -> HttpResponse:
    entries = change_log.public_changes(nodes.path_of(node))
    batches = change_log.read(entries, list(change_log.batches_of(entries)[:NEWEST]))
    page = absolute(here(address_of(node)))
    feed = DatedFeed(
        _("%(name)s: changes") % {"name": node.title if node else _("All centres")},
        page,
        absolute(here(atom_of(node))),
        get_language(),
        max((batch.at for batch in batches), default=None),
    )
    for batch in batches:
        feed.add_item(
            title=title_of(batch),
            link=f"{page}#{batch.key}",
            description=words_of(batch),
            unique_id=f"urn:uuid:{batch.key}",
            updateddate=batch.at,
            author_name=batch.body,
        )
    return HttpResponse(feed.octets, content_type=ATOM)


def title_of(batch) -> str:
    number = len(batch.dates)
    said = ngettext("%(title)s: %(number)s change", "%(title)s: %(number)s changes", number)
    return said % {"title": "、".join(batch.titles[:3]), "number": number}


def words_of(batch) -> str:
    """Return one paragraph of plain text for each date."""
    paragraphs = []
    for date in batch.dates:
        mark = [_("Correction")] if date.is_correction else []
        parts = [*mark, date.title, *date.lines, date.reason]
        paragraphs.append(" · ".join(part for part in parts if part))
    return "\n".join(paragraphs)
