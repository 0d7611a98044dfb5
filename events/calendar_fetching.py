"""Calendars of others, fetched by the worker and kept until an editor reads them."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from common.fetching import FetchError, fetch

from .models import CalendarSource

OK, NOT_MODIFIED = 200, 304
LOST = timedelta(minutes=10)  # a worker that died meanwhile does not come back to it


def ask_for(source: CalendarSource, at: datetime) -> None:
    """Hand a source to the worker; one that waits already is not asked for twice."""
    if source.pk and source.is_waiting and at - source.asked_at < LOST:
        return
    source.asked_at = at
    source.save()
    transaction.on_commit(partial(fetch_calendar.enqueue, source.pk))


@task()
def fetch_calendar(source_id: int) -> None:
    """Fetch an address and keep what came; what was read before stays when nothing comes."""
    source = CalendarSource.objects.filter(pk=source_id).first()
    if source is None:
        return  # forgotten meanwhile
    source.problem = take(source)
    source.fetched_at = timezone.now()
    # Only what the fetch knows: whoever gave it another label meanwhile keeps it.
    CalendarSource.objects.filter(pk=source_id).update(
        problem=source.problem, fetched_at=source.fetched_at, etag=source.etag, body=source.body
    )


def take(source: CalendarSource) -> str:
    """Put what the address gives into the source; return "" or the code of the problem."""
    headers = {"If-None-Match": source.etag} if source.etag else {}
    try:
        answer = fetch(source.address, headers=headers)
    except FetchError as error:
        return error.code
    if answer.status == NOT_MODIFIED and source.etag:
        return ""
    if answer.status != OK:
        return "answer"
    if b"BEGIN:VCALENDAR" not in answer.body[:2000].upper():
        return "no-calendar"
    names = {name.lower(): value for name, value in answer.headers.items()}
    etag = names.get("etag", "")
    source.etag = etag if len(etag) <= CalendarSource._meta.get_field("etag").max_length else ""
    source.body = answer.body
    return ""
