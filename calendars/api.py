"""Calendars as JSON: what each holds, page by page, and the codes of which addresses are made."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Field, Query, Router, Schema

from common.api import answer, refusal
from common.links import absolute
from search import nodes as node_names

from . import lists, sources, states, subjects
from .models import CalendarEntry
from .subjects import Subject
from .text import without_private_numbers

router = Router(tags=["calendars"])


def said(text: str, default: Any = ...) -> Any:
    """A field with its meaning; the page of the data says it in the reader's language."""
    return Field(default, description=text)


class Event(Schema):
    """One thing with a time. What does not apply to its sort is empty."""

    id: UUID = said(gettext_noop("Its identity for life; the same in calendars."))
    sort: str = said(gettext_noop("activity, livestream, fair or deadline."))
    deleted: bool = said(gettext_noop("Withdrawn: forget it. All texts are empty then."), False)
    title: str = said(gettext_noop("As its page says it."), "")
    starts_at: datetime | None = said(gettext_noop("When it begins."), None)
    ends_at: datetime | None = said(gettext_noop("When it is over; not included."), None)
    is_all_day: bool = said(gettext_noop("Whole days, from midnight to midnight."), False)
    end_is_assumed: bool = said(
        gettext_noop("Nobody announced an end; it is the usual one."), False
    )
    is_cancelled: bool = said(gettext_noop("It does not take place."), False)
    moved_from: datetime | None = said(gettext_noop("The start that was announced first."), None)
    reason: str = said(gettext_noop("Why it was cancelled or moved."), "")
    place: str = said(gettext_noop("Room or meeting point."), "")
    centre: str = said(gettext_noop("Code of the centre, as addresses use it."), "")
    centre_name: str = said(gettext_noop("Name of the centre."), "")
    kind: str = said(gettext_noop("Code of the kind."), "")
    audiences: list[str] = said(gettext_noop("Codes of the audiences."), [])
    audience: str = said(gettext_noop("For whom, in words."), "")
    series: str = said(gettext_noop("Name of the series at its centre."), "")
    fee: str = said(gettext_noop("What it costs, in words."), "")
    is_free: bool | None = said(gettext_noop("Whether nothing is to be paid."), None)
    pay: str = said(gettext_noop("What is paid, in words; of jobs."), "")
    sign_up: str = said(gettext_noop("How to sign up, in words."), "")
    capacity: str = said(gettext_noop("How many fit in."), "")
    presenter: str = said(gettext_noop("Who leads it."), "")
    organiser: str = said(gettext_noop("Who invites; of jobs the employer."), "")
    contact: str = said(gettext_noop("An office telephone."), "")
    summary: str = said(gettext_noop("What happens."), "")
    watch_url: str = said(gettext_noop("Where the broadcast is."), "")
    has_replay: bool = said(gettext_noop("Whether there is a recording to watch."), False)
    url: str = said(gettext_noop("Its address for life."), "")
    sequence: int = said(gettext_noop("Counts changes of time, place and state."), 0)
    updated_at: datetime = said(gettext_noop("When anything of it last changed."))


class EventPage(Schema):
    """Some events of a calendar."""

    calendar: str = said(gettext_noop("Code of the calendar."))
    name: str = said(gettext_noop("Name of the calendar."))
    events: list[Event] = said(gettext_noop("By start; with updated_since by change."))
    next: str = said(gettext_noop("Address of the next page; empty on the last."))


class CalendarAbout(Schema):
    """A calendar and where it can be had."""

    code: str = said(gettext_noop("Code of the calendar."))
    name: str = said(gettext_noop("Name of the calendar."))
    ics: str = said(gettext_noop("Address of the calendar file."))
    atom: str = said(gettext_noop("Address of the Atom feed."))
    page: str = said(gettext_noop("Address of the page for people."))
    changed_at: datetime | None = said(gettext_noop("When anything in its place last changed."))


class Code(Schema):
    code: str = said(gettext_noop("What stands in addresses."))
    name: str = said(gettext_noop("What people call it."))


class Facet(Schema):
    """A letter of calendars' addresses and its codes."""

    letter: str = said(gettext_noop("The letter, a hyphen and a code make one part."))
    name: str = said(gettext_noop("What it chooses."))
    codes: list[Code] = said(gettext_noop("All codes."))


