"""A feed: selected, joined and packed once, then answered from the cache.

The key of the cache holds everything that the octets depend on, so nothing is ever purged; the
ETag is a hash of the octets themselves.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache

from common import nodes
from common.links import absolute

from . import ical, personal, sources, states, windows
from .models import CalendarEntry, PersonalMenu, RetiredFeed
from .querysets import EntryQuerySet
from .subjects import Subject

KEEP_SECONDS = 26 * 60 * 60  # a day and a little: the key changes at midnight
WITHDRAWN, MINE = "已撤下", "我的菜单"
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
    moment = changed_at(subject)
    facts = (settings.RELEASE, subject.code, subject.name, moment, windows.midnight(at))
    return Feed(repr(facts), lambda: packed_feed(subject, moment, at))


def held_stamp(code: str, at: datetime) -> Stamp | None:
    """Return the stamp of a feed that was answered today and has not changed since; one query.

    Whatever could change it counts as a change of its place: entries, and the place itself.
    """
    place, mark, stamp = cache.get(head_key(code, at)) or (0, "", None)
    return stamp if place and states.mark(place) == mark else None


def mark_of(subject: Subject) -> tuple[int, str]:
    """Return the key of a feed's place and the mark of its state; nought and "" for none."""
    place = subject.page.pk if subject.page else states.root()
    return place, states.mark(place)


def remember(subject: Subject, mark: tuple[int, str], stamp: Stamp, at: datetime) -> None:
    """Let `held_stamp` answer the next reader.

    Args:
        mark: the state of the place, read before the events were: a change in between counts.
    """
    if all(mark):
        cache.set(head_key(subject.code, at), (*mark, stamp), KEEP_SECONDS)


def head_key(code: str, at: datetime) -> str:
    day = at.astimezone(ical.ZONE).date()
    return f"feed-head:{settings.RELEASE}:{day}:{hashlib.sha256(code.encode()).hexdigest()}"


def changed_at(subject: Subject) -> datetime | None:
    """Return when anything at the place last changed; the moment never goes back."""
    return latest(states.changed_at(subject.path), subject.revised_at)


def packed_feed(subject: Subject, moment: datetime | None, at: datetime) -> Packed:
    selection = select(entries_of(subject), windows.window(at))
    document = ical.document(subject.name, selection.events, words_of(subject, selection.is_cut))
    return pack(document, latest(moment, selection.modified_at), selection.is_cut)


def pack(document: bytes, modified_at: datetime | None, is_cut: bool = False) -> Packed:
    digest = hashlib.sha256(document).hexdigest()[:32]
    return Packed(Stamp(digest, modified_at), gzip.compress(document, 6, mtime=0), is_cut)


def words_of(subject: Subject, is_cut: bool) -> str:
    """Say what the feed holds, and say so when it is not everything."""
    chosen = "、".join(subject.chosen.values()) or "活动、直播与招聘会"
    words = f"{subject.title}：{chosen}。改期和取消自动更新。"
    if is_cut:
        words += (
            f"活动很多，这里最多收{windows.EVENT_CAP}场：最近{windows.RECENT_DAYS}天的和最早开始的，"
            "较远的以后自动补上；要看全部，请改订单个中心的日历。"
        )
    return words


def entries_of(subject: Subject, with_withdrawn: bool = False) -> EntryQuerySet:
    """Return all entries that a calendar is about, whatever their time."""
    entries = CalendarEntry.objects.in_source_language()
    if not with_withdrawn:
        entries = entries.published()
    entries = entries.filter(sources.condition(subject.question.asked))
    return entries.under(subject.path) if subject.page else entries


def select(entries: EntryQuerySet, window: windows.Window) -> Selection:
    """Choose the events of a feed; three queries, one more when not all fit.

    A feed that would be empty keeps the last event that has left the window: some clients go on
    showing everything they had when a calendar comes without events.
    """
    inside = entries.not_ended_by(window.start).starting_before(window.end)
    past = inside.ended_by(window.today).order_by("-starts_at", "-uid")
    future = inside.not_ended_by(window.today).order_by("starts_at", "uid")
    columns, limit = ("starts_at", "uid", "text"), windows.EVENT_CAP + 1
    before = list(past.values_list(*columns)[:limit])
    after = list(future.values_list(*columns)[:limit])
    sizes = [[len(text.encode()) for _, _, text in rows] for rows in (before, after)]
    is_cut = not windows.fits(*sizes)
    if is_cut:
        recent = past.not_ended_by(window.recent).count()
        past_kept, future_kept = windows.kept(*sizes, recent)
        before, after = before[:past_kept], after[:future_kept]
    gone = entries.ended_by(window.start).order_by("-ends_at", "-uid")
    gone = gone.values_list("ends_at", "uid", "text").first()
    chosen = sorted(before + after)
    crossed = latest(
        windows.entered_at(chosen[-1][0]) if chosen else None,
        windows.left_at(gone[0]) if gone else None,
        window.today if is_cut else None,
    )
    shown = chosen or ([gone] if gone else [])
    stones = tombstones(uid for _, uid, text in shown if not text)
    return Selection([text or stones[uid] for _, uid, text in shown], is_cut, crossed)


def tombstones(uids: Iterable[str]) -> dict[str, str]:
    """Return the events of withdrawn picks: cancelled, and not a word of what they were.

    Only personal menus select withdrawn entries. The sequence was raised with the withdrawal,
    and coming back raises it again, so that programs follow both.
    """
    uids = list(uids)
    entries = CalendarEntry.objects.in_source_language().filter(uid__in=uids) if uids else ()
    return {entry.uid: tombstone(entry) for entry in entries}


def tombstone(entry: CalendarEntry) -> str:
    facts = ical.EventFacts(
        thing_id=None,
        node_id=None,
        prefix="",
        title=WITHDRAWN,
        start=entry.starts_at,
        end=entry.ends_at,
        url=absolute("/calendar/my/"),
        is_cancelled=True,
    )
    return ical.stamp(ical.render(facts), entry.uid, entry.sequence, entry.modified_at)


def personal_feed(menu: PersonalMenu, at: datetime) -> Feed:
    """Return somebody's own calendar; it changes with the menu and with anything published."""
    moment = latest(menu.changed_at, states.changed_at(nodes.path_of(None)))
    facts = (settings.RELEASE, "my", menu.pk, menu.lines, moment, windows.midnight(at))
    return Feed(repr(facts), lambda: packed_menu(menu, moment, at))


def packed_menu(menu: PersonalMenu, moment: datetime, at: datetime) -> Packed:
    selection = select(personal.entries_of(menu), windows.window(at))
    document = ical.document(MINE, selection.events, "您挑选的活动。改期和取消自动更新。")
    return pack(document, latest(moment, selection.modified_at), selection.is_cut)


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
