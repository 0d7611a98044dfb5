"""What the media app tells the apps below: short addresses and due work."""

from django.utils.translation import gettext_noop

from common import due_work, sharing, short_addresses
from inspection.registry import register_page
from search import sources

from .due_work import turn_livestreams
from .inspected import subject_of
from .models import LivestreamPage
from .publication import publish_livestream
from .sharing import find_live_card


def livestream_address(code: str) -> str | None:
    page = LivestreamPage.objects.filter(code=code).only("url_path", "live").first()
    if page and not page.live:
        raise short_addresses.Gone
    return page and page.address


register_page(LivestreamPage, subject_of)
sources.register(
    "livestreams", lambda: LivestreamPage.objects.live().iterator(100), publish_livestream
)
short_addresses.register("r", livestream_address)
sharing.register("live", find_live_card)
due_work.register(gettext_noop("livestreams"), turn_livestreams)
