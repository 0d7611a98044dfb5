"""The user of the admin: a community worker, a reviewer, an administrator."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person who signs in. Residents have no account."""

    full_name = models.CharField(
        _("name"),
        max_length=60,
        blank=True,
        help_text=_("As colleagues know this person."),
    )
    mobile = models.CharField(
        _("mobile"),
        max_length=20,
        blank=True,
        help_text=_("For the administrator only; never shown on the site."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def get_full_name(self) -> str:
        return self.full_name or super().get_full_name() or self.username
