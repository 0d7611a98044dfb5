"""What subscribers were promised: entries, states of feeds, the ledger of changes.

Ledger and retired feeds hold values and no keys: they outlive what they speak of.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .enums import ChangedField, ChangeReason, ChangeVerb
from .querysets import SOURCE_LANGUAGE, ChangeQuerySet, EntryQuerySet


class CalendarEntry(models.Model):
    """The stored VEVENT of one thing with a time; it is never deleted, only withdrawn.

    A withdrawn entry keeps identity and sequence and loses its text.
    """

    uid = models.CharField(
        _("calendar identity"), max_length=200, help_text=_("It never changes, whatever else does.")
    )
    owner = models.CharField(
        _("made by"),
        max_length=60,
        db_index=True,
        help_text=_("The page whose publication wrote it, for example menu:12."),
    )
    source = models.CharField(
        _("sort"),
        max_length=20,
        default="activity",
        help_text=_("What sort of thing it is: activity, livestream, fair or deadline."),
    )
    thing_id = models.UUIDField(
        _("thing"), help_text=_("The identity of the occurrence, livestream or fair.")
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        default=SOURCE_LANGUAGE,
        help_text=_("The language of its text."),
    )
    node = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="calendar_entries",
        verbose_name=_("centre"),
        help_text=_("The centre whose calendar it stands in."),
    )
    title = models.CharField(
        _("title"), max_length=80, blank=True, help_text=_("As calendars show it.")
    )
    text = models.TextField(
        _("calendar text"), blank=True, help_text=_("One whole VEVENT, as subscribers get it.")
    )
    digest = models.CharField(
        _("digest of the text"),
        max_length=64,
        blank=True,
        help_text=_("SHA-256 of the text without its stamps."),
    )
    facts_digest = models.CharField(
        _("digest of the facts"),
        max_length=64,
        blank=True,
        help_text=_("SHA-256 of what it was rendered from; equal facts are not rendered again."),
    )
    schedule_digest = models.CharField(
        _("digest of the schedule"),
        max_length=64,
        blank=True,
        help_text=_("SHA-256 of times, place and status."),
    )
    sequence = models.PositiveIntegerField(
        _("sequence"), default=0, help_text=_("Raised when times, place or status change.")
    )
    modified_at = models.DateTimeField(
        _("last changed"), help_text=_("When anything that it shows was last changed.")
    )
    starts_at = models.DateTimeField(_("start"), help_text=_("When it begins."))
    ends_at = models.DateTimeField(_("end"), help_text=_("When it is over."))
    is_withdrawn = models.BooleanField(
        _("withdrawn"), default=False, help_text=_("No calendar shows it any more.")
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")
        indexes = [
            models.Index(fields=["ends_at", "starts_at"], name="entry_time"),
            models.Index(fields=["node", "ends_at"], name="entry_node_time"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["thing_id", "language"], name="one_entry_a_thing"),
            models.UniqueConstraint(fields=["uid", "language"], name="one_entry_an_identity"),
        ]

    def __str__(self):
        return self.title or self.uid


class FeedState(models.Model):
    """When the feed of a node last changed; the moment only grows, by whole seconds."""

    page = models.OneToOneField(
        "wagtailcore.Page",
        models.CASCADE,
        primary_key=True,
        related_name="feed_state",
        verbose_name=_("node"),
        help_text=_("The centre or area, or the root for the calendar of everything."),
    )
    changed_at = models.DateTimeField(
        _("last changed"), help_text=_("When an entry at or below the node last changed.")
    )

    class Meta:
        verbose_name = _("state of a feed")
        verbose_name_plural = _("states of feeds")

    def __str__(self):
        return f"{self.page_id}: {self.changed_at:%Y-%m-%d %H:%M:%S}"


class RetiredFeed(models.Model):
    """A feed whose centre or area is closed: it says goodbye for a while, then it is gone."""

    code = models.CharField(
        _("code"), max_length=50, unique=True, help_text=_("The code in the feed's address.")
    )
    title = models.CharField(_("title"), max_length=255, help_text=_("The name it last had."))
    retired_at = models.DateTimeField(_("closed"), help_text=_("When the node went off-line."))

    class Meta:
        verbose_name = _("retired feed")
        verbose_name_plural = _("retired feeds")

    def __str__(self):
        return self.code


class PersonalMenu(models.Model):
    """What somebody picked for a calendar of their own; it says nothing about the person.

    Of its two secrets, the address of the calendar and the address of its editing, only the
    hashes are stored.
    """

    feed_hash = models.CharField(
        _("hash of the calendar's address"), max_length=64, unique=True, help_text="SHA-256"
    )
    edit_hash = models.CharField(
        _("hash of the editing address"), max_length=64, unique=True, help_text="SHA-256"
    )
    lines = models.JSONField(
        _("what was picked"),
        default=list,
        help_text=_("Codes of calendars in the order of picking; a paused one with a minus."),
    )
    changed_at = models.DateTimeField(
        _("last changed"), help_text=_("When something was added, paused or taken off.")
    )
    fetched_on = models.DateField(
        _("last fetched"),
        db_index=True,
        help_text=_("The last day on which a calendar program asked; no hour, no address."),
    )

    class Meta:
        verbose_name = _("personal menu")
        verbose_name_plural = _("personal menus")

    def __str__(self):
        return f"{self.pk}: {len(self.lines)}"


class FetchCount(models.Model):
    """How often programs fetched the calendars of a place on one day; nothing about who asked."""

    place = models.CharField(
        _("place"), max_length=60, help_text=_("As addresses of calendars spell it.")
    )
    fetched_on = models.DateField(_("day"), help_text=_("In local time."))
    number = models.PositiveIntegerField(
        _("fetches"), help_text=_("Answers with or without octets, whatever was chosen there.")
    )

    class Meta:
        verbose_name = _("fetches of a day")
        verbose_name_plural = _("fetches by day")
        constraints = [
            models.UniqueConstraint(fields=["place", "fetched_on"], name="one_count_a_day")
        ]

    def __str__(self):
        return f"{self.place} {self.fetched_on}: {self.number}"


class ChangeEntry(models.Model):
    """One published change of one thing, written once; the database refuses to alter it.

    It holds values and no keys: whatever it speaks of may be renamed or removed later.
    """

    thing_id = models.UUIDField(
        _("thing"), db_index=True, help_text=_("The identity of what was changed.")
    )
    node_code = models.CharField(
        _("centre"), max_length=50, help_text=_("Code of the centre it belongs to.")
    )
    verb = models.CharField(
        _("what was done"),
        max_length=12,
        choices=ChangeVerb,
        help_text=_("Cancelled, moved or something else."),
    )
    field = models.CharField(
        _("what was changed"),
        max_length=12,
        choices=ChangedField,
        help_text=_("Which of its facts differs."),
    )
    old = models.CharField(_("before"), max_length=300, blank=True, help_text=_("The old value."))
    new = models.CharField(_("after"), max_length=300, blank=True, help_text=_("The new value."))
    reason_code = models.CharField(
        _("kind of reason"),
        max_length=20,
        choices=ChangeReason,
        blank=True,
        help_text=_("From the list of reasons."),
    )
    reason_text = models.CharField(
        _("reason"), max_length=200, blank=True, help_text=_("In the words of the centre.")
    )
    at = models.DateTimeField(_("moment"), help_text=_("When it was published."))
    by_body = models.CharField(
        _("who"), max_length=100, help_text=_("The centre or body, never a person.")
    )
    batch = models.UUIDField(
        _("batch"), default=uuid.uuid4, help_text=_("Equal for changes that are shown as one.")
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["node_code", "at"], name="change_centre_time"),
            models.Index(fields=["batch"], name="change_batch"),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.field}"
