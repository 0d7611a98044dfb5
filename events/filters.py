"""What a reader asked a list for, read from its address; anything unknown is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.questions import Question, question
from common import nodes
from common.models import Audience, Kind
from common.nodes import Node

from .facets import DAYS, FEES, PARTS, narrowed
from .months import next_month
from .querysets import OccurrenceQuerySet
from .rows import ZONE

VIEWS = {"day": _("Day"), "week": _("Week"), "month": pgettext_lazy("view", "Month")}
LIST_ADDRESS = "/events/"
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Choice:
    """A chosen filter: what it is called and the address without it."""

    label: str
    address: str


@dataclass(frozen=True)
class EventFilter:
    """A cleaned question: where, when, what for whom. `address()` writes it back in fixed order."""

    view: str
    on: date
    node: Node | None = None
    kinds: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    part: str = ""
    fee: str = ""
    weekend: bool = False
    names: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def path(self) -> str:
        return nodes.path_of(self.node)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day shown, both included."""
        if self.view == "day":
            return self.on, self.on
        if self.view == "week":
            monday = self.on - timedelta(days=self.on.weekday())
            return monday, monday + timedelta(days=6)
        first = self.on.replace(day=1)
        return first, next_month(first) - timedelta(days=1)

    @property
    def interval(self) -> tuple[datetime, datetime]:
        """The shown days as aware moments, half open."""
        first, last = self.days
        start = datetime.combine(first, datetime.min.time(), ZONE)
        return start, datetime.combine(last + timedelta(days=1), datetime.min.time(), ZONE)

    def apply(self, occurrences: OccurrenceQuerySet) -> OccurrenceQuerySet:
        """Narrow a list to the place and the chosen filters (not to the days)."""
        if self.node:
            occurrences = occurrences.under(self.node.path)
        return narrowed(occurrences, self.asked)

    @property
    def asked(self) -> dict[str, list[str]]:
        """The chosen codes by the letters of calendars' addresses."""
        chosen = {
            "k": list(self.kinds),
            "f": list(self.audiences),
            "p": [self.part] if self.part else [],
            "d": ["weekend"] if self.weekend else [],
            "m": [self.fee] if self.fee else [],
        }
        return {letter: codes for letter, codes in chosen.items() if codes}

    @property
    def calendar(self) -> Question:
        """The question of the calendar that holds exactly this list, today and later on.

        That of the place when more was chosen than an address can hold.
        """
        place, chosen = self.node.code if self.node else nodes.ALL, self.asked
        if chosen:
            chosen = {"t": ["activities"]} | chosen
        wanted = question(place, chosen)
        return question(place, {}) if wanted.is_too_long else wanted

    def address(self, **changes) -> str:
        """Return the address of this question with some parts changed, without language prefix."""
        return LIST_ADDRESS + self.query(**changes)

    def query(self, **changes) -> str:
        """Return this question as a query string; empty parts are left out."""
        values = {
            "view": self.view,
            "on": self.on.isoformat(),
            "at": self.node.code if self.node else "",
            "kind": list(self.kinds),
            "for": list(self.audiences),
            "part": self.part,
            "fee": self.fee,
            "weekend": "1" if self.weekend else "",
        } | changes
        return "?" + urlencode({key: value for key, value in values.items() if value}, doseq=True)

    def bare_address(self) -> str:
        """Return the address of the same days and place without the chosen filters."""
        return self.address(kind="", part="", fee="", weekend="", **{"for": ""})

    def chosen(self) -> list[Choice]:
        """Return the chosen filters in the order of the address; the place is not among them."""
        choices = []
        for code in self.kinds:
            rest = [kind for kind in self.kinds if kind != code]
            choices.append(Choice(self.names[f"kind:{code}"], self.address(kind=rest)))
        for code in self.audiences:
            rest = [audience for audience in self.audiences if audience != code]
            choices.append(Choice(self.names[f"for:{code}"], self.address(**{"for": rest})))
        if self.part:
            choices.append(Choice(str(PARTS[self.part][0]), self.address(part="")))
        if self.weekend:
            choices.append(Choice(str(DAYS["weekend"][0]), self.address(weekend="")))
        if self.fee:
            choices.append(Choice(str(FEES[self.fee]), self.address(fee="")))
        return choices


def read(query: QueryDict, today: date) -> EventFilter:
    """Return the question of an address; unknown or broken values are as if not given."""
    kinds = {kind.code: kind.label for kind in Kind.objects.all()}
    audiences = {audience.code: audience.label for audience in Audience.objects.all()}
    view = query.get("view", "")
    return EventFilter(
        view=view if view in VIEWS else "week",
        on=read_day(query.get("on", ""), today),
        node=nodes.find(query.get("at")),
        kinds=tuple(dict.fromkeys(code for code in query.getlist("kind") if code in kinds)),
        audiences=tuple(dict.fromkeys(code for code in query.getlist("for") if code in audiences)),
        part=query.get("part", "") if query.get("part") in PARTS else "",
        fee=query.get("fee", "") if query.get("fee") in FEES else "",
        weekend=query.get("weekend") == "1",
        names={f"kind:{code}": label for code, label in kinds.items()}
        | {f"for:{code}": label for code, label in audiences.items()},
    )


def read_day(text: str, today: date) -> date:
    """Return the day of "2026-12-05" or the first of "2026-12"; today for anything else."""
    try:
        day = date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        return today
    return day if EARLIEST <= day <= LATEST else today
