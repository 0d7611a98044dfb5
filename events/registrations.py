"""What activities tell the apps below: their short addresses."""

from common import short_addresses

from .enums import ActivityStatus
from .models import Activity


def activity_address(code: str) -> str | None:
    activity = Activity.objects.filter(code=code).select_related("menu").defer("menu__rows").first()
    if activity is None:
        return None
    if activity.status == ActivityStatus.WITHDRAWN or not activity.menu.live:
        raise short_addresses.Gone
    return activity.address


short_addresses.register("a", activity_address)
