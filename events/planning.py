"""What publishing a menu's rows would do to what is public, worked out before anything is written.

Publication carries the plan out; the form asks it which rows still lack a reason. A row is compared
with what it said when it was last published, never with what a verb has changed since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from calendars.enums import ChangedField, ChangeReason
from calendars.ledger import Change, Reason
from calendars.shown import changes_of

from .drafts import Vocabulary, draft_activities, vocabulary_of
from .enums import ActivityStatus, OccurrenceStatus
from .matching import Planned, match
from .models import Activity, Occurrence
from .rows import Slot
from .shown import shown_of

TAKEN_OVER = (
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
    "series",
    "summary",
    "reason_code",
    "reason",
    "is_weekly",
)
UNSAID = Reason(ChangeReason.MENU)


@dataclass
class Plan:
    """What has to be written. `activities` are those that the menu names."""

    vocabulary: Vocabulary
    activities: list[Activity] = field(default_factory=list)
    new: list[Activity] = field(default_factory=list)
    changed: list[Activity] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unsaid: dict[UUID, list[Change]] = field(default_factory=dict)

    def note(self, activity: Activity, changes: list[Change]) -> None:
        """Take changes in, and remember those of the row for which nobody said why."""
        self.changes += changes
        if without := [one for one in changes if one.reason == UNSAID]:
            self.unsaid[activity.block_id] = without


def plan_of(menu, centre, at: datetime) -> Plan:
    """Return what publishing the menu as it stands in memory would do; nothing is written.

    Five queries, however many rows there are.
    """
    vocabulary = vocabulary_of(centre)
    drafts = {one.block_id: one for one in draft_activities(menu, centre, vocabulary)}
    public = {one.block_id: one for one in menu.activities.select_related("facility")}
    times = times_of(menu, public.values())
    plan = Plan(vocabulary)
    for block_id, draft in drafts.items():
        if known := public.get(block_id):
            update(plan, known, draft, times[known.pk], at)
        elif draft.status != ActivityStatus.WITHDRAWN:
            plan.new.append(draft)
            plan.occurrences += brought_up_to_date(draft, [], UNSAID, at)
    for block_id, known in public.items():
        if block_id not in drafts:
            call_off_missing(plan, known, times[known.pk], menu.reason_for_missing, at)
    plan.activities += plan.new
    return plan


def times_of(menu, activities: Iterable[Activity]) -> dict[int, list[Occurrence]]:
    by_key = {activity.pk: activity for activity in activities}
    times = defaultdict(list)
    if by_key:
        for occurrence in Occurrence.objects.filter(activity__menu=menu).order_by("start", "pk"):
            occurrence.activity = by_key[occurrence.activity_id]
            times[occurrence.activity_id].append(occurrence)
    return times


def update(plan: Plan, known: Activity, draft: Activity, times: list, at: datetime) -> None:
    """Let a public activity say what its row says now."""
    before = {one.pk: shown_of(one) for one in times}
    reason = reason_of(known, draft)
    was_planned, place = known.planned_status, known.shown_place
    if take_over(known, draft):
        plan.changed.append(known)
    plan.activities.append(known)
    touched = keep_where_it_was(times, place, known, at)
    if draft.status == ActivityStatus.CANCELLED:
        if was_planned != ActivityStatus.CANCELLED:
            touched += dropped(times, reason, at)
    elif draft.status == ActivityStatus.ON:
        touched += brought_up_to_date(known, times, reason, at)
    plan.occurrences += dict.fromkeys(touched)
    plan.note(known, ledger_lines(times, before, reason, at))


def reason_of(known: Activity, draft: Activity) -> Reason:
    """Return the reason that the row gives for this change, not one left from an earlier one."""
    said = Reason(draft.reason_code, draft.reason)
    is_fresh = said != Reason(known.reason_code, known.reason)
    return said if said.is_given and is_fresh else UNSAID


def take_over(known: Activity, draft: Activity) -> bool:
    """Copy what the row says into the public activity; whether anything differed.

    A place that says the same as before keeps its room, whatever the room is called by now.
    """
    known.slots, known.audience_codes = draft.slots, draft.audience_codes
    if draft.facility is None and draft.place == known.place:
        draft.facility = known.facility
    differing = [name for name in TAKEN_OVER if getattr(known, name) != getattr(draft, name)]
    if "facility_id" in differing:
        known.facility = draft.facility
    for name in differing:
        setattr(known, name, getattr(draft, name))
    if known.planned_status == draft.planned_status:
        return bool(differing)
    known.status = known.planned_status = draft.planned_status
    return True


def keep_where_it_was(times: list, place: str, known: Activity, at: datetime) -> list:
    """A row's new place is for what is still to come; what has ended was where it was."""
    if known.shown_place == place or not place:
        return []
    ended = [one for one in times if one.end <= at and not one.moved_place]
    if len(ended) == len(times):
        return []  # all is over: the row corrects what was wrong
    for occurrence in ended:
        occurrence.moved_place = place
    return ended


