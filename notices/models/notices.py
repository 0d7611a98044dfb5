"""Talent notices: what kind, where, until when, and who asks."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface

from calendars.shown import ON, Shown
from common.drawings import SCENES
from common.pages import BasePage
from common.reviewed import ReviewedPage
from media.told import ToldPage

from .. import panels, pay
from ..enums import NoticeKind
from ..forms import NoticeForm
from ..querysets import TalentNoticeManager

if TYPE_CHECKING:
    from .positions import Position

COUNTED_PEOPLE = re.compile(r"\d\s*[名人位]")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that hold something, trimmed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class TalentNoticePage(ReviewedPage, ToldPage):
    """One notice of one employer; it is open to the end of its last day."""

    parent_page_types = ["brands.CentrePage"]
    subpage_types = []
    template = "notices/talent_notice_page.html"
    short_letter = "n"
    base_form_class = NoticeForm

    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=NoticeKind,
        default=NoticeKind.JOB,
        help_text=_("Readers can filter by it."),
    )
    employer = models.CharField(
        _("employer"), max_length=80, help_text=_("Who pays, by its full name.")
    )
    valid_until = models.DateField(
        _("last day"),
        db_index=True,
        help_text=_("On this day people can still apply; after it the notice says it is closed."),
    )
    summary = models.TextField(
        _("what to do"),
        max_length=1500,
        blank=True,
        help_text=_("The work as it really is: sitting or standing, heavy or light, where."),
    )
    requirements = models.TextField(
        _("what is asked"),
        max_length=1000,
        blank=True,
        help_text=_("One condition a line. Say also what is not needed."),
    )
    how_to_apply = models.TextField(
        _("how to apply"),
        max_length=1000,
        blank=True,
        help_text=_("One step a line: whom to call, what to bring, what happens next."),
    )
    contact = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        help_text=_("An office number; never a private mobile."),
    )
    work_place = models.CharField(
        _("place of work"),
        max_length=100,
        blank=True,
        help_text=_("Street, number, landmark."),
    )
    pay_summary = models.CharField(
        _("pay in short"),
        max_length=40,
        blank=True,
        help_text=_("Empty: made from the positions. Needed when they are paid in different ways."),
    )
    fair_start = models.DateTimeField(
        _("fair begins at"), null=True, blank=True, help_text=_("Only for a job fair.")
    )
    fair_end = models.DateTimeField(
        _("fair ends at"), null=True, blank=True, help_text=_("Only for a job fair.")
    )
    fair_place = models.CharField(
        _("place of the fair"),
        max_length=60,
        blank=True,
        help_text=_("Room or square."),
    )
    scene = models.CharField(
        _("view from the window"),
        max_length=20,
        choices=list(SCENES.items()),
        default="workshop",
        help_text=_("The drawn cover of the page."),
    )
    urgent_reason = models.CharField(
        _("why it cannot wait"),
        max_length=100,
        blank=True,
        help_text=_(
            "Only for what has to be public at once: one step may put it out, the next confirms "
            "it afterwards or takes it down. Readers do not see this sentence."
        ),
    )

    exclude_fields_in_copy = [*ToldPage.exclude_fields_in_copy, "urgent_reason"]

    objects = TalentNoticeManager()

    content_panels = panels.notice_panels
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Notice")),
            ObjectList(BasePage.promote_panels, heading=_("Sharing")),
        ]
    )

    class Meta:
        verbose_name = _("talent notice")
        verbose_name_plural = _("talent notices")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fair_start=None, fair_end=None)
                | models.Q(fair_end__gt=models.F("fair_start")),
                name="fair_ends_later",
            )
        ]

    def clean(self):
        super().clean()
        errors = {}
        if self.kind == NoticeKind.FAIR and not self.fair_start:
            errors["fair_start"] = _("A job fair needs the time at which it begins.")
        if self.fair_start and not self.fair_end:
            errors["fair_end"] = _("Say when the fair ends.")
        if self.fair_end and not self.fair_start:
            errors["fair_start"] = _("Say when the fair begins.")
        if self.fair_start and self.fair_end and self.fair_end <= self.fair_start:
            errors["fair_end"] = _("The end must be later than the beginning.")
        if errors:
            raise ValidationError(errors)

    @property
    def is_open(self) -> bool:
        """Open today; the pages' validators hold the day, so this never grows stale."""
        return self.is_open_on(timezone.localdate())

    @cached_property
    def position_list(self) -> list[Position]:
        return list(self.positions.all())

    @property
    def headcount(self) -> int:
        """How many people are wanted in all; 0 when no position says."""
        return sum(position.headcount or 0 for position in self.position_list)

    @property
    def title_says_headcount(self) -> bool:
        """Whether the title says how many are wanted, as 招电工 2 名 does."""
        return bool(COUNTED_PEOPLE.search(self.title))

    @property
    def pay(self) -> str:
        """One line for lists; "" when the positions have no common unit and nobody wrote one."""
        if self.pay_summary:
            return self.pay_summary
        found = pay.pay_range((row.pay_min, row.pay_max, row.unit) for row in self.position_list)
        if found:
            notes = {row.pay_note for row in self.position_list}
            return pay.pay_text(*found, note=notes.pop() if len(notes) == 1 else "")
        return self.position_list[0].pay if self.position_list else ""

    @property
    def requirement_lines(self) -> list[str]:
        return lines_of(self.requirements)

    @property
    def steps(self) -> list[str]:
        return lines_of(self.how_to_apply)

    def is_open_on(self, day: date) -> bool:
        return day <= self.valid_until

    def told(self) -> Shown | None:
        """A fair has a time that people rely on; any other notice only ends."""
        if not self.fair_start or not self.fair_end:
            return None
        return Shown(
            start=self.fair_start,
            end=self.fair_end,
            is_all_day=False,
            end_is_assumed=False,
            place=self.fair_place,
            presenter="",
            status=ON,
        )

    def after_save(self):
        from ..publication import publish_notice

        publish_notice(self)

    def get_context(self, request, *args, **kwargs):
        from ..listings import notice_context

        return super().get_context(request, *args, **kwargs) | notice_context(self)
