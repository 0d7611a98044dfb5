"""What feeds hold, and how they answer over HTTP."""

import gzip
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import parse_http_date
from icalendar import Calendar

from calendars import entries, feeds, windows
from calendars.models import CalendarEntry
from tests.factories.brands import make_area, make_centre
from tests.factories.calendars import START, events_of, make_facts, unfolded

AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """The views' clock; a test moves it by setting `clock.at`."""

    class Clock:
        at = AT + timedelta(hours=1)

    monkeypatch.setattr("calendars.feed_views.timezone.now", lambda: Clock.at)
    return Clock


@pytest.fixture
def facts(centre):
    one = make_facts(centre)
    entries.refresh("menu:1", [one], AT)
    return one


def refresh(*facts, at=AT, owner="menu:1"):
    entries.refresh(owner, facts, at)


def titles(client, address="/calendar/c.suzhuang.ics") -> list[str]:
    return [event["SUMMARY"] for event in events_of(client.get(address).content)]


# ── What is in it ──


def test_event_stands_in_the_feeds_of_its_centre_and_of_all_above_alike(client, facts, centre):
    answers = [
        client.get(f"/calendar/{name}.ics").content
        for name in ("c.suzhuang", "fangshan", "all", f"e/{facts.thing_id}")
    ]
    events = {re.search(rb"BEGIN:VEVENT.*END:VEVENT\r\n", one, re.S)[0] for one in answers}
    assert events == {CalendarEntry.objects.get().text.encode()}


def test_feed_of_one_centre_holds_no_other(client, facts, network):
    other = make_centre(network, code="other")
    refresh(make_facts(other, title="别家的"), owner="menu:2")
    assert titles(client) == ["书法入门班"]
    assert titles(client, "/calendar/c.other.ics") == ["别家的"]
    assert sorted(titles(client, "/calendar/fangshan.ics")) == ["书法入门班", "别家的"]


def test_feed_is_named_after_its_node(client, facts):
    assert "X-WR-CALNAME:北京房山区·全部中心" in unfolded(
        client.get("/calendar/fangshan.ics").content
    )
    centre = unfolded(client.get("/calendar/c.suzhuang.ics").content)
    assert "NAME:苏庄三里社区党群服务中心" in centre


def test_events_stand_in_order_of_start_then_identity(client, centre):
    late = make_facts(centre, start=START + timedelta(days=1))
    pair = [make_facts(centre) for _ in range(2)]
    refresh(late, *pair)
    uids = [event["UID"] for event in events_of(client.get("/calendar/c.suzhuang.ics").content)]
    assert uids == [*sorted(f"activity-{one.thing_id}@changlai.example" for one in pair), uids[2]]
    assert str(late.thing_id) in uids[2]


def test_window_is_62_days_back_and_400_ahead(client, centre, clock):
    today = windows.midnight(clock.at)
    hours = timedelta(hours=1)
    refresh(
        make_facts(centre, title="太早", start=today - timedelta(days=62) - 2 * hours),
        make_facts(centre, title="最早", start=today - timedelta(days=62) - hours),
        make_facts(centre, title="最晚", start=today + timedelta(days=401) - hours),
        make_facts(centre, title="太晚", start=today + timedelta(days=401)),
    )
    assert titles(client) == ["最早", "最晚"]


def test_last_event_stays_when_all_have_left_the_window(client, centre):
    refresh(
        make_facts(centre, title="很久以前", start=START - timedelta(days=200)),
        make_facts(centre, title="更久以前", start=START - timedelta(days=300)),
    )
    assert titles(client) == ["很久以前"]


def test_feed_that_never_held_anything_is_a_valid_calendar(client, centre):
    response = client.get("/calendar/c.suzhuang.ics")
    assert response.status_code == 200
    assert events_of(response.content) == []
    assert Calendar.from_ical(response.content).walk("VTIMEZONE")


def test_cancelled_event_stays_in_the_feed(client, facts):
    refresh(replace(facts, is_cancelled=True, reason="停电"), at=AT + timedelta(minutes=1))
    (event,) = events_of(client.get("/calendar/c.suzhuang.ics").content)
    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] == "1"


@pytest.mark.parametrize(("days", "stays"), [(62, True), (63, False)])
def test_cancelled_event_stays_for_62_days_after_its_end(client, centre, clock, days, stays):
    off = make_facts(centre, title="取消的", is_cancelled=True)
    refresh(off, make_facts(centre, title="以后的", start=START + timedelta(days=90)))
    clock.at = off.end + timedelta(days=days)
    assert ("【已取消】取消的" in titles(client)) is stays


def test_withdrawn_event_is_gone_from_feeds_and_its_own_address(client, facts):
    refresh()
    assert titles(client) == []
    assert client.get(f"/calendar/e/{facts.thing_id}.ics").status_code == 410


