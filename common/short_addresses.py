"""Addresses for life: /a/ activity, /c/ centre, /n/ notice, /r/ livestream, each with its code.

Calendars, printed codes and messages use these, so that renaming a town changes none of them.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import path, register_converter
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .codes import CodeConverter
from .links import here


class Gone(Exception):
    """The thing was public and has been withdrawn."""


_lookups: dict[str, Callable[[str], str | None]] = {}


def register(letter: str, lookup: Callable[[str], str | None]) -> None:
    """Say how a code becomes an address; the lookup returns None or raises Gone."""
    _lookups[letter] = lookup


@require_safe
def redirect(request, letter: str, code: str):
    """Redirect to the readable address; not for good, since that one may change."""
    try:
        address = _lookups[letter](code) if letter in _lookups else None
    except Gone:
        return HttpResponse(_("This has been withdrawn."), status=410, content_type="text/plain")
    if address is None:
        raise Http404
    response = HttpResponseRedirect(here(address))
    response["Cache-Control"] = "public, max-age=300"
    return response


register_converter(CodeConverter, "code")
urlpatterns = [
    path(f"{letter}/<code:code>/", redirect, {"letter": letter}, name=f"short_{letter}")
    for letter in "acnr"
]
