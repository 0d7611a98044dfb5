"""When an approved menu goes out, and that nothing written meanwhile goes out with it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common import due_work
from events.menu_months import usual_moment
from events.models import Activity, ActivityMenuPage
from events.sheet_saving import new_menu
from tests.factories import events as factory
from tests.factories import menu_form
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)
FIRST = datetime(2027, 12, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def staff(network, centre):
    return {
        "editor": person("bianji", role=Role.EDITOR, node=centre),
        "reviewer": person("shenhe", role=Role.REVIEWER, node=network),
        "approver": person("shenpi", role=Role.APPROVER, node=network),
    }


@pytest.fixture
def rows():
    return [
        factory.row("书法入门班", "每周二 14:00-15:30"),
        factory.row("交谊舞", "12月8日 19:00-20:30"),
    ]


@pytest.fixture
def clock(monkeypatch):
    def set_clock(at):
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at

    return set_clock


def fresh(menu):
    return ActivityMenuPage.objects.get(pk=menu.pk)


def submit(client, menu, editor):
    client.force_login(editor)
    client.post(reverse("inspection:check", args=[menu.pk]), {"submit": "1"})
    return fresh(menu)


def decide(client, menu, user):
    client.force_login(user)
    address = reverse("inspection:review", args=[menu.pk])
    fingerprint = client.get(address).context["fingerprint"]
    data = {"decision": "approve", "fingerprint": fingerprint, "comment": ""}
    answer = client.post(address, data, follow=True)
    return " ".join(str(message) for message in answer.context["messages"])


@pytest.fixture
def waiting(client, centre, staff, rows):
    """A menu that the editor typed and autosaved, both steps approved, and that waits for its day.

    `revision` is the one that the editor's window saved last and would save into again.
    """
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows, goes_out="first")
    saved = menu_form.autosave(client, menu, rows, goes_out="first")
    menu = submit(client, menu, staff["editor"])
    for one in ("reviewer", "approver"):
        decide(client, menu, staff[one])
    menu = fresh(menu)
    menu.revision = saved["revision_id"]
    assert menu.scheduled_revision.approved_go_live_at == FIRST
    client.force_login(staff["editor"])
    return menu


def smuggle(rows):
    return [rows[0] | {"value": rows[0]["value"] | {"title": "夹带"}}, rows[1]]


def go_out(menu, clock):
    due_work.run(clock(FIRST + timedelta(hours=1)))
    menu = fresh(menu)
    assert menu.live
    return set(Activity.objects.filter(menu=menu).values_list("title", flat=True))


def test_the_form_offers_the_first_of_the_month(client, centre, staff):
    client.force_login(staff["editor"])
    page = client.get(menu_form.create_address(centre))
    assert page.context["form"]["goes_out"].value() == "first"
    assert page.text.count('name="goes_out"') == 3  # one choice of three, drawn once


@pytest.mark.parametrize(
    ("way", "typed", "moment"),
    [
        ("first", "", FIRST),
        ("approved", "2027-11-28 09:00", None),
        ("moment", "2027-11-28 09:00", FIRST.replace(month=11, day=28, hour=9)),
    ],
)
def test_the_editor_chooses_when(client, centre, staff, rows, way, typed, moment):
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows, goes_out=way, go_live_at=typed)
    draft = menu.get_latest_revision_as_object()
    assert draft.go_live_at == moment
    form = client.get(menu_form.edit_address(menu)).context["form"]
    assert form["goes_out"].value() == way


def test_another_moment_is_asked_for_before_the_review(client, centre, staff, rows):
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows, goes_out="moment")
    data = menu_form.form_data(rows, goes_out="moment", **{"action-submit": "1"})
    answer = client.post(menu_form.edit_address(menu), data)
    assert "go_live_at" in answer.context["form"].errors


def test_a_menu_from_a_sheet_goes_out_on_the_first(centre, staff):
    assert new_menu(centre, MONTH, staff["editor"]).go_live_at == usual_moment(MONTH) == FIRST


def test_the_reviewer_reads_when_it_goes_out(client, centre, staff, rows):
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows, goes_out="first")
    menu = submit(client, menu, staff["editor"])
    client.force_login(staff["reviewer"])
    page = client.get(reverse("inspection:review", args=[menu.pk]))
    assert page.context["goes_out"] == FIRST
    decide(client, menu, staff["reviewer"])
    assert "It goes out on" in decide(client, menu, staff["approver"])
    assert not fresh(menu).live


def test_a_moment_that_has_passed_means_at_once_and_is_said(client, centre, staff, rows, clock):
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows, goes_out="first")
    menu = submit(client, menu, staff["editor"])
    decide(client, menu, staff["reviewer"])
    clock(FIRST + timedelta(minutes=20))
    said = decide(client, menu, staff["approver"])
    assert "had passed: it went out at once, at 08:20" in said
    assert fresh(menu).live


def test_it_goes_out_on_its_day_once(waiting, clock):
    assert due_work.run(clock(FIRST - timedelta(minutes=1)))["scheduled pages"] == 0
    assert due_work.run(clock(FIRST + timedelta(hours=1)))["scheduled pages"] == 1
    menu = fresh(waiting)
    assert menu.live
    assert not menu.has_unpublished_changes
    assert due_work.run(clock(FIRST + timedelta(hours=2)))["scheduled pages"] == 0


def test_an_autosave_into_the_old_revision_changes_nothing(client, waiting, rows, clock):
    """The editor's window saves on into the revision that it made before the review."""
    data = menu_form.form_data(
        smuggle(rows), goes_out="approved", overwrite_revision_id=str(waiting.revision)
    )
    headers = {"Accept": "application/json"}
    answer = client.post(menu_form.edit_address(waiting), data, headers=headers).json()
    assert not answer["success"]  # told that there is a newer version
    assert go_out(waiting, clock) == {"书法入门班", "交谊舞"}