def test_cap_drops_the_farthest_future_and_says_so(client, centre, monkeypatch):
    monkeypatch.setattr(windows, "EVENT_CAP", 4)
    refresh(
        *(
            make_facts(centre, title=f"第{day}天", start=START + timedelta(days=day - 8))
            for day in range(6)
        )
    )
    response = client.get("/calendar/c.suzhuang.ics")
    assert [event["SUMMARY"] for event in events_of(response.content)] == [
        "第0天", "第1天", "第2天", "第3天",
    ]  # fmt: skip
    (said,) = [row for row in unfolded(response.content) if row.startswith("X-WR-CALDESC")]
    assert "最多收4场" in said


def test_feed_of_ten_thousand_octet_events_stays_under_the_cap(client, centre):
    long = "很长的说明。" * 300
    refresh(*(make_facts(centre, description=long) for _ in range(200)))
    body = client.get("/calendar/c.suzhuang.ics").content
    assert 900_000 < len(body) <= windows.OCTET_CAP


# ── How it is answered ──


def test_headers_of_a_feed(client, facts):
    response = client.get("/calendar/c.suzhuang.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Vary"] == "Accept-Encoding"
    plain, _, name = response["Content-Disposition"].partition("; filename*=UTF-8''")
    assert plain == 'inline; filename="c.suzhuang.ics"'
    assert unquote(name) == "苏庄三里社区党群服务中心.ics"
    assert re.fullmatch(r'"[0-9a-f]{32}"', response["ETag"])
    assert "Set-Cookie" not in response
    assert not response.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "text/html"},
        {"Accept-Language": "en"},
        {"Cookie": "sessionid=abc; csrftoken=def"},
        {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"},
        {"Authorization": "Bearer x"},
        {"User-Agent": "Google-Calendar-Importer"},
    ],
)
def test_octets_are_the_same_for_everybody(client, facts, headers):
    plain = client.get("/calendar/c.suzhuang.ics")
    other = client.get("/calendar/c.suzhuang.ics?x=1", headers=headers)
    assert (other.content, other["ETag"], other["Vary"]) == (
        plain.content, plain["ETag"], "Accept-Encoding",
    )  # fmt: skip
    assert not other.cookies


def test_same_data_gives_the_same_octets_after_the_cache_is_gone(client, facts):
    first = client.get("/calendar/fangshan.ics")
    cache.clear()
    second = client.get("/calendar/fangshan.ics")
    assert (first.content, first["ETag"], first["Last-Modified"]) == (
        second.content, second["ETag"], second["Last-Modified"],
    )  # fmt: skip


def test_gzip_holds_the_same_octets_under_another_tag(client, facts):
    plain = client.get("/calendar/c.suzhuang.ics")
    packed = client.get("/calendar/c.suzhuang.ics", headers={"Accept-Encoding": "br, gzip;q=0.5"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "gzip; q=0.0", "br"])
def test_gzip_is_sent_to_nobody_who_refuses_it(client, facts, accepted):
    response = client.get("/calendar/c.suzhuang.ics", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in response


TAGS = [
    ("{etag}", 304),
    ("W/{etag}", 304),
    ('"other", {etag}', 304),
    ("*", 304),
    ('"other"', 200),
    ("nonsense", 200),
]


@pytest.mark.parametrize(("held", "status"), TAGS)
def test_tag_decides_whether_octets_are_sent(client, facts, held, status):
    etag = client.get("/calendar/c.suzhuang.ics")["ETag"]
    held = held.format(etag=etag)
    response = client.get("/calendar/c.suzhuang.ics", headers={"If-None-Match": held})
    assert response.status_code == status
    assert response["ETag"] == etag
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Vary"] == "Accept-Encoding"
    assert bool(response.content) is (status == 200)


def test_tag_wins_over_date(client, facts):
    first = client.get("/calendar/c.suzhuang.ics")
    response = client.get(
        "/calendar/c.suzhuang.ics",
        headers={"If-None-Match": '"other"', "If-Modified-Since": first["Last-Modified"]},
    )
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("held", "status"),
    [("{date}", 304), ("Tue, 01 Dec 2020 00:00:00 GMT", 200), ("yesterday", 200)],
)
def test_date_is_really_compared(client, facts, held, status):
    date = client.get("/calendar/c.suzhuang.ics")["Last-Modified"]
    response = client.get(
        "/calendar/c.suzhuang.ics", headers={"If-Modified-Since": held.format(date=date)}
    )
    assert response.status_code == status


def test_date_moves_forward_when_the_newest_event_goes(client, facts, centre, clock):
    newest = make_facts(centre, title="最新")
    refresh(newest, owner="menu:2", at=AT + timedelta(minutes=1))
    before = client.get("/calendar/c.suzhuang.ics")["Last-Modified"]
    refresh(owner="menu:2", at=AT + timedelta(minutes=1))
    response = client.get("/calendar/c.suzhuang.ics", headers={"If-Modified-Since": before})
    assert response.status_code == 200
    assert parse_http_date(response["Last-Modified"]) > parse_http_date(before)
    assert [event["SUMMARY"] for event in events_of(response.content)] == ["书法入门班"]


