"""Every kind of public page, in every language: it renders, sets no cookie, calls nobody."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Activity
from tests.factories import brands, events

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)


@pytest.fixture
def menu(centre):
    rows = [events.row("书法入门班", "每周二 14:00-15:30"), events.row("合唱团", "12月9日 19:00")]
    return events.publish(events.make_menu(centre, rows, MONTH))


@pytest.fixture
def addresses(menu, centre, network) -> list[str]:
    activity = Activity.objects.first()
    return [
        "/",
        network.address,
        centre.address,
        menu.address,
        f"{menu.address}by-kind/",
        f"{menu.address}{activity.code}/",
        "/events/",
        "/events/?view=day&on=2027-12-07",
        "/events/?view=month&on=2027-12&at=fangshan",
        "/centres/",
        "/jobs/",
        "/live/",
        "/search/?q=书法",
        "/calendar/",
        f"/calendar/{centre.address_code}/",
        "/about/",
        "/accessibility/",
    ]


@pytest.mark.parametrize(
    ("prefix", "lang"), [("", "zh-Hans"), ("/zh-hant", "zh-Hant"), ("/en", "en")]
)
def test_pages_render_in_every_language(client, addresses, prefix, lang):
    for address in addresses:
        answer = client.get(prefix + address)
        text = answer.content.decode()
        assert answer.status_code == 200, address
        assert f'<html lang="{lang}"' in text, address
        assert "{%" not in text, address
        assert "{{" not in text, address
        assert not answer.cookies, address
        assert "Cookie" not in answer.headers.get("Vary", ""), address
        assert not re.search(
            r'(?:src|href)="https?://(?!testserver|maps|uri|api|amap|calendar\.google|outlook|map)[^"]+\.(?:js|css|png|jpg|woff2?)',
            text,
        ), address


def test_a_page_that_is_held_is_not_drawn_again(client, addresses):
    for address in addresses:
        etag = client.get(address).headers.get("ETag")
        if not etag:
            continue
        with CaptureQueriesContext(connection) as queries:
            again = client.get(address, headers={"If-None-Match": etag})
        assert again.status_code == 304, address
        assert len(queries) <= 12, address


def test_a_publication_changes_the_validator_of_every_page_above(client, menu, network):
    before = {a: client.get(a).headers["ETag"] for a in ("/", network.address, menu.address)}
    events.publish(menu, [*menu.rows.raw_data, events.row("太极拳", "12月10日 7:00")])
    for address, etag in before.items():
        assert client.get(address).headers["ETag"] != etag


@pytest.mark.parametrize("number", [1, 40, 500])
def test_a_menu_costs_the_same_queries_whatever_is_on_it(client, centre, number):
    rows = [events.row(f"第{n}课", "12月8日 14:00-15:30") for n in range(number)]
    menu = events.publish(events.make_menu(centre, rows, MONTH))
    client.get("/about/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(menu.address).status_code == 200
    assert len(queries) <= 12


def test_pages_stay_within_their_queries(client, addresses, network):
    for number in range(12):
        brands.make_centre(network, code=f"more-{number}")
    limits = {"/": 20, "/events/?view=month&on=2027-12&at=fangshan": 14, "/centres/": 12}
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) <= limits.get(address, 20), address


def test_what_is_not_there_says_so(client, db):
    answer = client.get("/no-such-place/")
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()
