"""Wording of the network, findings left as they are, and what is behind links."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .findings import Severity


class WordingQuerySet(models.QuerySet):
    def for_path(self, path: str) -> WordingQuerySet:
        """Entries for all networks, and those of the network that a page lies in."""
        network = path[: Page.steplen * 3]
        return self.filter(models.Q(network=None) | models.Q(network__path=network))


class Wording(models.Model):
    """A word and how the network writes it instead."""

    network = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("network"),
        help_text=_("Empty: for all networks."),
    )
    word = models.CharField(
        _("word"), max_length=40, help_text=_("As it is often written, for example 残疾人士.")
    )
    better = models.CharField(
        _("better"),
        max_length=40,
        blank=True,
        help_text=_("What one click puts in its place. Empty: nothing is proposed."),
    )
    severity = models.CharField(
        _("weight"),
        max_length=6,
        choices=Severity,
        default=Severity.LOOK,
        help_text=_("Whether it must be mended, looked at, or is only a hint."),
    )
    note = models.CharField(
        _("why"), max_length=100, blank=True, help_text=_("One sentence for the editor.")
    )

    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wording list")
        ordering = ["word"]
        constraints = [
            models.UniqueConstraint(fields=["network", "word"], name="wording_once_a_network"),
            models.UniqueConstraint(
                fields=["word"], condition=models.Q(network=None), name="wording_once_for_all"
            ),
        ]

    def __str__(self):
        return self.word


class Dismissal(models.Model):
    """A finding that somebody left as it is, and why."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    fingerprint = models.CharField(_("fingerprint"), max_length=40)
    rule = models.CharField(_("rule"), max_length=20)
    place = models.CharField(_("place"), max_length=200)
    excerpt = models.CharField(_("words"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=200)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("finding left as it is")
        verbose_name_plural = _("findings left as they are")
        constraints = [
            models.UniqueConstraint(fields=["page", "fingerprint"], name="one_dismissal_a_finding")
        ]

    def __str__(self):
        return f"{self.place}: {self.excerpt}"


class LinkState(models.Model):
    """What the worker found behind an address; `problem` is empty when it answered."""

    url = models.CharField(_("address"), max_length=500, unique=True)
    problem = models.CharField(_("problem"), max_length=20, blank=True)
    checked_at = models.DateTimeField(_("checked at"))

    class Meta:
        verbose_name = _("state of a link")
        verbose_name_plural = _("states of links")

    def __str__(self):
        return self.url


class DailyReminder(models.Model):
    """The last day on which somebody was reminded of what is due; never twice on one day."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        primary_key=True,
        related_name="+",
        verbose_name=_("person"),
    )
    day = models.DateField(_("last reminded on"))

    class Meta:
        verbose_name = _("reminder of what is due")
        verbose_name_plural = _("reminders of what is due")

    def __str__(self):
        return f"{self.user_id}: {self.day}"

    @classmethod
    def claim(cls, user, day) -> bool:
        """Tell whether this person is to be reminded now; the second asker is told no."""
        made = cls.objects.get_or_create(user=user, defaults={"day": day})[1]
        return made or bool(cls.objects.filter(user=user, day__lt=day).update(day=day))
