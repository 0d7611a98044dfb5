"""What activities give to calendars: occurrences, and the ways in which they are chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from calendars import sources
from common.links import absolute
from common.models import Audience, Kind

from . import facets
from .models import Activity, Occurrence, Series


def choices_of(model) -> dict[str, str]:
    """Return the codes and names of a vocabulary in its order."""
    return {term.code: term.label for term in model.objects.all()}


def first_of(rows: Mapping[str, tuple]) -> dict[str, str]:
    return {code: row[0] for code, row in rows.items()}


def series_names(codes: Collection[str]) -> dict[str, str]:
    return dict(Series.objects.filter(code__in=codes).values_list("code", "title"))


def activity_names(codes: Collection[str]) -> dict[str, str]:
    return dict(Activity.objects.public().filter(code__in=codes).values_list("code", "title"))


def things(asked: sources.Asked) -> QuerySet:
    return facets.narrowed(Occurrence.objects.all(), asked).values("pk")


def describe(keys: Collection[UUID]) -> dict[UUID, dict]:
    """Return what programs learn of occurrences; two queries."""
    rows = (
        Occurrence.objects.filter(pk__in=keys)
        .select_related("activity__kind", "activity__facility")
        .prefetch_related("activity__audiences")
    )
    return {row.pk: facts_of(row, row.activity) for row in rows}


def facts_of(occurrence: Occurrence, activity: Activity) -> dict:
    return {
        "title": activity.title,
        "place": occurrence.place,
        "is_all_day": occurrence.is_all_day,
        "end_is_assumed": occurrence.end_is_assumed,
        "is_cancelled": occurrence.is_called_off,
        "moved_from": occurrence.moved_from,
        "reason": occurrence.public_reason,
        "kind": activity.kind.code,
        "audiences": [audience.code for audience in activity.audiences.all()],
        "audience": activity.audience,
        "series": activity.series,
        "fee": activity.fee,
        "is_free": activity.is_free,
        "sign_up": activity.sign_up,
        "capacity": activity.capacity,
        "presenter": activity.presenter,
        "contact": activity.contact,
        "summary": activity.summary,
        "url": absolute(f"/a/{activity.code}/"),
    }


sources.register_facet("k", _("Kind"), options=lambda: choices_of(Kind))
sources.register_facet("f", _("For whom"), options=lambda: choices_of(Audience))
sources.register_facet("p", _("Time of day"), options=lambda: first_of(facets.PARTS))
sources.register_facet("d", _("Days"), options=lambda: first_of(facets.DAYS))
sources.register_facet("m", _("Fee"), options=lambda: facets.FEES)
sources.register_facet("s", _("Series"), names=series_names)
sources.register_facet("a", _("Activity"), names=activity_names)
sources.register_source("activity", things, describe, letters=facets.LETTERS)
