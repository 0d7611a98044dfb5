"""Addresses within the site: kept in the language that is being read, or absolute."""

from django.conf import settings
from django.utils.translation import get_language


def here(address: str) -> str:
    """Return an address of the site in the current language.

    Example: "/events/" gives "/en/events/" for a reader of the English pages.
    """
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE or not address.startswith("/"):
        return address
    return f"/{language}{address}"


def absolute(address: str) -> str:
    """Return an address with the site's own scheme and host, never those of a request."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address
