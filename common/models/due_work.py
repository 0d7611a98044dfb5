"""When due work last ran, and the lock that keeps two runs apart."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

LEASE = timedelta(minutes=15)  # a run that died holds the others up no longer than this
LATE_AFTER = timedelta(minutes=10)  # it should run each minute


class DueWorkRunQuerySet(models.QuerySet):
    def free(self, at: datetime) -> DueWorkRunQuerySet:
        """Runs that ended, or that began so long ago that their process must have died."""
        return self.filter(models.Q(ended_at__isnull=False) | models.Q(started_at__lte=at - LEASE))


class DueWorkRun(models.Model):
    """The only row: the run that goes on, else the last one.

    Whoever turns it from free to begun in one statement has the lock; no transaction stays open.
    """

    started_at = models.DateTimeField(_("began"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    finished_at = models.DateTimeField(
        _("last completed"), null=True, help_text=_("When a run last came to its end.")
    )
    results = models.JSONField(
        _("results"),
        default=dict,
        help_text=_("Name of each part and how many items it did; empty where it failed."),
    )

    objects = DueWorkRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of due work")
        verbose_name_plural = _("runs of due work")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_due_work_run")]

    def __str__(self):
        return f"{self.finished_at:%Y-%m-%d %H:%M}" if self.finished_at else "–"

    @classmethod
    def last(cls) -> DueWorkRun:
        """Return the row; a new site has one that never ran."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def failed_parts(self) -> list[str]:
        return [name for name, number in self.results.items() if number is None]

    def is_late(self, at: datetime) -> bool:
        return self.finished_at is None or self.finished_at < at - LATE_AFTER
