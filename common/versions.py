"""Versions of nodes: raised inside the transaction that changes something, asked before drawing.

Raising them after the commit would leave a stale page in caches for good if the process died
in between (docs/decisions/0003-versions.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from wagtail.models import Page

from accounts.nodes import paths_above

from .models import NodeVersion


def touch(*paths: str) -> None:
    """Count a change of the nodes with these tree paths, and of everything above them.

    Two statements, however many nodes there are. Call it inside the publishing transaction.
    """
    above = sorted({step for path in paths for step in paths_above(path)})
    if not above:
        return
    with transaction.atomic():
        missing = Page.objects.filter(path__in=above, node_version=None).values_list(
            "pk", flat=True
        )
        NodeVersion.objects.bulk_create(
            [NodeVersion(page_id=pk) for pk in missing], ignore_conflicts=True
        )
        NodeVersion.objects.filter(page__path__in=above).update(below=F("below") + 1)
        NodeVersion.objects.filter(page__path__in=paths).update(own=F("own") + 1)


def touch_site() -> None:
    """Count a change that every page may show, such as the name of a kind."""
    touch(Page.get_first_root_node().path)


def state_of(paths: Iterable[str]) -> str:
    """Return a short text that changes whenever a page about these nodes could look different."""
    wanted = list(paths)
    above = {step for path in wanted for step in paths_above(path)}
    rows = NodeVersion.objects.filter(page__path__in=above).values_list(
        "page__path", "own", "below"
    )
    return ";".join(
        f"{path}:{below if path in wanted else own}" for path, own, below in sorted(rows)
    )


def etag_of(request, path: str) -> str:
    """Return the ETag of a public page about the node with this tree path.

    It covers the full address with its query in a fixed order, the language, the day (lists
    begin today), the release and the state of the node; one query.
    """
    query = sorted((key, value) for key, values in request.GET.lists() for value in values)
    parts = (
        request.get_host(),
        request.path,
        query,
        get_language(),
        timezone.localdate().isoformat(),
        settings.RELEASE,
        state_of([path]),
    )
    return '"' + hashlib.sha256(repr(parts).encode()).hexdigest()[:32] + '"'


def not_modified(request, etag: str) -> bool:
    """Whether the reader already holds the page with this ETag (RFC 9110 §13.1.2, weak)."""
    held = request.META.get("HTTP_IF_NONE_MATCH", "")
    return (
        held == etag
        or held.strip() == "*"
        or etag in {tag.strip().removeprefix("W/") for tag in held.split(",")}
    )


def mark(response, etag: str):
    """Give a public page its ETag and let every cache keep it, asking each time."""
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    return response
