"""A centre's menu of one month: the unit of drafting, review, preview and publication."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.url_routing import RouteResult

from calendars.enums import ChangeReason
from calendars.ledger import Reason
from common.fields import StreamField
from common.pages import BasePage
from common.reviewed import ReviewedPage

from ..blocks import MenuBlock
from ..forms import MenuForm
from ..limits import LIMITS
from ..menu_months import month_of_slug, next_free_month, usual_moment, usual_title
from ..panels import GoesOutPanel, MonthPanel, SuggestionsPanel


class ActivityMenuPage(ReviewedPage, BasePage):
    """What is on in one month at one centre. Its rows are drafts until publication."""

    parent_page_types = ["brands.CentrePage"]
    subpage_types = []
    template = "events/activity_menu_page.html"
    base_form_class = MenuForm

    month = models.DateField(
        _("month"), db_index=True, help_text=_("Any day of the month; the first is kept.")
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("One sentence under the headline, for example about a closed day."),
    )
    rows = StreamField(
        MenuBlock(),
        blank=True,
        verbose_name=_("activities"),
        help_text=_("One block for each activity; drag to reorder, duplicate what is alike."),
    )

    missing_code = models.CharField(
        _("kind of reason"),
        max_length=20,
        choices=ChangeReason.to_choose(),
        blank=True,
        help_text=_("Needed when activities that are public are no longer in the menu."),
    )
    missing_reason = models.CharField(
        _("why they are cancelled"),
        max_length=LIMITS["reason"],
        blank=True,
        help_text=_("Readers see it beside each activity that was taken out of the menu."),
    )

    # A copy is of another month, that of its new address; the month follows from it.
    exclude_fields_in_copy = ["month", "missing_code", "missing_reason", "go_live_at"]

    content_panels = [
        FieldRowPanel([MonthPanel("month"), FieldPanel("note")]),
        FieldPanel("rows"),
        SuggestionsPanel(),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("missing_code"), FieldPanel("missing_reason")])],
            heading=_("Activities taken out of a published menu"),
            classname="collapsed",
        ),
        CommentPanel(),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Menu")),
            ObjectList([GoesOutPanel(), FieldPanel("go_live_at")], heading=_("Publication date")),
        ]
    )

    class Meta:
        verbose_name = _("activity menu")
        verbose_name_plural = _("activity menus")

    def full_clean(self, *args, **kwargs):
        self.settle()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        """A draft needs its month too: a copy is saved as one and takes the next free month."""
        self.settle()
        super().minimal_clean()

    def settle(self) -> None:
        """Month, title and slug follow from each other and from the centre."""
        if self.month is None and (self.slug or self.path):
            self.month = month_of_slug(self.slug) or next_free_month(self.get_parent())
            self.go_live_at = usual_moment(self.month)
        if self.month:
            self.month = self.month.replace(day=1)
            self.slug = f"{self.month:%Y-%m}"
            self.title = self.title or usual_title(self.centre, self.month)
            self.draft_title = self.draft_title or self.title

    @property
    def centre(self):
        """The centre whose menu it is; None before the menu is in the tree."""
        return self.get_parent().specific if self.path else None

    @property
    def entries_owner(self) -> str:
        """The name under which the menu's calendar and search entries are kept."""
        return f"menu:{self.pk}"

    @property
    def reason_for_missing(self) -> Reason:
        """Why public activities are no longer in the menu."""
        return Reason(self.missing_code, self.missing_reason)

    @property
    def is_source(self) -> bool:
        """Translations share the rows of the source language's menu."""
        return self.alias_of_id is None and self.locale.language_code == settings.LANGUAGE_CODE

    def after_save(self):
        from .. import publication  # it writes the tables of this package

        if not self.is_source:
            return
        if self.live:
            publication.publish_rows(self, timezone.now())
        else:
            publication.withdraw_rows(self, timezone.now())

    def route(self, request, path_components):
        """The menu itself, the same menu by kind, or one of its activities."""
        if self.live and len(path_components) == 1:
            return RouteResult(self, kwargs={"part": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request, part=""):
        from ..menu_views import draw

        return self.answer(request, lambda: draw(request, self, part))

    def serve_preview(self, request, mode_name):
        from ..menu_views import draw_preview

        return draw_preview(request, self)
