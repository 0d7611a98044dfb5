"""Which rows of a draft would change something public without saying why."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from calendars.change_words import ask_why

from .planning import plan_of


@dataclass(frozen=True)
class Unsaid:
    """Rows without a reason: block id to a sentence, and titles of those that have gone."""

    rows: dict[UUID, str]
    gone: tuple[str, ...]
    titles: dict[UUID, str] = field(default_factory=dict)

    @property
    def sentences(self) -> list[str]:
        named = [f"{self.titles[key]}：{text}" for key, text in self.rows.items()]
        return [*named, *([self.gone_sentence] if self.gone else [])]

    @property
    def gone_sentence(self) -> str:
        mark = ", " if get_language() == "en" else "、"
        return _(
            "No longer in the menu, and so cancelled: %(titles)s. Say why, or bring the rows back."
        ) % {"titles": mark.join(self.gone)}


def unsaid_in(menu, centre, at: datetime, **draft) -> Unsaid:
    """Return what lacks a reason if the menu were published now; five queries.

    Args:
        menu: as stored; a menu that never was public has nothing to explain.
        draft: fields of the menu that are not set on it yet, for example its rows.
    """
    if not menu.pk or not menu.first_published_at:
        return Unsaid({}, ())
    menu = copy.copy(menu)
    for name, value in draft.items():
        setattr(menu, name, value)
    plan = plan_of(menu, centre, at)
    named = {activity.block_id: activity.title for activity in plan.activities}
    rows = {key: ask_why(changes) for key, changes in plan.unsaid.items() if key in named}
    gone = [one.title for one in plan.changed if one.block_id in plan.unsaid.keys() - named.keys()]
    return Unsaid(rows, tuple(gone), named)
