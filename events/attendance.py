"""Person-times: what is still missing, what was entered, and its totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models, transaction
from django.db.models import Count, Max, Q

from .enums import CALLED_OFF, ActivityStatus
from .models import Activity, Attendance

ASKED_FROM = 10_000  # a larger number is probably a slip
LARGEST = 1_000_000


def held(at: datetime) -> models.QuerySet[Activity]:
    """Return public activities that took place and are over, with `dates` and `last_end`."""
    took_place = ~Q(occurrences__status__in=CALLED_OFF)
    return (
        Activity.objects.public()
        .filter(status=ActivityStatus.ON)
        .annotate(
            dates=Count("occurrences", filter=took_place),
            last_end=Max("occurrences__end", filter=took_place),
        )
        .filter(dates__gt=0, last_end__lte=at)
        .select_related("kind", "centre", "menu", "attendance")
        .defer("menu__rows", "centre__story")
        .order_by("menu__month", "centre__path", "position")
    )


def of_month(activities: models.QuerySet[Activity], month: date) -> models.QuerySet[Activity]:
    return activities.filter(menu__month=month)


def enter(numbers: dict[int, int | None], user, at: datetime) -> int:
    """Keep the numbers of activities by key; None takes one back. Returns how many changed."""
    with transaction.atomic():
        stored = {
            row.activity_id: row
            for row in Attendance.objects.select_for_update().filter(activity__in=numbers)
        }
        changed = [
            Attendance(activity_id=key, people=people, entered_by=user, entered_at=at)
            for key, people in numbers.items()
            if people is not None and (key not in stored or stored[key].people != people)
        ]
        taken_back = [key for key, people in numbers.items() if people is None and key in stored]
        Attendance.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["activity"],
            update_fields=["people", "entered_by", "entered_at"],
        )
        Attendance.objects.filter(activity__in=taken_back).delete()
        return len(changed) + len(taken_back)


@dataclass(frozen=True)
class Total:
    """One line of the report; `missing` activities are in `activities`, not in `people`."""

    label: str
    activities: int
    dates: int
    people: int
    missing: int


def totals(activities: Iterable[Activity], label_of) -> Sequence[Total]:
    """Return totals by a label of each activity, in the order in which labels appear."""
    groups: dict[str, list[Activity]] = defaultdict(list)
    for activity in activities:
        groups[label_of(activity)].append(activity)
    return [total_of(label, group) for label, group in groups.items()]


def total_of(label: str, activities: Sequence[Activity]) -> Total:
    people = [people_of(one) for one in activities]
    return Total(
        label=label,
        activities=len(activities),
        dates=sum(one.dates for one in activities),
        people=sum(number for number in people if number is not None),
        missing=sum(number is None for number in people),
    )


def people_of(activity: Activity) -> int | None:
    """Return the person-times of an activity, None when nobody has said."""
    attendance = getattr(activity, "attendance", None)
    return attendance.people if attendance else None
