"""From a menu's rows to activities and occurrences, in the transaction that saves the menu.

Reads everything once, compares, and writes only what differs, so that a second call does
nothing. Nothing that was public is ever deleted (design: decisions 2 and 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from . import entries
from .drafts import Vocabulary, draft_activities, vocabulary_of
from .enums import ActivityStatus, OccurrenceStatus
from .matching import Planned, match
from .models import Activity, ActivityAudience, Occurrence
from .rows import Slot

WRITTEN = (
    "position",
    "title",
    "kind_id",
    "facility_id",
    "when",
    "place",
    "audience",
    "capacity",
    "fee",
    "is_free",
    "sign_up",
    "presenter",
    "contact",
    "summary",
    "status",
    "reason",
    "is_weekly",
)
TIMES = (
    "start",
    "end",
    "is_all_day",
    "end_is_assumed",
    "planned_start",
    "planned_end",
    "moved_from",
    "status",
    "reason",
)


def publish_rows(menu, at: datetime) -> None:
    """Write the menu's rows as activities, occurrences, calendar and search entries.

    Must run inside the transaction that saves the menu. The number of statements does not grow
    with the rows beyond the database's limit of parameters for one statement.
    """
    centre = menu.get_parent().specific
    vocabulary = vocabulary_of(centre)
    drafts = {one.block_id: one for one in draft_activities(menu, centre, vocabulary)}
    public = {one.block_id: one for one in menu.activities.all()}
    activities = write_activities(menu, drafts, public)
    write_audiences(menu, activities, vocabulary)
    write_occurrences(menu, activities, at)
    entries.refresh(menu, centre, at)


def withdraw_rows(menu) -> None:
    """Take everything of a menu that is off-line out of calendars and search; rows stay."""
    entries.withdraw(menu)


def write_activities(menu, drafts: dict, public: dict) -> list:
    """Bring the activities up to date and return those that the menu still names."""
    new, changed, kept = [], [], []
    for block_id, draft in drafts.items():
        known = public.get(block_id)
        if known is None:
            if draft.status != ActivityStatus.WITHDRAWN:
                new.append(draft)
            continue
        known.slots, known.audience_codes = draft.slots, draft.audience_codes
        kept.append(known)
        if take_over(known, draft):
            changed.append(known)
    changed += called_off(one for block_id, one in public.items() if block_id not in drafts)
    Activity.objects.bulk_create(new)
    if changed:
        Activity.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
        )
    return new + kept


def take_over(known, draft) -> bool:
    """Copy what the row says into the public activity; whether anything differed."""
    differing = [name for name in WRITTEN if getattr(known, name) != getattr(draft, name)]
    for name in differing:
        setattr(known, name, getattr(draft, name))
    return bool(differing)


def called_off(missing: Iterable) -> list:
    """Cancel public activities whose row has gone, and return them."""
    gone = [one for one in missing if one.status == ActivityStatus.ON]
    for activity in gone:
        activity.status = ActivityStatus.CANCELLED
        activity.reason = activity.reason or _("No longer on the menu.")
    return gone


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


def write_occurrences(menu, activities: Sequence, at: datetime) -> None:
    public = defaultdict(list)
    for occurrence in Occurrence.objects.filter(activity__menu=menu):
        public[occurrence.activity_id].append(occurrence)
    changed = []
    for activity in activities:
        changed += brought_up_to_date(activity, public[activity.pk], at)
    if changed:
        Occurrence.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["uuid"], update_fields=TIMES
        )


def brought_up_to_date(activity, public: list, at: datetime) -> list:
    """Return the occurrences of an activity that its slots change or add."""
    slots = {(slot.start, slot.end): slot for slot in activity.slots}
    by_key = {one.pk: one for one in public}
    result = match(
        slots,
        [Planned(one.pk, (one.planned_start, one.planned_end), one.end <= at) for one in public],
    )
    changed = [by_key[key] for key, slot in result.kept.items() if keep(by_key[key], slots[slot])]
    for key, slot in result.moved.items():
        move(by_key[key], slots[slot])
        changed.append(by_key[key])
    for key in result.dropped:
        if by_key[key].status == OccurrenceStatus.ON:
            by_key[key].status = OccurrenceStatus.DROPPED
            changed.append(by_key[key])
    return changed + [added(activity, slots[slot]) for slot in result.new]


def keep(occurrence, slot: Slot) -> bool:
    """A slot that came back takes place again; what a verb changed stays. Whether it changed."""
    before = (occurrence.status, occurrence.is_all_day, occurrence.end_is_assumed)
    if occurrence.status == OccurrenceStatus.DROPPED:
        occurrence.status = OccurrenceStatus.ON
    occurrence.is_all_day, occurrence.end_is_assumed = slot.is_all_day, slot.end_is_assumed
    return before != (occurrence.status, occurrence.is_all_day, occurrence.end_is_assumed)


def move(occurrence, slot: Slot) -> None:
    """Give an occurrence another slot; readers are told the time it was first announced for."""
    announced = occurrence.moved_from or occurrence.start
    occurrence.moved_from = announced if announced != slot.start else None
    occurrence.start = occurrence.planned_start = slot.start
    occurrence.end = occurrence.planned_end = slot.end
    occurrence.is_all_day, occurrence.end_is_assumed = slot.is_all_day, slot.end_is_assumed
    if occurrence.status == OccurrenceStatus.DROPPED:
        occurrence.status = OccurrenceStatus.ON


def added(activity, slot: Slot):
    return Occurrence(
        activity=activity,
        centre_id=activity.centre_id,
        start=slot.start,
        end=slot.end,
        is_all_day=slot.is_all_day,
        end_is_assumed=slot.end_is_assumed,
        planned_start=slot.start,
        planned_end=slot.end,
    )
