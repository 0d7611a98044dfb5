"""How many came: entered by the centre after an activity, never guessed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .activities import Activity


class Attendance(models.Model):
    """Person-times of one activity, all its dates together; no row means that nobody has said."""

    activity = models.OneToOneField(
        Activity, models.CASCADE, related_name="attendance", verbose_name=_("activity")
    )
    people = models.PositiveIntegerField(
        _("person-times"), help_text=_("All who came, counted anew at each date.")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")

    def __str__(self):
        return f"{self.activity_id}: {self.people}"
