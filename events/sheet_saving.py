"""A checked sheet becomes a draft menu, or a new draft of the menu of that month."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from .enums import ActivityStatus
from .menu_months import usual_moment, usual_title
from .models import ActivityMenuPage, SheetBase
from .sheet_bases import Base
from .sheet_menu import MenuRow
from .sheet_merging import Absence, Sides, merge
from .sheet_pairing import pair
from .sheets import MAX_ACTIVITIES


class MenuNotSaved(Exception):
    """The rows cannot become a draft; `code` is "locked" or "too-many"."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Decisions:
    """What the editor says about the rows of a sheet, by their index, and about missing ones.

    Attributes:
        saved: rows to take in; the others wait, and leave the menu's row that they are alone.
        answers: which row of the menu a row is, where two fit.
        sheet_wins: rows whose conflicts the sheet wins.
        absences: what becomes of rows that the sheet does not name, by their id.
    """

    saved: Collection[int]
    answers: Mapping[int, str] = field(default_factory=dict)
    sheet_wins: Collection[int] = ()
    absences: Mapping[str, Absence] = field(default_factory=dict)


def menu_of(centre, month: date) -> ActivityMenuPage | None:
    """Return the newest draft of the centre's menu of a month, None without one."""
    menu = ActivityMenuPage.objects.child_of(centre).filter(month=month.replace(day=1)).first()
    return menu.get_latest_revision_as_object() if menu else None


def raw_rows(menu: ActivityMenuPage | None) -> list[dict]:
    """Return the rows of a menu as the StreamField stores them."""
    return [dict(block) for block in menu.rows.get_prep_value()] if menu else []


def sides_of(menu: ActivityMenuPage | None, fields: Collection[str]) -> Sides:
    """Return what a sheet with these columns is compared with."""
    last = SheetBase.objects.filter(menu_id=menu.pk).first() if menu else None
    at = int(last.uploaded_at.timestamp()) if last else 0
    bases = {key: Base(at, prints) for key, prints in last.prints.items()} if last else {}
    return Sides(raw_rows(menu), fields, bases)


def public_ids(menu: ActivityMenuPage | None) -> set[str]:
    """Return the ids of the rows that the public has seen and can still see."""
    if menu is None:
        return set()
    activities = menu.activities.exclude(status=ActivityStatus.WITHDRAWN)
    return {str(block_id) for block_id in activities.values_list("block_id", flat=True)}


@transaction.atomic
def save_rows(
    centre,
    month: date,
    rows: Sequence[MenuRow],
    user,
    at: datetime,
    *,
    fields: Collection[str],
    decisions: Decisions,
) -> tuple[ActivityMenuPage, bool]:
    """Store rows as a draft; return the menu, and whether anything changed. Nothing public does.

    Raises:
        MenuNotSaved: somebody else holds the menu, or it would have more rows than it takes.
    """
    # Two uploads of one month wait for each other here, so that one menu is made.
    Page.objects.select_for_update().get(pk=centre.pk)
    menu = menu_of(centre, month)
    if menu and menu.permissions_for_user(user).page_locked():
        raise MenuNotSaved("locked")
    sides = sides_of(menu, fields)
    pairs = pair(sides.existing, rows, month, decisions.answers).pairs
    kept = sorted(decisions.saved)
    merged = merge(
        sides,
        [rows[index] for index in kept],
        {place: pairs[index] for place, index in enumerate(kept) if index in pairs},
        sheet_wins={place for place, index in enumerate(kept) if index in decisions.sheet_wins},
        absences=decisions.absences,
    )
    if len(merged.blocks) > MAX_ACTIVITIES:
        raise MenuNotSaved("too-many")
    changed = menu is None or merged.blocks != sides.existing
    if changed:
        menu = menu or new_menu(centre, month, user)
        menu.rows = merged.blocks
        menu.save_revision(user=user, log_action=True)
    remember(menu, sides, merged.bases, at)
    return menu, changed


def remember(menu, sides: Sides, bases: Mapping[str, Mapping[str, str]], at: datetime) -> None:
    """Keep what the sheet said, beside what earlier ones said of other rows."""
    earlier = {key: base.prints for key, base in sides.bases.items()}
    SheetBase.objects.update_or_create(
        menu_id=menu.pk, defaults={"prints": {**earlier, **bases}, "uploaded_at": at}
    )


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
        go_live_at=usual_moment(month),
    )
    menu.title = menu.draft_title = usual_title(centre, menu.month)
    centre.add_child(instance=menu)
    log(instance=menu, action="wagtail.create", user=user, content_changed=True)
    return menu
