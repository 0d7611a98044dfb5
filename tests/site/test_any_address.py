"""No address, filter value or form input of a stranger ends in a server error."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.models import Activity
from tests.factories import brands, events, media, notices

pytestmark = pytest.mark.django_db

fuzzed = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

NAMES = [
    "view",
    "on",
    "at",
    "kind",
    "for",
    "part",
    "fee",
    "weekend",
    "page",
    "name",
    "tier",
    "label",
    "state",
    "play",
    "t",
    "q",
    "node",
    "size",
    "sort",
    "day",
    "from",
    "to",
    "format",
    "lat",
    "lon",
    "near",
    "lang",
]
KNOWN = [
    "day",
    "week",
    "month",
    "2026-12-01",
    "2026-12",
    "9999-12-31",
    "0000-00-00",
    "0001-01-01",
    "2100-12-31",
    "2000-01-01",
    "fangshan",
    "suzhuang",
    "all",
    "art",
    "senior",
    "evening",
    "free",
    "paid",
    "1",
    "0",
    "-1",
    "1e9",
    "٣",
    "９",
    "99999999999999999999",
    "community",
    "job",
    "course",
    "replay",
    "large",
    "书法",
    "*",
]
raw = st.one_of(
    st.sampled_from(KNOWN).map(str.encode),
    st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=12),
    st.integers(-(10**40), 10**40).map(lambda number: str(number).encode()),
    st.sampled_from([b"\0", b"\xed\xa0\x80", b"\xff\xfe", b"%", b"%%", b"' OR 1=1 --", b'"']),
)
pairs = st.tuples(st.one_of(st.sampled_from(NAMES).map(str.encode), raw), raw)
queries = st.lists(pairs, max_size=6).map(
    lambda found: "&".join(f"{quote_from_bytes(k)}={quote_from_bytes(v)}" for k, v in found)
)
parts = raw.filter(lambda part: b"/" not in part).map(quote_from_bytes)

LISTS = [
    "events",
    "centres",
    "jobs",
    "live",
    "search",
    "search/suggest",
    "search/atom",
    "calendar",
    "calendar/my",
    "api",
]
PAGES = ["home", "area", "centre", "menu", "kinds", "activity", "notice", "live"]
TEMPLATES = [
    *("/a/{}/", "/c/{}/", "/n/{}/", "/r/{}/"),
    *("/calendar/{}/", "/calendar/{}.ics", "/calendar/e/{}.ics", "/live/{}/captions.vtt"),
    *("/{}/", "/en/{}/", "/fangshan/{}/", "/fangshan/suzhuang/2026-12/{}/", "/uploads/{}"),
    *("/documents/{}/", "/search/{}", "/events/{}/", "/api/{}", "/api/v1/{}"),
    *("/share/activity/{}.png", "/share/{}/x.png", "/calendar/{}.atom"),
    *("/calendar/my/{}.ics", "/calendar/my/edit/{}/"),
]


@pytest.fixture
def site(centre, network):
    menu = events.publish(
        events.make_menu(
            centre, [events.row("书法", "每周二 14:00-15:30"), events.row("画展", "12月1日至6日")]
        )
    )
    activity = Activity.objects.select_related("menu").first()
    return {
        "home": "/",
        "area": network.address,
        "centre": centre.address,
        "menu": menu.address,
        "kinds": f"{menu.address}by-kind/",
        "activity": activity.address,
        "notice": notices.make_notice(brands.make_centre(network)).address,
        "live": media.make_livestream(centre).address,
    }


@pytest.mark.parametrize("name", LISTS)
@given(query=queries)
@example(query="on=%00&at=%00&name=%00&q=%00&page=%00&state=%00&kind=%00")
@example(query="at=%ED%A0%80&name=%ED%A0%80&q=%ED%A0%80&label=%ED%A0%80&on=%ED%A0%80")
@example(query="page=99999999999999999999&q=书&view=day&on=2026-12-01")
@fuzzed
def test_a_list_answers_any_question(client, site, name, query):
    for prefix in ("", "/en"):
        answer = client.get(f"{prefix}/{name}/?{query}")
        assert answer.status_code < 500, answer.request


@pytest.mark.parametrize("name", PAGES)
@given(query=queries)
@fuzzed
def test_a_page_answers_any_question(client, site, name, query):
    assert client.get(f"{site[name]}?{query}").status_code < 500


@pytest.mark.parametrize("template", TEMPLATES)
@given(part=parts, query=queries)
@example(part="%00", query="")
@example(part="%ED%A0%80", query="")
@example(part="..%2F..%2Fetc%2Fpasswd", query="")
@fuzzed
def test_an_address_that_nobody_made_is_answered(client, site, template, part, query):
    assert client.get(f"{template.format(part)}?{query}").status_code < 500


@given(etag=st.text(st.characters(min_codepoint=32, max_codepoint=255)), since=st.text(max_size=30))
@fuzzed
def test_a_header_that_makes_no_sense_is_passed_over(client, site, etag, since):
    headers = {"if-none-match": etag, "if-modified-since": since, "range": etag}
    for address in ("/", "/calendar/fangshan.ics", "/live/"):
        assert client.get(address, headers=headers).status_code in (200, 304)


@given(username=raw, password=raw, next_page=raw)
@example(username=b"\0", password=b"\0", next_page=b"\0")
@fuzzed
def test_the_login_form_takes_any_input(client, site, username, password, next_page):
    body = f"login={quote_from_bytes(username)}&password={quote_from_bytes(password)}"
    body += f"&next={quote_from_bytes(next_page)}"
    answer = client.post("/accounts/login/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code < 500


@given(code=raw, verb=raw)
@example(code=b"\0", verb=b"\0")
@example(code=b"all~a-\0", verb=b"")
@fuzzed
def test_a_menu_of_ones_own_takes_any_input(client, site, code, verb):
    body = f"code={quote_from_bytes(code)}&{quote_from_bytes(verb)}={quote_from_bytes(code)}"
    answer = client.post("/calendar/my/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code < 500
