"""What notices give to calendars."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from calendars import sources
from calendars.texts import keys
from common.links import absolute

from .models import TalentNoticePage


def names(codes: Collection[str]) -> dict[str, str]:
    return dict(
        TalentNoticePage.objects.listed().filter(code__in=codes).values_list("code", "title")
    )


def things(asked: sources.Asked) -> QuerySet:
    """Return the notices that were picked or that the search finds."""
    found = TalentNoticePage.objects.all()
    if codes := asked.get("n"):
        found = found.filter(code__in=codes)
    if texts := asked.get("q"):
        found = found.filter(code__in=keys(texts, "notice"))
    return found.values("translation_key")


def describe(wanted: Collection[UUID]) -> dict[UUID, dict]:
    """Return what programs learn of them."""
    pages = TalentNoticePage.objects.listed().filter(translation_key__in=wanted)
    return {page.translation_key: facts_of(page) for page in pages.prefetch_related("positions")}


def facts_of(page: TalentNoticePage) -> dict:
    return {
        "title": page.title,
        "place": page.fair_place or page.work_place,
        "is_all_day": page.fair_start is None,
        "kind": page.kind,
        "organiser": page.employer,
        "pay": page.pay,
        "contact": page.contact,
        "summary": page.summary,
        "url": absolute(page.short_address),
    }


sources.register_facet("n", _("Job"), names=names)
sources.register_source("fair", things, describe, letters="nq")
sources.register_source("deadline", things, describe, letters="nq", is_quiet=True)
