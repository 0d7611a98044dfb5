"""Codes for life: short, readable over the telephone, given once at first publication.

The alphabet leaves out 0 o 1 l i, which people mix up. Seven of 31 characters: 27 thousand
million codes, so two random ones meet once in 160,000; a unique constraint catches that one.
"""

from __future__ import annotations

import re
import secrets

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 7

node_code = RegexValidator(
    re.compile(r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z"),
    _("Use letters, digits and single hyphens only, for example LH-XQ."),
)


class CodeConverter:
    """The part of an address that is a code. What cannot be one is no address of ours.

    A database may refuse what strangers write there: PostgreSQL takes no NUL in a text.
    """

    regex = "[0-9A-Za-z-]{1,50}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def new_code() -> str:
    """Return a random code of 7 characters, for example "k7m2xqa"."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
