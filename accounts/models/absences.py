"""Days on which somebody is away, and who stands in."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AbsenceQuerySet(models.QuerySet):
    def on(self, day: date) -> AbsenceQuerySet:
        return self.filter(first__lte=day, last__gte=day)

    def not_over(self, day: date) -> AbsenceQuerySet:
        return self.filter(last__gte=day)

    def overlapping(self, first: date, last: date) -> AbsenceQuerySet:
        return self.filter(first__lte=last, last__gte=first)


class Absence(models.Model):
    """From the first to the last day the delegate does what the person would do in reviews."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="absences",
        verbose_name=_("person"),
    )
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="stands_in",
        verbose_name=_("who stands in"),
        help_text=_("Only people with your role or a higher one, at your areas or above."),
    )
    first = models.DateField(_("first day"), help_text=_("The first day on which you are away."))
    last = models.DateField(
        pgettext_lazy("absence", "last day"), help_text=_("After it everything is as before.")
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="absence_ends_later"
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("delegate")),
                name="nobody_stands_in_for_oneself",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.first} – {self.last}"
