"""Which centre has which month's menu, and how far it is: the view from above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type

from brands.models import CentrePage

from .models import ActivityMenuPage


class MenuState(models.TextChoices):
    """How far a centre's menu of a month is, the one that needs somebody first."""

    MISSING = "missing", _("missing")
    RETURNED = "returned", _("sent back")
    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")


@dataclass(frozen=True)
class Cell:
    """One centre's menu of one month; `menu_id` is None where there is none."""

    month: date
    state: MenuState
    menu_id: int | None = None


@dataclass(frozen=True)
class Line:
    """One centre with its cells, in the order of the months."""

    centre: CentrePage
    area: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Board:
    """All lines, and how many centres are in which state, month by month."""

    months: Sequence[date]
    lines: Sequence[Line]

    @property
    def counts(self) -> list[dict[MenuState, int]]:
        """Return for each month the number of centres by state, every state named."""
        found = [
            Counter(line.cells[i].state for line in self.lines) for i in range(len(self.months))
        ]
        return [{state: counter[state] for state in MenuState} for counter in found]

    def missing(self, month: date) -> list[CentrePage]:
        """Return the centres without anything to review for this month."""
        column = self.months.index(month)
        open_states = (MenuState.MISSING, MenuState.DRAFT, MenuState.RETURNED)
        return [line.centre for line in self.lines if line.cells[column].state in open_states]


def board_of(paths: Sequence[str], months: Sequence[date]) -> Board:
    """Return the board of the live centres at or below these tree paths; four queries."""
    within = models.Q(pk__in=[])
    for path in paths:
        within |= models.Q(path__startswith=path)
    centres = list(CentrePage.objects.listed().filter(within).defer("story"))
    areas = dict(
        Page.objects.filter(
            path__in={centre.path[: -Page.steplen] for centre in centres}
        ).values_list("path", "title")
    )
    states = states_of(within, months)
    lines = []
    for centre in centres:
        cells = [
            states.get((centre.path, month), Cell(month, MenuState.MISSING)) for month in months
        ]
        lines.append(Line(centre, areas.get(centre.path[: -Page.steplen], ""), cells))
    return Board(months, lines)


def states_of(within: models.Q, months: Sequence[date]) -> dict[tuple[str, date], Cell]:
    """Return the cell of every menu there is, by the tree path of its centre and its month."""
    scheduled = Revision.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(models.OuterRef("pk"), models.CharField()),
        approved_go_live_at__isnull=False,
    )
    menus = list(
        ActivityMenuPage.objects.filter(within, month__in=months, alias_of=None)
        .annotate(is_scheduled=models.Exists(scheduled))
        .values_list("pk", "path", "month", "live", "is_scheduled")
    )
    reviews = dict(
        WorkflowState.objects.active()
        .filter(object_id__in=[str(pk) for pk, *_rest in menus])
        .values_list("object_id", "status")
    )
    return {
        (path[: -Page.steplen], month): Cell(
            month, state_of(live, is_scheduled, reviews.get(str(pk))), pk
        )
        for pk, path, month, live, is_scheduled in menus
    }


def state_of(live: bool, is_scheduled: bool, review: str | None) -> MenuState:
    if review == WorkflowState.STATUS_NEEDS_CHANGES:
        return MenuState.RETURNED
    if live:
        return MenuState.PUBLISHED
    if is_scheduled:
        return MenuState.SCHEDULED
    return MenuState.REVIEW if review else MenuState.DRAFT
