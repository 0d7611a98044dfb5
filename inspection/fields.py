"""Subjects from the plain fields of a page and of its child rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from django.utils.html import strip_tags

from .findings import Picture, Text

TAG = re.compile(r"<[^>]+>")


def texts_of(thing, names, *, place: str = "", path: str = "") -> Iterator[Text]:
    """Yield the texts of the named fields that hold something.

    Args:
        place: what stands before the name of the field, such as the name of a child row.
        path: content path of the thing within its page, with a dot at the end.
    """
    for name in names:
        value = getattr(thing, name)
        if value:
            label = str(thing._meta.get_field(name).verbose_name)
            yield Text(
                place=f"{place} · {label}" if place else label,
                path=f"{path}{name}",
                value=value,
                write=partial(setattr, thing, name),
            )


def rich_text(page, name: str) -> Iterator[Text]:
    """Yield a field with markup as its words; mending keeps the markup around them."""
    value = getattr(page, name)
    if not value:
        return
    words = strip_tags(re.sub(r"</(?:p|li|h\d)>|<br/?>", "\n", value))

    def write(better: str) -> None:
        setattr(page, name, in_markup(value, words, better))

    yield Text(str(page._meta.get_field(name).verbose_name), name, words, write)


def in_markup(markup: str, words: str, better: str) -> str:
    """Return the markup with its words changed; as it was if a change would cross a tag."""
    before, after = words.split("\n"), better.split("\n")
    if len(before) != len(after):
        return markup
    for old, new in zip(before, after, strict=True):
        if old != new:
            markup = markup.replace(old, new)
    return markup


def picture_of(image, place: str, path: str) -> Picture:
    return Picture(place, path, image.description, image.credit, image.has_consent)
