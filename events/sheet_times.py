"""The time of a sheet's row: date and time cells to one text and its slots (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chinese.when import BARE_DAYS, MIDNIGHT, Slot, WhenError, from_cell, parse, parse_cells
from common.sheet_reader import Cell

LINE_SEPARATORS = (" ", "、", "；")
NO_CELL = Cell("")


@dataclass(frozen=True)
class RowTime:
    """When a row takes place: the text to keep, and its slots in time order."""

    text: str
    slots: tuple[Slot, ...]

    def lasting(self, minutes: int, month: date) -> RowTime | None:
        """Return the same time with the end that a length gives, for "时长90分钟" in the notes.

        None when an end is there already, the starts differ, or the longer text cannot be read.
        """
        hours = {slot.start.time() for slot in self.slots}
        open_ended = all(slot.end is None and not slot.is_all_day for slot in self.slots)
        if not open_ended or len(hours) != 1:
            return None
        first = self.slots[0].start
        end = first + timedelta(minutes=minutes)
        next_day = "次日" if end.date() > first.date() else ""
        longer = f"{self.text}-{next_day}{end:%H:%M}"
        try:
            slots = tuple(parse(longer, year=month.year, month=month.month).slots())
        except WhenError:
            return None
        wanted = [(slot.start, slot.start + timedelta(minutes=minutes)) for slot in self.slots]
        return RowTime(longer, slots) if [(s.start, s.end) for s in slots] == wanted else None


@dataclass(frozen=True)
class TimeCells:
    """The cells of a row that tell its time; absent ones are `NO_CELL`."""

    day: Cell = NO_CELL
    weekday: Cell = NO_CELL
    hours: Cell = NO_CELL
    start: Cell = NO_CELL
    end: Cell = NO_CELL

    @property
    def filled(self) -> list[Cell]:
        """The cells that hold something, the day before the hours."""
        order = (self.day, self.weekday, self.hours, self.start, self.end)
        return [cell for cell in order if cell.text]

    @property
    def first_address(self) -> str:
        """Where the time stands, or should stand."""
        order = (self.day, self.hours, self.start, self.weekday, self.end)
        return (self.filled or [cell for cell in order if cell.address] or [NO_CELL])[0].address

    def cell_of(self, error: WhenError) -> str:
        """Return the address of the cell that an error of the grammar is about."""
        if error.field == "time":
            cell = self.hours if self.hours.text else self.start
            return cell.address or self.first_address
        return self.first_address

    def read(self, month: date) -> RowTime:
        """Return the time of the row, with `month` as the month of a day that names none.

        Raises:
            WhenError: the cells cannot be read.
        """
        day = self._day_text()
        try:
            hours = self._hours_text()
        except WhenError as number:
            number.field = "time"
            raise
        error: WhenError | None = None
        for day_line, hours_line in _one_line(day, hours):
            try:
                when = parse_cells(day_line, hours_line, year=month.year, month=month.month)
                slots = tuple(when.slots())
            except WhenError as found:
                error = error or found
                continue
            text = f"{day_line} {hours_line}".strip()
            is_rewritten = BARE_DAYS.fullmatch(day_line) or MIDNIGHT.search(day_line)
            if is_rewritten and not _means(text, slots, month):
                text = when.canonical()
            return RowTime(text, slots)
        raise error or WhenError("empty", 0, 0)

    def _day_text(self) -> str:
        if self.day.text:
            return _cell_text(self.day)
        if self.weekday.text:
            return self.weekday.text
        return "" if self.start.text or not self.hours.text else _cell_text(self.hours)

    def _hours_text(self) -> str:
        """Return the hours; those of one column that holds day and hours stand with the day."""
        if self.hours.text and (self.day.text or self.weekday.text):
            return _cell_text(self.hours)
        if not self.start.text:
            return _cell_text(self.hours) if self.day.text and self.hours.text else ""
        start, end = _cell_text(self.start), _cell_text(self.end)
        first, last = self.start.value, self.end.value
        if isinstance(first, datetime) and isinstance(last, datetime):
            end = f"{last:%H:%M}" if first.date() == last.date() else end
        return f"{start}-{end}" if end else start


def _cell_text(cell: Cell) -> str:
    """Return a cell as the grammar reads it: serials and real dates as text."""
    if not cell.text or cell.value is None:
        return ""
    if isinstance(cell.value, str | bool) or cell.text in {"inf", "-inf", "nan"}:
        return cell.text
    return from_cell(cell.value)


def _one_line(day: str, hours: str) -> Iterator[tuple[str, str]]:
    """Yield day and hours without line breaks, with each mark that a break may stand for."""
    if "\n" not in day + hours:
        yield day, hours
        return
    for separator in LINE_SEPARATORS:
        yield day.replace("\n", separator), hours.replace("\n", separator)


def _means(text: str, slots: Sequence[Slot], month: date) -> bool:
    try:
        return tuple(parse(text, year=month.year, month=month.month).slots()) == tuple(slots)
    except WhenError:
        return False
