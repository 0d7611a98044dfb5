"""What a sheet of centres would do to the tree: each row new, changed, unchanged or wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.nodes import SITE_DEPTH
from common.sheet_remarks import Remark

from .centre_findings import inspect_rows
from .centre_sheets import CentreRow, check_together
from .enums import AREA_TIERS, Tier
from .hours import Rule
from .models import AreaPage, CentrePage, OpeningHours

SAVED_AT_ONCE = 400
NEW, CHANGED, UNCHANGED, WRONG = "new", "changed", "unchanged", "wrong"
PLAIN = ("title", "tier", "brand_name", "address_line", "phone", "labels")


@dataclass(frozen=True)
class Change:
    """One field of a centre before and after, in words."""

    field: str
    label: str
    old: str
    new: str


@dataclass
class Step:
    """One row with what becomes of it."""

    row: CentreRow
    remarks: list[Remark]
    area: AreaPage | None = None
    centre: CentrePage | None = None
    changes: list[Change] = field(default_factory=list)
    findings: list[Remark] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def page(self) -> Page | None:
        """What is stored for the row: its area, else its centre."""
        return self.area or self.centre

    @property
    def makes_area(self) -> bool:
        return self.row.tier in AREA_TIERS

    @property
    def fate(self) -> str:
        if self.remarks:
            return WRONG
        if self.centre is None:
            return NEW
        return CHANGED if self.changes else UNCHANGED


class CentrePlan:
    """The rows of a sheet against the tree at or below `base`; four queries.

    Centres that were never public are compared with their draft. `unchecked` are the names of
    rules of the check that failed.
    """

    def __init__(self, rows: Sequence[CentreRow], base: Page) -> None:
        self.base = base
        self.by_code = {row.code: row for row in reversed(rows)}
        known = {code for code, page in (self.areas | self.centres).items() if self.is_mine(page)}
        together = check_together(rows, known)
        self.steps = [self.step(row, together[row.number]) for row in rows]
        told = [step for step in self.steps if step.fate in (NEW, CHANGED)]
        self.unchecked = inspect_rows(told, base)
        self.blame_parents()

    @cached_property
    def areas(self) -> dict[str, AreaPage]:
        return {page.code: page for page in AreaPage.objects.filter(alias_of=None)}

    @cached_property
    def centres(self) -> dict[str, CentrePage]:
        hours = Prefetch("opening_hours", OpeningHours.objects.order_by("sort_order"))
        pages = CentrePage.objects.filter(alias_of=None).prefetch_related(hours)
        return {
            page.code: page if page.live else page.get_latest_revision_as_object() for page in pages
        }

    @cached_property
    def area_codes(self) -> dict[str, str]:
        """The code of each area by its tree path."""
        return {page.path: page.code for page in self.areas.values()}

    def is_mine(self, page: Page) -> bool:
        return page.path.startswith(self.base.path)

    def step(self, row: CentreRow, remarks: list[Remark]) -> Step:
        step = Step(
            row,
            [*row.remarks, *remarks],
            self.areas.get(row.code),
            self.centres.get(row.code),
        )
        if step.remarks:
            return step
        step.remarks += filter(None, [self.place_remark(step)])
        if step.centre and not step.remarks:
            step.changes = changes_of(row, step.centre)
        return step

    def place_remark(self, step: Step) -> Remark | None:
        """Say why a row cannot stand where it wants to."""
        return self.foreign_remark(step) or self.parent_remark(step)

    def foreign_remark(self, step: Step) -> Remark | None:
        row, page = step.row, step.page
        if page and not self.is_mine(page):
            return row.remark(
                "code",
                _("This code belongs to a place outside your area."),
                _("Choose another code, or take the row out."),
            )
        if page and bool(step.area) != step.makes_area:
            return row.remark(
                "tier",
                _("An area does not become a single centre, nor a single centre an area."),
                _("Leave the tier as it was, or use a new code."),
            )
        if step.centre and step.centre.locked:
            return row.remark(
                "code",
                _("The page of this centre is locked."),
                _("Ask whoever locked it to open it, then upload the sheet again."),
            )
        return None

    def parent_remark(self, step: Step) -> Remark | None:
        row, page = step.row, step.page
        if page is None and not row.parent and self.is_site and not step.makes_area:
            return row.remark(
                "parent",
                _("A centre of this tier needs a parent."),
                _("Write the code of the town, street, district or city it belongs to."),
            )
        if page and row.parent and page.path != self.base.path and self.has_moved(row, page):
            return row.remark(
                "parent",
                _("This centre now stands below another area."),
                _("Move the page in the tree first, then upload the sheet again."),
            )
        return None

    @property
    def is_site(self) -> bool:
        return self.base.depth == SITE_DEPTH

    def has_moved(self, row: CentreRow, page: Page) -> bool:
        above = self.area_codes.get(page.path[: -page.steplen], "")
        return above != self.parent_area(row)

    def parent_area(self, row: CentreRow) -> str:
        """Return the code of the area that a row belongs in; "" is the base itself."""
        parent = row.parent
        while parent and parent not in self.areas:
            above = self.by_code.get(parent)
            if above is None:
                centre = self.centres[parent]
                return self.area_codes[centre.path[: -centre.steplen]]
            if above.tier in AREA_TIERS:
                return parent
            parent = above.parent
        return parent

    def blame_parents(self) -> None:
        """A row below a new centre that is wrong waits for it."""
        steps = {step.row.code: step for step in reversed(self.steps)}
        for step in self.in_order:
            above = steps.get(step.row.parent)
            if above and above.fate == WRONG and not above.page and not step.remarks:
                text = _("The row of its parent must be corrected first.")
                step.remarks.append(step.row.remark("parent", text))

    @cached_property
    def in_order(self) -> list[Step]:
        """The steps, parents before children."""
        return sorted(self.steps, key=lambda step: self.height(step.row))

    def height(self, row: CentreRow) -> int:
        """Return how many rows of the sheet stand above a row."""
        seen: set[str] = set()
        while (above := self.by_code.get(row.parent)) and above.code not in seen:
            seen.add(above.code)
            row = above
        return len(seen)

    @property
    def counts(self) -> dict[str, int]:
        return {
            fate: sum(step.fate == fate for step in self.steps)
            for fate in (NEW, CHANGED, UNCHANGED, WRONG)
        }

    @property
    def to_save(self) -> list[Step]:
        """What one request carries out, parents first; the rest is saved by the next."""
        waiting = [step for step in self.in_order if step.fate in (NEW, CHANGED)]
        return waiting[:SAVED_AT_ONCE]

    @property
    def fingerprint(self) -> str:
        """Tells whether the tree has changed between the check and saving."""
        shown = [(step.row.code, step.fate, step.changes) for step in self.steps]
        return hashlib.sha256(repr(shown).encode()).hexdigest()


def changes_of(row: CentreRow, centre: CentrePage) -> list[Change]:
    """Return what the row says otherwise than the centre; empty cells say nothing."""
    meta = centre._meta
    found = [
        Change(name, str(meta.get_field(name).verbose_name), shown(old), shown(new))
        for name in PLAIN
        if (new := (row.tier if name == "tier" else row.values.get(name, "")))
        and new != (old := getattr(centre, name))
    ]
    position = (centre.latitude, centre.longitude)
    if row.position and row.position != position:
        old = "" if None in position else "{}, {}".format(*position)
        found.append(Change("position", _("position"), old, "{}, {}".format(*row.position)))
    if row.hours:
        found += hours_changes(row, centre)
    return found


def hours_changes(row: CentreRow, centre: CentrePage) -> list[Change]:
    assert row.hours is not None  # noqa: S101 - asked by the caller
    old, new = rules_of(centre), storable(row.hours.rules)
    found = []
    if old != new:
        label = str(OpeningHours._meta.verbose_name)
        found.append(Change("hours", label, rules_text(old), rules_text(new)))
    if row.hours.at_holidays and row.hours.at_holidays != centre.at_holidays:
        holidays = centre._meta.get_field("at_holidays")
        names = dict(holidays.flatchoices)
        found.append(
            Change(
                "at_holidays",
                str(holidays.verbose_name),
                str(names[centre.at_holidays]),
                str(names[row.hours.at_holidays]),
            )
        )
    return found


def shown(value: str) -> str:
    return str(Tier(value).label) if value in Tier.values else value


def rules_of(centre: CentrePage) -> list[Rule]:
    return [Rule(one.days, one.opens, one.closes, one.note) for one in centre.opening_hours.all()]


def storable(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules whose days the form of a centre can show; other sets of days are split up."""
    found = []
    for rule in rules:
        groups = [rule.days] if rule.days in OpeningHours.Days.values else list(rule.days)
        found += [Rule(days, rule.opens, rule.closes, rule.note) for days in groups]
    return found


def rules_text(rules: Sequence[Rule]) -> str:
    return "；".join(
        f"{OpeningHours.Days(rule.days).label} {rule.opens:%H:%M}–{rule.closes:%H:%M}"
        f" {rule.note}".strip()
        for rule in rules
    )
