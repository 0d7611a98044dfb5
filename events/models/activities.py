"""Public rows: an activity and its occurrences. Only publication and verbs write them."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.enums import ChangeReason
from calendars.ledger import Reason
from common.codes import new_code
from common.models import Audience, Kind
from common.pages import address_of

from ..enums import CALLED_OFF, ActivityStatus, OccurrenceStatus
from ..querysets import ActivityQuerySet, OccurrenceQuerySet
from ..rows import room_renamed

ONE_MOMENT = timedelta(microseconds=1)


class Series(models.Model):
    """A course that goes on from month to month at one centre; its title there is its identity."""

    centre = models.ForeignKey(
        "brands.CentrePage", models.CASCADE, related_name="series", verbose_name=_("centre")
    )
    title = models.CharField(_("title"), max_length=60)
    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series of activities")
        constraints = [
            models.UniqueConstraint(fields=["centre", "title"], name="one_series_a_title")
        ]

    def __str__(self):
        return self.title


class Activity(models.Model):
    """One row of a menu as the public knows it; (menu, block id) is its identity for good."""

    menu = models.ForeignKey(
        "events.ActivityMenuPage",
        models.PROTECT,
        related_name="activities",
        verbose_name=_("menu"),
    )
    block_id = models.UUIDField(_("row of the menu"))
    centre = models.ForeignKey(
        "brands.CentrePage", models.PROTECT, related_name="activities", verbose_name=_("centre")
    )
    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code)
    position = models.PositiveSmallIntegerField(pgettext_lazy("order", "position"), default=0)
    title = models.CharField(_("title"), max_length=120)
    kind = models.ForeignKey(
        Kind, models.PROTECT, related_name="activities", verbose_name=_("kind")
    )
    audiences = models.ManyToManyField(
        Audience, through="events.ActivityAudience", verbose_name=_("audiences")
    )
    facility = models.ForeignKey(
        "brands.Facility",
        models.SET_NULL,
        null=True,
        related_name="activities",
        verbose_name=_("room"),
    )
    series = models.CharField(_("series"), max_length=60, blank=True)
    when = models.CharField(_("when"), max_length=300)
    place = models.CharField(_("place"), max_length=120, blank=True)
    audience = models.CharField(_("for whom"), max_length=120, blank=True)
    capacity = models.CharField(_("places"), max_length=60, blank=True)
    fee = models.CharField(_("fee"), max_length=60, blank=True)
    is_free = models.BooleanField(_("free"), default=True, db_index=True)
    sign_up = models.CharField(_("how to sign up"), max_length=120, blank=True)
    presenter = models.CharField(_("presenter"), max_length=120, blank=True)
    contact = models.CharField(_("telephone"), max_length=60, blank=True)
    summary = models.TextField(_("about it"), max_length=2000, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=ActivityStatus, default=ActivityStatus.ON
    )
    planned_status = models.CharField(
        _("status in the menu"),
        max_length=10,
        choices=ActivityStatus,
        default=ActivityStatus.ON,
        help_text=_("What the row said when it was last published; a verb may have changed it."),
    )
    reason_code = models.CharField(
        _("kind of reason"), max_length=20, choices=ChangeReason, blank=True
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    is_weekly = models.BooleanField(_("again and again"), default=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["menu", "position"]
        constraints = [
            models.UniqueConstraint(fields=["menu", "block_id"], name="one_activity_a_row")
        ]

    def __str__(self):
        return self.title

    @property
    def address(self) -> str:
        """Readable address below the menu; the menu's page must be at hand."""
        return f"{address_of(self.menu.url_path)}{self.code}/"

    @property
    def is_cancelled(self) -> bool:
        return self.status == ActivityStatus.CANCELLED

    @property
    def shown_place(self) -> str:
        """The place as the row says it, its room under the name that it has now."""
        return room_renamed(self.place, self.facility.name) if self.facility else self.place


class ActivityAudience(models.Model):
    """An audience that an activity is for."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="audience_rows")
    audience = models.ForeignKey(Audience, models.CASCADE, related_name="activity_rows")

    class Meta:
        verbose_name = _("audience of an activity")
        verbose_name_plural = _("audiences of activities")
        constraints = [
            models.UniqueConstraint(fields=["activity", "audience"], name="audience_once")
        ]

    def __str__(self):
        return f"{self.activity_id}: {self.audience_id}"


class Occurrence(models.Model):
    """One time at which an activity takes place. Its UUID is its calendar UID for life.

    `planned_start` and `planned_end` are the slot of the menu's text, `start` and `end` the truth
    after any move. Intervals are half open; an all-day one runs from midnight to midnight.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="occurrences", verbose_name=_("activity")
    )
    centre = models.ForeignKey(
        "brands.CentrePage", models.PROTECT, related_name="occurrences", verbose_name=_("centre")
    )
    start = models.DateTimeField(_("start"))
    end = models.DateTimeField(_("end"))
    is_all_day = models.BooleanField(_("all day"), default=False)
    end_is_assumed = models.BooleanField(_("end is assumed"), default=False)
    planned_start = models.DateTimeField(_("planned start"))
    planned_end = models.DateTimeField(_("planned end"))
    moved_from = models.DateTimeField(_("moved from"), null=True)
    status = models.CharField(
        _("status"), max_length=10, choices=OccurrenceStatus, default=OccurrenceStatus.ON
    )
    reason_code = models.CharField(
        _("kind of reason"), max_length=20, choices=ChangeReason, blank=True
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    moved_place = models.CharField(_("other place"), max_length=120, blank=True)
    online_address = models.URLField(
        _("address on the web"),
        blank=True,
        help_text=_("Where to take part when it is held on the web instead."),
    )
    is_planned = models.BooleanField(
        _("in the menu"),
        default=True,
        help_text=_("Whether the menu's text, as last published, names its planned slot."),
    )

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("occurrence")
        verbose_name_plural = _("occurrences")
        ordering = ["start", "uuid"]
        indexes = [
            models.Index(fields=["start", "end"], name="occurrence_time"),
            models.Index(fields=["centre", "start"], name="occurrence_centre_time"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="occurrence_has_length"
            )
        ]

    def __str__(self):
        return f"{self.activity_id} {self.start:%Y-%m-%d %H:%M}"

    @property
    def place(self) -> str:
        return self.moved_place or self.activity.shown_place

    @property
    def first_day(self) -> date:
        """The local day on which it begins."""
        return timezone.localdate(self.start)

    @property
    def last_day(self) -> date:
        """The last local day readers see it on: one past midnight belongs to its evening."""
        return timezone.localdate(self.end - ONE_MOMENT) if self.is_all_day else self.first_day

    @property
    def is_called_off(self) -> bool:
        return self.status in CALLED_OFF

    @property
    def is_moved(self) -> bool:
        return self.moved_from is not None and not self.is_called_off

    @property
    def shown_end(self) -> datetime | None:
        """The end as readers see it: none when it was only assumed."""
        return None if self.end_is_assumed or self.is_all_day else self.end

    @property
    def public_reason(self) -> str:
        """Why it was cancelled or moved, in the language that is active."""
        return Reason(self.reason_code, self.reason).sentence

    def give_reason(self, reason: Reason) -> None:
        self.reason_code, self.reason = reason.code, reason.text
