"""What a menu and the sheet that was uploaded last agreed on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetBase(models.Model):
    """Prints of what the last upload said, row by row (events/sheet_bases.py).

    The next upload tells by them what was edited in the admin since. Nothing of it is public.
    """

    menu = models.OneToOneField(
        "events.ActivityMenuPage",
        models.CASCADE,
        related_name="sheet_base",
        verbose_name=_("menu"),
    )
    prints = models.JSONField(_("prints by row and field"), default=dict)
    uploaded_at = models.DateTimeField(_("uploaded at"))

    class Meta:
        verbose_name = _("last sheet of a menu")
        verbose_name_plural = _("last sheets of menus")

    def __str__(self):
        return f"{self.menu_id}: {self.uploaded_at:%Y-%m-%d %H:%M}"
