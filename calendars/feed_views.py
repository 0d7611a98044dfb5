"""Feeds over HTTP (calendar.md: sections 8 and 9): octets that are right, or none at all.

These views take no cookie, look at no header but those of caching and compression, and answer
503 whatever breaks: a calendar that once came wrong or empty stays so in several clients.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from common import nodes, versions

from . import atom, feeds, fetches, questions, subjects
from .models import CalendarEntry, RetiredFeed
from .querysets import SOURCE_LANGUAGE
from .subjects import Subject

log = logging.getLogger(__name__)

CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
RETRY_SECONDS = 600
CONDITIONS = (
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
)
UNKNOWN = "没有这个日历。 There is no such calendar.\n"
GONE = "这个日历已停用，请在日历软件里删除它。 This calendar is closed; please remove it.\n"
TRIED = "试的次数太多了，请十分钟后再来。 Too many tries; please wait ten minutes.\n"
BROKEN = "日历暂时取不到，稍后会自动恢复。 Not available just now; it will come back.\n"


def right_or_nothing(view: Callable) -> Callable:
    """Let a view answer GET and HEAD alone, and 503 when anything breaks."""

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        forget_cookies(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            return view(request, *args, **kwargs)
        except Exception:
            log.exception("A calendar could not be made: %s", request.path)
            response = sentence(503, BROKEN)
            response["Retry-After"] = str(RETRY_SECONDS)
            response["Cache-Control"] = "no-store"
            return response

    return answer


def forget_cookies(request: HttpRequest) -> None:
    """Keep the middleware from answering broken cookies: sessions delete theirs, CSRF sends new."""
    request.COOKIES = {}
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False


@right_or_nothing
def feed(request, code):
    """The calendar of a place and of what is chosen there."""
    at = timezone.now()
    if (stamp := feeds.held_stamp(code, at)) and (answer := not_modified(request, stamp)):
        fetches.count(code, at)
        return answer
    subject, refusal = asked_for(code, at, lambda subject: subject.feed_path)
    if isinstance(refusal, RetiredFeed):
        return calendar(request, feeds.farewell_feed(refusal), f"{refusal.code}.ics", refusal.title)
    if refusal:
        return refusal
    mark, found = feeds.mark_of(subject), feeds.feed_of(subject, at)
    feeds.remember(subject, mark, found.stamp, at)
    fetches.count(code, at)
    return calendar(request, found, f"{subject.code}.ics", subject.name)


@right_or_nothing
def atom_feed(request, code):
    """The newest changes of the same as Atom; a closed place has none."""
    at = timezone.now()
    subject, refusal = asked_for(code, at, lambda subject: subject.atom_path)
    if isinstance(refusal, RetiredFeed):
        return sentence(410, GONE)
    if refusal:
        return refusal
    name = f"{subject.code}.atom"
    return calendar(request, atom.feed_of(subject, at), name, subject.name, ATOM)


def asked_for(
    code: str, at: datetime, path_of: Callable[[Subject], str]
) -> tuple[Subject | None, HttpResponse | RetiredFeed | None]:
    """Return what a code means, or the answer to one that means nothing of its own.

    A closed place that still says goodbye is returned as the note it left.
    """
    asked = questions.read(code)
    subject = subjects.find(code)
    if subject and subject.code == code:
        return subject, None
    retired = asked and retired_feed(asked.place)
    if subject and not (retired and retired.code == asked.place):
        # 308: the only answer after which ICSx5 stores the new address.
        return None, moved(path_of(subject))
    if not retired:
        return None, sentence(404, UNKNOWN)
    return None, sentence(410, GONE) if feeds.is_gone(retired, at) else retired


def retired_feed(place: str) -> RetiredFeed | None:
    """Return the note that a closed place left, the widest first when a code means two."""
    known = RetiredFeed.objects.filter(code__in=nodes.spellings(place))
    return min(known, key=lambda retired: len(retired.code), default=None)


def moved(address: str) -> HttpResponse:
    headers = {"Location": address, "Cache-Control": "public, max-age=300"}
    headers |= {"Vary": "Accept-Encoding", "Content-Type": "text/plain; charset=utf-8"}
    return HttpResponse(status=308, headers=headers)


@right_or_nothing
def entry_feed(request, thing_id):
    """The calendar of one event, for adding it once."""
    entry = entry_of(thing_id)
    if entry is None:
        return sentence(404, UNKNOWN)
    if entry.is_withdrawn:
        return sentence(410, GONE)
    return calendar(request, feeds.entry_feed(entry), "event.ics", entry.title)


def entry_of(thing_id: str) -> CalendarEntry | None:
    try:
        key = UUID(thing_id)
    except ValueError:
        return None
    if str(key) != thing_id:
        return None
    return CalendarEntry.objects.filter(thing_id=key, language=SOURCE_LANGUAGE).first()


def calendar(
    request: HttpRequest, feed: feeds.Feed, file: str, name: str, media_type: str = CALENDAR
) -> HttpResponse:
    """Answer 304 before any octet is touched, else the whole document.

    Args:
        file: its name in ASCII.
        name: what it is about, in Chinese.
    """
    if answer := not_modified(request, feed.stamp):
        return answer
    packs = takes_gzip(request)
    packed = feed.packed
    headers = headers_of(packed.stamp, packs) | {"Content-Type": media_type}
    ending = file.rsplit(".", 1)[1]
    headers["Content-Disposition"] = (
        f"inline; filename=\"{file}\"; filename*=UTF-8''{quote(name, safe='')}.{ending}"
    )
    if packs:
        headers["Content-Encoding"] = "gzip"
    return HttpResponse(packed.octets if packs else packed.plain, headers=headers)


def not_modified(request: HttpRequest, stamp: feeds.Stamp) -> HttpResponse | None:
    """Return the answer to a reader whose copy is still good or who sets other conditions."""
    if not any(name in request.META for name in CONDITIONS):
        return None
    headers = headers_of(stamp, takes_gzip(request))
    if versions.not_modified(request, headers["ETag"]):  # what nearly every program asks
        return HttpResponse(status=304, headers=headers)
    answer = get_conditional_response(
        request,
        etag=headers["ETag"],
        last_modified=seconds(stamp),
        response=HttpResponse(headers=headers),
    )
    return answer if answer.status_code != 200 else None


def headers_of(stamp: feeds.Stamp, packs: bool) -> dict[str, str]:
    """Return the headers that 200 and 304 share.

    Compressed octets are other octets, so their strong ETag is another one (RFC 9110 §8.8.3).
    """
    headers = {
        "ETag": f'"{stamp.digest}-gzip"' if packs else f'"{stamp.digest}"',
        "Cache-Control": "public, max-age=300",
        "Vary": "Accept-Encoding",
    }
    if stamp.modified_at:
        # Changes within one second are told apart by counting on; a header from the future is not
        # allowed (RFC 9110 §8.8.2.1), the comparison uses the true moment.
        headers["Last-Modified"] = http_date(min(seconds(stamp), int(timezone.now().timestamp())))
    return headers


def seconds(stamp: feeds.Stamp) -> int | None:
    return int(stamp.modified_at.timestamp()) if stamp.modified_at else None


def takes_gzip(request: HttpRequest) -> bool:
    """Whether the reader takes gzip (RFC 9110 §12.5.3); a weight of nought means no."""
    for part in request.META.get("HTTP_ACCEPT_ENCODING", "").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "x-gzip", "*"):
            return weight.replace(" ", "").rstrip("0.") not in ("q=",)
    return False


def sentence(status: int, text: str) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "public, max-age=300"
    response["Vary"] = "Accept-Encoding"
    return response
