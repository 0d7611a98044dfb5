"""What an area or a centre gives to search: itself, its brand, the people of its contact card."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brands.models import Person
from brands.publication import publish_node
from search.models import SearchEntry
from search.query import find
from tests.factories.brands import make_area, make_centre

pytestmark = pytest.mark.django_db


def titles(kind):
    return list(SearchEntry.objects.filter(kind=kind).values_list("title", flat=True))


@pytest.fixture
def house():
    centre = make_centre(
        make_area(), title="海信社区党群服务中心", short_name="海信社区", brand_name="德润海信"
    )
    centre.people = [
        Person(name="王阿姨", role="调解员", duty="邻里纠纷"),
        Person(name="李师傅", role="水电工"),
    ]
    centre.save()
    return centre


def test_house_brand_and_people_are_found(house):
    assert titles("brand") == ["德润海信"]
    assert set(titles("person")) == {"王阿姨 调解员", "李师傅 水电工"}
    person = find("邻里纠纷").entries[0]
    assert (person.kind, person.url) == ("person", f"{house.address}#contact")


def test_who_left_is_not_found(house):
    house.people = [Person(name="李师傅", role="水电工")]
    house.brand_name = ""
    house.save()
    assert titles("person") == ["李师傅 水电工"]
    assert titles("brand") == []


def test_a_closed_house_takes_everything_along(house):
    house.unpublish()
    assert not SearchEntry.objects.filter(owner=f"node:{house.pk}").exists()


def test_forty_people_cost_no_more_statements_than_one(house):
    costs = []
    for count in (1, 40):
        house.people = [Person(name=f"{n}号", role="志愿者") for n in range(count)]
        house.save()
        with CaptureQueriesContext(connection) as counted:
            publish_node(house)
        costs.append(len(counted))
    assert costs[1] <= costs[0] + 1
