"""What the publication of an area or a centre writes for readers: its search entry."""

from __future__ import annotations

from django.utils.html import strip_tags

from search import index

from .models import Brand


def search_owner(page) -> str:
    return f"node:{page.pk}"


def publish_node(page) -> None:
    """Bring the search entry of a node up to date; runs inside the saving transaction."""
    index.replace(search_owner(page), [entry_of(page)] if page.live else [])
    if page.live and (name := getattr(page, "brand_name", "")):
        Brand.objects.get_or_create(name=name)


def entry_of(page) -> index.Entry:
    is_centre = page.node_kind == "centre"
    words = [page.title, page.short_name, page.slogan, page.intro]
    if is_centre:
        words += [page.labels, page.quote, strip_tags(page.story)]
        words += [f"{room.name} {room.use}" for room in page.facilities.all()]
        words += [f"{window.name} {window.services}" for window in page.windows.all()]
        words += [f"{person.name} {person.role} {person.duty}" for person in page.people.all()]
    name = page.display_name
    return index.Entry(
        kind="centre",
        owner=search_owner(page),
        thing_key=page.address_code,
        node_id=page.pk,
        title=page.title if name in page.title else f"{name} {page.title}",
        body=" ".join(word for word in words if word),
        place=page.address_line if is_centre else page.place_name,
        url=page.address,
    )
