import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, TaskState, Workflow

from accounts import services
from accounts.models import RoleTask, User
from accounts.roles import Role
from tests.accounts.reviewing import approve, fresh, may_act, submit, waiting_for
from tests.factories import accounts as factory


@pytest.fixture
def editor(tree):
    return factory.person("editor", role=Role.EDITOR, node=tree.near)


@pytest.fixture
def reviewer(tree):
    return factory.person("reviewer", role=Role.REVIEWER, node=tree.street)


@pytest.fixture
def approver(tree):
    return factory.person("approver", role=Role.APPROVER, node=tree.network)


def test_the_whole_tree_has_one_workflow_of_reviewer_and_approver(tree):
    workflow = tree.far.get_workflow()
    assert workflow == Workflow.objects.get(name="网络审批")
    assert [task.specific.role for task in workflow.tasks] == [Role.REVIEWER, Role.APPROVER]


def test_nearest_reviewer_acts_first_then_the_approver(tree, editor, reviewer, approver):
    page = submit(tree.near, editor)
    assert may_act(page, reviewer)
    assert not may_act(page, approver)
    page = approve(page, reviewer)
    assert page.current_workflow_task.role == Role.APPROVER
    assert may_act(page, approver)
    assert not may_act(page, reviewer)


def test_reviewer_further_up_does_not_act_when_a_nearer_one_can(tree, editor, reviewer):
    far_up = factory.person(role=Role.REVIEWER, node=tree.network)
    page = submit(tree.near, editor)
    assert may_act(page, reviewer)
    assert not may_act(page, far_up)
    assert waiting_for(reviewer)
    assert not waiting_for(far_up)


def test_closed_reviewer_passes_the_review_up_with_a_line_in_the_log(tree, editor, reviewer):
    far_up = factory.person(role=Role.REVIEWER, node=tree.network)
    services.close(reviewer)
    page = submit(tree.near, editor)
    assert may_act(page, far_up)
    entry = PageLogEntry.objects.get(page=page, action="accounts.passed_up")
    assert entry.data["passed_by"] == [tree.street.title]


def test_nothing_is_logged_when_the_nearest_reviewer_acts(tree, editor, reviewer):
    page = submit(tree.near, editor)
    assert not PageLogEntry.objects.filter(page=page, action="accounts.passed_up").exists()


def test_without_reviewers_the_nearest_administrator_acts(tree, editor, boss):
    page = submit(tree.near, editor)
    assert may_act(page, boss)
    assert waiting_for(boss)


def test_without_anybody_superusers_act(tree, editor):
    root = factory.person("root", is_superuser=True)
    page = submit(tree.near, editor)
    asked = page.current_workflow_task.responsible_for(page)
    assert asked.people == {root.pk}
    assert may_act(page, root)


def test_author_does_not_act_even_holding_the_role(tree, editor, reviewer):
    services.grant(editor, Role.REVIEWER, tree.street)
    page = submit(tree.near, editor)
    assert not may_act(page, editor)
    assert not waiting_for(editor)
    assert may_act(page, reviewer)


def test_only_reviewer_being_the_author_passes_the_review_up(tree, reviewer, boss):
    page = submit(tree.near, reviewer)
    assert not may_act(page, reviewer)
    assert may_act(page, boss)


def test_superuser_does_not_approve_the_own_text(tree, reviewer):
    root = factory.person("root", is_superuser=True)
    page = submit(tree.near, root)
    assert not may_act(page, root)
    assert not waiting_for(root)
    with pytest.raises(PermissionDenied):
        approve(page, root)


def test_who_wrote_a_draft_that_a_colleague_submits_is_author_too(tree, editor, reviewer, boss):
    page = tree.near
    page.intro = "By the reviewer"
    page.save_revision(user=reviewer)
    page.get_workflow().start(page, editor)
    assert not may_act(page, reviewer)
    assert not may_act(page, editor)
    assert may_act(page, boss)


def test_reviewer_who_changed_the_text_does_not_approve_it(tree, editor, reviewer, approver):
    services.grant(reviewer, Role.APPROVER, tree.network)
    page = submit(tree.near, editor)
    page.intro = "Better words"
    page.save_revision(user=reviewer)
    page = approve(page, reviewer)
    assert not may_act(page, reviewer)
    assert may_act(page, approver)


def test_returning_a_text_does_not_make_an_author(tree, editor, reviewer):
    page = submit(tree.near, editor)
    page.save_revision(user=reviewer)  # the editor saves before it performs an action
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, reviewer, "reject")
    fresh(page).current_workflow_state.resume(user=editor)
    assert may_act(page, reviewer)


def test_action_is_refused_whatever_view_it_comes_from(tree, editor, reviewer):
    page = submit(tree.near, editor)
    state = page.current_workflow_task_state
    stranger = factory.person(role=Role.REVIEWER, node=tree.other_network)
    for person in (editor, stranger, None):
        with pytest.raises(PermissionDenied):
            state.task.specific.on_action(state, person, "approve")
    assert fresh(page).current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS


def test_without_the_guard_the_author_would_approve(tree, editor, reviewer, monkeypatch):
    page = submit(tree.near, editor)
    monkeypatch.setattr(RoleTask, "may_act", lambda self, page, user: True)
    page = approve(page, editor)
    assert page.current_workflow_task.role == Role.APPROVER


def test_page_in_review_is_closed_to_its_author_and_open_to_the_reviewer(tree, editor, reviewer):
    page = submit(tree.near, editor)
    assert page.get_lock().for_user(editor)
    assert not fresh(page).get_lock().for_user(reviewer)


def test_author_lock_is_lifted_when_review_begins(tree, editor, reviewer):
    Page.objects.filter(pk=tree.near.pk).update(locked=True, locked_by=editor)
    page = submit(fresh(tree.near), editor)
    assert not page.locked


def test_responsible_people_get_a_mail(
    tree, editor, mailoutbox, django_capture_on_commit_callbacks
):
    factory.person(role=Role.REVIEWER, node=tree.street, email="reviewer@example.org")
    factory.person(role=Role.REVIEWER, node=tree.other_network, email="other@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        submit(tree.near, editor)
    assert [mail.to for mail in mailoutbox] == [["reviewer@example.org"]]


def test_reviewer_reads_and_approves_through_the_admin(tree, editor, reviewer, client):
    page = submit(tree.near, editor)
    state = page.current_workflow_task_state
    client.force_login(reviewer)
    assert tree.near.title in client.get(reverse("wagtailadmin_home")).text
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    assert client.post(address).status_code == 302
    assert fresh(page).current_workflow_task.role == Role.APPROVER


def test_author_is_turned_away_by_the_admin(tree, editor, reviewer, client):
    services.grant(editor, Role.REVIEWER, tree.street)
    page = submit(tree.near, editor)
    state = page.current_workflow_task_state
    client.force_login(User.objects.get(pk=editor.pk))
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(address)
    assert fresh(page).current_workflow_task.role == Role.REVIEWER


@pytest.mark.parametrize("how_many", [1, 6])
def test_what_waits_for_a_reviewer_takes_the_same_queries(
    tree, editor, reviewer, how_many, django_assert_max_num_queries
):
    for number in range(how_many):
        page = factory.centre(tree.street, f"lane-{number}", f"第{number}巷服务中心")
        submit(fresh(page), editor)
    person = User.objects.get(pk=reviewer.pk)
    with django_assert_max_num_queries(15):
        assert len(list(TaskState.objects.reviewable_by(person))) == how_many
