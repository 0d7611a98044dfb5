"""What the publication of an area or a centre writes for readers: its search entries."""

from __future__ import annotations

from django.utils.html import strip_tags

from search import index

from .models import Brand


def search_owner(page) -> str:
    return f"node:{page.pk}"


def publish_node(page) -> None:
    """Bring the search entries of a node up to date; runs inside the saving transaction."""
    index.replace(search_owner(page), entries_of(page) if page.live else [])
    if page.live and (name := getattr(page, "brand_name", "")):
        Brand.objects.get_or_create(name=name)


def withdraw(page) -> None:
    """Take a node, its brand and its people out of search."""
    index.replace(search_owner(page), [])


def entries_of(page) -> list[index.Entry]:
    """Return the node itself; of a centre its brand and the people of its contact card too."""
    entries = [node_entry(page)]
    if page.node_kind == "centre":
        entries += [brand_entry(page)] if page.brand_name else []
        entries += [person_entry(page, person) for person in page.people.all()]
    return entries


def node_entry(page) -> index.Entry:
    is_centre = page.node_kind == "centre"
    keywords = [page.short_name, page.slogan]
    words = [page.intro]
    if is_centre:
        keywords += [page.labels, *(room.name for room in page.facilities.all())]
        words += [page.quote, strip_tags(page.story)]
        words += [room.use for room in page.facilities.all()]
        words += [f"{window.name} {window.services}" for window in page.windows.all()]
        words += [f"{stop.name} {stop.address}" for stop in page.stops.all()]
    name = page.display_name
    return index.Entry(
        kind="centre",
        owner=search_owner(page),
        thing_key=page.address_code,
        node_id=page.pk,
        title=page.title if name in page.title else f"{name} {page.title}",
        keywords=joined(keywords),
        body=joined(words),
        place=page.address_line if is_centre else page.place_name,
        url=page.address,
    )


def brand_entry(page) -> index.Entry:
    pillars = [f"{pillar.title} {pillar.text}" for pillar in page.pillars.all()]
    return index.Entry(
        kind="brand",
        owner=search_owner(page),
        thing_key=page.address_code,
        node_id=page.pk,
        title=page.brand_name,
        keywords=page.slogan,
        body=joined([page.intro, page.quote, *pillars]),
        place=page.title,
        url=page.address,
    )


def person_entry(page, person) -> index.Entry:
    return index.Entry(
        kind="person",
        owner=search_owner(page),
        thing_key=str(person.pk),
        node_id=page.pk,
        title=f"{person.name} {person.role}",
        body=person.duty,
        place=page.title,
        url=f"{page.address}#contact",
    )


def joined(words) -> str:
    return " ".join(word for word in words if word)
