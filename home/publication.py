"""What a page of plain text gives to search."""

from __future__ import annotations

from django.utils.html import strip_tags

from search import index


def owner_of(page) -> str:
    return f"text:{page.pk}"


def publish_text(page) -> None:
    """Bring the search entry of a page up to date; runs inside the saving transaction."""
    index.replace(owner_of(page), [entry_of(page)] if page.live else [])


def withdraw(page) -> None:
    index.replace(owner_of(page), [])


def entry_of(page) -> index.Entry:
    return index.Entry(
        kind="page",
        owner=owner_of(page),
        thing_key=str(page.pk),
        language=page.locale.language_code,
        title=page.title,
        body=" ".join(strip_tags(page.body.replace("<", " <")).split()),
        url=page.address,
        published_at=page.first_published_at,
    )
