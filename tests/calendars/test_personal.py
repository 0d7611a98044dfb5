"""The personal menu: two secrets, picks that are followed, nothing about the person."""

import logging
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache

from calendars import personal, personal_views
from calendars.models import CalendarEntry, PersonalMenu
from common.logs import MaskSecrets
from events.models import Activity
from tests.factories.calendars import events_of
from tests.factories.events import make_menu, publish, row

AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)
ROWS = [
    row("书法入门班", "12月8日 14:00", kind="art"),
    row("晚间舞蹈", "12月9日 19:00", kind="stage"),
]
HOME = "/calendar/my/"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    class Clock:
        at = AT

    for module in ("personal_views", "feed_views"):
        monkeypatch.setattr(f"calendars.{module}.timezone.now", lambda: Clock.at)
    return Clock


@pytest.fixture
def menu(centre):
    return publish(make_menu(centre, ROWS))


def code_of(title: str) -> str:
    return f"all~a-{Activity.objects.get(title=title).code}"


@pytest.fixture
def tokens(client, menu):
    return made(client, code_of("书法入门班"))


def made(client, *codes) -> personal.Secrets:
    text = client.post(HOME, {"code": codes}).content.decode()
    feed = re.search(r"/calendar/my/([\w-]{32})\.ics", text)[1]
    return personal.Secrets(feed, re.search(r"/calendar/my/edit/([\w-]{32})/", text)[1])


def events(client, tokens) -> dict:
    cache.clear()
    response = client.get(f"{HOME}{tokens.feed}.ics")
    assert response.status_code == 200
    return {event["SUMMARY"]: event for event in events_of(response.content)}


def act(client, tokens, action, code="", **extra):
    address = f"{HOME}edit/{tokens.edit}/"
    return client.post(address, {"action": action, "code": code}, **extra)


def test_first_pick_makes_a_calendar_and_stores_hashes_alone(client, tokens):
    assert list(events(client, tokens)) == ["书法入门班"]
    stored = PersonalMenu.objects.values().get()
    assert tokens.feed not in str(stored)
    assert tokens.edit not in str(stored)
    assert set(stored) == {"id", "feed_hash", "edit_hash", "lines", "changed_at", "fetched_on"}


def test_event_is_the_same_as_in_public_calendars(client, tokens):
    own = client.get(f"{HOME}{tokens.feed}.ics").content
    assert CalendarEntry.objects.get(title="书法入门班").text.encode() in own


def test_rule_follows_what_is_published_later(client, menu):
    tokens = made(client, "fangshan~k-stage")
    publish(menu, [*ROWS, row("新来的舞蹈", "12月10日 19:00", kind="stage")])
    assert set(events(client, tokens)) == {"晚间舞蹈", "新来的舞蹈"}


def test_pick_that_a_rule_holds_too_stands_once(client, menu):
    tokens = made(client, "all~k-art", code_of("书法入门班"))
    response = client.get(f"{HOME}{tokens.feed}.ics")
    assert response.content.count(b"BEGIN:VEVENT") == 1


def test_withdrawn_pick_becomes_a_tombstone_without_text_and_comes_back(client, menu, tokens):
    before = int(events(client, tokens)["书法入门班"]["SEQUENCE"])
    gone = {**ROWS[0], "value": ROWS[0]["value"] | {"status": "withdrawn"}}
    publish(menu, [gone, ROWS[1]])
    ((title, event),) = events(client, tokens).items()
    assert title == "【已取消】已撤下"
    assert event["STATUS"] == "CANCELLED"
    assert "书法" not in client.get(f"{HOME}{tokens.feed}.ics").content.decode()
    assert "书法" not in client.get(f"{HOME}edit/{tokens.edit}/").content.decode()
    assert int(event["SEQUENCE"]) == before + 1
    publish(menu, ROWS)
    assert int(events(client, tokens)["书法入门班"]["SEQUENCE"]) == before + 2


def test_owner_adds_pauses_resumes_and_takes_off(client, tokens):
    dance = code_of("晚间舞蹈")
    assert act(client, tokens, "add", f"http://testserver/a/{dance[-7:]}/").status_code == 302
    assert set(events(client, tokens)) == {"书法入门班", "晚间舞蹈"}
    act(client, tokens, "pause", dance)
    assert set(events(client, tokens)) == {"书法入门班"}
    act(client, tokens, "resume", dance)
    assert set(events(client, tokens)) == {"书法入门班", "晚间舞蹈"}
    act(client, tokens, "remove", code_of("书法入门班"))
    assert set(events(client, tokens)) == {"晚间舞蹈"}


def test_picks_can_be_added_with_the_editing_address(client, tokens):
    address = f"http://testserver{HOME}edit/{tokens.edit}/"
    response = client.post(HOME, {"code": code_of("晚间舞蹈"), "edit": address})
    assert response.status_code == 302
    assert len(events(client, tokens)) == 2


