"""Uploaded files with byte ranges, for the embedded profile; production leaves them to the storage.

Documents are handed out by Wagtail's own view, which asks who may read them.
"""

from __future__ import annotations

import mimetypes
import os
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils._os import safe_join
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve
from whitenoise.responders import StaticFile

from .models import SiteDocument

CLOSED_FOLDERS = ("documents/",)
# A browser would run what is in these on our own address.
ATTACHED_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "image/svg+xml",
    "text/xml",
    "application/xml",
)


@require_safe
def document(request, document_id: str, address: str):
    """Hand a document out to who knows its whole address; 404 for who guesses its name."""
    found = get_object_or_404(SiteDocument, pk=document_id)
    if "/".join(found.address_parts) != address:
        raise Http404
    return serve(request, document_id, found.filename)


@require_safe
def uploaded_file(request, name: str):
    """Serve a file below MEDIA_ROOT: 200, 206, 304 or 416; 404 for what is not a file there."""
    path = path_of(name)
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    headers = [
        ("Content-Type", media_type),
        ("Cache-Control", "public, max-age=86400"),
        ("X-Content-Type-Options", "nosniff"),
        ("Accept-Ranges", "bytes"),
    ]
    if media_type in ATTACHED_TYPES:
        headers.append(("Content-Disposition", "attachment"))
    found = StaticFile(path, headers).get_response(request.method, request.META)
    body = found.file
    response = (
        HttpResponse(status=found.status)
        if body is None or found.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        else FileResponse(body, status=found.status)
    )
    for header, value in found.headers:
        response[header] = value
    return response


def path_of(name: str) -> str:
    """Return the path of an uploaded file.

    Raises:
        Http404: there is none, the name leads out of the uploads, or its folder is closed.
    """
    try:
        path = safe_join(settings.MEDIA_ROOT, name)
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    inside = os.path.relpath(path, settings.MEDIA_ROOT).replace(os.sep, "/")
    if inside.startswith(CLOSED_FOLDERS) or not os.path.isfile(path):
        raise Http404
    return path
