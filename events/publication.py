"""From a menu's rows to activities and occurrences, in the transaction that saves the menu.

Reads everything once, compares, and writes only what differs, so that a second call does
nothing. Nothing that was public is ever deleted (design: decisions 2 and 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from calendars import ledger
from calendars.ledger import Change
from calendars.shown import WITHDRAWN, changes_of

from . import entries
from .drafts import Vocabulary
from .models import Activity, ActivityAudience, Occurrence, Series
from .planning import TAKEN_OVER, UNSAID, Plan, plan_of
from .shown import shown_of

WRITTEN = (*TAKEN_OVER, "status", "planned_status")
TIMES = (
    "start",
    "end",
    "is_all_day",
    "end_is_assumed",
    "planned_start",
    "planned_end",
    "moved_from",
    "moved_place",
    "status",
    "is_planned",
    "reason_code",
    "reason",
)


def publish_rows(menu, at: datetime) -> None:
    """Write the menu's rows as activities, occurrences, ledger, calendar and search entries.

    Must run inside the transaction that saves the menu. The number of statements does not grow
    with the rows beyond the database's limit of parameters for one statement.
    """
    centre = menu.get_parent().specific
    plan = plan_of(menu, centre, at)
    write_activities(plan)
    write_audiences(menu, plan.activities, plan.vocabulary)
    write_series(centre, plan.activities)
    write_occurrences(plan.occurrences)
    note(centre, plan.changes, at)
    entries.refresh(menu, centre, at)


def withdraw_rows(menu, at: datetime) -> None:
    """Take everything of a menu that is off-line out of calendars and search; rows stay."""
    if shown := entries.shown_things(menu):
        changes: list[Change] = []
        gone = Occurrence.objects.filter(pk__in=shown).select_related("activity__facility")
        for one in gone:
            before = shown_of(one)
            after = replace(before, status=WITHDRAWN)
            changes += changes_of(one.pk, before, after, reason=UNSAID, has_ended=False)
        note(menu.get_parent().specific, changes, at)
    entries.withdraw(menu)


def note(centre, changes: Sequence[Change], at: datetime) -> None:
    ledger.record(changes, node_code=centre.code, body=centre.title, at=at)


def write_activities(plan: Plan) -> None:
    Activity.objects.bulk_create(plan.new)
    if plan.changed:
        Activity.objects.bulk_create(
            plan.changed, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
        )


def write_audiences(menu, activities: Sequence, vocabulary: Vocabulary) -> None:
    wanted = {
        (activity.pk, vocabulary.audience_ids[code])
        for activity in activities
        for code in activity.audience_codes
        if code in vocabulary.audience_ids
    }
    stored = {
        (row.activity_id, row.audience_id): row.pk
        for row in ActivityAudience.objects.filter(activity__menu=menu)
    }
    stale = [pk for pair, pk in stored.items() if pair not in wanted]
    if stale:
        ActivityAudience.objects.filter(pk__in=stale).delete()
    ActivityAudience.objects.bulk_create(
        ActivityAudience(activity_id=activity, audience_id=audience)
        for activity, audience in sorted(wanted - stored.keys())
    )


def write_series(centre, activities: Sequence) -> None:
    """Give each series that a row names a code, once for its title at the centre."""
    titles = sorted({activity.series for activity in activities if activity.series})
    Series.objects.bulk_create(
        [Series(centre=centre, title=title) for title in titles], ignore_conflicts=True
    )


def write_occurrences(occurrences: Sequence[Occurrence]) -> None:
    if occurrences:
        Occurrence.objects.bulk_create(
            occurrences, update_conflicts=True, unique_fields=["uuid"], update_fields=TIMES
        )
