"""What a reviewer sees of a page: its rows beside what the public has, each with its findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.review import approvals_of, composer_of, hash_of

from .findings import Finding, Report
from .services import inspect


class Change(models.TextChoices):
    """What a row is compared with what the public has, or with what waits approved."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    SAME = "same", _("unchanged")
    GONE = "gone", _("removed")


@dataclass(frozen=True)
class Fact:
    """One field of a row: as it is, and as the public has it ("" for a new row)."""

    label: str
    now: str
    before: str = ""

    @property
    def differs(self) -> bool:
        return self.now != self.before


@dataclass
class ReviewRow:
    """One row of a page under review; `key` is its part in the approval.

    `is_ticked` and `comment` are what the reviewer has answered so far.
    """

    key: str
    number: int
    title: str
    change: Change
    facts: Sequence[Fact]
    findings: list[Finding] = field(default_factory=list)
    returned: str = ""
    lapsed: bool = False
    is_ticked: bool = False
    comment: str = ""

    @property
    def changed_facts(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.differs]

    @property
    def shown_facts(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.now]


_row_sources: dict[type, Callable[[models.Model], list[ReviewRow]]] = {}


def register_rows(page_class: type, rows_of: Callable[[models.Model], list[ReviewRow]]) -> None:
    """Say how the rows of a page under review are told, compared with the public ones."""
    _row_sources[page_class] = rows_of


@dataclass(frozen=True)
class Bundle:
    """Everything of one review: rows, findings of the page itself, what was approved so far."""

    rows: list[ReviewRow]
    report: Report
    findings: list[Finding]
    approvals: list

    @property
    def changed_rows(self) -> int:
        return sum(row.change != Change.SAME for row in self.rows)


def bundle_of(page, workflow_state) -> Bundle:
    """Gather the review of a page object as it was submitted."""
    report = inspect(page)
    rows = _row_sources.get(type(page), lambda page: [])(page)
    approvals = approvals_of(workflow_state)
    parts = composer_of(page).parts_of(page)
    for row in rows:
        row.findings = [one for one in report.open if f".{row.key}." in f"{one.path}."]
        row.returned = next((a.returned[row.key] for a in approvals if row.key in a.returned), "")
        row.lapsed = any(a.parts.get(row.key) != parts.get(row.key) for a in approvals)
    of_rows = {id(one) for row in rows for one in row.findings}
    return Bundle(
        rows=rows,
        report=report,
        findings=[one for one in report.open if id(one) not in of_rows],
        approvals=approvals,
    )


def fingerprint_of(page) -> str:
    """Return a short text that changes with every word under review; it stands on the 审核单."""
    return hash_of(composer_of(page).parts_of(page))[:16]
