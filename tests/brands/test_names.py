"""Areas and centres that a query names."""

from datetime import date

import pytest

from brands.registrations import nodes_meant
from tests.factories.brands import make_area, make_centre

pytestmark = pytest.mark.django_db


def found(*words):
    return {name.word: name.value for name in nodes_meant(list(words), date(2026, 12, 1))}


def test_names_brands_and_streets_are_meant_when_they_are_exact():
    street = make_area(title="福莱山街道", short_name="福莱山", code="fulaishan")
    make_centre(street, title="海信社区党群服务中心", short_name="海信社区", code="haixin")
    make_centre(street, short_name="衡山路", brand_name="初心航线", code="hengshan")
    assert found("海信社区", "初心航线", "福莱山街道", "海信") == {
        "海信社区": "haixin",
        "初心航线": "hengshan",
        "福莱山街道": "fulaishan",
    }


def test_a_name_that_two_go_by_means_neither():
    area = make_area()
    for code in ("one", "two"):
        make_centre(area, short_name="海信社区", code=code)
    make_centre(area, short_name="晨光", code="draft", live=False)
    assert found("海信社区", "晨光") == {}
