"""What livestreams give to calendars."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from calendars import sources
from calendars.texts import keys
from common.links import absolute

from .models import LivestreamPage


def names(codes: Collection[str]) -> dict[str, str]:
    return dict(LivestreamPage.objects.listed().filter(code__in=codes).values_list("code", "title"))


def things(asked: sources.Asked) -> QuerySet:
    """Return the livestreams that were picked or that the search finds."""
    found = LivestreamPage.objects.all()
    if codes := asked.get("l"):
        found = found.filter(code__in=codes)
    if texts := asked.get("q"):
        found = found.filter(code__in=keys(texts, "livestream"))
    return found.values("translation_key")


def describe(wanted: Collection[UUID]) -> dict[UUID, dict]:
    """Return what programs learn of them."""
    pages = LivestreamPage.objects.listed().filter(translation_key__in=wanted)
    return {
        page.translation_key: facts_of(page)
        for page in pages.defer("captions_vtt", "transcript", "story")
    }


def facts_of(page: LivestreamPage) -> dict:
    return {
        "title": page.title,
        "place": page.place,
        "is_cancelled": page.is_cancelled,
        "reason": page.cancel_reason,
        "presenter": page.presenter,
        "contact": page.contact,
        "summary": page.summary,
        "watch_url": page.live_url,
        "has_replay": page.has_replay,
        "url": absolute(page.short_address),
    }


sources.register_facet("l", _("Livestream"), names=names)
sources.register_source("livestream", things, describe, letters="lq")
