"""What every public page shows around its own content."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .models import SiteTexts

_networks: list[Callable[[], Iterable]] = []


def register_networks(listing: Callable[[], Iterable]) -> None:
    """Say where the list of networks in the head of every page comes from."""
    _networks[:] = [listing]


def site(request) -> dict:
    """Networks and site texts, asked only when a template shows them."""
    if request.path_info.startswith("/admin/"):
        return {}
    return {
        "networks": lambda: _networks[0]() if _networks else [],
        "site_texts": lambda: SiteTexts.load(request_or_site=request),
        "large_type": request.GET.get("size") == "large",
    }
