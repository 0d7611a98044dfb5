"""What every page of the tree shares: its address, its description, safe saving."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from . import versions
from .caching import conditional

DRAFT_FIELDS = (
    "latest_revision_id",
    "latest_revision_created_at",
    "draft_title",
    "has_unpublished_changes",
)


def address_of(url_path: str) -> str:
    """Return the public address of a page's `url_path`, without language prefix.

    Example: "/home/fangshan/suzhuang-sanli/" gives "/fangshan/suzhuang-sanli/".
    """
    return "/" + url_path.split("/", 2)[2]


class BasePage(Page):
    """A page whose newer draft survives a publication, and whose change is counted."""

    share_image = models.ForeignKey(
        "media.SiteImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for sharing"),
        help_text=_("Shown when somebody sends the link to a friend. Empty: one is drawn."),
    )

    private_page_options = []  # a restriction on a page would not hide its rows (design: promise 1)
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
            ],
            heading=_("For search engines and sharing"),
        )
    ]

    class Meta:
        abstract = True

    @property
    def address(self) -> str:
        return address_of(self.url_path)

    def save(self, *args, **kwargs):
        """Save in one transaction; a whole save keeps a draft that is newer than this copy.

        `Revision.publish()` writes back the page as it was read. If another editor saved a draft
        in between, its revision would be forgotten; so the row is locked and asked first.
        """
        with transaction.atomic():
            whole = kwargs.get("update_fields") is None
            if whole and self.pk:
                self.keep_newer_draft()
            super().save(*args, **kwargs)
            if whole:
                self.after_save()
                versions.touch(self.path)

    def keep_newer_draft(self) -> None:
        stored = (
            Page.objects.select_for_update().filter(pk=self.pk).values(*DRAFT_FIELDS).first() or {}
        )
        if (stored.get("latest_revision_id") or 0) > (self.latest_revision_id or 0):
            for name, value in stored.items():
                setattr(self, name, value)

    def after_save(self) -> None:
        """Write what the public reads; runs inside the saving transaction, more than once."""

    def answer(self, request, draw):
        """Answer 304 when the reader holds the page as it is, else what `draw` returns."""
        return conditional(request, self.path, draw)

    def serve(self, request, *args, **kwargs):
        return self.answer(request, lambda: super(BasePage, self).serve(request, *args, **kwargs))
