"""A notice that cannot wait: out after one step, confirmed or taken down by the next."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import PageLogEntry, WorkflowState

from accounts.models import ReviewRule, Urgency
from accounts.roles import Role
from notices.models import TalentNoticePage
from tests.accounts.reviewing import waiting_for
from tests.factories import notices as factory
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

REASON = "今晚八点起停水"


@pytest.fixture
def staff(network, centre):
    return {
        "editor": person("bianji", role=Role.EDITOR, node=centre),
        "reviewer": person("shenhe", role=Role.REVIEWER, node=network, email="shenhe@example.org"),
        "approver": person("shenpi", role=Role.APPROVER, node=network, email="shenpi@example.org"),
        "chief": person("guanli", role=Role.ADMINISTRATOR, node=network),
    }


@pytest.fixture
def notice(centre, staff):
    page = factory.make_notice(centre, publish=False, urgent_reason=REASON)
    return submit(page, staff["editor"])


def fresh(page):
    return TalentNoticePage.objects.get(pk=page.pk)


def submit(page, editor, **values):
    page = fresh(page).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=editor)
    page = fresh(page)
    page.get_workflow().start(page, editor)
    return fresh(page)


def decide(client, user, page, decision, comment=""):
    client.force_login(user)
    address = reverse("inspection:review", args=[page.pk])
    screen = client.get(address)
    data = {"decision": decision, "comment": comment}
    if screen.context and "fingerprint" in screen.context:
        data["fingerprint"] = screen.context["fingerprint"]
    answer = client.post(address, data, follow=True)
    return answer, fresh(page)


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def actions(page):
    return set(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True))


def test_it_goes_out_after_one_step_and_is_confirmed(client, notice, staff, mailoutbox):
    answer, notice = decide(client, staff["reviewer"], notice, "release")
    assert notice.live
    assert "It went out at" in said(answer)
    assert "审批 confirms it by" in said(answer)
    assert "public already" in mailoutbox[-1].subject
    assert mailoutbox[-1].to == ["shenpi@example.org"]
    published_at = notice.last_published_at

    client.force_login(staff["approver"])
    assert "Public since" in client.get(reverse("inspection:review", args=[notice.pk])).text
    answer, notice = decide(client, staff["approver"], notice, "approve")
    assert "it stays public" in said(answer)
    assert notice.live
    assert notice.last_published_at == published_at
    assert notice.current_workflow_state is None
    assert {"accounts.urgent_released", "accounts.urgent_confirmed"} <= actions(notice)


def test_a_refusal_takes_it_down_with_the_reason(client, notice, staff):
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    address = notice.address
    answer, notice = decide(client, staff["approver"], notice, "reject", "时间不对")
    assert "Taken down" in said(answer)
    assert not notice.live
    assert notice.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    client.logout()
    assert client.get(address).status_code in (404, 410)
    assert client.get(f"/n/{notice.code}/").status_code == 410
    entry = PageLogEntry.objects.get(page=notice.pk, action="accounts.urgent_taken_down")
    assert entry.data["reason"] == "时间不对"

    notice.current_workflow_state.resume(user=staff["editor"])
    _answer, notice = decide(client, staff["approver"], fresh(notice), "approve")
    assert notice.live


def test_a_refusal_needs_a_sentence_from_whatever_view(client, notice, staff):
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    _answer, notice = decide(client, staff["approver"], notice, "reject")
    step = notice.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, staff["approver"], "reject", comment=" ")
    assert fresh(notice).live


def test_what_was_public_before_is_public_again(client, centre, staff):
    notice = factory.make_notice(centre, employer="庙西村共富工坊")
    notice = submit(notice, staff["editor"], employer="写错的单位", urgent_reason=REASON)
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    assert notice.employer == "写错的单位"
    _answer, notice = decide(client, staff["approver"], notice, "reject", "单位写错了")
    assert notice.live
    assert notice.employer == "庙西村共富工坊"
    assert notice.get_latest_revision_as_object().employer == "写错的单位"


def test_taking_the_review_back_does_not_leave_it_unconfirmed(client, notice, staff):
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    notice.current_workflow_state.cancel(user=staff["editor"])
    assert not fresh(notice).live
    assert "accounts.urgent_taken_down" in actions(notice)


def test_an_approver_may_put_it_out_too_but_does_not_confirm_it(client, notice, staff):
    assert waiting_for(staff["approver"])
    _answer, notice = decide(client, staff["approver"], notice, "release")
    assert notice.live
    assert not waiting_for(staff["approver"])
    step = notice.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, staff["approver"], "approve")
    assert waiting_for(staff["chief"])
    _answer, notice = decide(client, staff["chief"], notice, "approve")
    assert notice.current_workflow_state is None


def test_whoever_put_it_out_does_not_confirm_it_in_another_role(client, notice, staff):
    staff["reviewer"].groups.add(*staff["approver"].groups.all())
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    assert not waiting_for(staff["reviewer"])
    step = notice.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, staff["reviewer"], "approve")


@pytest.mark.parametrize("one", ["editor", "stranger"])
def test_neither_author_nor_strangers_put_it_out(notice, staff, home, one):
    from tests.factories.brands import make_area

    elsewhere = make_area(home, code="elsewhere", title="别的区")
    staff["stranger"] = person("stranger", role=Role.APPROVER, node=elsewhere)
    staff["editor"].groups.add(*staff["reviewer"].groups.all())
    step = notice.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, staff[one], "release")
    assert not fresh(notice).live


def test_what_is_not_urgent_is_not_put_out(client, centre, staff):
    notice = submit(factory.make_notice(centre, publish=False), staff["editor"])
    assert not waiting_for(staff["approver"])
    client.force_login(staff["reviewer"])
    screen = client.get(reverse("inspection:review", args=[notice.pk]))
    assert 'value="release"' not in screen.text
    step = notice.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, staff["reviewer"], "release")
    assert not fresh(notice).live
    assert not Urgency.objects.exists()


def test_with_two_steps_there_is_nothing_to_confirm(client, centre, staff, network):
    ReviewRule.objects.create(network=network, steps=2)
    page = factory.make_notice(centre, publish=False, urgent_reason=REASON)
    notice = submit(page, staff["editor"])
    step = notice.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, staff["approver"], "release")
    _answer, notice = decide(client, staff["approver"], notice, "approve")
    assert notice.live
    assert notice.current_workflow_state is None


def test_the_reason_is_asked_anew_for_the_next_change(client, notice, staff):
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    _answer, notice = decide(client, staff["approver"], notice, "approve")
    client.force_login(staff["editor"])
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[notice.pk]))
    assert REASON not in editor.text
    client.logout()
    assert REASON not in client.get(notice.address).text


def test_desk_and_record_tell_of_it(client, notice, staff):
    client.force_login(staff["approver"])
    assert f"urgent: {REASON}" in client.get(reverse("wagtailadmin_home")).text
    _answer, notice = decide(client, staff["reviewer"], notice, "release")
    client.force_login(staff["approver"])
    assert "to be confirmed" in client.get(reverse("wagtailadmin_home")).text
    record = reverse("inspection:record", args=[notice.current_workflow_state.pk])
    _answer, notice = decide(client, staff["approver"], notice, "reject", "时间不对")
    text = client.get(record).text
    assert f"Put out at once, to be confirmed：{REASON}" in text
    assert "Urgent text taken down：时间不对" in text
    client.force_login(staff["editor"])
    assert "taken down" in client.get(reverse("wagtailadmin_home")).text
