"""Public holidays and make-up workdays, kept as data by the network's administrators."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
