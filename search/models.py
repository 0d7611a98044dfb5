"""What the public can find: one row for each public thing and language."""

from __future__ import annotations

import datetime as dt

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from .enums import ThingKind
from .fields import TokensField
from .querysets import SearchEntryQuerySet
from .tables import AskedText, PinnedResult, SynonymGroup

__all__ = ["AskedText", "PinnedResult", "SearchEntry", "SynonymGroup"]


class SearchEntry(index.Indexed, models.Model):
    """A public thing as search sees it. Only `search.index` writes these rows.

    They are made and removed in the transaction that publishes the thing, so nothing else is ever
    found and no right has to be asked for.
    """

    kind = models.CharField(
        _("kind"), max_length=20, help_text=_("What it is, as a code: activity, centre, notice…")
    )
    thing_key = models.CharField(
        _("key"), max_length=64, help_text=_("Tells this thing from others of its kind.")
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        default="zh-hans",
        help_text=_("The language that title and text are written in."),
    )
    owner = models.CharField(
        _("owner"),
        max_length=64,
        blank=True,
        db_index=True,
        help_text=_("What published it (menu:12); its entries are replaced together."),
    )
    node = models.ForeignKey(
        Page,
        verbose_name=_("centre or area"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Where it belongs; empty for the site as a whole."),
    )
    title = models.CharField(_("title"), max_length=255, help_text=_("The name people know."))
    body = models.TextField(_("text"), blank=True, help_text=_("What else can be found of it."))
    keywords = models.TextField(
        _("keywords"),
        blank=True,
        help_text=_("What weighs more than its text: kind of room, presenter, centre."),
    )
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("Centre and room, as people write it.")
    )
    url = models.CharField(
        _("address"), max_length=500, help_text=_("Path of its page, without a language.")
    )
    starts_at = models.DateTimeField(
        _("first moment"), null=True, blank=True, help_text=_("Empty if it has no date.")
    )
    ends_at = models.DateTimeField(
        _("last moment"),
        null=True,
        blank=True,
        help_text=_("From then on it is past; empty if it never is."),
    )
    day_tokens = TokensField(
        _("days"),
        blank=True,
        help_text=_("Its days and parts of day, for example d20261209 d20261209e."),
    )
    months = TokensField(
        _("months"), blank=True, help_text=_("The months of its days, for example 202612.")
    )
    audiences = TokensField(
        _("audiences"), blank=True, help_text=_("For whom it is, as codes; “all” is everybody.")
    )
    traits = TokensField(
        _("traits"),
        blank=True,
        help_text=_("What else it can be narrowed by: free, kind-art, its parts of day."),
    )
    is_cancelled = models.BooleanField(
        _("is cancelled"), default=False, help_text=_("It stays to be found, marked as cancelled.")
    )
    published_at = models.DateTimeField(
        _("published at"), null=True, blank=True, help_text=_("When it became public.")
    )

    objects = SearchEntryQuerySet.as_manager()

    # Written in bulk by search.index, which tells the engines itself.
    search_auto_update = False
    search_fields = [
        index.SearchField("title", boost=10),
        index.SearchField("keywords", boost=3),
        index.SearchField("place", boost=3),
        index.SearchField("body"),
        index.AutocompleteField("name"),
        index.FilterField("id"),
        index.FilterField("kind"),
        index.FilterField("language"),
        index.FilterField("owner"),
        index.FilterField("node"),
        index.FilterField("months"),
        index.FilterField("audiences"),
        index.FilterField("day_tokens"),
        index.FilterField("traits"),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
        index.FilterField("is_cancelled"),
    ]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing_key", "language"], name="search_entry_once_per_thing"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def name(self) -> str:
        """What is offered while typing; moments of recordings would crowd out everything else."""
        return "" if self.kind == ThingKind.MOMENT else self.title

    def is_past(self, at: dt.datetime) -> bool:
        """Say whether the thing is over; without a last moment it never is."""
        return self.ends_at is not None and self.ends_at <= at

    def day_to_show(self, at: dt.datetime) -> dt.date | None:
        """Return its next day from the given moment on, its last one if it is past, or None.

        A weekly class shows its next evening, not the first one in September.
        """
        today = timezone.localdate(at)
        days = [
            dt.date(int(token[1:5]), int(token[5:7]), int(token[7:9]))
            for token in self.day_tokens.split()
            if len(token) == 9 and token[0] == "d" and token[1:].isdecimal()
        ]
        if coming := [day for day in days if day >= today]:
            return min(coming)
        if days:
            return max(days)
        return timezone.localdate(self.starts_at) if self.starts_at else None


class PendingWrite(models.Model):
    """A thing that a search engine outside the database must look at again.

    It is noted in the transaction that changes the thing and sent afterwards (`search.pending`).
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=50)
    noted_at = models.DateTimeField(auto_now_add=True)
    # The index that has taken it; kept only while another one is being filled.
    sent_to = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("change to be sent to the search engine")
        verbose_name_plural = _("changes to be sent to the search engine")

    def __str__(self):
        return f"{self.content_type_id}: {self.object_id}"


class Rebuild(models.Model):
    """An index that is being filled; meanwhile what is written to the old one is kept."""

    alias = models.CharField(max_length=200, unique=True)
    building = models.CharField(max_length=200)
    started_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("rebuild of a search index")
        verbose_name_plural = _("rebuilds of search indexes")

    def __str__(self):
        return self.alias
