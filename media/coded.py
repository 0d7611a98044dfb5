"""Pages with a code for life, given when they are first published."""

from __future__ import annotations

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from common.codes import new_code
from common.pages import BasePage


class CodedPage(BasePage):
    """A page that calendars and printed codes know by a code.

    The code in the table is the only true one: a revision written before the first publication
    has none, a copy's revision has that of its original. Translations carry none; they share
    the address of their source.
    """

    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text=_("Part of the short address; given at the first publication, never changed."),
    )

    exclude_fields_in_copy = ["code"]
    short_letter = ""

    class Meta:
        abstract = True

    @property
    def short_address(self) -> str:
        """The address for life, "" before the first publication."""
        return f"/{self.short_letter}/{self.code}/" if self.code else ""

    @property
    def is_source(self) -> bool:
        """Whether this is the page in the language it was written in, not a translation."""
        return self.locale.language_code == settings.LANGUAGE_CODE

    def save(self, *args, **kwargs):
        with transaction.atomic():
            if kwargs.get("update_fields") is None:
                self.keep_code()
            super().save(*args, **kwargs)

    def keep_code(self) -> None:
        """Take the code from the table, and make one when the page first goes out."""
        stored = None
        if self.pk:
            stored = type(self).objects.filter(pk=self.pk).values_list("code", flat=True).first()
        self.code = stored
        if self.code is None and self.live and self.is_source:
            self.code = new_code()

    def with_content_json(self, content):
        page = super().with_content_json(content)
        page.code = self.code
        return page
