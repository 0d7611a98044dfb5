"""A checked sheet becomes a draft menu, or a new draft of the menu of that month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from .menu_months import usual_title
from .models import ActivityMenuPage
from .sheet_merging import Merge, merge
from .sheet_rows import MenuRow
from .sheets import MAX_ACTIVITIES


class MenuNotSaved(Exception):
    """The rows cannot become a draft; `code` is "locked" or "too-many"."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def menu_of(centre, month: date) -> ActivityMenuPage | None:
    """Return the newest draft of the centre's menu of a month, None without one."""
    menu = ActivityMenuPage.objects.child_of(centre).filter(month=month.replace(day=1)).first()
    return menu.get_latest_revision_as_object() if menu else None


def raw_rows(menu: ActivityMenuPage | None) -> list[dict]:
    """Return the rows of a menu as the StreamField stores them."""
    return [dict(block) for block in menu.rows.get_prep_value()] if menu else []


def preview(centre, month: date, rows: Sequence[MenuRow]) -> Merge:
    """Return what saving the rows would do; nothing is stored."""
    return merge(raw_rows(menu_of(centre, month)), rows)


@transaction.atomic
def save_rows(centre, month: date, rows: Sequence[MenuRow], user) -> ActivityMenuPage:
    """Store the rows as a draft and return the menu. Nothing public changes.

    Raises:
        MenuNotSaved: somebody else holds the menu, or it would have more rows than it takes.
    """
    # Two uploads of one month wait for each other here, so that one menu is made.
    Page.objects.select_for_update().get(pk=centre.pk)
    menu = menu_of(centre, month)
    if menu and menu.permissions_for_user(user).page_locked():
        raise MenuNotSaved("locked")
    merged = merge(raw_rows(menu), rows)
    if len(merged.blocks) > MAX_ACTIVITIES:
        raise MenuNotSaved("too-many")
    menu = menu or new_menu(centre, month, user)
    menu.rows = merged.blocks
    menu.save_revision(user=user, log_action=True)
    return menu


def new_menu(centre, month: date, user) -> ActivityMenuPage:
    """Make the empty draft menu of a month below the centre."""
    centre = type(centre).objects.get(pk=centre.pk)
    menu = ActivityMenuPage(
        month=month.replace(day=1),
        slug=f"{month:%Y-%m}",
        owner=user,
        locale=centre.locale,
        live=False,
        has_unpublished_changes=True,
    )
    menu.title = menu.draft_title = usual_title(centre, menu.month)
    centre.add_child(instance=menu)
    log(instance=menu, action="wagtail.create", user=user, content_changed=True)
    return menu
