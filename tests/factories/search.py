"""Entries of the search, and pages that stand for areas and centres."""

from itertools import count

from wagtail.models import Page

from search import index
from search.models import SearchEntry

_numbers = count(1)


def make_entry(title="书法入门班", **values) -> index.Entry:
    """Return an entry that is valid with no arguments; it is not in the search yet."""
    number = next(_numbers)
    defaults = {"kind": "activity", "thing_key": f"k{number}", "url": f"/a/k{number}/"}
    return index.Entry(title=title, **(defaults | values))


def put_entry(title="书法入门班", **values) -> SearchEntry:
    """Put one entry into the search and return its row."""
    [key] = index.put([make_entry(title, **values)])
    return SearchEntry.objects.get(pk=key)


def make_node(title, parent=None) -> Page:
    """Return a plain page that stands for an area or a centre, below another or the home page.

    It is a draft: search asks for its place in the tree alone, and apps above follow live pages.
    """
    parent = parent or Page.objects.filter(depth=2).first()
    slug = f"node-{next(_numbers)}"
    return parent.add_child(instance=Page(title=title, slug=slug, live=False))
