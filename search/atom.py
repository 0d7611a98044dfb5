"""A search as an Atom feed: what is new among its results."""

from __future__ import annotations

import datetime as dt
from io import StringIO

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .answers import Answer
from .enums import ThingKind
from .models import SearchEntry

BEGINNING = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)  # of what has no date of publication
SUMMARY = 300  # characters


class Feed(Atom1Feed):
    """A feed that without entries has no new moment at each visit, as the stock class has."""

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else BEGINNING


def atom_of(request, found: Answer) -> str:
    """Return the results of an answer's page as Atom, in the order of the page."""
    site = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    query = request.GET.urlencode()
    page = f"{site}{reverse('search:search')}?{query}"
    feed = Feed(
        title=_("Changlai: “%(text)s”") % {"text": found.question.text or _("Search")},
        link=page,
        description="",
        language=get_language(),
        feed_url=f"{site}{reverse('search:atom')}?{query}",
        feed_guid=page,
    )
    labels = dict(ThingKind.choices)
    for entry in found.results.entries:
        feed.add_item(
            title=entry.title,
            link=f"{site}{entry.url}",
            unique_id=f"tag:{settings.CALENDAR_UID_DOMAIN},2026:{_name(entry)}",
            description=" ".join(filter(None, [entry.place, entry.body]))[:SUMMARY],
            categories=[str(labels.get(entry.kind, entry.kind))],
            updateddate=entry.published_at or BEGINNING,
            pubdate=entry.published_at,
        )
    written = StringIO()
    feed.write(written, "utf-8")
    return written.getvalue()


def _name(entry: SearchEntry) -> str:
    return f"{entry.kind}/{entry.thing_key}/{entry.language}"
