"""Kinds of activity and the people they are for: the words by which lists are filtered."""

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a "also written as" field, longest first, so that 广场舞 wins over 舞."""
    return tuple(sorted(set(text.split()), key=lambda word: (-len(word), word)))


class Term(models.Model):
    """A code for life, the name people read, and the words that sheets use for it."""

    code = models.SlugField(
        _("code"),
        max_length=30,
        unique=True,
        help_text=_("Short, in English, and never changed: addresses and calendars use it."),
    )
    name = models.CharField(_("name"), max_length=30, help_text=_("As the public reads it."))
    name_en = models.CharField(
        _("English name"), max_length=40, blank=True, help_text=_("Shown on the English site.")
    )
    words = models.TextField(
        _("also written as"),
        blank=True,
        help_text=_("Words in a sheet or title that mean this, separated by spaces."),
    )
    position = models.PositiveSmallIntegerField(
        pgettext_lazy("order", "position"),
        default=100,
        help_text=_("Smaller numbers come first in lists."),
    )

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language, as far as there is one."""
        return (self.name_en or self.name) if get_language() == "en" else self.name


class Kind(Term):
    """What sort of thing an activity is, for example 书画 or 健康."""

    usual_minutes = models.PositiveSmallIntegerField(
        _("usual length in minutes"),
        default=90,
        help_text=_("Assumed where a menu names no end; the site then shows no end."),
    )

    class Meta(Term.Meta):
        verbose_name = _("kind of activity")
        verbose_name_plural = _("kinds of activity")


class Audience(Term):
    """Whom an activity is for, for example 老年人 or 亲子家庭."""

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
