"""Links to maps: the right position in the right system."""

from __future__ import annotations

from math import cos, hypot, radians
from urllib.parse import parse_qs, urlsplit

import pytest

from brands.maps import gcj02, map_links

METRES_A_DEGREE = 111_320


# Pairs published with several independent converters; they agree to a metre or so.
@pytest.mark.parametrize(
    ("wgs84", "expected"),
    [
        ((39.907500, 116.391305), (39.908903, 116.397548)),  # 天安门
        ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),  # 上海
        ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),  # 深圳
    ],
)
def test_the_shift_is_right_to_ten_metres(wgs84, expected):
    latitude, longitude = gcj02(*wgs84)
    north = (latitude - expected[0]) * METRES_A_DEGREE
    east = (longitude - expected[1]) * METRES_A_DEGREE * cos(radians(latitude))
    assert hypot(north, east) < 10


def test_nothing_is_shifted_abroad():
    assert gcj02(48.85837, 2.29448) == (48.85837, 2.29448)


@pytest.fixture
def links():
    found = map_links("苏庄三里党群服务中心", "苏庄三里 12 号", 39.72, 116.12)
    return {link.service: link.address for link in found}


def test_the_phones_own_map_comes_first(links):
    assert list(links) == ["phone", "amap", "baidu", "tencent"]
    assert links["phone"].startswith("geo:39.72000,116.12000?q=39.72000,116.12000(")


def test_each_service_gets_the_system_it_names(links):
    asked = {name: parse_qs(urlsplit(address).query) for name, address in links.items()}
    assert asked["amap"]["position"] == ["116.12000,39.72000"]
    assert asked["amap"]["coordinate"] == ["wgs84"]
    assert asked["baidu"]["location"] == ["39.72000,116.12000"]
    assert asked["baidu"]["coord_type"] == ["wgs84"]
    shifted = "{:.5f},{:.5f}".format(*gcj02(39.72, 116.12))
    assert asked["tencent"]["marker"][0].startswith(f"coord:{shifted};title:苏庄三里")


def test_a_name_cannot_add_fields_to_a_marker():
    links = dict(map_links("甲;coord:0,0", "乙:丙&output=x", 39.72, 116.12))
    marker = parse_qs(urlsplit(links["tencent"]).query)["marker"][0]
    assert marker.count("coord:") == 1
    assert "output" not in parse_qs(urlsplit(links["tencent"]).query)
