"""A link by which a person sets the first or a new password, once."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from .models import User


def make(user: User) -> str:
    """Return the absolute address of the page where this person sets a password.

    It holds for `PASSWORD_RESET_TIMEOUT` seconds and ends with its use, the next sign-in or a
    change of the e-mail address.
    """
    path = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
    )
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
