"""Results that an administrator recommends for a word."""

from __future__ import annotations

import datetime as dt
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q

from .enums import ThingKind
from .models import SearchEntry
from .synonyms import key_of
from .tables import PinnedResult

MAX_PINNED = 3
SHORT = {
    "a": ThingKind.ACTIVITY,
    "c": ThingKind.CENTRE,
    "n": ThingKind.NOTICE,
    "r": ThingKind.LIVESTREAM,
}


def pinned(text: str, network: str, language: str, today: dt.date) -> list[SearchEntry]:
    """Return what is recommended for a text and still public, at most three; two queries."""
    key = key_of(text)
    rows = PinnedResult.objects.for_network(network).active(today) if key else ()
    wanted = [(row.kind, row.thing_key) for row in rows if key in row.keys][:MAX_PINNED]
    if not wanted:
        return []
    those = Q()
    for kind, thing_key in wanted:
        those |= Q(kind=kind, thing_key=thing_key)
    entries = SearchEntry.objects.in_language(language).filter(those).select_related("node")
    return sorted(entries, key=lambda entry: wanted.index((entry.kind, entry.thing_key)))


def entry_at(address: str) -> SearchEntry | None:
    """Return what the public finds at an address that somebody copied, or None."""
    try:
        path = unquote(urlsplit(address.strip()).path)
    except ValueError:
        return None
    parts = [part for part in path.split("/") if part and "\0" not in part]
    if parts and parts[0] in dict(settings.LANGUAGES):
        parts = parts[1:]
    entries = SearchEntry.objects.in_language(settings.LANGUAGE_CODE)
    if len(parts) == 2 and parts[0] in SHORT:
        return entries.filter(kind=SHORT[parts[0]], thing_key=parts[1]).first()
    return entries.filter(url=f"/{'/'.join(parts)}/").order_by("pk").first() if parts else None
