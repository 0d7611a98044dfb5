"""One row of a month's sheet to one row of a menu, with everything found on the way (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.when import WhenError
from common.sheet_reader import Cell

from .limits import LIMITS
from .sheet_columns import Columns
from .sheet_findings import ERROR, Problem, found, from_when_error
from .sheet_menu import TEXT_FIELDS, MenuContext, MenuRow, plain_text
from .sheet_times import RowTime, TimeCells
from .sheet_words import (
    capacity_in,
    choose_kind,
    duration_in,
    is_room,
    phone_in,
    similar_room,
)

TIME_COLUMNS = {
    "date": "day",
    "weekday": "weekday",
    "time": "hours",
    "start": "start",
    "end": "end",
}
MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--.{0,500}?-->", re.DOTALL)
FORMULA = re.compile(r"=\S|[@+\-].{0,200}[(|!]")
STATUS_WORDS = {
    "": "on",
    "照常": "on",
    "取消": "cancelled",
    "误发": "withdrawn",
}


def read_row(row: Sequence[Cell], columns: Columns, context: MenuContext) -> MenuRow:
    """Return the menu row of a sheet's row that is not empty."""
    reading = RowReading(row, columns, context)
    reading.read_texts()
    reading.read_status()
    time = reading.read_time()
    # A row that we wrote has cells for all that; one left empty there is meant.
    time = time if reading.key("id") else reading.take_from_notes(time)
    reading.choose_kind()
    reading.check_place()
    return reading.result(time)


