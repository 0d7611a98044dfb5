"""A feed: selected, joined and packed once, then answered from the cache.

The key of the cache holds everything that the octets depend on, so nothing is ever purged; the
ETag is a hash of the octets themselves.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache

from common.links import absolute

from . import ical, states, windows
from .models import CalendarEntry, RetiredFeed
from .subjects import Subject

KEEP_SECONDS = 26 * 60 * 60  # a day and a little: the key changes at midnight
FAREWELL = timedelta(days=windows.DAYS_BACK)


@dataclass(frozen=True)
class Stamp:
    """What a conditional request is compared with; `modified_at` never goes back."""

    digest: str
    modified_at: datetime | None


@dataclass(frozen=True)
class Packed:
    """A whole calendar, compressed, with the stamp of exactly these octets.

    `is_cut` says that the cap left events out.
    """

    stamp: Stamp
    octets: bytes
    is_cut: bool = False

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.octets)


@dataclass(frozen=True)
class Selection:
    """The stamped events of a feed in their order, whether some were left out, last change."""

    events: list[str]
    is_cut: bool
    modified_at: datetime | None


class Feed:
    """The feed of a key: its stamp and its octets, each made only when asked for."""

    def __init__(self, key: str, build: Callable[[], Packed]):
        self.key = "feed:" + hashlib.sha256(key.encode()).hexdigest()
        self.build = build

    @property
    def stamp(self) -> Stamp:
        return cache.get(f"{self.key}:stamp") or self.packed.stamp

    @property
    def packed(self) -> Packed:
        """The octets with their own stamp, which counts when the one in the cache is older."""
        packed = cache.get(f"{self.key}:octets")
        if packed is None:
            packed = self.build()
            cache.set(f"{self.key}:octets", packed, KEEP_SECONDS)
            cache.set(f"{self.key}:stamp", packed.stamp, KEEP_SECONDS)
        return packed


def feed_of(subject: Subject, at: datetime) -> Feed:
    """Return the feed as it stands at a moment; one query, for the state of its node."""
    changed_at = latest(states.changed_at(subject.path), subject.revised_at)
    facts = (settings.RELEASE, subject.code, subject.name, changed_at, windows.midnight(at))
    return Feed(repr(facts), lambda: packed_feed(subject, changed_at, at))


def packed_feed(subject: Subject, changed_at: datetime | None, at: datetime) -> Packed:
    selection = select(subject.path, windows.window(at))
    document = ical.document(subject.name, selection.events, words_of(subject, selection.is_cut))
    return pack(document, latest(changed_at, selection.modified_at), selection.is_cut)


def pack(document: bytes, modified_at: datetime | None, is_cut: bool = False) -> Packed:
    digest = hashlib.sha256(document).hexdigest()[:32]
    return Packed(Stamp(digest, modified_at), gzip.compress(document, 6, mtime=0), is_cut)


def words_of(subject: Subject, is_cut: bool) -> str:
    """Say what the feed holds, and say so when it is not everything."""
    words = f"{subject.title}的活动、直播与招聘会。改期和取消自动更新。"
    if is_cut:
        words += (
            f"活动很多，这里最多收最近的{windows.EVENT_CAP}场，较远的以后自动补上；"
            "要看全部，请改订单个中心的日历。"
        )
    return words


def select(path: str, window: windows.Window) -> Selection:
    """Choose the events of the node with this tree path; three queries, however many there are.

    A feed that would be empty keeps the last event that has left the window: some clients go on
    showing everything they had when a calendar comes without events.
    """
    entries = CalendarEntry.objects.published().under(path)
    inside = entries.not_ended_by(window.start).starting_before(window.end)
    columns = ("starts_at", "uid", "text")
    limit = windows.EVENT_CAP + 1
    past = inside.ended_by(window.today).order_by("-starts_at", "-uid").values_list(*columns)
    future = inside.not_ended_by(window.today).order_by("starts_at", "uid").values_list(*columns)
    past, future = list(past[:limit]), list(future[:limit])
    gone = entries.ended_by(window.start).order_by("-ends_at", "-uid")
    gone = gone.values_list("ends_at", "text").first()
    before, after = windows.kept([row[2] for row in past], [row[2] for row in future])
    is_cut = before < len(past) or after < len(future)
    chosen = sorted(past[:before] + future[:after])
    crossed = latest(
        windows.entered_at(chosen[-1][0]) if chosen else None,
        windows.left_at(gone[0]) if gone else None,
        window.today if is_cut else None,
    )
    events = [text for _, _, text in chosen]
    return Selection(events or ([gone[1]] if gone else []), is_cut, crossed)


def latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment), default=None)


def entry_feed(entry: CalendarEntry) -> Feed:
    """Return the calendar of one event, with the very octets that the feeds have for it."""
    key = repr((settings.RELEASE, "entry", entry.uid, entry.modified_at))
    return Feed(key, lambda: pack(ical.document(entry.title, [entry.text]), entry.modified_at))


def farewell_feed(retired: RetiredFeed) -> Feed:
    """Return the last calendar of a closed node: one day that says where to look instead."""
    key = repr((settings.RELEASE, "farewell", retired.code, retired.title, retired.retired_at))
    return Feed(key, lambda: pack(farewell_document(retired), retired.retired_at))


def farewell_document(retired: RetiredFeed) -> bytes:
    day = windows.midnight(retired.retired_at)
    facts = ical.EventFacts(
        thing_id=None,
        node_id=None,
        prefix="farewell",
        title="本日历已停用，请改订其他中心",
        start=day,
        end=day + timedelta(days=1),
        is_all_day=True,
        place=retired.title,
        description="这个日历不再更新。请在日历软件里删掉它，到下面的页面另选一个。",
        url=absolute("/calendar/"),
    )
    uid = f"farewell-{retired.code}@{settings.CALENDAR_UID_DOMAIN}"
    event = ical.stamp(ical.render(facts), uid, 0, retired.retired_at)
    return ical.document(retired.title, [event])


def is_gone(retired: RetiredFeed, at: datetime) -> bool:
    return at >= retired.retired_at + FAREWELL
