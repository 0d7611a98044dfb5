"""Links by which a reader's own map opens at a house; the site itself asks no map service.

Positions are WGS 84, as satellites give them. Maps in China are drawn in GCJ-02, which lies up to
700 m beside it; a service that takes no other system gets the position converted. The formula is
the published approximation of the shift (a polynomial with sines on the Krasovsky ellipsoid), good
to a few metres.
"""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import NamedTuple
from urllib.parse import quote, urlencode

AXIS = 6378245.0  # metres, Krasovsky 1940
ECCENTRICITY_SQUARED = 0.00669342162296594
SOUTH, NORTH, WEST, EAST = 0.8293, 55.8271, 72.004, 137.8347  # outside nothing is shifted


class MapLink(NamedTuple):
    """`service` is the key of its name: phone, amap, baidu, tencent."""

    service: str
    address: str


def gcj02(latitude: float, longitude: float) -> tuple[float, float]:
    """Return latitude and longitude in GCJ-02 of a position in WGS 84."""
    if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
        return latitude, longitude
    x, y = longitude - 105.0, latitude - 35.0
    radians = latitude / 180.0 * pi
    root = sqrt(1 - ECCENTRICITY_SQUARED * sin(radians) ** 2)
    meridian = AXIS * (1 - ECCENTRICITY_SQUARED) / root**3
    parallel = AXIS / root * cos(radians)
    return (
        latitude + northward(x, y) * 180.0 / (meridian * pi),
        longitude + eastward(x, y) * 180.0 / (parallel * pi),
    )


def northward(x: float, y: float) -> float:
    """Return the shift to the north in metres; x and y are degrees from 105 E, 35 N."""
    metres = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    metres += (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    metres += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    return metres + (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0


def eastward(x: float, y: float) -> float:
    """Return the shift to the east in metres."""
    metres = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    metres += (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    metres += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    return metres + (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0


def map_links(name: str, street: str, latitude: float, longitude: float) -> list[MapLink]:
    """Return the ways to open a map: the phone's own first, then the usual sites."""
    latitude, longitude = float(latitude), float(longitude)
    here = f"{latitude:.5f},{longitude:.5f}"
    shifted = "{:.5f},{:.5f}".format(*gcj02(latitude, longitude))
    amap = {"position": f"{longitude:.5f},{latitude:.5f}", "name": name, "coordinate": "wgs84"}
    baidu = {"location": here, "title": name, "content": street or name, "coord_type": "wgs84"}
    # In Tencent's list of markers these two divide fields and values.
    plain = str.maketrans(dict.fromkeys(":;", " "))
    marker = f"coord:{shifted};title:{name.translate(plain)};addr:{street.translate(plain)}"
    return [
        MapLink("phone", f"geo:{here}?q={here}({quote(name)})"),
        MapLink("amap", "https://uri.amap.com/marker?" + query(amap | {"src": "changlai"})),
        MapLink(
            "baidu",
            "https://api.map.baidu.com/marker?"
            + query(baidu | {"output": "html", "src": "webapp.changlai"}),
        ),
        MapLink(
            "tencent",
            "https://apis.map.qq.com/uri/v1/marker?"
            + query({"marker": marker, "referer": "changlai"}),
        ),
    ]


def query(values: dict[str, str]) -> str:
    return urlencode(values, quote_via=quote)
