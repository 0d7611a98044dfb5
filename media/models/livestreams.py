"""A talk or class that is broadcast, and later watched again."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.fields import RichTextField

from calendars.shown import CANCELLED, ON, Shown
from common.drawings import SCENES
from common.pages import BasePage
from common.reviewed import ReviewedPage

from .. import panels, providers
from ..clocks import SecondsField, clock_of
from ..enums import LiveState
from ..forms import LivestreamForm
from ..querysets import LivestreamManager
from ..told import ToldPage


class LivestreamPage(ReviewedPage, ToldPage):
    """One broadcast, from its announcement to its replay, under one address."""

    parent_page_types = ["brands.CentrePage"]
    subpage_types = []
    template = "media/livestream_page.html"
    short_letter = "r"

    start_at = models.DateTimeField(
        _("begins at"),
        db_index=True,
        help_text=_("Date and time, for example 2026-12-03 19:30."),
    )
    end_at = models.DateTimeField(
        _("ends at"),
        db_index=True,
        help_text=_("As planned; correct it if it took longer."),
    )
    presenter = models.CharField(
        _("presenter"),
        max_length=60,
        blank=True,
        help_text=_("Who speaks, and what they do."),
    )
    summary = models.CharField(
        _("in short"),
        max_length=200,
        blank=True,
        help_text=_("One or two plain sentences: what people will see and take home."),
    )
    story = RichTextField(
        _("about it"),
        blank=True,
        features=["bold", "link", "ul", "ol"],
        help_text=_("What it is about, for those who want to know more."),
    )
    place = models.CharField(
        _("room"),
        max_length=60,
        blank=True,
        help_text=_("Where people can sit in, if they can."),
    )
    contact = models.CharField(
        _("telephone for questions"),
        max_length=30,
        blank=True,
        help_text=_("An office number; never a private mobile."),
    )
    scene = models.CharField(
        _("view from the window"),
        max_length=20,
        choices=list(SCENES.items()),
        default="lecture",
        help_text=_("The drawn cover, shown when there is no picture."),
    )
    poster = models.ForeignKey(
        "media.SiteImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown before the video begins. Empty: the drawn cover."),
    )
    live_url = models.URLField(
        _("address of the broadcast"),
        max_length=500,
        blank=True,
        help_text=_("From Bilibili, Tencent Video or Youku, or an https address of the video."),
    )
    is_cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("It stays visible and says that it is off."),
    )
    cancel_reason = models.CharField(
        _("reason"),
        max_length=120,
        blank=True,
        help_text=_("What people read: why it is off and what happens instead."),
    )
    video = models.ForeignKey(
        "media.SiteMedia",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("video of the replay"),
        help_text=_("Uploaded here, it plays without calling any other site."),
    )
    replay_url = models.URLField(
        _("address of the replay"),
        max_length=500,
        blank=True,
        help_text=_("Only when the replay lies elsewhere: Bilibili, Tencent Video, Youku, https."),
    )
    replay_note = models.CharField(
        _("when the replay comes"),
        max_length=60,
        blank=True,
        help_text=_("Shown after the end while there is no replay, for example 明天能看."),
    )
    captions_vtt = models.TextField(
        _("captions"),
        blank=True,
        help_text=_("Filled from the file; small corrections can be made here."),
    )
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("What was said, for reading instead of watching."),
    )

    told_state = models.CharField(
        _("state told to readers"),
        max_length=10,
        choices=LiveState,
        blank=True,
        editable=False,
        help_text=_("Kept by due work: a page is drawn anew when its state turns."),
    )

    objects = LivestreamManager()

    base_form_class = LivestreamForm
    content_panels = panels.announcement_panels
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Announcement")),
            ObjectList(panels.replay_panels, heading=_("Replay")),
            ObjectList(BasePage.promote_panels, heading=_("Sharing")),
        ]
    )

    class Meta:
        verbose_name = _("livestream")
        verbose_name_plural = _("livestreams")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_at__gt=models.F("start_at")),
                name="livestream_ends_later",
            )
        ]

    def clean(self):
        super().clean()
        errors = {}
        if self.start_at and self.end_at and self.end_at <= self.start_at:
            errors["end_at"] = _("The end must be later than the beginning.")
        for name in ("live_url", "replay_url"):
            if getattr(self, name) and providers.read(getattr(self, name)) is None:
                errors[name] = providers.SENTENCE
        if self.is_cancelled and not self.cancel_reason:
            errors["cancel_reason"] = _("Say in one sentence why it is cancelled.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None and self.live:
            self.told_state = self.state
        super().save(*args, **kwargs)

    @property
    def captions(self) -> bool:
        """Whether there are captions; lists ask the database, the text itself is long."""
        known = self.__dict__.get("has_captions")
        return bool(self.captions_vtt) if known is None else known

    @property
    def has_replay(self) -> bool:
        return bool(self.video_id or self.replay_url)

    @property
    def minutes(self) -> int:
        """Length in minutes: of the recording when it is known, else as planned."""
        if self.video_id and self.video.minutes:
            return self.video.minutes
        return round((self.end_at - self.start_at).total_seconds() / 60)

    @property
    def state(self) -> str:
        """The state now; readers' pages are drawn anew when it turns (`media.due_work`)."""
        return self.state_at(timezone.now())

    @cached_property
    def chapter_list(self) -> list[Chapter]:
        """Chapters in the order of the recording, also in a preview."""
        return sorted(self.chapters.all(), key=lambda chapter: chapter.seconds)

    def state_at(self, moment: datetime) -> str:
        """Return the value of a LiveState: what readers are told at this moment."""
        if self.is_cancelled:
            return LiveState.CANCELLED.value
        if moment < self.start_at:
            return LiveState.ANNOUNCED.value
        if moment < self.end_at:
            return LiveState.LIVE.value
        return (LiveState.REPLAY if self.has_replay else LiveState.ENDED).value

    def told(self) -> Shown | None:
        if not self.start_at or not self.end_at:
            return None
        return Shown(
            start=self.start_at,
            end=self.end_at,
            is_all_day=False,
            end_is_assumed=False,
            place=self.place,
            presenter=self.presenter,
            status=CANCELLED if self.is_cancelled else ON,
        )

    def after_save(self):
        from ..publication import publish_livestream

        publish_livestream(self)

    def get_context(self, request, *args, **kwargs):
        from ..players import stage_context

        return super().get_context(request, *args, **kwargs) | stage_context(self, request)


class Chapter(models.Model):
    """A place in the replay from which one may start."""

    page = ParentalKey(LivestreamPage, on_delete=models.CASCADE, related_name="chapters")
    seconds = SecondsField(
        _("from"),
        help_text=_("Minutes and seconds from the beginning, for example 3:15."),
    )
    title = models.CharField(
        _("title"), max_length=60, help_text=_("What begins here, in a few words.")
    )

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
        ordering = ["seconds", "pk"]

    def __str__(self):
        return f"{self.clock} {self.title}"

    @property
    def clock(self) -> str:
        return clock_of(self.seconds)
