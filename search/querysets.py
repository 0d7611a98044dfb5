from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q


class SearchEntryQuerySet(models.QuerySet):
    def in_language(self, language: str) -> SearchEntryQuerySet:
        return self.filter(language=language)

    def under(self, path: str) -> SearchEntryQuerySet:
        """Entries of the node with this tree path and of all nodes below it."""
        return self.filter(node__path__startswith=path)

    def coming(self, at: dt.datetime) -> SearchEntryQuerySet:
        """What is running or ahead at a moment, and what has no end."""
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))

    def past(self, at: dt.datetime) -> SearchEntryQuerySet:
        return self.filter(ends_at__lte=at)
