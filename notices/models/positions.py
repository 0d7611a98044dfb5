"""One line of a talent notice: work, number of people, pay."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .. import panels, pay
from ..enums import PayUnit
from .notices import TalentNoticePage


class Position(Orderable):
    """One kind of work in a notice. Pay is a number with a unit; what else matters is a note."""

    page = ParentalKey(TalentNoticePage, on_delete=models.CASCADE, related_name="positions")
    title = models.CharField(
        _("position"),
        max_length=60,
        help_text=_("What people would call it, for example 电工."),
    )
    headcount = models.PositiveSmallIntegerField(
        _("how many people"), null=True, blank=True, help_text=_("Empty: not fixed.")
    )
    pay_min = models.DecimalField(
        _("pay from"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Yuan, for example 3800. Empty: nothing is paid, or by agreement."),
    )
    pay_max = models.DecimalField(
        _("pay to"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty when it is one fixed amount."),
    )
    unit = models.CharField(
        _("paid"),
        max_length=8,
        choices=PayUnit,
        default=PayUnit.MONTH,
        help_text=_("What one amount is for."),
    )
    pay_note = models.CharField(
        _("about the pay"),
        max_length=40,
        blank=True,
        help_text=_("For example 日结, 包一餐 or 免费学."),
    )
    hours = models.CharField(
        _("working hours"),
        max_length=60,
        blank=True,
        help_text=_("For example 8:00–17:00."),
    )

    panels = panels.position_panels

    class Meta(Orderable.Meta):
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pay_min=None)
                | models.Q(pay_max=None)
                | models.Q(pay_max__gte=models.F("pay_min")),
                name="pay_range_in_order",
            ),
            models.CheckConstraint(
                condition=(models.Q(pay_min=None) | models.Q(pay_min__gte=0))
                & (models.Q(pay_max=None) | models.Q(pay_max__gte=0)),
                name="pay_not_negative",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def pay(self) -> str:
        return pay.pay_text(self.pay_min, self.pay_max, self.unit, self.pay_note)

    def clean(self):
        super().clean()
        low, high = self.pay_min, self.pay_max
        if (low is not None and low < 0) or (high is not None and high < 0):
            raise ValidationError({"pay_min": _("Pay cannot be below zero.")})
        if low is not None and high is not None and high < low:
            raise ValidationError({"pay_max": _("The highest pay is below the lowest.")})
