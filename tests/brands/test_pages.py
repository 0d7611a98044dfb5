"""Pages of centres and areas, and the directory."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brands.models import OpeningHours, Person, Pillar
from tests.factories.brands import make_area, make_centre

pytestmark = pytest.mark.django_db


def html(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.fixture
def house(network):
    centre = make_centre(
        network,
        code="suzhuang",
        title="苏庄三里社区党群服务中心",
        brand_name="四点半的灯",
        slogan="门口有灯",
        labels="老年大学 亲子",
        latitude=Decimal("39.72"),
        longitude=Decimal("116.12"),
        directions="三里东门进，绿色门头就是。",
    )
    OpeningHours.objects.create(page=centre, days="1234567", opens=time(8), closes=time(20))
    Person.objects.create(page=centre, name="李老师", role="调解员", phone="010-69370001转2")
    Pillar.objects.create(page=centre, title="邻里守望", text="有事招呼一声。")
    return centre


def test_the_page_tells_all_that_a_house_has(client, house):
    text = html(client, house.address)
    for words in (
        "四点半的灯",
        "门口有灯",
        "李老师",
        "邻里守望",
        "三里东门进",
        "多功能厅",
        "8:00–20:00",
    ):
        assert words in text, words
    assert "tel:01069370001,2" in text


def test_open_now_is_left_to_the_browser(client, house):
    text = html(client, house.address)
    assert re.search(r'<open-now data-hours="\d{4}-\d\d-\d\d 08:00-20:00;[^"]+" hidden>', text)
    assert "js/open-now" in text


def test_a_house_without_position_shows_no_map(client, centre):
    text = html(client, centre.address)
    assert "uri.amap.com" not in text
    assert "open-now data" not in text


def test_maps_are_plain_links(client, house):
    text = html(client, house.address)
    assert 'href="geo:39.72000,116.12000?q=' in text
    for host in ("uri.amap.com", "api.map.baidu.com", "apis.map.qq.com"):
        assert f'href="https://{host}/' in text


def test_markup_in_any_field_stays_text(client, network):
    evil = "<script>alert(1)</script>\"'"
    centre = make_centre(
        network,
        title=evil,
        brand_name=evil[:20],
        slogan=evil,
        directions=evil,
        address_line=evil,
        latitude=Decimal(30),
        longitude=Decimal(120),
    )
    assert "<script>alert" not in html(client, centre.address)


@pytest.fixture
def many(network, house):
    street = make_area(network, code="street", short_name="拱辰街道")
    for number in range(3):
        make_centre(street, code=f"c{number}", labels="亲子", tier="building")
    return street


def test_the_directory_shows_the_tree_with_counts(client, many, house):
    text = html(client, "/centres/")
    assert re.findall(r'<span class="num">(\d+)', text)[:2] == ["4", "3"]
    assert "四点半的灯" in text
    assert "拱辰街道" in text


def test_labels_are_counted(client, many):
    text = html(client, "/centres/")
    assert re.search(r'label=%E4%BA%B2%E5%AD%90">亲子 <span class="num">4', text)
    assert "亲子 " in html(client, "/centres/?at=street")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("label=亲子", 4),
        ("label=亲", 0),
        ("name=四点半", 1),
        ("tier=building", 3),
        ("at=street&label=亲子", 3),
        ("page=1", 4),
        ("at=c.suzhuang", 1),
    ],
)
def test_filters_narrow_the_list(client, many, query, number):
    text = html(client, f"/centres/?{query}")
    assert text.count('class="centre"') == number


@pytest.mark.parametrize(
    "query",
    [
        "at=%00",
        "label=%00&name=%00",
        "page=-1",
        "page=x",
        "tier=nothing",
        "at=nowhere",
        "name=" + "长" * 300,
    ],
)
def test_no_address_breaks_the_directory(client, many, query):
    html(client, f"/centres/?{query}")


def test_a_large_network_shows_counts_instead_of_cards(client, many, monkeypatch):
    monkeypatch.setattr("brands.directory.CENTRES_IN_TREE", 3)
    text = html(client, "/centres/")
    assert text.count('class="centre"') == 0
    assert "拱辰街道" in text


def test_an_empty_directory_says_so(client, home):
    assert "<h1" in html(client, "/centres/")


@pytest.mark.parametrize("number", [1, 40])
def test_the_directory_costs_the_same_whatever_is_in_it(client, network, number):
    for one in range(number):
        make_centre(network, code=f"c{one}")
    client.get("/about/")
    with CaptureQueriesContext(connection) as queries:
        html(client, "/centres/")
    assert len(queries) <= 12