def test_date_moves_when_an_event_leaves_the_window_and_only_then(client, centre, clock):
    stays = make_facts(centre)
    leaves = make_facts(centre, start=AT - timedelta(days=62))
    refresh(stays, leaves)
    before = client.get("/calendar/c.suzhuang.ics")
    clock.at = AT + timedelta(days=1)
    after = client.get(
        "/calendar/c.suzhuang.ics", headers={"If-Modified-Since": before["Last-Modified"]}
    )
    assert after.status_code == 200
    assert parse_http_date(after["Last-Modified"]) == windows.midnight(clock.at).timestamp()
    clock.at = AT + timedelta(days=2)
    held = client.get(
        "/calendar/c.suzhuang.ics", headers={"If-Modified-Since": after["Last-Modified"]}
    )
    assert held.status_code == 304


def test_head_has_the_headers_and_no_octets(client, facts):
    get, head = client.get("/calendar/c.suzhuang.ics"), client.head("/calendar/c.suzhuang.ics")
    assert head.status_code == 200
    assert head.content == b""
    for name in ("ETag", "Last-Modified", "Content-Type", "Content-Disposition", "Content-Length"):
        assert head[name] == get[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("address", ["/calendar/c.suzhuang.ics", "/calendar/e/x.ics"])
def test_other_methods_are_refused(client, facts, method, address):
    client.handler.enforce_csrf_checks = True
    response = client.generic(method, address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "address",
    [
        "/calendar/nobody.ics",
        "/calendar/%00.ics",
        "/calendar/a%22b.ics",
        "/calendar/" + "x" * 300 + ".ics",
        "/calendar/e/no-uuid.ics",
        "/calendar/e/00000000-0000-4000-8000-000000000000.ics",
        "/calendar/e/00000000000040008000000000000000.ics",
    ],
)
def test_unknown_feed_is_one_cached_sentence(client, db, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response["Content-Type"].startswith("text/plain")
    assert len(response.content) <= 1024
    assert "max-age" in response["Cache-Control"]
    assert not response.cookies


def test_closed_centre_says_goodbye_for_62_days_and_is_gone_then(client, facts, centre, clock):
    centre.first_published_at = AT
    centre.save()
    centre.unpublish()
    (event,) = events_of(client.get("/calendar/c.suzhuang.ics").content)
    assert event["SUMMARY"] == "本日历已停用，请改订其他中心"
    assert any(name.startswith("DTSTART;VALUE=DATE") for name in event)
    clock.at += timedelta(days=63)
    gone = client.get("/calendar/c.suzhuang.ics")
    assert gone.status_code == 410
    assert gone["Content-Type"].startswith("text/plain")
    assert len(gone.content) <= 1024


def test_centre_that_opens_again_has_its_feed_back(client, facts, centre):
    centre.save_revision().publish()
    centre.refresh_from_db()
    centre.unpublish()
    centre.save_revision().publish()
    assert titles(client) == ["书法入门班"]


def test_draft_that_never_was_public_leaves_no_trace(client, network):
    make_centre(network, code="draft", live=False).delete()
    assert client.get("/calendar/draft.ics").status_code == 404


@pytest.mark.parametrize("error", [OperationalError("gone"), ValueError("broken")])
def test_when_anything_breaks_the_answer_is_503_and_recovers(client, facts, monkeypatch, error):
    before = client.get("/calendar/c.suzhuang.ics")
    cache.clear()

    def fail(*args):
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(feeds, "select", fail)
        response = client.get("/calendar/c.suzhuang.ics")
        assert response.status_code == 503
        assert int(response["Retry-After"]) > 0
        assert response["Cache-Control"] == "no-store"
        assert b"BEGIN" not in response.content
    assert client.get("/calendar/c.suzhuang.ics")["ETag"] == before["ETag"]


def test_feeds_above_change_when_a_centre_moves(client, facts, centre, network):
    other = make_area(code="other", title="别区")
    before = client.get("/calendar/fangshan.ics")
    centre.move(other, pos="last-child")
    after = client.get("/calendar/fangshan.ics")
    assert before["ETag"] != after["ETag"]
    assert titles(client, "/calendar/fangshan.ics") == []
    assert titles(client, "/calendar/other.ics") == ["书法入门班"]


# ── What it costs ──


@pytest.mark.parametrize("number", [1, 200])
def test_cold_feed_costs_the_same_queries_whatever_it_holds(client, centre, number):
    refresh(*(make_facts(centre) for _ in range(number)))
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/calendar/c.suzhuang.ics").status_code == 200
    assert len(queries) <= 7  # one of them counts the fetch


def test_unchanged_feed_costs_at_most_two_queries(client, facts):
    etag = client.get("/calendar/c.suzhuang.ics")["ETag"]
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/calendar/c.suzhuang.ics", headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert len(queries) <= 2
