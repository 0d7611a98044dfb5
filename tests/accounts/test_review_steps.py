"""Networks of two steps and of three, and what a change of it leaves alone."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import ReviewRule
from accounts.roles import Role
from tests.accounts.reviewing import act, approve, fresh, may_act, submit, waiting_for
from tests.factories import accounts as factory

TWO, THREE = 2, 3


@pytest.fixture
def editor(tree):
    return factory.person("editor", role=Role.EDITOR, node=tree.near)


@pytest.fixture
def reviewer(tree):
    return factory.person("reviewer", role=Role.REVIEWER, node=tree.street)


@pytest.fixture
def approver(tree):
    return factory.person("approver", role=Role.APPROVER, node=tree.network)


@pytest.fixture
def two_steps(tree):
    return ReviewRule.objects.create(network=tree.network, steps=TWO)


def role_asked(page):
    return fresh(page).current_workflow_task.role


def set_steps(network, steps):
    ReviewRule.objects.update_or_create(network=network, defaults={"steps": steps})


def test_with_two_steps_the_approver_is_asked_at_once(
    tree, editor, reviewer, approver, two_steps, mailoutbox
):
    page = submit(tree.near, editor)
    assert role_asked(page) == Role.APPROVER
    assert waiting_for(approver)
    assert not waiting_for(reviewer)
    assert not may_act(page, reviewer)
    page = approve(page, approver)
    assert page.intro == "Draft by editor"
    assert page.current_workflow_state is None


def test_with_two_steps_the_author_does_not_approve(tree, reviewer, approver, two_steps):
    page = submit(tree.near, approver)
    assert not may_act(page, approver)
    with pytest.raises(PermissionDenied):
        approve(page, approver)
    with pytest.raises(PermissionDenied):
        approve(page, reviewer)
    assert fresh(page).current_workflow_state is not None


def test_the_other_network_keeps_its_three(tree, editor, reviewer, two_steps):
    far_editor = factory.person(role=Role.EDITOR, node=tree.far)
    assert role_asked(submit(tree.far, far_editor)) == Role.REVIEWER


def test_the_row_for_all_holds_where_a_network_has_none_of_its_own(tree, editor, approver):
    ReviewRule.objects.create(steps=TWO)
    ReviewRule.objects.create(network=tree.other_network, steps=THREE)
    assert role_asked(submit(tree.near, editor)) == Role.APPROVER
    far_editor = factory.person(role=Role.EDITOR, node=tree.far)
    assert role_asked(submit(tree.far, far_editor)) == Role.REVIEWER


def test_from_three_to_two_a_review_under_way_ends_as_it_began(tree, editor, reviewer, approver):
    page = submit(tree.near, editor)
    set_steps(tree.network, TWO)
    page = approve(page, reviewer)
    assert role_asked(page) == Role.APPROVER
    page = approve(page, approver)
    assert page.current_workflow_state is None


def test_from_three_to_two_what_was_sent_back_returns_to_its_reviewer(
    tree, editor, reviewer, approver
):
    page = submit(tree.near, editor)
    page = act(page, reviewer, "reject", comment="时间请核对")
    set_steps(tree.network, TWO)
    page.current_workflow_state.resume(user=editor)
    assert role_asked(page) == Role.REVIEWER


def test_from_two_to_three_a_review_under_way_ends_as_it_began(tree, editor, reviewer, approver):
    set_steps(tree.network, TWO)
    page = submit(tree.near, editor)
    set_steps(tree.network, THREE)
    page = approve(page, approver)
    assert page.current_workflow_state is None
    assert page.intro == "Draft by editor"


def test_an_administrator_sets_the_steps_of_the_own_network(tree, boss, client):
    client.force_login(boss)
    form = {"network": tree.network.pk, "steps": TWO, "workdays": 3}
    assert client.post(reverse("review_rules:add"), form).status_code == 302
    assert ReviewRule.objects.get().steps == TWO
    other = {"network": tree.other_network.pk, "steps": TWO, "workdays": 3}
    assert client.post(reverse("review_rules:add"), other).context["form"].errors
    page = client.get(reverse("review_rules:edit", args=[ReviewRule.objects.get().pk]))
    assert "reviews under way go on as begun" in page.content.decode()


def test_nobody_else_meets_the_table(tree, approver, client):
    client.force_login(approver)
    assert client.get(reverse("review_rules:index")).status_code == 302
