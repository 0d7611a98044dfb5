"""The front page as it is shared: the site's own greeting in its own window."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from common.cards import Card
from common.models import SiteTexts
from common.sharing import Sharing, sharing

THING, KEY = "site", "front"


def site_card() -> Card:
    texts = SiteTexts.load()
    return Card(
        title=texts.greeting,
        name=settings.WAGTAIL_SITE_NAME,
        place=_("community centres round the corner"),
    )


def find_site_card(key: str) -> Card | None:
    return site_card() if key == KEY else None


def sharing_of(page) -> Sharing:
    texts = SiteTexts.load()
    return sharing(page, THING, KEY, site_card, title=texts.greeting, description=texts.footer)
