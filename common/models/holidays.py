"""Public holidays and make-up workdays, kept as data by the network's administrators."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class HolidayQuerySet(models.QuerySet):
    def effects_at(
        self, paths: Iterable[str], first: date, last: date
    ) -> dict[str, dict[date, str]]:
        """Return for each tree path the days of a span that are not as usual; one query.

        What a network says of a day goes before what holds for all.
        """
        networks = {path: path[: Page.steplen * 3] for path in paths}
        rows = (
            self.filter(
                models.Q(network=None) | models.Q(network__path__in=set(networks.values())),
                date__range=(first, last),
            )
            .exclude(effect=Holiday.Effect.NAMED)
            .values_list("network__path", "date", "effect")
        )
        told: dict[str | None, dict[date, str]] = {}
        for network, day, effect in rows:
            told.setdefault(network, {})[day] = effect
        return {
            path: {**told.get(None, {}), **told.get(network, {})}
            for path, network in networks.items()
        }


class Holiday(models.Model):
    """One day on which the week does not follow its usual course, or a named day such as 冬至."""

    class Effect(models.TextChoices):
        REST = "rest", _("day off")
        WORK = "work", _("make-up workday")
        NAMED = "named", _("named day only")

    network = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("network"),
        help_text=_("Empty: for all networks."),
    )
    date = models.DateField(_("date"), db_index=True, help_text=_("The day itself."))
    name = models.CharField(
        _("name"), max_length=20, help_text=_("Short: it stands in a calendar cell.")
    )
    effect = models.CharField(
        _("effect"),
        max_length=5,
        choices=Effect,
        default=Effect.REST,
        help_text=_("Whether offices are closed, open, or as usual."),
    )

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(fields=["network", "date", "name"], name="one_name_a_day"),
            models.UniqueConstraint(
                fields=["date", "name"],
                condition=models.Q(network=None),
                name="one_name_a_day_for_all",
            ),
        ]

    def __str__(self):
        return f"{self.date:%Y-%m-%d} {self.name}"
