"""A livestream as it is shared, and as machines read it (schema.org)."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from common import dates
from common.cards import Card
from common.links import absolute
from common.sharing import Sharing, sharing

from .centres import house_card, with_centres
from .models import LivestreamPage


def live_card(page) -> Card:
    """Return the card of a livestream whose house is known (`with_centres`)."""
    when = f"{dates.day_week(page.start_at)} {dates.clock(page.start_at)}"
    return house_card(
        page.centre,
        title=page.title,
        when=_("cancelled") if page.is_cancelled else when,
        place=page.presenter or page.place,
    )


def find_live_card(code: str) -> Card | None:
    page = LivestreamPage.objects.listed().filter(code=code).first()
    return page and live_card(*with_centres([page]))


def sharing_of(page) -> Sharing:
    return sharing(
        page,
        "live",
        page.code,
        lambda: live_card(page),
        title=page.title,
        description=page.search_description or page.summary,
        kind="video.other",
    )


def broadcast_data(page) -> dict:
    """Return a livestream as a BroadcastEvent; empty facts are left out."""
    state = "EventCancelled" if page.is_cancelled else "EventScheduled"
    data = {
        "@context": "https://schema.org",
        "@type": "BroadcastEvent",
        "name": page.title,
        "description": page.summary,
        "isLiveBroadcast": True,
        "startDate": timezone.localtime(page.start_at).isoformat(timespec="minutes"),
        "endDate": timezone.localtime(page.end_at).isoformat(timespec="minutes"),
        "eventStatus": f"https://schema.org/{state}",
        "organizer": {"@type": "Organization", "name": page.centre.title},
        "url": absolute(page.address),
    }
    return {name: value for name, value in data.items() if value}
