"""A sheet between reading and saving: its rows, what they do to the menu, what the editor says.

Whatever brings rows (a file, a block of pasted cells, last month's menu) goes through this one
check. Nothing is stored before the editor confirms: what was read travels through the browser,
signed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.core import signing
from django.utils.functional import cached_property

from . import sheet_saving
from .houses import house_of
from .models import ActivityMenuPage
from .sheet_clashes import clashes
from .sheet_corrections import from_plain, to_plain
from .sheet_findings import Problem
from .sheet_forms import AbsenceForm
from .sheet_menu import MenuRow
from .sheet_merging import ADDED, CHANGED, CONFLICT, UNCHANGED, Merged, missing
from .sheet_pairing import Pairing, pair
from .sheet_row_forms import RowForm, shared_fields
from .sheet_saving import Decisions

SALT = "events.menu-sheet"
MAX_AGE = 24 * 60 * 60  # seconds; who comes back the next day uploads again


class CheckExpired(Exception):
    """What came back is not what was sent, of another centre, or too old."""


@dataclass(frozen=True)
class SheetRows:
    """Rows as they were read.

    Attributes:
        source: name of the file, or what stands for it.
        fields: the fields that the sheet has a column for.
        is_part: whether rows of the menu that are not among them are none of its business.
        notes: sentences about the sheet as a whole.
        unticked: index of each row that is left out unless the editor wants it.
    """

    month: date
    source: str
    rows: Sequence[MenuRow]
    fields: Sequence[str]
    title: str = ""
    is_part: bool = False
    notes: Sequence[str] = ()
    unticked: Sequence[int] = ()

    def signed(self, centre) -> str:
        """Return all that as a text that nobody can change unseen."""
        plain = {
            "centre": centre.pk,
            "month": self.month.isoformat(),
            "source": self.source,
            "title": self.title,
            "fields": list(self.fields),
            "is_part": self.is_part,
            "notes": list(self.notes),
            "unticked": list(self.unticked),
            "rows": [to_plain(row) for row in self.rows],
        }
        return signing.dumps(plain, salt=SALT, compress=True)


def from_signed(text: str, centre) -> SheetRows:
    """Return what `SheetRows.signed` wrote for the same centre.

    Raises:
        CheckExpired: it was changed, is of another centre, or of yesterday.
    """
    try:
        plain = signing.loads(text, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature as error:
        raise CheckExpired from error
    if plain.pop("centre") != centre.pk:
        raise CheckExpired
    month = date.fromisoformat(plain.pop("month"))
    rows = [from_plain(row, month) for row in plain.pop("rows")]
    return SheetRows(month=month, rows=rows, **plain)


@dataclass
class SheetCheck:
    """The check screen of a sheet; `data` is what the editor sent, None when it is first shown."""

    centre: object
    sheet: SheetRows
    rooms: Sequence[str]
    data: Mapping[str, str] | None = None
    forms: list[RowForm] = field(init=False)

    def __post_init__(self) -> None:
        shared = shared_fields()
        self.forms = [
            RowForm(
                self.data,
                read=row,
                month=self.sheet.month,
                shared=shared,
                rooms=self.rooms,
                is_unticked=number in self.sheet.unticked,
                prefix=f"r{number}",
            )
            for number, row in enumerate(self.sheet.rows)
        ]
        titles = {
            block["id"]: " · ".join(
                text for name in ("title", "when", "place") if (text := block["value"].get(name))
            )
            for block in self.sides.existing
        }
        for number, form in enumerate(self.forms):
            asked = self.pairing.asked.get(number, ())
            candidates = [(one, titles[one]) for one in asked]
            form.show_merge(self.merged_of(number), candidates, self.clashes.get(number, ()))

    @cached_property
    def menu(self) -> ActivityMenuPage | None:
        return sheet_saving.menu_of(self.centre, self.sheet.month)

    @cached_property
    def sides(self):
        return sheet_saving.sides_of(self.menu, self.sheet.fields)

    @cached_property
    def rows(self) -> list[MenuRow]:
        """The rows with the editor's corrections."""
        return [form.row for form in self.forms]

    @cached_property
    def pairing(self) -> Pairing:
        return pair(self.sides.existing, self.rows, self.sheet.month, self.answers)

    @cached_property
    def clashes(self) -> dict[int, list[Problem]]:
        """Warnings about rooms, hours and holidays, of the rows as they are now."""
        kept = [
            replace(form.row, slots=()) if form.is_left_out else form.row for form in self.forms
        ]
        return clashes(kept, house_of(self.centre, self.rooms, self.sheet.month))

    @property
    def answers(self) -> dict[int, str]:
        said = {number: form.says("which") for number, form in enumerate(self.forms)}
        return {number: answer for number, answer in said.items() if answer}

    def merged_of(self, number: int) -> Merged:
        identity = self.pairing.pairs.get(number)
        return self.sides.compare(identity, self.rows[number]) if identity else Merged(ADDED)

    @cached_property
    def absences(self) -> list[AbsenceForm]:
        """One form for each row of the menu that the sheet does not name."""
        if self.sheet.is_part:
            return []
        asked = {one for candidates in self.pairing.asked.values() for one in candidates}
        named = asked | set(self.pairing.pairs.values())
        public = sheet_saving.public_ids(self.menu)
        is_ours = any(row.id in self.sides.values for row in self.rows)
        return [
            AbsenceForm(
                self.data if self.data and f"m-{block['id']}-choice" in self.data else None,
                block=block,
                is_public=block["id"] in public,
                is_ours=is_ours,
                prefix=f"m-{block['id']}",
            )
            for block in missing(self.sides.existing, named)
        ]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are added, changed, unchanged and in conflict."""
        fates = [form.merged.fate for form in self.forms if not form.is_left_out]
        return {fate: fates.count(fate) for fate in (ADDED, CHANGED, UNCHANGED, CONFLICT)}

    @property
    def wrong_rows(self) -> list[RowForm]:
        return [form for form in self.forms if form.has_error]

    @property
    def good_rows(self) -> list[int]:
        """Index of each row that can be saved as it is."""
        return [
            number
            for number, form in enumerate(self.forms)
            if not form.is_left_out and not form.has_error
        ]

    @property
    def absences_are_answered(self) -> bool:
        return all(form.is_answered for form in self.absences)

    def waiting(self) -> SheetRows:
        """Return the rows that cannot be saved yet, with their corrections."""
        rows = [form.row for form in self.wrong_rows]
        return replace(self.sheet, rows=rows, is_part=True, notes=(), unticked=())

    def save(self, user, at: datetime) -> tuple[ActivityMenuPage, bool]:
        """Store the good rows as a draft; return the menu and whether anything changed.

        Raises:
            MenuNotSaved: somebody else holds the menu, or it would have more rows than it takes.
        """
        decisions = Decisions(
            saved=self.good_rows,
            answers=self.answers,
            sheet_wins={number for number, form in enumerate(self.forms) if form.wins_conflicts},
            absences={form.block["id"]: form.absence for form in self.absences},
        )
        return sheet_saving.save_rows(
            self.centre,
            self.sheet.month,
            self.rows,
            user,
            at,
            fields=self.sheet.fields,
            decisions=decisions,
        )
