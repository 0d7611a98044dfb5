"""What activities tell the apps below: their short addresses and their part of a page."""

from django.utils import timezone

from accounts.review import register_composer
from brands import sections
from common import sharing, short_addresses
from inspection.registry import register_page
from inspection.review import register_rows
from search import sources

from .composition import COMPOSER
from .entries import refresh
from .enums import ActivityStatus
from .inspected import subject_of
from .models import Activity, ActivityMenuPage
from .review_rows import rows_of
from .sections import TEMPLATE, event_section
from .sharing import find_activity_card, find_menu_card


def activity_address(code: str) -> str | None:
    activity = Activity.objects.filter(code=code).select_related("menu").defer("menu__rows").first()
    if activity is None:
        return None
    if activity.status == ActivityStatus.WITHDRAWN or not activity.menu.live:
        raise short_addresses.Gone
    return activity.address


def refresh_menu(menu: ActivityMenuPage) -> None:
    refresh(menu, menu.centre, timezone.now())


register_composer(ActivityMenuPage, COMPOSER)
register_page(ActivityMenuPage, subject_of)
register_rows(ActivityMenuPage, rows_of)
sources.register("menus", lambda: ActivityMenuPage.objects.live().iterator(100), refresh_menu)
short_addresses.register("a", activity_address)
sharing.register("activity", find_activity_card)
sharing.register("menu", find_menu_card)
sections.register("events", TEMPLATE, event_section, position=20)
