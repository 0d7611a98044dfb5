"""Rows of a menu as readers see them: an activity with all its times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .models import Activity, Occurrence
from .wording import written_times


@dataclass(frozen=True)
class Row:
    """An activity with all its times: in the list by kind, or said once above the weeks."""

    activity: Activity
    occurrences: tuple

    @property
    def times(self) -> str:
        return written_times(self.activity.when)

    @property
    def shown(self) -> Occurrence:
        """The occurrence whose date stands in the window: the first that takes place."""
        return next((one for one in self.occurrences if not one.is_called_off), self.occurrences[0])


def rows_of(occurrences: Iterable[Occurrence]) -> list[Row]:
    """Return one row for each activity, in the order of the menu."""
    times = defaultdict(list)
    for occurrence in occurrences:
        times[occurrence.activity_id].append(occurrence)
    rows = [Row(found[0].activity, tuple(found)) for found in times.values()]
    return sorted(rows, key=lambda row: row.activity.position)
