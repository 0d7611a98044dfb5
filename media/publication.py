"""What a published livestream gives to calendars and to search."""

from __future__ import annotations

from datetime import datetime
from math import inf

from django.utils import timezone
from django.utils.html import strip_tags

from calendars import entries as calendar_entries
from calendars.ical import EventFacts
from common.links import absolute
from search import index

from . import told
from .captions import cues_of
from .centres import name_of, whereabouts


def owner_of(page) -> str:
    return f"livestream:{page.pk}"


def publish_livestream(page) -> None:
    """Bring the entries of a livestream up to date; runs inside the saving transaction."""
    if not page.is_source or not page.was_public():
        return
    if not page.live:
        withdraw(page)
        return
    centre, at = page.get_parent().specific, timezone.now()
    told.record(page, centre, at)
    refresh(page, centre, at)


def refresh(page, centre, at: datetime) -> None:
    calendar_entries.refresh(owner_of(page), [facts_of(page, centre)], at)
    index.replace(owner_of(page), [search_entry(page, centre), *moments(page, centre)])


def withdraw(page) -> None:
    """Take a livestream off-line: the ledger says so, calendars and search forget it."""
    told.record_withdrawal(page, owner_of(page), timezone.now())
    forget(page)


def forget(page) -> None:
    calendar_entries.refresh(owner_of(page), [], timezone.now())
    index.replace(owner_of(page), [])


def facts_of(page, centre) -> EventFacts:
    lines = (("", page.summary), ("主讲：", page.presenter), ("提问电话：", page.contact))
    return EventFacts(
        thing_id=page.translation_key,
        prefix="livestream",
        title=page.title,
        start=page.start_at,
        end=page.end_at,
        description="\n".join(f"{label}{text}" for label, text in lines if text),
        url=absolute(page.short_address),
        conference=page.live_url if not page.has_replay else replay_address(page),
        conference_word="回放" if page.has_replay else "直播",
        categories=("直播",),
        is_cancelled=page.is_cancelled,
        **told.moved(page) | ({"reason": page.cancel_reason} if page.is_cancelled else {}),
        **whereabouts(centre, page.place),
    )


def replay_address(page) -> str:
    """Return where the recording is watched: elsewhere, or on its page here."""
    return page.replay_url or absolute(page.short_address)


def search_entry(page, centre) -> index.Entry:
    chapters = page.chapters.all()
    body = (
        page.summary,
        strip_tags(page.story),
        " ".join(chapter.title for chapter in chapters),
        page.transcript,
        # Captions of a recording with chapters are found as its moments.
        "" if chapters else " ".join(text for _second, text in cues_of(page.captions_vtt)),
    )
    return index.Entry(
        kind="livestream",
        owner=owner_of(page),
        thing_key=page.code,
        node_id=centre.pk,
        title=page.title,
        keywords=" ".join(part for part in (page.presenter, centre.title) if part),
        body=" ".join(part for part in body if part),
        place=" ".join(part for part in (name_of(centre), page.place) if part),
        url=page.address,
        starts_at=page.start_at,
        ends_at=page.end_at,
        is_cancelled=page.is_cancelled,
        published_at=page.first_published_at,
    )


def moments(page, centre) -> list[index.Entry]:
    """Return an entry for each chapter of a recording, with what is said in it.

    Their addresses begin the recording at that second.
    """
    if not page.has_replay or page.is_cancelled:
        return []
    cues = cues_of(page.captions_vtt)
    chapters = sorted(page.chapters.all(), key=lambda chapter: chapter.seconds)
    ends = [*(chapter.seconds for chapter in chapters[1:]), inf][: len(chapters)]
    return [
        index.Entry(
            kind="moment",
            owner=owner_of(page),
            thing_key=f"{page.code}-{chapter.seconds}",
            node_id=centre.pk,
            title=f"{chapter.title} · {chapter.clock} {page.title}",
            keywords=page.presenter,
            body=" ".join(text for second, text in cues if chapter.seconds <= second < end),
            place=name_of(centre),
            url=f"{page.address}?t={chapter.seconds}",
            published_at=page.first_published_at,
        )
        for chapter, end in zip(chapters, ends, strict=True)
    ]
