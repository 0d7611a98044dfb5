"""What a published menu gives to calendars and to search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from uuid import UUID

from django.conf import settings
from django.utils import timezone, translation

from calendars import entries as calendar_entries
from calendars.ical import EventFacts
from calendars.models import CalendarEntry
from common.links import absolute
from search import days, index

from .enums import ActivityStatus
from .models import Activity, Occurrence
from .months import next_month


def refresh(menu, centre, at: datetime) -> None:
    """Bring the calendar and search entries of a menu's public rows up to date."""
    activities = list(
        Activity.objects.filter(menu=menu)
        .exclude(status=ActivityStatus.WITHDRAWN)
        .select_related("kind", "facility")
        .prefetch_related("audiences")
    )
    times = defaultdict(list)
    for occurrence in Occurrence.objects.filter(activity__menu=menu).order_by("start", "pk"):
        times[occurrence.activity_id].append(occurrence)
    facts = []
    # Calendars have one language, whatever the editor who publishes reads.
    with translation.override(settings.LANGUAGE_CODE):
        for activity in activities:
            activity.menu = menu
            for occurrence in times[activity.pk]:
                occurrence.activity = activity
                facts.append(facts_of(occurrence, centre))
    calendar_entries.refresh(menu.entries_owner, facts, at)
    index.replace(
        menu.entries_owner,
        [menu_entry(menu, centre, activities)]
        + [search_entry(activity, times[activity.pk], centre) for activity in activities],
    )


def shown_things(menu) -> list[UUID]:
    """Return the identities of the menu's occurrences that calendars show."""
    shown = CalendarEntry.objects.published().filter(owner=menu.entries_owner)
    return list(shown.values_list("thing_id", flat=True))


def withdraw(menu) -> None:
    """Take everything of a menu out of calendars and search."""
    calendar_entries.refresh(menu.entries_owner, [], timezone.now())
    index.replace(menu.entries_owner, [])


def facts_of(occurrence, centre) -> EventFacts:
    """Return what a calendar shows of an occurrence; activity and menu must be at hand."""
    activity = occurrence.activity
    return EventFacts(
        thing_id=occurrence.pk,
        node_id=centre.pk,
        prefix="activity",
        title=activity.title,
        start=occurrence.start,
        end=occurrence.end,
        is_all_day=occurrence.is_all_day,
        place=" ".join(part for part in (centre.short_name, occurrence.place) if part),
        address=centre.address_line,
        geo=(centre.latitude, centre.longitude) if centre.latitude and centre.longitude else None,
        description=description_of(activity),
        conference=occurrence.online_address,
        url=absolute(f"/a/{activity.code}/"),
        categories=(activity.kind.name,),
        is_cancelled=occurrence.is_called_off,
        moved_from=occurrence.moved_from if occurrence.is_moved else None,
        reason=occurrence.public_reason,
    )


def description_of(activity) -> str:
    """Return the facts of an activity as plain lines, those that are empty left out."""
    lines = (
        ("", activity.summary),
        ("对象：", activity.audience),
        ("名额：", activity.capacity),
        ("收费：", activity.fee),
        ("报名：", activity.sign_up),
        ("主讲：", activity.presenter),
        ("系列：", activity.series),
        ("电话：", activity.contact),
    )
    return "\n".join(f"{label}{text}" for label, text in lines if text)


def menu_entry(menu, centre, activities: Sequence) -> index.Entry:
    return index.Entry(
        kind="menu",
        owner=menu.entries_owner,
        thing_key=str(menu.pk),
        node_id=centre.pk,
        title=menu.title,
        body=" ".join([menu.note, *(activity.title for activity in activities)]),
        place=centre.title,
        url=menu.address,
        ends_at=timezone.make_aware(datetime.combine(next_month(menu.month), time.min)),
    )


def search_entry(activity, times: Sequence, centre) -> index.Entry:
    tokens = dict.fromkeys(token for one in held(times) for token in day_tokens(one))
    keywords = (
        activity.kind.name,
        activity.audience,
        activity.presenter,
        centre.title,
        centre.brand_name,
    )
    return index.Entry(
        kind="activity",
        owner=activity.menu.entries_owner,
        thing_key=activity.code,
        node_id=centre.pk,
        title=activity.title,
        body=activity.summary,
        keywords=" ".join(part for part in keywords if part),
        place=" ".join(part for part in (centre.display_name, activity.shown_place) if part),
        url=activity.address,
        starts_at=min((one.start for one in times), default=None),
        ends_at=max((one.end for one in times), default=None),
        day_tokens=" ".join(tokens),
        traits=" ".join(traits_of(activity, tokens)),
        audiences=" ".join(sorted(audience.code for audience in activity.audiences.all())),
        is_cancelled=bool(times) and all(one.is_called_off for one in times),
    )


def held(times: Sequence) -> list:
    """Return the occurrences by whose days an activity is found: those on, if any are."""
    return [one for one in times if not one.is_called_off] or list(times)


def traits_of(activity, tokens: Iterable[str]) -> list[str]:
    """Return what else an activity can be narrowed by: its kind, its parts of day, no fee."""
    free = ["free"] if activity.is_free else []
    return [f"kind-{activity.kind.code}", *free, *days.parts_of(tokens)]


def day_tokens(occurrence) -> list[str]:
    """Return the days and the part of day of an occurrence, for example d20261209 d20261209e."""
    start, end = timezone.localtime(occurrence.start), timezone.localtime(occurrence.end)
    return days.tokens_of(start, end, is_all_day=occurrence.is_all_day)
