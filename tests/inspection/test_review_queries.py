"""Checking, reading and approving a menu cost the same for one row and for five hundred."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from events.models import ActivityMenuPage
from tests.factories import events as factory
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

SIZES = (1, 60, 500)


@pytest.fixture
def staff(network, centre):
    return {
        "editor": person("bianji", role=Role.EDITOR, node=centre),
        "reviewer": person("shenhe", role=Role.REVIEWER, node=network),
        "approver": person("shenpi", role=Role.APPROVER, node=network),
    }


@pytest.fixture
def menus(centre, staff):
    """A menu of each size under review, to go out on the 1st of its month."""
    made = []
    for number, size in enumerate(SIZES, 1):
        rows = [factory.row(f"第{n}课", f"{number}月8日 14:00-15:30") for n in range(size)]
        moment = datetime(2036, number, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
        menu = factory.make_menu(centre, rows, date(2036, number, 1), go_live_at=moment)
        menu.save_revision(user=staff["editor"])
        menu.refresh_from_db()
        menu.get_workflow().start(menu, staff["editor"])
        made.append(ActivityMenuPage.objects.get(pk=menu.pk))
    return made


def counts_of(act, menus) -> list[int]:
    """Return how many queries it takes for each menu, once everybody has been here."""
    counts = []
    for menu in menus:
        with CaptureQueriesContext(connection) as counted:
            act(menu)
        counts.append(len(counted))
    return counts


def sign_in(client, user):
    client.force_login(user)
    client.get(reverse("wagtailadmin_home"))


def decide(client, menu, fingerprint):
    data = {"decision": "approve", "fingerprint": fingerprint, "comment": ""}
    answer = client.post(reverse("inspection:review", args=[menu.pk]), data)
    assert answer.status_code == 302


def test_the_check(client, menus, staff):
    sign_in(client, staff["editor"])
    counts = counts_of(lambda menu: client.get(reverse("inspection:check", args=[menu.pk])), menus)
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 70


def test_the_screen_and_both_approvals(client, menus, staff):
    for one in ("reviewer", "approver"):
        sign_in(client, staff[one])
        client.get(reverse("inspection:review", args=[menus[0].pk]))
        shown = {}

        def read(menu, shown=shown):
            page = client.get(reverse("inspection:review", args=[menu.pk]))
            shown[menu.pk] = page.context["fingerprint"]

        counts = counts_of(read, menus)
        assert len(set(counts)) == 1, (one, counts)
        assert counts[0] <= 90
        counts = counts_of(lambda menu, shown=shown: decide(client, menu, shown[menu.pk]), menus)
        assert len(set(counts)) == 1, (one, counts)
        assert counts[0] <= 190
    assert all(menu.scheduled_revision for menu in ActivityMenuPage.objects.all())
