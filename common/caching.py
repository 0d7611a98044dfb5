"""A public page is drawn only for a reader who does not hold it yet."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from .versions import etag_of, mark, not_modified


def conditional(request: HttpRequest, path: str, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer 304 before anything is drawn, else draw the page and stamp it.

    Args:
        path: tree path of the node that the page is about.
        draw: makes the response; called only when it is needed.
    """
    if request.method not in ("GET", "HEAD") or getattr(request, "is_preview", False):
        return draw()
    etag = etag_of(request, path)
    if not_modified(request, etag):
        return mark(HttpResponseNotModified(), etag)
    response = draw()
    if hasattr(response, "render"):
        response = response.render()
    return mark(response, etag) if response.status_code == 200 else response
