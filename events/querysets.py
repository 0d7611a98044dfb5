"""Activities and occurrences by the questions readers ask. Every method takes its moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from .enums import CALLED_OFF, ActivityStatus

ONE_SITTING = timedelta(hours=4)


class ActivityQuerySet(models.QuerySet):
    def public(self) -> ActivityQuerySet:
        """What readers may see: not withdrawn, on a menu that is live."""
        return self.exclude(status=ActivityStatus.WITHDRAWN).filter(menu__live=True)

    def under(self, path: str) -> ActivityQuerySet:
        """Of centres at or below the node with this tree path."""
        return self.filter(centre__path__startswith=path)

    def with_page(self) -> ActivityQuerySet:
        """With everything that an activity's row or page shows, in one query and one more."""
        return self.select_related("kind", "facility", "centre", "menu").prefetch_related(
            "audiences"
        )


class OccurrenceQuerySet(models.QuerySet):
    def public(self) -> OccurrenceQuerySet:
        return self.exclude(activity__status=ActivityStatus.WITHDRAWN).filter(
            activity__menu__live=True
        )

    def under(self, path: str) -> OccurrenceQuerySet:
        return self.filter(centre__path__startswith=path)

    def of_centre(self, centre) -> OccurrenceQuerySet:
        return self.filter(centre=centre)

    def overlapping(self, start: datetime, end: datetime) -> OccurrenceQuerySet:
        """Going on at some moment of the half-open interval."""
        return self.filter(start__lt=end, end__gt=start)

    def upcoming(self, at: datetime) -> OccurrenceQuerySet:
        """Running or still to come: what has not ended."""
        return self.filter(end__gt=at)

    def of_one_sitting(self) -> OccurrenceQuerySet:
        """What people come to and stay for: neither all day nor open from morning to evening."""
        return self.filter(is_all_day=False, end__lte=models.F("start") + ONE_SITTING)

    def taking_place(self) -> OccurrenceQuerySet:
        return self.exclude(status__in=CALLED_OFF)

    def changed(self) -> OccurrenceQuerySet:
        """Called off, moved, or elsewhere than the menu says."""
        moved = Q(moved_from__isnull=False) | ~Q(moved_place="")
        return self.filter(Q(status__in=CALLED_OFF) | moved)

    def of_kinds(self, codes: list[str]) -> OccurrenceQuerySet:
        return self.filter(activity__kind__code__in=codes)

    def for_audiences(self, codes: list[str]) -> OccurrenceQuerySet:
        """For one of these audiences, or for everybody."""
        from .models import ActivityAudience

        wanted = ActivityAudience.objects.filter(
            activity=models.OuterRef("activity"), audience__code__in=[*codes, "all"]
        )
        return self.filter(models.Exists(wanted))

    def with_rows(self) -> OccurrenceQuerySet:
        """With everything that one line of a list shows, in the order of lists."""
        return (
            self.select_related("activity__kind", "activity__menu", "activity__facility", "centre")
            .defer("activity__menu__rows", "centre__story")
            .order_by("start", "-is_all_day", "centre__path", "pk")
        )
