"""The reviewer's screen: all goes ahead, some rows go back, or everything does."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Comment, WorkflowState

from accounts.models import Approval
from accounts.roles import Role
from events.models import Activity, ActivityMenuPage
from inspection.review import bundle_of
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
def rows():
    return [
        factory.row("书法入门班", "每周二 14:00-15:30"),
        factory.row("交谊舞", "12月8日 19:00-20:30"),
    ]


@pytest.fixture
def menu(centre, staff, rows):
    return submit(factory.make_menu(centre, rows, MONTH), staff["editor"])


def fresh(menu):
    return ActivityMenuPage.objects.get(pk=menu.pk)


def submit(menu, editor, rows=None):
    menu = fresh(menu).get_latest_revision_as_object()
    if rows is not None:
        menu.rows = rows
    menu.save_revision(user=editor)
    menu = fresh(menu)
    menu.get_workflow().start(menu, editor)
    return fresh(menu)


def address(menu):
    return reverse("inspection:review", args=[menu.pk])


def decide(client, user, menu, decision="approve", **returned):
    """Open the screen and answer it; `returned` maps ids of rows (with _ for -) to comments."""
    client.force_login(user)
    page = client.get(address(menu))
    data = {"decision": decision, "fingerprint": page.context["fingerprint"], "comment": ""}
    keys = [key.replace("_", "-") for key in returned]
    data["return"] = keys
    data |= {f"comment-{key}": returned[key.replace("-", "_")] for key in keys}
    answer = client.post(address(menu), data, follow=True)
    return answer, fresh(menu)


def key_of(row):
    return row["id"].replace("-", "_")


def titles():
    return set(Activity.objects.values_list("title", flat=True))


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def test_both_steps_approve_and_it_goes_out(client, menu, staff):
    answer, menu = decide(client, staff["reviewer"], menu)
    assert "2 rows approved" in said(answer)
    assert not menu.live
    answer, menu = decide(client, staff["approver"], menu)
    assert menu.live
    assert "It went out at" in said(answer)
    assert titles() == {"书法入门班", "交谊舞"}
    assert not menu.has_unpublished_changes


def test_a_returned_row_waits_while_the_others_go_ahead(client, menu, staff, rows):
    answer, menu = decide(client, staff["reviewer"], menu, **{key_of(rows[1]): "请写舞伴怎么安排"})
    assert "1 row approved, 1 sent back" in said(answer)
    _answer, menu = decide(client, staff["approver"], menu)

    assert titles() == {"书法入门班"}
    draft = menu.get_latest_revision_as_object()
    assert [block.value["title"] for block in draft.rows] == ["书法入门班", "交谊舞"]
    assert menu.has_unpublished_changes
    comment = Comment.objects.get()
    assert (comment.text, comment.contentpath) == ("请写舞伴怎么安排", f"rows.{rows[1]['id']}")


def test_a_returned_row_that_is_public_stays_as_the_public_knows_it(client, menu, staff, rows):
    for one in ("reviewer", "approver"):
        _answer, menu = decide(client, staff[one], menu)
    changed = [
        rows[0] | {"value": rows[0]["value"] | {"title": "书法提高班"}},
        rows[1] | {"value": rows[1]["value"] | {"title": "探戈"}},
    ]
    menu = submit(menu, staff["editor"], changed)
    _answer, menu = decide(client, staff["reviewer"], menu, **{key_of(rows[1]): "还是交谊舞吧"})
    _answer, menu = decide(client, staff["approver"], menu)

    assert titles() == {"书法提高班", "交谊舞"}
    draft = menu.get_latest_revision_as_object()
    assert draft.rows[1].value["title"] == "探戈"


def test_after_a_returned_row_the_next_review_takes_it_up(client, menu, staff, rows):
    decide(client, staff["reviewer"], menu, **{key_of(rows[1]): "请写明"})
    _answer, menu = decide(client, staff["approver"], menu)
    menu = submit(menu, staff["editor"])
    for one in ("reviewer", "approver"):
        _answer, menu = decide(client, staff[one], menu)
    assert titles() == {"书法入门班", "交谊舞"}


def test_a_row_changed_after_its_approval_waits_for_one_of_its_own(client, menu, staff, rows):
    _answer, menu = decide(client, staff["reviewer"], menu)
    revision = menu.current_workflow_task_state.revision
    # What a save with `overwrite_revision_id` does: the content of this very revision changes.
    rows = json.loads(revision.content["rows"])
    rows[1]["value"]["title"] = "夹带"
    revision.content["rows"] = json.dumps(rows)
    revision.save()
    _answer, menu = decide(client, staff["approver"], menu)

    assert menu.live
    assert titles() == {"书法入门班"}
    assert not Activity.objects.filter(title="夹带").exists()


def test_what_was_shown_is_what_is_decided(client, menu, staff):
    client.force_login(staff["reviewer"])
    data = {"decision": "approve", "fingerprint": "0" * 16}
    answer = client.post(address(menu), data, follow=True)

    assert "changed meanwhile" in said(answer)
    assert not Approval.objects.exists()


def test_sending_everything_back_needs_a_sentence(client, menu, staff):
    answer, menu = decide(client, staff["reviewer"], menu, "reject")
    assert answer.context["form"].errors
    client.force_login(staff["reviewer"])
    page = client.get(address(menu))
    data = {
        "decision": "reject",
        "fingerprint": page.context["fingerprint"],
        "comment": "时间请核对",
    }
    client.post(address(menu), data)

    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.task_states.get().comment == "时间请核对"


def test_a_returned_row_needs_a_comment_and_one_row_must_stay(client, menu, staff, rows):
    answer, _menu = decide(client, staff["reviewer"], menu, **{key_of(rows[0]): ""})
    assert answer.context["form"].errors
    both = {key_of(row): "请改" for row in rows}
    answer, _menu = decide(client, staff["reviewer"], menu, **both)
    assert answer.context["form"].errors
    assert not Comment.objects.exists()
    assert answer.content.decode().count("请改</textarea>") == 2
    assert answer.content.decode().count('" checked>') == 2


def test_only_whose_step_it_is_meets_the_screen(client, menu, staff):
    for one in ("editor", "approver"):
        client.force_login(staff[one])
        assert client.get(address(menu)).status_code in (302, 403)
        assert client.post(address(menu), {"decision": "approve"}).status_code in (302, 403)
    assert not Approval.objects.exists()


def test_the_author_cannot_approve_through_the_verb_either(menu, staff):
    state = menu.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, staff["editor"], "approve")
    assert not Approval.objects.exists()


def test_the_screen_tells_what_is_new_changed_and_gone(client, menu, staff, rows):
    for one in ("reviewer", "approver"):
        _answer, menu = decide(client, staff[one], menu)
    new = factory.row("新年茶话会", "12月30日 15:00-17:00")
    changed = rows[0] | {"value": rows[0]["value"] | {"place": "一楼大厅"}}
    menu = submit(menu, staff["editor"], [changed, new])
    bundle = bundle_of(menu.get_latest_revision_as_object(), menu.current_workflow_state)

    assert [(row.title, row.change) for row in bundle.rows] == [
        ("书法入门班", "changed"),
        ("新年茶话会", "new"),
        ("交谊舞", "gone"),
    ]
    facts = bundle.rows[0].changed_facts
    assert [(fact.now, fact.before) for fact in facts] == [("一楼大厅", "书画室")]


def test_findings_stand_beside_their_row(client, centre, staff):
    loose = factory.row("书法入门班", "每周二 14:00-15:30", summary="请带水。。")
    menu = submit(factory.make_menu(centre, [loose], MONTH), staff["editor"])
    client.force_login(staff["reviewer"])
    page = client.get(address(menu))

    (row,) = page.context["bundle"].rows
    assert [finding.rule for finding in row.findings] == ["damage"]
    assert page.context["bundle"].findings == []


@pytest.mark.parametrize("number", [1, 60])
def test_the_screen_asks_the_same_number_of_queries_for_any_number_of_rows(
    client, centre, staff, number, django_assert_max_num_queries
):
    many = [factory.row(f"活动{n}", "每周二 14:00-15:30") for n in range(number)]
    menu = submit(factory.make_menu(centre, many, MONTH), staff["editor"])
    client.force_login(staff["reviewer"])
    client.get(address(menu))
    with django_assert_max_num_queries(75):
        assert client.get(address(menu)).status_code == 200


def test_the_record_names_steps_people_and_version(client, menu, staff, rows):
    decide(client, staff["reviewer"], menu, **{key_of(rows[1]): "请写舞伴怎么安排"})
    decide(client, staff["approver"], menu)
    state = WorkflowState.objects.get()
    client.force_login(staff["editor"])
    text = client.get(reverse("inspection:record", args=[state.pk])).content.decode()

    assert "请写舞伴怎么安排" in text
    assert staff["approver"].full_name in text


def test_a_record_of_another_centre_is_closed(client, menu, staff, network):
    from tests.factories.brands import make_centre

    client.force_login(person("other", role=Role.EDITOR, node=make_centre(network)))
    state = WorkflowState.objects.get()
    assert client.get(reverse("inspection:record", args=[state.pk])).status_code in (302, 403)


@pytest.fixture
def street_without_reviewer(network):
    """A street whose only reviewer is gone, with a centre and its editor."""
    from accounts import services
    from tests.factories.brands import make_area, make_centre

    street = make_area(network, code="street", title="拱辰街道")
    services.close(person("zouliao", role=Role.REVIEWER, node=street))
    centre = make_centre(street, code="lane", title="小巷社区中心")
    return centre, person("xiaobian", role=Role.EDITOR, node=centre)


def test_the_editor_is_told_that_it_went_one_node_up(client, staff, street_without_reviewer):
    centre, editor = street_without_reviewer
    menu = factory.make_menu(centre, [factory.row()], MONTH)
    client.force_login(editor)
    answer = client.post(reverse("inspection:check", args=[menu.pk]), {"submit": "1"}, follow=True)
    assert "Nobody can do it at 拱辰街道 at present; it went up to 北京房山区." in said(answer)


def test_the_editor_who_submits_by_hand_is_told_too(client, staff, street_without_reviewer):
    from tests.factories.menu_form import edit_address, form_data

    centre, editor = street_without_reviewer
    row = factory.row()
    menu = factory.make_menu(centre, [row], MONTH)
    client.force_login(editor)
    data = form_data([row], **{"action-submit": "1"})
    answer = client.post(edit_address(menu), data, follow=True)
    assert "it went up to 北京房山区" in said(answer)


def test_who_gets_it_from_below_reads_why(client, staff, street_without_reviewer, mailoutbox):
    centre, editor = street_without_reviewer
    staff["reviewer"].email = "shenhe@example.org"
    staff["reviewer"].save()
    menu = submit(factory.make_menu(centre, [factory.row()], MONTH), editor)
    assert "nobody at 拱辰街道 can do it" in mailoutbox[0].body
    client.force_login(staff["reviewer"])
    assert "Nobody can do it at 拱辰街道" in client.get(address(menu)).text


def test_when_all_is_usual_nothing_is_said_of_it(client, menu, staff):
    client.force_login(staff["reviewer"])
    assert "Nobody can do it" not in client.get(address(menu)).text


def test_the_outcome_names_the_next_step_and_its_day(client, menu, staff):
    answer, _menu = decide(client, staff["reviewer"], menu)
    assert "Next step: 审批, by " in said(answer)