def test_renewed_address_works_and_the_old_one_is_gone(client, tokens):
    text = act(client, tokens, "renew_feed").content.decode()
    new = re.search(r"/calendar/my/([\w-]{32})\.ics", text)[1]
    assert client.get(f"{HOME}{tokens.feed}.ics").status_code == 404
    assert client.get(f"{HOME}{new}.ics").status_code == 200
    text = act(client, tokens, "renew_edit").content.decode()
    assert client.get(f"{HOME}edit/{tokens.edit}/").status_code == 404
    new = re.search(r'id="edit-address">[^<]*/edit/([\w-]{32})/', text)[1]
    assert new != tokens.edit
    assert client.get(f"{HOME}edit/{new}/").status_code == 200


def test_deleted_menu_is_forgotten(client, tokens):
    assert act(client, tokens, "delete").status_code == 200
    assert not PersonalMenu.objects.exists()
    assert client.get(f"{HOME}{tokens.feed}.ics").status_code == 404


@pytest.mark.parametrize("token", ["x", "A" * 32, "书" * 10, "%00", "a" * 3000])
def test_wrong_token_is_not_found_with_one_query(client, db, token, django_assert_num_queries):
    answers = set()
    for address in (f"{HOME}{token}.ics", f"{HOME}edit/{token}/"):
        response = client.get(address)
        answers.add((response.status_code, response.content))
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
    assert [status for status, _body in answers] == [404]


def test_after_several_tries_wrong_tokens_wait_and_right_ones_do_not(client, tokens, monkeypatch):
    monkeypatch.setattr(personal_views, "TRIES", 3)
    found = [client.get(f"{HOME}{'x' * 32}.ics") for _ in range(5)]
    assert [response.status_code for response in found] == [404, 404, 404, 429, 429]
    assert found[-1]["Retry-After"]
    assert client.get(f"{HOME}{tokens.feed}.ics").status_code == 200


def test_nothing_is_cached_by_others_indexed_or_told_to_other_sites(client, tokens):
    feed = client.get(f"{HOME}{tokens.feed}.ics")
    assert feed["Cache-Control"] == "private, max-age=300"
    for response in (feed, client.get(f"{HOME}edit/{tokens.edit}/"), client.get(HOME)):
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex"
        assert not response.cookies
    assert tokens.feed not in feed["Content-Disposition"]
    held = client.get(f"{HOME}{tokens.feed}.ics", headers={"If-None-Match": feed["ETag"]})
    assert held.status_code == 304


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "null"},
    ],
)
def test_form_from_another_site_changes_nothing(client, tokens, headers):
    code = code_of("书法入门班")
    assert act(client, tokens, "remove", code, headers=headers).status_code == 403
    assert list(events(client, tokens)) == ["书法入门班"]
    assert client.post(HOME, {"code": code}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "null"}]
)
def test_own_page_without_referrer_may_change_the_menu(client, tokens, headers):
    assert act(client, tokens, "pause", code_of("书法入门班"), headers=headers).status_code == 302
    assert events(client, tokens) == {}


def test_form_needs_no_token_of_a_session(client, menu):
    client.handler.enforce_csrf_checks = True
    response = client.post(
        HOME, {"code": code_of("书法入门班")}, headers={"Origin": "http://testserver"}
    )
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize(
    "codes",
    [[], [""], ["nobody"], ["all~k-nothing"], ["\0"], ["x" * 5000], ["http://evil.example/"]],
)
def test_nonsense_makes_no_menu_and_gets_a_sentence(client, centre, codes):
    response = client.post(HOME, {"code": codes})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()
    assert not PersonalMenu.objects.exists()


def test_limits_are_kept(client, menu, monkeypatch, tokens):
    monkeypatch.setattr(personal, "PICKS", 1)
    monkeypatch.setattr(personal, "RULES", 0)
    assert act(client, tokens, "add", code_of("晚间舞蹈")).status_code == 400
    assert act(client, tokens, "add", "all~k-art").status_code == 400
    assert len(events(client, tokens)) == 1


def test_menu_that_nothing_fetched_for_thirteen_months_is_forgotten(client, tokens, clock):
    assert personal.purge(AT + timedelta(days=396)) == 0
    clock.at = AT + timedelta(days=200)
    client.get(f"{HOME}{tokens.feed}.ics")
    assert personal.purge(AT + timedelta(days=500)) == 0
    assert personal.purge(AT + timedelta(days=200 + 397)) == 1


def test_tokens_are_masked_in_logs():
    record = logging.LogRecord(
        "a", logging.INFO, "", 0, '"GET %s"', (f"/calendar/my/edit/{'a1_-' * 8}/",), None
    )
    MaskSecrets().filter(record)
    assert record.getMessage() == '"GET /calendar/my/edit/***/"'


def test_page_shows_what_the_address_names_and_escapes_it(client, db):
    text = client.get(HOME + "?code=<b>x").content.decode()
    assert "&lt;b&gt;x" in text
