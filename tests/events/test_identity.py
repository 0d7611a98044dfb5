"""Who an activity is stays through everything that an editor's form can do to its menu."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from calendars.models import CalendarEntry
from common import due_work
from events.enums import ActivityStatus
from events.models import Activity, ActivityMenuPage, Occurrence
from tests.factories import events as factory
from tests.factories import menu_form
from tests.factories.accounts import person
from tests.factories.brands import make_centre

pytestmark = pytest.mark.django_db


class Desk:
    """An editor at the form, with a reviewer and an approver behind."""

    def __init__(self, client, centre, network):
        self.client, self.centre = client, centre
        self.editor = person("editor", role=Role.EDITOR, node=centre)
        self.chain = (
            person("reviewer", role=Role.REVIEWER, node=network),
            person("approver", role=Role.APPROVER, node=network),
        )
        self.sit_down()

    def sit_down(self):
        self.client.force_login(self.editor)

    def create(self, rows, **extra):
        return menu_form.create(self.client, self.centre, rows, **extra)

    def publish(self, menu, rows, **extra):
        """Submit the form, have it approved, and return the menu as readers have it."""
        self.sit_down()
        menu_form.save(self.client, menu, rows, **{"action-submit": "1"}, **extra)
        menu = menu_form.approve(self.client, menu, *self.chain)
        self.sit_down()
        return menu


@pytest.fixture
def desk(client, centre, network):
    return Desk(client, centre, network)


@pytest.fixture
def weekly():
    return factory.row("书法入门班", "每周二 14:00-15:30")


@pytest.fixture
def dance():
    return factory.row("交谊舞", "12月8日 19:00-20:30")


@pytest.fixture
def menu(desk, weekly, dance):
    menu = desk.publish(desk.create([weekly, dance]), [weekly, dance])
    assert menu.live
    return menu


def identities() -> dict:
    """Return code, row and occurrences of each public activity, by its title."""
    return {
        activity.title: (
            activity.code,
            activity.block_id,
            frozenset(activity.occurrences.values_list("uuid", "start")),
        )
        for activity in Activity.objects.all()
    }


def draft_ids(menu) -> list[str]:
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    return [block.id for block in menu.get_latest_revision_as_object().rows]


def edited(row, **values) -> dict:
    return row | {"value": row["value"] | values}


def test_rows_keep_the_ids_that_the_browser_gave_them(desk, weekly, dance):
    menu = desk.create([weekly])
    for _time in range(3):
        menu_form.save(desk.client, menu, [weekly, dance])
    told = menu_form.autosave(desk.client, menu, [dance, weekly])
    menu_form.autosave(
        desk.client, menu, [dance, weekly], overwrite_revision_id=str(told["revision_id"])
    )

    assert draft_ids(menu) == [dance["id"], weekly["id"]]
    assert not Activity.objects.exists()


@pytest.mark.parametrize("bad", ["", "not-a-uuid", "1; DROP TABLE"])
def test_an_id_that_is_none_is_replaced(desk, weekly, bad):
    menu = desk.create([weekly | {"id": bad}])

    assert uuid.UUID(draft_ids(menu)[0])


def test_an_id_that_stands_twice_stays_with_the_first(desk, weekly, dance):
    menu = desk.create([weekly, dance | {"id": weekly["id"]}])

    first, second = draft_ids(menu)
    assert first == weekly["id"]
    assert second != first


def test_drafts_of_a_public_menu_change_nothing_public(desk, menu, weekly, dance):
    before, entries = identities(), list(CalendarEntry.objects.values_list("uid", "text"))
    new = factory.row("新年茶话会", "12月30日 15:00-17:00")
    for _time in range(3):
        menu_form.save(desk.client, menu, [new, edited(weekly, title="书法提高班"), dance])
    menu_form.autosave(desk.client, menu, [new])

    assert identities() == before
    assert list(CalendarEntry.objects.values_list("uid", "text")) == entries


def test_a_row_added_in_a_draft_joins_the_others_as_they_were(desk, menu, weekly, dance):
    before = identities()
    new = factory.row("新年茶话会", "12月30日 15:00-17:00")
    for _time in range(3):
        menu_form.save(desk.client, menu, [new, dance, weekly])
    desk.publish(menu, [new, dance, weekly])

    after = identities()
    assert {title: after[title] for title in before} == before
    assert after["新年茶话会"][1] == uuid.UUID(new["id"])


def test_a_removed_row_is_cancelled_and_comes_back_as_itself(desk, menu, weekly, dance):
    before = identities()
    desk.publish(menu, [weekly], missing_code="presenter")
    gone = Activity.objects.get(title="交谊舞")
    assert gone.status == ActivityStatus.CANCELLED
    assert identities() == before

    desk.publish(menu, [weekly, edited(dance, reason="舞队回来了")])
    gone.refresh_from_db()
    assert gone.status == ActivityStatus.ON
    assert identities() == before


def test_an_older_revision_and_the_newer_one_keep_identities(desk, menu, weekly, dance):
    before = identities()
    older = menu.live_revision
    changed = [edited(weekly, title="书法提高班"), dance]
    menu = desk.publish(menu, changed)
    newer = menu.live_revision

    for revision, title in ((older, "书法入门班"), (newer, "书法提高班")):
        address = reverse("wagtailadmin_pages:revisions_revert", args=[menu.pk, revision.pk])
        assert desk.client.get(address).status_code == 200
        rows = [dict(block) for block in revision.as_object().rows.get_prep_value()]
        menu = desk.publish(menu, rows, revision=str(revision.pk))
        assert menu.live_revision_id not in (older.pk, newer.pk)
        after = identities()
        assert after[title] == before["书法入门班"]
        assert after["交谊舞"] == before["交谊舞"]


def test_a_revision_published_by_itself_keeps_identities(desk, menu, weekly, dance):
    before = identities()
    older = menu.live_revision
    moved = edited(weekly, when="每周一 14:00-15:30", reason_code="schedule")
    menu = desk.publish(menu, [moved, dance])
    newer = menu.live_revision
    keys = set(Occurrence.objects.values_list("uuid", flat=True))
    older.publish()
    assert identities() == before
    newer.publish()

    assert set(Occurrence.objects.values_list("uuid", flat=True)) == keys


@pytest.mark.parametrize(("slug", "month"), [("2028-01", "2028-01-01"), ("another-one", None)])
def test_a_copy_is_of_another_month_and_has_activities_of_its_own(
    desk, menu, weekly, dance, slug, month
):
    before = identities()
    answer = desk.client.post(
        reverse("wagtailadmin_pages:copy", args=[menu.pk]),
        {"new_title": "一月活动菜单", "new_slug": slug, "new_parent_page": str(desk.centre.pk)},
    )
    assert answer.status_code == 302, answer.context["form"].errors
    copy = ActivityMenuPage.objects.exclude(pk=menu.pk).get()
    assert not copy.live
    assert copy.month != menu.month
    assert copy.slug == f"{copy.month:%Y-%m}"
    if month:
        assert copy.month.isoformat() == month
    assert draft_ids(copy) == [weekly["id"], dance["id"]]
    assert identities() == before

    rows = [edited(weekly, title="一月书法"), edited(dance, title="一月舞", when="8日 19:00")]
    desk.publish(copy, rows, month=copy.month.isoformat())

    after = identities()
    assert {title: after[title] for title in before} == before
    assert after["一月书法"][0] != before["书法入门班"][0]
    assert Occurrence.objects.values("uuid").distinct().count() == Occurrence.objects.count()


def test_a_scheduled_publication_keeps_identities(desk, menu, weekly, dance, monkeypatch):
    before = identities()
    moment = timezone.localtime() + timedelta(days=2)
    menu = desk.publish(
        menu, [weekly, edited(dance, title="探戈")], go_live_at=f"{moment:%Y-%m-%d %H:%M}"
    )
    assert identities() == before, "nothing is public before its date"

    later = datetime.now(UTC) + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert due_work.run(later)["scheduled pages"] == 1

    assert identities()["探戈"] == before["交谊舞"]
    assert identities()["书法入门班"] == before["书法入门班"]


@pytest.mark.parametrize("action", ["unpublish", "delete", "move", "publish"])
def test_bulk_actions_leave_a_public_menu_alone(admin_page, desk, menu, action):
    before = identities()
    admin_page.force_login(_superuser())
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = f"?id={menu.pk}&next=/admin/"
    admin_page.get(address + query)
    data = {"include_descendants": "on", "chooser": str(desk.centre.get_parent().pk)}
    admin_page.post(address + query, data)

    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    assert menu.live
    assert menu.get_parent().pk == desk.centre.pk
    assert identities() == before


def test_bulk_unpublishing_what_lies_above_leaves_menus_alone(admin_page, desk, menu):
    admin_page.force_login(_superuser())
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    admin_page.post(f"{address}?id={desk.centre.pk}&next=/admin/", {"include_descendants": "on"})

    assert ActivityMenuPage.objects.get(pk=menu.pk).live


@pytest.mark.parametrize("view", ["delete", "unpublish", "move"])
def test_a_public_menu_is_neither_deleted_nor_taken_off_by_hand(admin_page, menu, view):
    admin_page.force_login(_superuser())
    address = reverse(f"wagtailadmin_pages:{view}", args=[menu.pk])

    assert admin_page.post(address, {"cascade": "on"}).status_code in (302, 403)
    assert ActivityMenuPage.objects.get(pk=menu.pk).live


def test_a_menu_is_not_moved_to_another_house(admin_page, desk, menu):
    admin_page.force_login(_superuser())
    other = make_centre(desk.centre.get_parent())
    address = reverse("wagtailadmin_pages:move_confirm", args=[menu.pk, other.pk])

    assert admin_page.post(address).status_code in (302, 403)
    assert ActivityMenuPage.objects.get(pk=menu.pk).get_parent().pk == desk.centre.pk


def test_a_centre_with_a_public_menu_is_not_deleted(admin_page, desk, menu):
    admin_page.force_login(_superuser())
    for page in (desk.centre, desk.centre.get_parent()):
        admin_page.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert Activity.objects.count() == 2
    assert ActivityMenuPage.objects.filter(pk=menu.pk).exists()


def test_a_menu_that_never_was_public_may_be_deleted(desk, weekly):
    menu = desk.create([weekly])
    desk.client.post(reverse("wagtailadmin_pages:delete", args=[menu.pk]))

    assert not ActivityMenuPage.objects.exists()


def _superuser():
    from accounts.models import User

    return User.objects.get(username="root")


def test_a_sheet_that_comes_back_keeps_identities(desk, menu, weekly, dance):
    before = identities()
    sheet = desk.client.get(reverse("menus:export", args=[menu.pk])).content
    address = reverse("menus:upload", args=[desk.centre.pk])
    file = SimpleUploadedFile("menu.xlsx", sheet)
    checked = desk.client.post(address, {"file": file})
    fields = {
        field.html_name: field.value() or ""
        for form in checked.context["forms"]
        for field in form
        if field.name not in ("left_out", "sheet_wins")
    }
    said = {"sheet": checked.context["signed"], "save": "1", "r1-title": "探戈"}
    assert desk.client.post(address, fields | said).status_code == 302
    assert draft_ids(menu) == [weekly["id"], dance["id"]]
    assert identities() == before, "nothing is public before it is approved"

    desk.publish(menu, [weekly, edited(dance, title="探戈")])
    assert identities()["探戈"] == before["交谊舞"]
    assert identities()["书法入门班"] == before["书法入门班"]
