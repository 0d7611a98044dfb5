"""Menus of last, this and next month, and December 2026 of the two centres with real sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from calendars.enums import ChangeReason
from calendars.ledger import Reason
from common.models import Kind
from common.sheet_reader import read_sheet
from demo import facts, happenings
from demo.activities import menu_rows
from demo.changes import CHANGES
from demo.networks import all_centres
from events import services, verbs
from events.models import ActivityMenuPage, Occurrence
from events.models.menus import usual_title
from events.months import next_month, previous_month
from events.services import Order
from events.sheets import KindWords, month_rows_to_blocks, read_menu

DATA = Path(__file__).resolve().parent.parent / "data"
SHEET_MONTH = date(2026, 12, 1)


def build(centres: dict, today: date) -> None:
    known = set(ActivityMenuPage.objects.values_list("path", "month"))
    taken = {(path[:-4], month) for path, month in known}
    for centre in all_centres():
        page = centres[centre.code]
        for month in months_of(centre, today):
            if (page.path, month) not in taken:
                add_menu(page, centre, month)


def months_of(centre: facts.Centre, today: date) -> list[date]:
    this = today.replace(day=1)
    months = {previous_month(this), this, next_month(this)}
    return sorted(months | ({SHEET_MONTH} if centre.sheets else set()))


def add_menu(page, centre: facts.Centre, month: date) -> None:
    page.refresh_from_db()
    menu = ActivityMenuPage(month=month, slug=f"{month:%Y-%m}", live=False)
    menu.title = usual_title(page, month)
    menu.rows = list(blocks_of(page, centre, month))
    page.add_child(instance=menu)
    menu.save_revision().publish(skip_permission_checks=True)


def blocks_of(page, centre: facts.Centre, month: date) -> Iterator[dict]:
    sheet = dict(centre.sheets).get(f"{month:%Y-%m}")
    if sheet:
        yield from read_blocks(DATA / sheet, page, month)
        return
    for row in menu_rows(centre, month.year, month.month):
        value = dict(row)
        yield {"type": "activity", "id": value.pop("id"), "value": value}


def read_blocks(path: Path, page, month: date) -> list[dict]:
    """Read a centre's own sheet by the site's importer.

    Raises:
        ValueError: a row of the sheet cannot be read.
    """
    kinds = [KindWords(kind.code, kind.name, kind.words) for kind in Kind.objects.all()]
    rooms = list(page.facilities.values_list("name", flat=True))
    menu = read_menu(
        read_sheet(path.name, path.read_bytes()), month=month, kinds=kinds, rooms=rooms
    )
    if menu.has_error:
        raise ValueError(f"{path.name} has rows that cannot be read: {menu.problems}")
    return month_rows_to_blocks(menu.rows)


def change(centres: dict, at: datetime) -> None:
    """Announce the changes of the demo on the next occurrence of each activity named."""
    for wanted in CHANGES:
        found = Occurrence.objects.public().filter(
            centre__code=wanted.centre, activity__title=wanted.title
        )
        if wanted.kind == "withdrawn" or found.exclude(reason="").exists():
            continue
        occurrence = found.filter(start__gt=at).order_by("start").first()
        if occurrence is None:
            continue
        carry_out(wanted, occurrence, at)


def carry_out(wanted: happenings.Change, occurrence: Occurrence, at: datetime) -> None:
    order = Order((occurrence.pk,), Reason(ChangeReason.OTHER, wanted.reason), at)
    if wanted.kind == "cancelled":
        services.carry_out(order, verbs.Cancel())
        return
    day = occurrence.start + timedelta(days=wanted.days_later)
    start, end = at_clock(day, wanted.start), at_clock(day, wanted.end)
    services.carry_out(order, verbs.Move(start, end))
    if wanted.place:
        services.carry_out(order, verbs.ChangePlace(wanted.place))


def at_clock(day: datetime, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return timezone.localtime(day).replace(hour=int(hour), minute=int(minute))
