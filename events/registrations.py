"""What activities tell the apps below: their short addresses and their part of a page."""

from brands import sections
from common import short_addresses

from .enums import ActivityStatus
from .models import Activity
from .sections import TEMPLATE, event_section


def activity_address(code: str) -> str | None:
    activity = Activity.objects.filter(code=code).select_related("menu").defer("menu__rows").first()
    if activity is None:
        return None
    if activity.status == ActivityStatus.WITHDRAWN or not activity.menu.live:
        raise short_addresses.Gone
    return activity.address


short_addresses.register("a", activity_address)
sections.register("events", TEMPLATE, event_section, position=20)
