"""Talent notices by deadline and place."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from wagtail.models import PageManager, PageQuerySet

SOON_DAYS = 3


class TalentNoticeQuerySet(PageQuerySet):
    """What asks for a day gives what readers may see, never a draft.

    The last day of a notice belongs to it: `valid_until` is included.
    """

    def listed(self) -> TalentNoticeQuerySet:
        """Published, in the language they were written in."""
        return self.live().filter(locale__language_code=settings.LANGUAGE_CODE)

    def under(self, path: str) -> TalentNoticeQuerySet:
        """At or below the node with this tree path."""
        return self.filter(path__startswith=path)

    def open(self, at: date) -> TalentNoticeQuerySet:
        """Still open on this day, the newest first."""
        return self.listed().filter(valid_until__gte=at).newest()

    def closing_soon(self, at: date) -> TalentNoticeQuerySet:
        """Closing within SOON_DAYS days, the nearest deadline first."""
        last = at + timedelta(days=SOON_DAYS)
        return self.listed().filter(valid_until__range=(at, last)).order_by("valid_until", "pk")

    def newest(self) -> TalentNoticeQuerySet:
        """The newest first, with the positions that every row speaks of."""
        return self.order_by("-first_published_at", "-pk").prefetch_related("positions")

    def of_kind(self, kind: str) -> TalentNoticeQuerySet:
        return self.filter(kind=kind)


TalentNoticeManager = PageManager.from_queryset(TalentNoticeQuerySet)
