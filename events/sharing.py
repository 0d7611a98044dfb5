"""Menus and activities as they are shared."""

from __future__ import annotations

from django.utils.translation import gettext as _

from brands.models import CentrePage
from common import dates
from common.cards import Card
from media.centres import house_card

from .models import Activity, ActivityMenuPage


def activity_card(activity, shown) -> Card:
    """Return the card of an activity; `shown` is the occurrence on top of its page, or None."""
    place = (shown.place if shown else activity.place) or activity.centre.short_name
    return house_card(
        activity.centre, title=activity.title, when=when_of(activity, shown), place=place
    )


def when_of(activity, shown) -> str:
    """Return day and time in a few characters: 12月22日周二 14:00–16:00."""
    if shown is None or activity.is_cancelled or shown.is_called_off:
        return _("cancelled") if shown or activity.is_cancelled else ""
    if shown.is_all_day:
        return dates.day_week(shown.start)
    end = f"–{dates.clock(shown.end)}" if shown.shown_end else ""
    return f"{dates.day_week(shown.start)} {dates.clock(shown.start)}{end}"


def find_activity_card(code: str) -> Card | None:
    from .activity_views import shown_now

    activity = Activity.objects.public().with_page().defer("menu__rows").filter(code=code).first()
    return activity and activity_card(activity, shown_now(activity))


def menu_card(menu, centre) -> Card:
    """Return the card of a menu: the month is its title."""
    title = menu.title.removeprefix(centre.display_name).strip() or menu.title
    return house_card(centre, title=title, place=centre.address_line or centre.short_name)


def find_menu_card(key: str) -> Card | None:
    if not key.isascii() or not key.isdigit() or len(key) > 18:
        return None
    menu = ActivityMenuPage.objects.live().filter(pk=int(key)).defer("rows").first()
    centre = menu and CentrePage.objects.filter(path=menu.path[: -menu.steplen]).first()
    return centre and menu_card(menu, centre)
