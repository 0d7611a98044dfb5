"""How often one address may ask; counted in the cache, and without a cache nobody is refused."""

from __future__ import annotations

import logging

from ninja.throttling import AnonRateThrottle

log = logging.getLogger(__name__)

# Whole neighbourhoods share one address of a mobile network.
SUGGESTIONS = "1200/m"


class OpenThrottle(AnonRateThrottle):
    """A limit that a broken cache opens instead of closing the site."""

    def allow_request(self, request):
        try:
            return super().allow_request(request)
        except Exception:
            # Each cache has errors of its own.
            log.warning("Requests are not counted: the cache fails.", exc_info=True)
            return True


class SuggestThrottle(OpenThrottle):
    scope = "suggest"


def may_suggest(request) -> bool:
    return SuggestThrottle(SUGGESTIONS).allow_request(request)
