"""From a centre's draft to the public, through reviewer and approver."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from accounts.roles import Role
from calendars.models import CalendarEntry
from events.models import Activity, ActivityMenuPage
from tests.factories import events as factory
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)


@pytest.fixture
def staff(network, centre):
    return {
        "editor": person("bianji", role=Role.EDITOR, node=centre),
        "reviewer": person("shenhe", role=Role.REVIEWER, node=network),
        "approver": person("shenpi", role=Role.APPROVER, node=network),
    }


@pytest.fixture
def submitted(centre, staff):
    menu = factory.make_menu(centre, [factory.row("书法入门班", "每周二 14:00-15:30")], MONTH)
    menu.save_revision(user=staff["editor"])
    menu.refresh_from_db()
    menu.get_workflow().start(menu, staff["editor"])
    return ActivityMenuPage.objects.get(pk=menu.pk)


def approve(client, user, menu):
    client.force_login(user)
    task = menu.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[menu.pk, "approve", task.pk])
    client.post(address, follow=True)
    return ActivityMenuPage.objects.get(pk=menu.pk)


def test_reviewer_and_approver_make_it_public(client, submitted, staff, centre):
    menu = approve(client, staff["reviewer"], submitted)
    assert not menu.live
    menu = approve(client, staff["approver"], menu)
    assert menu.live
    client.logout()
    activity = Activity.objects.get()
    assert "书法入门班" in client.get(menu.address).content.decode()
    assert client.get(f"/a/{activity.code}/", follow=True).status_code == 200
    assert "<mark>书法</mark>入门班" in client.get("/search/?q=书法").content.decode()
    assert client.get(f"/calendar/{centre.address_code}.ics").content.count(b"BEGIN:VEVENT") == 4


def test_an_author_cannot_approve(client, submitted, staff):
    assert not approve(client, staff["editor"], submitted).live
    assert not Activity.objects.exists()


def test_what_is_published_is_what_was_approved(client, submitted, staff):
    menu = approve(client, staff["reviewer"], submitted)
    late = ActivityMenuPage.objects.get(pk=menu.pk)
    late.rows = [*late.rows.raw_data, factory.row("夹带的一项", "12月9日 9:00")]
    late.save_revision(user=staff["editor"])
    menu = approve(client, staff["approver"], ActivityMenuPage.objects.get(pk=menu.pk))
    assert menu.live
    assert not Activity.objects.filter(title="夹带的一项").exists()
    assert menu.has_unpublished_changes
    assert not CalendarEntry.objects.filter(text__contains="夹带").exists()


def test_nobody_publishes_by_hand(admin_page, centre):
    menu = factory.make_menu(centre, month=MONTH)
    editor = admin_page.get(reverse("wagtailadmin_pages:edit", args=[menu.pk]))
    assert editor.status_code == 200
    assert 'name="action-publish"' not in editor.content.decode()
    assert not menu.permissions_for_user(editor.wsgi_request.user).can_publish()