def call_off_missing(
    plan: Plan, known: Activity, times: list, reason: Reason, at: datetime
) -> None:
    """Cancel a public activity whose row has gone, once."""
    if known.planned_status != ActivityStatus.ON:
        return
    reason = reason if reason.is_given else UNSAID
    before = {one.pk: shown_of(one) for one in times}
    known.status = known.planned_status = ActivityStatus.CANCELLED
    known.reason_code, known.reason = reason.code, reason.text
    plan.changed.append(known)
    plan.occurrences += dropped(times, reason, at)
    plan.note(known, ledger_lines(times, before, reason, at))


def still_open(times: Iterable, at: datetime) -> list:
    """Return what has not ended; everything when all has, for then it is a correction."""
    times = list(times)
    return [one for one in times if one.end > at] or times


def dropped(times: list, reason: Reason, at: datetime) -> list:
    """Call off what takes place, because the row is cancelled or gone; returns what changed."""
    off = [one for one in still_open(times, at) if one.status == OccurrenceStatus.ON]
    for occurrence in off:
        drop(occurrence, reason)
    return off


def drop(occurrence: Occurrence, reason: Reason) -> None:
    occurrence.status, occurrence.is_planned = OccurrenceStatus.DROPPED, False
    occurrence.give_reason(reason)


def ledger_lines(times: list, before: dict, reason: Reason, at: datetime) -> list[Change]:
    """Return the changes of an activity's occurrences.

    Another presenter is for what is still to come: while something is, the past is left alone.
    """
    lines = []
    open_still = {one.pk for one in still_open(times, at)}
    for occurrence in times:
        old, key = before[occurrence.pk], occurrence.pk
        found = changes_of(key, old, shown_of(occurrence), reason=reason, has_ended=old.end <= at)
        lines += [one for one in found if key in open_still or one.field == ChangedField.STATUS]
    return lines


def brought_up_to_date(activity: Activity, public: list, reason: Reason, at: datetime) -> list:
    """Return the occurrences of an activity that its slots change or add.

    What a verb reinstated although the text does not name it stays as it is.
    """
    slots = {(slot.start, slot.end): slot for slot in activity.slots}
    by_key = {one.pk: one for one in public}
    result = match(
        slots,
        [
            Planned(one.pk, (one.planned_start, one.planned_end), not may_pair(one, at))
            for one in public
        ],
    )
    changed = [
        by_key[key] for key, slot in result.kept.items() if keep(by_key[key], slots[slot], reason)
    ]
    for key, slot in result.moved.items():
        move(by_key[key], slots[slot], reason)
        changed.append(by_key[key])
    for key in result.dropped:
        if by_key[key].status == OccurrenceStatus.ON:
            drop(by_key[key], reason)
            changed.append(by_key[key])
    return changed + [added(activity, slots[slot]) for slot in result.new]


def may_pair(occurrence: Occurrence, at: datetime) -> bool:
    is_of_the_text = occurrence.is_planned or occurrence.status == OccurrenceStatus.DROPPED
    return occurrence.end > at and is_of_the_text


def keep(occurrence: Occurrence, slot: Slot, reason: Reason) -> bool:
    """A slot that came back takes place again; what a verb changed stays. Whether it changed."""
    before = (
        occurrence.is_planned,
        occurrence.status,
        occurrence.is_all_day,
        occurrence.end_is_assumed,
    )
    if occurrence.status == OccurrenceStatus.DROPPED:
        occurrence.status = OccurrenceStatus.ON
        occurrence.give_reason(reason)
    occurrence.is_planned = True
    occurrence.is_all_day, occurrence.end_is_assumed = slot.is_all_day, slot.end_is_assumed
    return before != (True, occurrence.status, slot.is_all_day, slot.end_is_assumed)


def move(occurrence: Occurrence, slot: Slot, reason: Reason) -> None:
    """Give an occurrence another slot; readers are told the time it was first announced for."""
    announced = occurrence.moved_from or occurrence.start
    occurrence.moved_from = announced if announced != slot.start else None
    occurrence.start = occurrence.planned_start = slot.start
    occurrence.end = occurrence.planned_end = slot.end
    occurrence.is_all_day, occurrence.end_is_assumed = slot.is_all_day, slot.end_is_assumed
    occurrence.is_planned = True
    if occurrence.status == OccurrenceStatus.DROPPED:
        occurrence.status = OccurrenceStatus.ON
    occurrence.give_reason(reason)


def added(activity: Activity, slot: Slot) -> Occurrence:
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