class Vocabulary(Schema):
    """Of what addresses of calendars are made."""

    facets: list[Facet] = said(gettext_noop("By letter."))


class Paging(Schema):
    """How a list is asked for."""

    updated_since: datetime | None = said(
        gettext_noop("Only what changed from this moment on, withdrawn things among it."), None
    )
    cursor: str = said(gettext_noop("From the address of the page before."), "")
    limit: int = Field(
        lists.PAGE_SIZE, ge=1, le=lists.MAX_PAGE_SIZE, description=gettext_noop("1 to 200.")
    )


@router.get(
    "/calendars/{code}",
    response=CalendarAbout,
    summary=gettext_noop("A calendar"),
    description=gettext_noop(
        "The code is a place (all, an area's code, or c. and a centre's) and parts: LH-XQ~k-art."
    ),
)
def calendar(request, code: str):
    subject = subject_or_404(code)
    about = CalendarAbout(
        code=subject.code,
        name=subject.name,
        ics=subject.feed_address,
        atom=absolute(subject.atom_path),
        page=absolute(subject.address),
        changed_at=states.changed_at(subject.path),
    )
    return answer(request, subject.path, lambda: about)


@router.get(
    "/calendars/{code}/events",
    response=EventPage,
    summary=gettext_noop("What is in a calendar"),
    description=gettext_noop(
        "From 62 days back to 400 days ahead, by start; with updated_since by change."
    ),
)
def events(request, code: str, paging: Query[Paging]):
    subject = subject_or_404(code)
    try:
        after = lists.read_cursor(paging.cursor) if paging.cursor else None
    except lists.BadCursor:
        return refusal(400, _("This cursor does not come from here. Please begin anew."))
    return answer(request, subject.path, lambda: page_of(subject, paging, after))


@router.get(
    "/vocabulary",
    response=Vocabulary,
    summary=gettext_noop("Codes"),
    description=gettext_noop("Sorts, kinds, audiences, parts of the day, days and money."),
)
def vocabulary(request):
    everything = subjects.find(subjects.ALL)
    return answer(request, everything.path, vocabulary_schema)


def subject_or_404(code: str) -> Subject:
    subject = subjects.find(code)
    if subject is None:
        raise Http404
    return subject


def page_of(subject: Subject, paging: Paging, after: lists.Cursor | None) -> EventPage:
    since = paging.updated_since
    if since and timezone.is_naive(since):
        since = timezone.make_aware(since)
    page = lists.page_of(subject, timezone.now(), since=since, after=after, limit=paging.limit)
    facts = sources.described(page.entries)
    names = node_names.names_of({entry.node.path for entry in page.entries})
    return EventPage(
        calendar=subject.code,
        name=subject.name,
        events=[
            event_of(entry, facts.get(entry.thing_id, {}), names.get(entry.node.path))
            for entry in page.entries
        ],
        next=next_address(subject, paging, page.cursor),
    )


def event_of(entry: CalendarEntry, facts: dict, node: node_names.NodeName | None) -> Event:
    """Return an entry with what its source says of it; of a withdrawn one no text is left."""
    common = {
        "id": entry.thing_id,
        "sort": entry.source,
        "sequence": entry.sequence,
        "updated_at": entry.modified_at,
    }
    if entry.is_withdrawn:
        return Event(**common, deleted=True)
    told = {
        name: without_private_numbers(value) if isinstance(value, str) else value
        for name, value in facts.items()
    }
    place = {"centre": node.code, "centre_name": node.title} if node else {}
    times = {"starts_at": entry.starts_at, "ends_at": entry.ends_at}
    return Event(**common, **place, **times, **({"title": entry.title} | told))


def next_address(subject: Subject, paging: Paging, cursor: str) -> str:
    if not cursor:
        return ""
    asked = {"limit": paging.limit, "cursor": cursor}
    if paging.updated_since:
        asked["updated_since"] = paging.updated_since.isoformat()
    return absolute(f"/api/calendars/{subject.code}/events?{urlencode(asked)}")


def vocabulary_schema() -> Vocabulary:
    return Vocabulary(
        facets=[
            Facet(
                letter=facet.letter,
                name=str(facet.label),
                codes=[Code(code=code, name=str(name)) for code, name in facet.options().items()],
            )
            for facet in sources.offered()
        ]
    )
