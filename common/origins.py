"""Forms that need no session: they are sent from a page of this site or not at all."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_foreign(request: HttpRequest, *, knows_secret: bool = False) -> bool:
    """Whether a browser says that another site's page sent this form.

    Browsers name the origin of every form sent by POST; programs without one have no cookies of
    this site that could be misused either, for such forms know nobody.

    Args:
        knows_secret: the address holds a secret. Its page forbids referrers, and from such a page
            older browsers send the origin "null"; another site cannot know the address.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None or (origin == "null" and knows_secret):
        return False
    own = {request.get_host(), urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc}
    return urlsplit(origin).netloc not in own
