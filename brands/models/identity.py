"""What a house is recognised by: emblem, slogan, pillars, figures."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from common.codes import new_code
from common.drawings import LATTICES, SCENES

from ..enums import Accent, Tier


class BrandFields(models.Model):
    """The name, colours and drawings of an area or a centre."""

    code = models.CharField(
        _("code"),
        max_length=50,
        unique=True,
        help_text=_("Letters, digits and hyphens. It never changes: calendars and codes use it."),
    )
    tier = models.CharField(
        _("tier"),
        max_length=20,
        choices=Tier,
        help_text=_("Level in the network; it decides the outline of the emblem."),
    )
    short_name = models.CharField(
        _("short name"),
        max_length=20,
        help_text=_("As people say it, for example 衡山路商圈; used in lists."),
    )
    slogan = models.CharField(
        _("slogan"),
        max_length=40,
        blank=True,
        help_text=_("The house's own words, shown in the writing brush's letters."),
    )
    accent = models.CharField(
        _("accent"),
        max_length=10,
        choices=Accent,
        default=Accent.WALL,
        help_text=_("Colour of links, buttons and emblem."),
    )
    lattice = models.CharField(
        _("lattice"),
        max_length=20,
        choices=list(LATTICES.items()),
        default="maze",
        help_text=_("Pattern inside the emblem."),
    )
    scene = models.CharField(
        _("view from the window"),
        max_length=20,
        choices=list(SCENES.items()),
        default="square",
        help_text=_("The drawn cover of the page."),
    )
    intro = models.CharField(
        _("introduction"),
        max_length=200,
        blank=True,
        help_text=_("One or two plain sentences, shown under the name and in lists."),
    )
    phone = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        help_text=_("An office number, for example 010-69370001; never a private mobile."),
    )

    class Meta:
        abstract = True


class Brand(models.Model):
    """A name under which houses are known, with a code for life; made when one first uses it."""

    name = models.CharField(
        _("name"), max_length=20, unique=True, help_text=_("As the houses write it.")
    )
    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        default=new_code,
        editable=False,
        help_text=_("Calendars know the brand by it."),
    )

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")

    def __str__(self):
        return self.name


class Pillar(Orderable):
    """One of the few things a brand stands for, for example 政治领航."""

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="pillars")
    title = models.CharField(_("title"), max_length=12, help_text=_("Four characters are usual."))
    text = models.CharField(
        _("text"), max_length=80, help_text=_("What it means for somebody who walks in.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("pillar")
        verbose_name_plural = _("pillars")

    def __str__(self):
        return self.title


class FigureFields(Orderable):
    """A number to be proud of, with what it counts."""

    label = models.CharField(
        _("what is counted"), max_length=30, help_text=_("For example 志愿队伍.")
    )
    number = models.CharField(
        _("number"), max_length=20, help_text=_("For example 4,232 or 近 30.")
    )
    unit = models.CharField(_("unit"), max_length=10, blank=True, help_text=_("For example 小时."))

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return f"{self.label} {self.number}{self.unit}"


class CentreFigure(FigureFields):
    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="figures")


class AreaFigure(FigureFields):
    page = ParentalKey("brands.AreaPage", on_delete=models.CASCADE, related_name="figures")
