"""A stranger's calendar to rows of the check screen, read in a child process with limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from common.sheet_reader import LIMITS as CHILD_LIMITS
from common.sheet_reader import SheetError, ask_child

from .enums import ActivityStatus
from .ical_reading import CalendarError
from .limits import LIMITS
from .sheet_corrections import corrected
from .sheet_findings import found
from .sheet_menu import MenuRow, plain_text
from .sheet_merging import missing
from .sheet_words import KindWords, choose_kind

FIELDS = ("title", "when", "place", "summary", "status", "reason")
MAX_BYTES = 2 * 1024 * 1024
CANCELLED = "主办单位已取消"
FROM_A_CALENDAR = 5


@dataclass(frozen=True)
class Reading:
    """The rows of a month, how many events could not be read, ids of what began before it."""

    rows: list[MenuRow]
    unread: int
    begun: frozenset[str]


def read_rows(
    body: bytes, month: date, *, kinds: Sequence[KindWords], rooms: Sequence[str]
) -> Reading:
    """Return what a calendar has in a month.

    Raises:
        CalendarError: with a code of `calendar_words.PROBLEMS`.
    """
    if len(body) > MAX_BYTES:
        raise CalendarError("size")
    request = {"month": month.isoformat(), "limits": CHILD_LIMITS}
    try:
        answer = ask_child("events.ical_child", request, body)
    except SheetError as error:
        raise CalendarError("too-many") from error
    if "error" in answer:
        raise CalendarError(answer["error"])
    rows = [
        menu_row(plain, number, month, kinds=kinds, rooms=rooms)
        for number, plain in enumerate(answer["rows"], start=1)
    ]
    begun = frozenset(plain["key"] for plain in answer["rows"] if plain["has_begun"])
    return Reading(rows, answer["unread"], begun)


def vanished(existing: Iterable[dict], rows: Iterable[MenuRow]) -> list[str]:
    """Return the titles of a menu's rows that came from a calendar and are in this one no more.

    Rows from calendars have ids that are made from names (version 5), all others drawn ones.
    """
    named = {row.id for row in rows}
    return [
        block["value"].get("title") or ""
        for block in missing(existing, named)
        if UUID(block["id"]).version == FROM_A_CALENDAR
    ]


def menu_row(plain: dict, number: int, month: date, *, kinds, rooms) -> MenuRow:
    """Return one row, checked like one of a sheet; its kind is a guess."""
    texts = {name: plain_text(name, plain[name]) for name in ("title", "when", "place", "summary")}
    if len(texts["summary"]) > LIMITS["summary"]:
        texts["summary"] = texts["summary"][: LIMITS["summary"] - 1] + "…"
    kind, _understood = choose_kind("", texts["title"], kinds)
    blank = MenuRow(id=plain["key"], keeps_id=True, kind=kind, guessed=("kind",), row_number=number)
    row = corrected(blank, texts, month=month, rooms=rooms)
    if not row.title:
        row = replace(row, problems=(*row.problems, found("no-title", str(number), about="title")))
    if plain["is_cancelled"]:
        problems = (*row.problems, found("calendar-cancelled"))
        status = ActivityStatus.CANCELLED.value
        row = replace(row, status=status, reason=CANCELLED, problems=problems)
    return row
