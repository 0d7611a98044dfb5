"""What a published notice gives to search, and a job fair to calendars."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from calendars import entries as calendar_entries
from calendars.ical import EventFacts
from common.links import absolute
from media import told
from media.centres import name_of, whereabouts
from search import index


def owner_of(page) -> str:
    return f"notice:{page.pk}"


def publish_notice(page) -> None:
    """Bring the entries of a notice up to date; runs inside the saving transaction."""
    if not page.is_source or not page.was_public():
        return
    if not page.live:
        withdraw(page)
        return
    centre, at = page.get_parent().specific, timezone.now()
    told.record(page, centre, at)
    calendar_entries.refresh(owner_of(page), [event_of(page, centre)], at)
    index.replace(owner_of(page), [search_entry(page, centre)])


def withdraw(page) -> None:
    """Take a notice off-line: the ledger says so, calendars and search forget it."""
    told.record_withdrawal(page, owner_of(page), timezone.now())
    forget(page)


def forget(page) -> None:
    calendar_entries.refresh(owner_of(page), [], timezone.now())
    index.replace(owner_of(page), [])


def event_of(page, centre) -> EventFacts:
    """Return what calendars show: a fair at its hours, any other notice on its last day.

    A last day stands only in the calendars that ask for it (`calendars.sources.SORTS`).
    """
    lines = (
        ("", page.summary),
        ("主办：", page.employer),
        ("岗位：", "、".join(row.title for row in page.position_list)),
        ("电话：", page.contact),
    )
    closing = closing_moment(page)
    is_fair = page.fair_start is not None
    return EventFacts(
        thing_id=page.translation_key,
        prefix="fair" if is_fair else "deadline",
        title=page.title if is_fair else f"截止：{page.title}",
        start=page.fair_start or closing - timedelta(days=1),
        end=page.fair_end or closing,
        is_all_day=not is_fair,
        description="\n".join(f"{label}{text}" for label, text in lines if text),
        url=absolute(page.short_address),
        categories=("招聘",),
        **(told.moved(page) if is_fair else {}),
        **whereabouts(centre, page.fair_place if is_fair else page.work_place),
    )


def closing_moment(page) -> datetime:
    """Return the midnight after the last day."""
    after = page.valid_until + timedelta(days=1)
    return timezone.make_aware(datetime.combine(after, time.min))


def search_entry(page, centre) -> index.Entry:
    body = [page.employer, page.summary, page.requirements, page.pay, centre.title]
    body += [f"{row.title} {row.pay}" for row in page.position_list]
    return index.Entry(
        kind="notice",
        owner=owner_of(page),
        thing_key=page.code,
        node_id=centre.pk,
        title=page.title,
        body=" ".join(part for part in body if part),
        place=" ".join(part for part in (name_of(centre), page.work_place) if part),
        url=page.address,
        starts_at=page.fair_start,
        ends_at=closing_moment(page),
        published_at=page.first_published_at,
    )
