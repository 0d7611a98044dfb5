"""Livestreams by state and place."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q
from wagtail.images import get_image_model
from wagtail.models import PageManager, PageQuerySet

from .enums import LiveState

CARD_PICTURE = "fill-640x400|format-webp"
HAS_REPLAY = Q(video__isnull=False) | ~Q(replay_url="")


class LivestreamQuerySet(PageQuerySet):
    """Whatever asks for a state or a moment gives what readers may see, never a draft.

    `live()` is Wagtail's "published"; what is on the air is `live_now(at)`.
    """

    def listed(self) -> LivestreamQuerySet:
        """Published, in the language they were written in."""
        return self.live().filter(locale__language_code=settings.LANGUAGE_CODE)

    def under(self, path: str) -> LivestreamQuerySet:
        """At or below the node with this tree path."""
        return self.filter(path__startswith=path)

    def for_cards(self) -> LivestreamQuerySet:
        """With all that a card shows and without the long texts."""
        pictures = get_image_model().objects.prefetch_renditions(CARD_PICTURE)
        return (
            self.defer("captions_vtt", "transcript", "story")
            .annotate(has_captions=ExpressionWrapper(~Q(captions_vtt=""), BooleanField()))
            .select_related("video")
            .prefetch_related(Prefetch("poster", pictures))
        )

    def live_now(self, at: datetime) -> LivestreamQuerySet:
        return self.listed().filter(is_cancelled=False, start_at__lte=at, end_at__gt=at)

    def announced(self, at: datetime) -> LivestreamQuerySet:
        return self.listed().filter(is_cancelled=False, start_at__gt=at)

    def upcoming(self, at: datetime) -> LivestreamQuerySet:
        """Running or to come, the nearest first."""
        return self.not_over(at).filter(is_cancelled=False)

    def not_over(self, at: datetime) -> LivestreamQuerySet:
        """Running or to come as it was planned, the cancelled ones among them."""
        return self.listed().filter(end_at__gt=at).order_by("start_at", "pk")

    def over(self, at: datetime) -> LivestreamQuerySet:
        """Ended, with or without a replay, the newest first."""
        return self.listed().filter(end_at__lte=at).order_by("-start_at", "-pk")

    def replays(self) -> LivestreamQuerySet:
        """With a recording to watch, the newest first."""
        return self.listed().filter(HAS_REPLAY, is_cancelled=False).order_by("-start_at", "-pk")

    def in_state(self, state: str, at: datetime) -> LivestreamQuerySet:
        """The ones for which `state_at(at)` is this state."""
        if state == LiveState.CANCELLED:
            return self.listed().filter(is_cancelled=True)
        if state == LiveState.LIVE:
            return self.live_now(at)
        if state == LiveState.ANNOUNCED:
            return self.announced(at)
        if state == LiveState.REPLAY:
            return self.over(at).replays()
        return self.over(at).filter(is_cancelled=False).exclude(HAS_REPLAY)


LivestreamManager = PageManager.from_queryset(LivestreamQuerySet)
