"""The explorer and the page chooser of a street do not cost more than they may, however many."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from tests.factories.accounts import person
from tests.factories.brands import make_area, make_centre
from tests.factories.events import make_menu

pytestmark = pytest.mark.django_db

MANY = 50  # rows of a full page of the explorer
MOST = 60


@pytest.fixture
def street(client):
    street = make_area(make_area())
    for _ in range(MANY):
        make_menu(make_centre(street, rooms=(), title="Centre of many"), [])
    client.force_login(person(role=Role.REVIEWER, node=street))
    return street


@pytest.mark.parametrize("view", ["wagtailadmin_explore", "wagtailadmin_choose_page_child"])
def test_a_street_of_many_centres(client, street, view, django_assert_max_num_queries):
    address = reverse(view, args=[street.pk])
    client.get(address)
    with django_assert_max_num_queries(MOST):
        shown = client.get(address)
    assert "Centre of many" in shown.content.decode()


def test_a_search_that_finds_many(client, street, django_assert_max_num_queries):
    address = f"{reverse('wagtailadmin_choose_page_search')}?q=活动菜单"
    client.get(address)
    with django_assert_max_num_queries(MOST):
        shown = client.get(address)
    assert "Centre of many" in shown.content.decode()
