"""The newest changes of a calendar as an Atom feed (RFC 4287), for feed readers."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed

from common.links import absolute

from . import feeds, ical, sources, windows
from .feeds import Feed, Packed
from .models import CalendarEntry
from .subjects import Subject
from .text import one_line, without_private_numbers

NEWEST = 50
LANGUAGE = "zh-Hans"


def feed_of(subject: Subject, at: datetime) -> Feed:
    """Return the Atom feed as it stands at a moment, kept like the calendar itself."""
    changed_at = feeds.changed_at(subject)
    facts = (settings.RELEASE, "atom", subject.code, subject.name, changed_at, windows.midnight(at))
    return Feed(repr(facts), lambda: packed(subject, changed_at))


def packed(subject: Subject, changed_at: datetime | None) -> Packed:
    entries = list(feeds.entries_of(subject).order_by("-modified_at", "-pk")[:NEWEST])
    return feeds.pack(document(subject, entries, changed_at), changed_at)


def document(subject: Subject, entries: list[CalendarEntry], changed_at: datetime | None) -> bytes:
    page = absolute(subject.address)
    feed = DatedFeed(subject.name, page, absolute(subject.atom_path), LANGUAGE, changed_at)
    facts = sources.described(entries)
    for entry in entries:
        told = facts.get(entry.thing_id, {})
        feed.add_item(
            title=entry.title,
            link=told.get("url", page),
            description=words_of(entry, told),
            unique_id=f"urn:uuid:{entry.thing_id}",
            updateddate=entry.modified_at,
        )
    return feed.octets


def words_of(entry: CalendarEntry, told: dict) -> str:
    """Return when, where and why as one line of text."""
    when = ical.moment_in_words(entry.starts_at, told.get("is_all_day", False))
    parts = (when, told.get("place"), told.get("reason"), told.get("summary"))
    return without_private_numbers(one_line("　".join(part for part in parts if part)))


class DatedFeed(Atom1Feed):
    """A feed that was last changed when it is said to be, never at the present moment.

    `changed_at` is None for a feed that never held anything.
    """

    def __init__(
        self, title: str, page: str, address: str, language: str, changed_at: datetime | None
    ):
        super().__init__(title, page, "", language=language, feed_url=address)
        self.changed_at = changed_at or datetime.fromtimestamp(0, ical.ZONE)

    def latest_post_date(self):
        return self.changed_at

    @property
    def octets(self) -> bytes:
        written = BytesIO()
        self.write(written, "utf-8")
        return written.getvalue()
