"""What administrators of a network give to search, and what search tells them."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .synonyms import MAX_LENGTH, MAX_WORDS, MIN_WORDS, Group, key_of, split

LONGEST_PIN = dt.timedelta(days=366)


class OfNetworkQuerySet(models.QuerySet):
    def for_network(self, path: str) -> OfNetworkQuerySet:
        """Rows for all networks, and those of the network with this tree path."""
        return self.filter(Q(network=None) | Q(network__path=path))


class OfNetwork(models.Model):
    """A row for one network, or for all of them."""

    network = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("network"),
        help_text=_("Empty: for all networks."),
    )

    objects = OfNetworkQuerySet.as_manager()

    class Meta:
        abstract = True


class SynonymGroup(OfNetwork):
    """Words that mean the same to people: who asks for one finds the others."""

    words = models.TextField(
        _("words"),
        help_text=_(
            "Words that find each other, with 、 or a new line between, for example "
            "老娘舅、调解员、人民调解. At most 20 together, each of at most 24 characters."
        ),
    )
    found = models.TextField(
        _("also found"),
        blank=True,
        help_text=_(
            "Words that the ones above find, but not the other way round: "
            "舞 finds 交谊舞、广场舞, yet who looks for 交谊舞 does not want 广场舞."
        ),
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True, db_index=True)

    class Meta:
        verbose_name = _("words of the same meaning")
        verbose_name_plural = _("words of the same meaning")
        ordering = ["-changed_at", "-pk"]

    def __str__(self):
        words, found = "、".join(split(self.words)), "、".join(split(self.found))
        return f"{words} → {found}" if found else words

    @property
    def group(self) -> Group:
        return Group(split(self.words), split(self.found))

    def clean(self):
        check_words({"words": split(self.words), "found": split(self.found)})


def check_words(fields: dict[str, tuple[str, ...]]) -> None:
    """Refuse words that search could not use.

    Raises:
        ValidationError: too few or too many words, a long one, one without a letter, one twice.
    """
    words = [word for each in fields.values() for word in each]
    if not MIN_WORDS <= len(words) <= MAX_WORDS:
        sentence = _("Give %(least)d to %(most)d words, with 、 or a new line between them.")
        raise ValidationError({"words": sentence % {"least": MIN_WORDS, "most": MAX_WORDS}})
    known: set[str] = set()
    for name, each in fields.items():
        for word in each:
            key = key_of(word)
            if len(word) > MAX_LENGTH:
                sentence = _("“%(word)s…” is too long: a word has at most %(most)d characters.")
                raise ValidationError({name: sentence % {"word": word[:10], "most": MAX_LENGTH}})
            if not key:
                raise ValidationError({name: _("“%(word)s” is not a word.") % {"word": word}})
            if key in known:
                raise ValidationError({name: _("“%(word)s” is there twice.") % {"word": word}})
            known.add(key)


class PinnedResultQuerySet(OfNetworkQuerySet):
    def active(self, on: dt.date) -> PinnedResultQuerySet:
        """Those whose last day has not passed."""
        return self.filter(ends_on__gte=on)


class PinnedResult(OfNetwork):
    """One thing that is shown above the results of some words, up to a day."""

    words = models.CharField(
        _("words"),
        max_length=200,
        help_text=_("Shown to who types exactly one of these, with 、 between: 过年、年货、春联."),
    )
    address = models.CharField(
        _("address of the page"),
        max_length=500,
        help_text=_("Open the page on the site and copy its address to here."),
    )
    kind = models.CharField(_("kind"), max_length=20, editable=False)
    thing_key = models.CharField(_("key"), max_length=64, editable=False)
    ends_on = models.DateField(
        _("last day"),
        db_index=True,
        help_text=_("Afterwards it is no longer shown; at most a year from today."),
    )

    objects = PinnedResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommended result")
        verbose_name_plural = _("recommended results")
        ordering = ["-ends_on", "words"]

    def __str__(self):
        return f"{self.words}: {self.address}"

    @property
    def keys(self) -> list[str]:
        return [key_of(word) for word in split(self.words)]

    def clean(self):
        if not any(self.keys):
            raise ValidationError({"words": _("Give at least one word.")})
        today = timezone.localdate()
        if self.ends_on and not today <= self.ends_on <= today + LONGEST_PIN:
            raise ValidationError({"ends_on": _("Choose a day within the next year.")})


class AskedTextQuerySet(models.QuerySet):
    def kept(self) -> AskedTextQuerySet:
        """What was asked on two different days; anything else may be somebody's secret."""
        return self.exclude(text="")

    def found_nothing(self) -> AskedTextQuerySet:
        return self.filter(empty_count__gt=0)


class AskedText(models.Model):
    """How often a text was asked. Nothing tells who asked, or whether one person asked twice.

    Until it is asked on a second day only a keyed digest is stored, from which nobody can read it.
    """

    digest = models.CharField(max_length=32, unique=True, editable=False)
    text = models.CharField(_("asked"), max_length=60, blank=True)
    count = models.PositiveIntegerField(_("times"), default=0)
    empty_count = models.PositiveIntegerField(_("of them in vain"), default=0)
    first_on = models.DateField(_("first asked on"))
    last_on = models.DateField(_("last asked on"), db_index=True)

    objects = AskedTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("asked words")
        verbose_name_plural = _("asked words")
        ordering = ["-count", "text"]

    def __str__(self):
        return self.text
