"""A menu taken apart into rows for its review, and put together again from the approved ones."""

from __future__ import annotations

from accounts.review import WHOLE, Composer, hash_of

from .models import ActivityMenuPage


def parts_of(menu: ActivityMenuPage) -> dict[str, str]:
    """Return the hash of each row by its id, and of what the menu says itself."""
    rows = {str(raw["id"]): hash_of(raw["value"]) for raw in raw_rows(menu)}
    return {WHOLE: hash_of([menu.month, menu.note, menu.title]), **rows}


def compose(menu: ActivityMenuPage, kept: set[str]) -> ActivityMenuPage | None:
    """Return the menu with its approved rows; any other row stays as the public knows it.

    None when all rows are approved.
    """
    rows = raw_rows(menu)
    if all(str(raw["id"]) in kept for raw in rows):
        return None
    public = {str(raw["id"]): raw for raw in public_rows(menu)}
    chosen = [raw if str(raw["id"]) in kept else public.get(str(raw["id"])) for raw in rows]
    menu.rows = [raw for raw in chosen if raw]
    return menu


def raw_rows(menu: ActivityMenuPage) -> list[dict]:
    """Return the rows as they are stored, fields that were never filled with their default.

    `get_prep_value` of the whole would leave out such defaults until somebody reads the row.
    """
    return [
        {"type": row.block_type, "id": row.id, "value": row.block.get_prep_value(row.value)}
        for row in menu.rows
    ]


def public_rows(menu: ActivityMenuPage) -> list[dict]:
    """Return the rows as they were last published; none before that."""
    stored = ActivityMenuPage.objects.get(pk=menu.pk)
    return raw_rows(stored) if stored.live else []


def known_rows(menu: ActivityMenuPage) -> list[dict]:
    """Return the rows that wait approved for their date, else the public ones."""
    waiting = menu.get_scheduled_revision_as_object()
    return raw_rows(waiting) if waiting else public_rows(menu)


COMPOSER = Composer(parts_of, compose)