class RowReading:
    """A row while it is read: values so far, where they came from, what was found."""

    def __init__(self, row: Sequence[Cell], columns: Columns, context: MenuContext) -> None:
        self.row = row
        self.columns = columns
        self.context = context
        self.values: dict[str, str] = {}
        self.cells: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.guessed: list[str] = []

    def _cells_of(self, name: str) -> list[Cell]:
        return [self.row[index] for index in self.columns.fields.get(name, ())]

    def read_texts(self) -> None:
        """Take over the texts, and look at each cell for what does not belong there."""
        for name in (*TEXT_FIELDS, "kind"):
            cells = self._cells_of(name)
            filled = [cell for cell in cells if cell.text]
            if cells:
                self.cells[name] = (filled or cells)[0].address
            between = "\n" if name == "summary" else " "
            text = plain_text(name, between.join(cell.text for cell in filled))
            self.values[name] = text
            self._check_text(name, text)
            self._check_formulas(name, cells)
        if not self.values["title"] and not self._has_error("title"):
            self._find("no-title", "title")

    def key(self, name: str) -> str:
        """Return what a hidden column of our own sheets says, "" elsewhere."""
        return "".join(cell.text.strip() for cell in self._cells_of(name)[:1])

    def read_status(self) -> None:
        """Read whether the activity goes on; a word that means nothing leaves it going on."""
        for name in ("status", "reason"):
            cells = self._cells_of(name)
            self.values[name] = plain_text(name, " ".join(cell.text for cell in cells))
            if cells:
                self.cells[name] = cells[0].address
        self._check_text("reason", self.values["reason"])
        written = self.values["status"]
        self.values["status"] = STATUS_WORDS.get(written, "on")
        if written not in STATUS_WORDS:
            self._find("unknown-status", "status", text=written[:80])
        if self.values["status"] != "on" and not self.values["reason"]:
            self._find("no-reason", "reason")

    def _has_error(self, name: str) -> bool:
        return any(one.field == name and one.severity == ERROR for one in self.problems)

    def _find(self, code: str, name: str, value: str | None = None, **params: object) -> None:
        cell = self.cells.get(name, "")
        self.problems.append(found(code, cell, about=name, value=value, **params))

    def _check_text(self, name: str, text: str) -> None:
        limit = LIMITS.get(name)
        if limit and len(text) > limit:
            self._find("too-long", name, length=len(text), limit=limit)
        if MARKUP.search(text):
            plain = MARKUP.sub("", text).strip()
            self._find("markup", name, plain, plain=plain[:80])
        if FORMULA.match(text):
            self._find("formula-text", name)

    def _check_formulas(self, name: str, cells: Sequence[Cell]) -> None:
        for cell in cells:
            if cell.address in self.context.blank_formulas and not cell.text:
                self.problems.append(found("formula-without-value", cell.address, about=name))

    def read_time(self) -> RowTime:
        """Read the time cells; a time without slots when they say nothing that can be read."""
        by_name = {
            name: self._cells_of(column)[0]
            for column, name in TIME_COLUMNS.items()
            if column in self.columns.fields
        }
        if "day" not in by_name and len(self._cells_of("time")) > 1:
            by_name["day"], by_name["hours"] = self._cells_of("time")[:2]
        cells = TimeCells(**by_name)
        self.cells["when"] = cells.first_address
        self._check_formulas("when", list(by_name.values()))
        written = " ".join(cell.text for cell in cells.filled)
        if not written:
            if not self._has_error("when"):
                self._find("no-when", "when")
            return RowTime("", ())
        try:
            time = cells.read(self.context.month)
        except WhenError as error:
            self.problems.append(from_when_error(error, cells.cell_of(error)))
            return RowTime(" ".join(written.split()), ())
        self._check_text("when", time.text)
        self._check_month(time)
        return time

    def _check_month(self, time: RowTime) -> None:
        month = self.context.month
        for slot in time.slots if self.context.checks_month else ():
            if (slot.start.year, slot.start.month) != (month.year, month.month):
                self._find("outside-month", "when", date=slot.start.date().isoformat())
                return

    def take_from_notes(self, time: RowTime) -> RowTime:
        """Fill what has no cell of its own from the notes, and say so."""
        notes = self.values["summary"]
        minutes, words = duration_in(notes)
        longer = time.lasting(minutes, self.context.month) if minutes and time.slots else None
        if longer:
            self._find("end-from-notes", "when", text=words, end=longer.text)
        capacity = capacity_in(notes)
        if capacity and not self.values["capacity"] and len(capacity) <= LIMITS["capacity"]:
            self.values["capacity"] = capacity
            self.cells["capacity"] = self.cells["summary"]
            self._find("capacity-from-notes", "capacity", text=capacity)
        phone = phone_in(self.values["sign_up"])
        if phone and not self.values["contact"]:
            self.values["contact"] = phone
            self.cells["contact"] = self.cells["sign_up"]
            self._find("contact-from-sign-up", "contact", text=phone)
        return longer or time

    def choose_kind(self) -> None:
        """Put the code of the kind in the place of the category as written."""
        category, kinds = self.values["kind"], self.context.kinds
        code, understood = choose_kind(category, self.values["title"], kinds)
        self.values["kind"] = code
        if not category:
            self.guessed.append("kind")
        if not understood:
            name = next((kind.name for kind in kinds if kind.code == code), code)
            self._find("unknown-kind", "kind", text=category[:80], kind=name)

    def check_place(self) -> None:
        """Warn of a place that is no room of the centre; it stays as written."""
        place, rooms = self.values["place"], self.context.rooms
        if not place or not rooms or is_room(place, rooms):
            return
        room = similar_room(place, rooms)
        if room:
            self._find("similar-room", "place", room, text=place[:80], room=room)
        else:
            self._find("unknown-room", "place", text=place[:80])

    def result(self, time: RowTime) -> MenuRow:
        """Return the row as read."""
        number = int(re.sub(r"\D", "", self.row[0].address))
        cells = {name: cell for name, cell in self.cells.items() if cell}
        return MenuRow(
            **self.values,
            when=time.text,
            id=self.key("id"),
            base=self.key("base"),
            guessed=tuple(self.guessed),
            row_number=number,
            cells=cells,
            problems=tuple(self.problems),
            slots=time.slots,
        )
