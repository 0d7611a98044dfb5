"""Pages that help people to subscribe."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendars import entries, links, windows
from tests.factories.brands import make_centre
from tests.factories.calendars import START, make_facts

AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr("calendars.views.timezone.now", lambda: AT)


def page(client, address="/calendar/c.suzhuang/"):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def hrefs(soup) -> list[str]:
    return [link["href"] for link in soup.find_all("a", href=True)]


def publish(centre, *facts, owner="menu:1"):
    entries.refresh(owner, facts or [make_facts(centre)], AT)


def test_page_offers_every_way_in(client, centre):
    publish(centre)
    soup = page(client)
    assert "webcal://testserver/calendar/c.suzhuang.ics" in hrefs(soup)
    google = "https://calendar.google.com/calendar/r?cid="
    assert f"{google}webcal%3A%2F%2Ftestserver%2Fcalendar%2Fc.suzhuang.ics" in hrefs(soup)
    outlook = "https://outlook.live.com/calendar/0/addfromweb?url="
    wanted = f"{outlook}http%3A%2F%2Ftestserver%2Fcalendar%2Fc.suzhuang.ics&name=%E8%8B%8F"
    assert any(href.startswith(wanted) for href in hrefs(soup))
    assert soup.find("code").get_text() == "http://testserver/calendar/c.suzhuang.ics"
    assert soup.find("a", download=True)["href"] == "/calendar/c.suzhuang.ics"
    assert soup.find("copy-button")
    assert soup.select_one(".qr svg[role=img][aria-label]")
    assert "webcals:" not in str(soup)


def test_page_names_its_feed_to_programs(client, centre):
    link = page(client).find("link", rel="alternate", type="text/calendar")
    assert link["href"] == "/calendar/c.suzhuang.ics"
    assert link["title"] == centre.title


def test_page_shows_what_comes_next(client, centre):
    publish(
        centre,
        *(
            make_facts(centre, title=f"第{day}场", start=START + timedelta(days=day))
            for day in range(5)
        ),
        make_facts(centre, title="停办的", start=START - timedelta(days=1), is_cancelled=True),
        make_facts(centre, title="昨天的", start=AT - timedelta(days=1)),
        make_facts(centre, title="以后的", start=AT + timedelta(days=40)),
    )
    shown = page(client).find(id="inside").find_parent("section")
    assert [row.get_text().split()[-1] for row in shown.find_all("li")] == [
        "第0场",
        "第1场",
        "第2场",
    ]
    assert "5" in shown.find("p").get_text()


def test_page_of_a_quiet_centre_says_so(client, centre):
    shown = page(client).find(id="inside").find_parent("section")
    assert not shown.find_all("li")
    assert shown.find("p").get_text().strip()


def test_page_leads_to_wider_and_narrower_calendars(client, centre, network):
    assert {"/calendar/fangshan/", "/calendar/all/"} <= set(hrefs(page(client)))
    assert "/calendar/c.suzhuang/" in hrefs(page(client, "/calendar/fangshan/"))


def test_page_stays_in_its_language_and_the_feed_has_none(client, centre):
    soup = page(client, "/en/calendar/c.suzhuang/")
    assert "/en/calendar/fangshan/" in hrefs(soup)
    assert soup.find("a", download=True)["href"] == "/calendar/c.suzhuang.ics"


def test_page_says_when_the_cap_left_something_out(client, centre, monkeypatch):
    publish(centre, *(make_facts(centre) for _ in range(3)))
    assert not page(client).select("#inside ~ p.note, section p.note:not([hidden])")
    monkeypatch.setattr(windows, "EVENT_CAP", 2)
    entries.refresh("menu:2", [make_facts(centre)], AT + timedelta(minutes=1))
    assert page(client, "/calendar/c.suzhuang/?x=1").select("section p.note:not([hidden])")


def test_pages_set_no_cookie_and_can_be_kept_by_caches(client, centre):
    for address in ("/calendar/", "/calendar/c.suzhuang/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        again = client.get(address, headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304


def test_choice_lists_networks_and_everything(client, centre):
    assert {"/calendar/fangshan/", "/calendar/all/"} <= set(hrefs(page(client, "/calendar/")))


def test_choice_finds_a_centre_by_its_name(client, centre):
    assert "/calendar/c.suzhuang/" in hrefs(page(client, "/calendar/?q=苏庄三里"))


def test_choice_says_when_nothing_has_that_name(client, centre):
    soup = page(client, "/calendar/?q=<b>不存在zzz")
    assert "不存在zzz" in soup.find(role="status").get_text()
    assert not soup.find("b")


def test_choice_of_a_node_leads_to_its_page(client, centre):
    assert client.get("/calendar/?at=suzhuang")["Location"] == "/calendar/c.suzhuang/"


@pytest.mark.parametrize(
    "address", ["/calendar/nobody/", "/calendar/?at=nobody", "/calendar/%00/", "/calendar/?at=%00"]
)
def test_unknown_calendar_is_not_found(client, home, address):
    assert client.get(address).status_code == 404


def test_more_than_an_address_can_hold_gets_a_sentence(client, home):
    ticked = "&".join(f"k=kind-{number}" for number in range(30))
    answer = client.get(f"/calendar/?at=all&{ticked}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_queries_do_not_grow_with_centres_and_events(client, network):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(client, "/calendar/fangshan/")
        return len(queries)

    publish(make_centre(network))
    first = cost()
    for number in range(2, 8):
        publish(make_centre(network), owner=f"menu:{number}")
    assert cost() <= first
    assert first <= 20


def test_addresses_are_encoded_whole():
    address = "https://changlai.example/calendar/a.ics"
    assert links.webcal(address) == "webcal://changlai.example/calendar/a.ics"
    assert links.google(address).endswith("cid=webcal%3A%2F%2Fchanglai.example%2Fcalendar%2Fa.ics")
    assert links.outlook(address, "书 & 画").endswith("&name=%E4%B9%A6%20%26%20%E7%94%BB")


def test_drawing_of_the_code_is_named_and_escaped():
    assert 'aria-label="&quot;&lt;x"' in links.qr_code("https://changlai.example/", '"<x')
