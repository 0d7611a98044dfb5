"""How a network reviews: its steps, and how long each may take."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..roles import NETWORK_DEPTH


class Steps(models.IntegerChoices):
    """How many hands a text passes through, the centre's own included."""

    TWO = 2, _("two: the centre proposes, the approver approves")
    THREE = 3, _("three: the centre proposes, the reviewer reviews, the approver approves")


class ReviewRuleQuerySet(models.QuerySet):
    def for_paths(self, paths: Iterable[str]) -> dict[str, ReviewRule]:
        """Return the rule that holds at each of these tree paths; one query."""
        networks = {path: path[: Page.steplen * NETWORK_DEPTH] for path in paths}
        wanted = models.Q(network=None) | models.Q(network__path__in=set(networks.values()))
        rows = self.filter(wanted).select_related("network")
        found = {row.network.path if row.network else "": row for row in rows}
        usual = found.get("", ReviewRule())
        return {path: found.get(network, usual) for path, network in networks.items()}


class ReviewRule(models.Model):
    """A network's way of reviewing; the row without a network is for all that have none."""

    network = models.OneToOneField(
        "wagtailcore.Page",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("network"),
        help_text=_("Empty: for all networks that have no rule of their own."),
    )
    steps = models.PositiveSmallIntegerField(
        _("steps"),
        choices=Steps,
        default=Steps.THREE,
        help_text=_("A change is for texts sent from now on; reviews under way go on as begun."),
    )
    workdays = models.PositiveSmallIntegerField(
        _("working days for each step"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("From the due day on, whoever has to act is reminded once each working day."),
    )

    objects = ReviewRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("way of reviewing")
        verbose_name_plural = _("ways of reviewing")
        ordering = ["network__path"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(network=None), name="one_review_rule_for_all"
            )
        ]

    def __str__(self):
        return f"{self.network or '–'}: {self.steps}"
