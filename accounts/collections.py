"""The collections of nodes: a chain that mirrors the tree of pages, made when first needed."""

from __future__ import annotations

from wagtail.models import Collection, Page

from . import nodes
from .models import NodeCollection
from .roles import NETWORK_DEPTH

SHARED_NAME = "共用"


def chain_to(node: Page) -> list[Page]:
    """Lock and return the nodes from the site down to `node`; call it inside a transaction.

    Everything begins with the home page's row, so two grants wait for each other.
    """
    pages = Page.objects.select_for_update().filter(path__in=nodes.paths_above(node.path))
    return [page for page in pages.order_by("path") if page.depth > 1 and nodes.kind_of(page)]


def ensure(node: Page) -> tuple[Collection, Collection | None]:
    """Return the node's own collection and its network's shared one, making what is missing.

    The site's own collection is Wagtail's root, so it has no shared one.
    """
    own, shared = Collection.get_first_root_node(), None
    chain = chain_to(node)
    stored = {
        row.node_id: row
        for row in NodeCollection.objects.filter(node__in=chain).select_related(
            "collection", "shared"
        )
    }
    for page in chain:
        if page.depth > nodes.SITE_DEPTH:
            row = stored.get(page.pk) or _make(page, own)
            own = row.collection
            shared = row.shared or shared
    return own, shared


def _make(page: Page, parent: Collection) -> NodeCollection:
    own = parent.add_child(instance=Collection(name=page.title))
    shared = None
    if page.depth == NETWORK_DEPTH:
        shared = own.add_child(instance=Collection(name=SHARED_NAME))
    return NodeCollection.objects.create(node=page, collection=own, shared=shared)


def follow_move(node: Page) -> None:
    """Put the node's collection, with all below it, under that of its new parent."""
    row = NodeCollection.objects.filter(node=node).select_related("collection").first()
    if row is None:
        return
    parent, _shared = ensure(node.get_parent())
    if row.collection.get_parent() != parent:
        row.collection.move(Collection.objects.get(pk=parent.pk), pos="sorted-child")


def follow_name(node: Page) -> None:
    """Give the node's collection the node's present title."""
    Collection.objects.filter(
        pk__in=NodeCollection.objects.filter(node=node).values("collection")
    ).exclude(name=node.title).update(name=node.title)
