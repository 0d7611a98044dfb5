"""Calendars of others that a centre reads."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models import CentrePage


class CalendarSource(models.Model):
    """An address that the worker fetches when an editor asks; nothing of it is public."""

    centre = models.ForeignKey(
        CentrePage, models.CASCADE, related_name="calendar_sources", verbose_name=_("centre")
    )
    address = models.CharField(_("address"), max_length=500)
    label = models.CharField(_("whose calendar"), max_length=60, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    fetched_at = models.DateTimeField(_("fetched at"), null=True)
    etag = models.CharField(max_length=200, blank=True)
    problem = models.CharField(_("problem"), max_length=20, blank=True)
    body = models.BinaryField(_("calendar"), default=bytes)

    class Meta:
        verbose_name = _("calendar of others")
        verbose_name_plural = _("calendars of others")
        constraints = [
            models.UniqueConstraint(fields=["centre", "address"], name="one_source_an_address")
        ]

    def __str__(self):
        return self.label or self.address

    @property
    def is_waiting(self) -> bool:
        """Whether it was asked for and the worker has not come to it."""
        return self.fetched_at is None or self.fetched_at < self.asked_at
