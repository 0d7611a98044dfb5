"""Opening and saving a menu costs the same for one row and for five hundred."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from tests.factories import events as factory
from tests.factories import menu_form
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

SIZES = (1, 60, 500)


def rows_of(count: int) -> list[dict]:
    return [factory.row(f"第{number}课", "12月8日 14:00-15:30") for number in range(count)]


@pytest.fixture
def menus(client, centre):
    """Draft menus of each size, and an editor who has been here before."""
    client.force_login(person("editor", role=Role.EDITOR, node=centre))
    months = [date(2027, number, 1) for number in range(1, 1 + len(SIZES))]
    menus = [
        factory.make_menu(centre, rows_of(count), month)
        for count, month in zip(SIZES, months, strict=True)
    ]
    for menu in menus:  # the first visit notes who follows the page
        rows = menu.rows.get_prep_value()
        menu_form.save(client, menu, rows, month=menu.month.isoformat())
    return menus


def queries(act) -> int:
    with CaptureQueriesContext(connection) as counted:
        act()
    return len(counted)


def test_opening_a_menu_asks_as_often_for_one_row_as_for_many(client, menus):
    counts = [queries(lambda m=menu: client.get(menu_form.edit_address(m))) for menu in menus]

    assert len(set(counts)) == 1, counts
    assert counts[0] <= 60


@pytest.mark.parametrize("way", [menu_form.save, menu_form.autosave])
def test_saving_a_menu_asks_as_often_for_one_row_as_for_many(client, menus, way):
    def save(menu, count):
        way(client, menu, rows_of(count), month=menu.month.isoformat())

    counts = [
        queries(lambda m=menu, c=count: save(m, c))
        for menu, count in zip(menus, SIZES, strict=True)
    ]

    assert len(set(counts)) == 1, counts
    assert counts[0] <= 120
