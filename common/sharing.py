"""How a page looks when somebody sends its link: title, words, picture; and the drawn pictures.

Each app says how a thing becomes a card (`register`); the address of its picture carries the hash
of all that the card shows, so caches may keep it for good and a change makes another address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.utils import translation
from django.views.decorators.http import require_safe

from .cards import HEIGHT, WIDTH, Busy, Card, picture
from .links import absolute
from .versions import not_modified

MOST_WORDS = 160
YEAR_SECONDS = 365 * 24 * 60 * 60
SHORT_SECONDS = 300
RETRY_SECONDS = 5

_cards: dict[str, Callable[[str], Card | None]] = {}


@dataclass(frozen=True)
class Sharing:
    """What the head of a page says to messengers (https://ogp.me)."""

    title: str
    description: str
    image: str
    kind: str = "website"
    width: int = WIDTH
    height: int = HEIGHT


def register(thing: str, find: Callable[[str], Card | None]) -> None:
    """Say how the key of a public thing becomes its card; None when there is no such thing."""
    _cards[thing] = find


def sharing(page, thing: str, key, make: Callable[[], Card], **values) -> Sharing:
    """Return what a page says when it is shared: the editor's picture, else the drawn one.

    Args:
        page: the page of the tree, with its `share_image`.
        make: makes the card; called in the source language, like the picture itself.
        values: title, description, kind.
    """
    values["description"] = " ".join(values.get("description", "").split())[:MOST_WORDS]
    if page.share_image_id:
        chosen = page.share_image.get_rendition(f"fill-{WIDTH}x{HEIGHT}|format-jpeg")
        address = chosen.url if "://" in chosen.url else absolute(chosen.url)
        return Sharing(image=address, width=chosen.width, height=chosen.height, **values)
    with translation.override(settings.LANGUAGE_CODE):
        digest = make().digest
    return Sharing(image=absolute(f"/share/{thing}/{key}.png?v={digest}"), **values)


@require_safe
def card_picture(request, thing: str, key: str):
    """Draw the picture of a public thing; 304 before anything is drawn."""
    card = _cards[thing](key) if thing in _cards and "\0" not in key else None
    if card is None:
        raise Http404
    etag = f'"{card.digest}"'
    if not_modified(request, etag):
        return kept(HttpResponseNotModified(), request, card)
    try:
        return kept(HttpResponse(picture(card), content_type="image/png"), request, card)
    except Busy:
        headers = {"Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store"}
        return HttpResponse(status=503, headers=headers)


def kept(response, request, card: Card):
    """Let caches keep the picture for good where the address names its version."""
    is_named = request.GET.get("v") == card.digest
    age = f"max-age={YEAR_SECONDS}, immutable" if is_named else f"max-age={SHORT_SECONDS}"
    response["Cache-Control"] = f"public, {age}"
    response["ETag"] = f'"{card.digest}"'
    return response