def test_a_second_tab_changes_nothing(client, waiting, rows, clock):
    menu_form.save(client, waiting, smuggle(rows), goes_out="approved")
    menu_form.autosave(client, waiting, smuggle(rows), goes_out="approved")
    assert go_out(waiting, clock) == {"书法入门班", "交谊舞"}


def test_the_board_knows_that_it_waits_whatever_the_draft_says(client, waiting, rows, centre):
    from events.board import board_of

    menu_form.save(client, waiting, smuggle(rows), goes_out="first")
    [line] = board_of([centre.path], [MONTH]).lines
    assert line.cells[0].state == "scheduled"


def test_a_later_draft_changes_nothing(client, waiting, rows, clock):
    more = [*smuggle(rows), factory.row("夹带的一项", "12月9日 9:00")]
    menu_form.save(client, waiting, more, goes_out="approved")
    assert go_out(waiting, clock) == {"书法入门班", "交谊舞"}
    assert fresh(waiting).get_latest_revision_as_object().rows[0].value["title"] == "夹带"


def test_a_changed_row_that_is_sent_anew_loses_its_approval_alone(
    client, waiting, rows, staff, clock
):
    menu_form.save(client, waiting, smuggle(rows), goes_out="first")
    client.force_login(staff["editor"])
    check = reverse("inspection:check", args=[waiting.pk])
    answer = client.post(check, {"submit": "1"}, follow=True)
    said = " ".join(str(message) for message in answer.context["messages"])
    assert "1 approved row was changed: its approval has lapsed" in said
    client.force_login(staff["reviewer"])
    bundle = client.get(reverse("inspection:review", args=[waiting.pk])).context["bundle"]
    assert [row.change for row in bundle.rows] == ["changed", "same"]

    assert go_out(waiting, clock) == {"交谊舞"}
    menu = fresh(waiting)
    assert menu.current_workflow_task_state is not None
    assert menu.get_latest_revision_as_object().rows[0].value["title"] == "夹带"
    for one in ("reviewer", "approver"):
        decide(client, menu, staff[one])
    assert set(Activity.objects.values_list("title", flat=True)) == {"夹带", "交谊舞"}


def test_what_is_approved_anew_before_the_day_takes_its_place(client, waiting, rows, staff, clock):
    menu_form.save(client, waiting, smuggle(rows), goes_out="first")
    submit(client, waiting, staff["editor"])
    for one in ("reviewer", "approver"):
        decide(client, waiting, staff[one])
    assert go_out(waiting, clock) == {"夹带", "交谊舞"}
    assert not Activity.objects.filter(title="书法入门班").exists()


def test_while_it_is_reviewed_no_autosave_of_the_author_gets_in(client, centre, staff, rows):
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows)
    saved = menu_form.autosave(client, menu, rows)
    menu = submit(client, menu, staff["editor"])
    data = menu_form.form_data(smuggle(rows), overwrite_revision_id=str(saved["revision_id"]))
    client.post(menu_form.edit_address(menu), data, headers={"Accept": "application/json"})
    for one in ("reviewer", "approver"):
        decide(client, menu, staff[one])
    assert set(Activity.objects.values_list("title", flat=True)) == {"书法入门班", "交谊舞"}


def test_a_draft_newer_than_what_was_approved_stays_the_newest(client, centre, staff, rows, clock):
    client.force_login(staff["editor"])
    menu = menu_form.create(client, centre, rows, goes_out="first")
    menu = submit(client, menu, staff["editor"])
    decide(client, menu, staff["reviewer"])
    late = fresh(menu)
    late.rows = smuggle(rows)
    late.save_revision(user=staff["editor"])  # as another way than the locked editor would
    reviewed = fresh(menu).current_workflow_task_state
    assert reviewed.revision_id != fresh(menu).latest_revision_id
    decide(client, menu, staff["approver"])
    menu = fresh(menu)
    assert menu.get_latest_revision_as_object().rows[0].value["title"] == "夹带"
    assert menu.get_latest_revision().user == staff["editor"]
    assert go_out(menu, clock) == {"书法入门班", "交谊舞"}
