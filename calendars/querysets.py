"""Calendar entries by place and time. Every method takes its moments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from .ical import CANCELLED_PREFIX

SOURCE_LANGUAGE = "zh-Hans"


class EntryQuerySet(models.QuerySet):
    def in_source_language(self) -> EntryQuerySet:
        return self.filter(language=SOURCE_LANGUAGE)

    def published(self) -> EntryQuerySet:
        """What feeds may show; only the source language has entries of its own."""
        return self.in_source_language().filter(is_withdrawn=False)

    def under(self, path: str) -> EntryQuerySet:
        """Of centres at or below the node with this tree path."""
        return self.filter(node__path__startswith=path)

    def ended_by(self, moment: datetime) -> EntryQuerySet:
        return self.filter(ends_at__lte=moment)

    def not_ended_by(self, moment: datetime) -> EntryQuerySet:
        return self.filter(ends_at__gt=moment)

    def starting_before(self, moment: datetime) -> EntryQuerySet:
        return self.filter(starts_at__lt=moment)

    def taking_place(self) -> EntryQuerySet:
        return self.exclude(title__startswith=CANCELLED_PREFIX)


class ChangeQuerySet(models.QuerySet):
    """Entries of the ledger; they are read and added, never altered."""

    def of_things(self, things: Iterable[UUID]) -> ChangeQuerySet:
        return self.filter(thing_id__in=things)

    def of_centres(self, codes) -> ChangeQuerySet:
        """Of centres with these codes: a list, or a query for them."""
        return self.filter(node_code__in=codes)

    def in_batches(self, batches: Iterable[UUID]) -> ChangeQuerySet:
        return self.filter(batch__in=batches)
