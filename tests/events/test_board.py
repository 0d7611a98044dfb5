"""The view from above: which centre has which month's menu, for whose eyes, and reminders."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry

from accounts.roles import Role
from events.board import MenuState, board_of
from events.models import ActivityMenuPage
from tests.factories import events as factory
from tests.factories.accounts import person
from tests.factories.brands import make_area, make_centre

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)
MONTHS = [date(2027, 11, 1), MONTH, date(2028, 1, 1)]


def address(**query):
    pairs = "&".join(f"{key}={value}" for key, value in {"month": "2027-12", **query}.items())
    return f"{reverse('menus:board')}?{pairs}"


@pytest.fixture
def reviewer(network):
    return person("shenhe", role=Role.REVIEWER, node=network)


def test_each_state_is_told(centre, network, superuser):
    states = {}
    for name in ("draft", "review", "returned", "published", "missing"):
        one = make_centre(network, title=name)
        if name == "missing":
            continue
        menu = factory.make_menu(one, month=MONTH)
        if name == "published":
            factory.publish(menu)
        if name in ("review", "returned"):
            menu = ActivityMenuPage.objects.get(pk=menu.pk)
            state = menu.get_workflow().start(menu, None)
        if name == "returned":
            state.current_task_state.reject(user=superuser)
    board = board_of([network.path], MONTHS)
    states = {line.centre.title: line.cells[1].state for line in board.lines}
    del states[centre.title]

    assert states == {name: name for name in states}
    assert len(states) == 5
    assert board.counts[1][MenuState.MISSING] == 2
    assert {one.title for one in board.missing(MONTH)} == {
        centre.title,
        "missing",
        "draft",
        "returned",
    }


def test_a_street_sees_its_street(client, network):
    street, other = make_area(network), make_area(network)
    make_centre(street, title="我们的中心")
    make_centre(other, title="别处的中心")
    client.force_login(person("jiedao", role=Role.REVIEWER, node=street))
    for query in ({}, {"at": other.code}, {"at": network.code}):
        text = client.get(address(**query)).content.decode()
        assert "我们的中心" in text
        assert "别处的中心" not in text


def test_it_is_narrowed_to_an_area_and_a_state(client, network, superuser):
    street = make_area(network)
    make_centre(street, title="街道里的")
    factory.make_menu(make_centre(network, title="区里的"), month=MONTH)
    client.force_login(superuser)

    assert "区里的" not in client.get(address(at=street.code)).content.decode()
    text = client.get(address(state="draft")).content.decode()
    assert "区里的" in text
    assert "街道里的" not in text


def test_editors_of_missing_menus_are_written_to_once(
    client, network, reviewer, centre, django_capture_on_commit_callbacks
):
    person("a", role=Role.EDITOR, node=centre, email="a@example.org")
    person("b", role=Role.EDITOR, node=centre)
    done = make_centre(network)
    person("c", role=Role.EDITOR, node=done, email="c@example.org")
    factory.publish(factory.make_menu(done, month=MONTH))
    client.force_login(reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address(), follow=True)

    assert [letter.to for letter in mail.outbox] == [["a@example.org"]]
    said = " ".join(str(message) for message in answer.context["messages"])
    assert centre.short_name in said
    assert PageLogEntry.objects.filter(action="events.remind", page=centre.pk).count() == 1


def test_an_editor_reminds_nobody(client, centre):
    client.force_login(person("a", role=Role.EDITOR, node=centre))
    assert client.post(address()).status_code in (302, 403)
    assert not mail.outbox
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("menus:board") not in text


def test_it_is_taken_out_as_a_sheet(client, network, centre, reviewer):
    factory.publish(factory.make_menu(centre, month=MONTH))
    client.force_login(reviewer)
    answer = client.get(address(export="xlsx"))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    lines = [[cell.value for cell in row] for row in sheet.rows]

    assert lines[1][:2] == [network.title, centre.title]
    assert lines[1][3] == "published"


@pytest.mark.parametrize(
    "month", ["", "2027-13", "x" * 500, "0000-00", "2027-12%00", "0001-01", "9999-12"]
)
def test_a_month_that_is_none_gives_the_usual_one(client, reviewer, month):
    client.force_login(reviewer)
    assert client.get(f"{reverse('menus:board')}?month={month}").status_code == 200


@pytest.mark.parametrize("number", [1, 40])
def test_the_board_asks_five_queries_for_any_number_of_centres(
    network, number, django_assert_max_num_queries
):
    for _one in range(number):
        make_centre(network)
    with django_assert_max_num_queries(5):
        board = board_of([network.path], MONTHS)
    assert len(board.lines) == number
