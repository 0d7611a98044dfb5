"""Somebody is away: who stands in, what they may do, and what never changes."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from accounts import absences, services
from accounts.errors import NotAllowed
from accounts.models import Absence, ReviewRule
from accounts.roles import Role
from tests.accounts.reviewing import approve, fresh, may_act, submit, waiting_for
from tests.factories import accounts as factory

TODAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _stand_still(monkeypatch):
    set_today(monkeypatch, TODAY)


def set_today(monkeypatch, day):
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def editor(tree):
    return factory.person("editor", role=Role.EDITOR, node=tree.near)


@pytest.fixture
def reviewer(tree):
    return factory.person("reviewer", role=Role.REVIEWER, node=tree.street)


@pytest.fixture
def colleague(tree):
    """Holds a higher role above: may stand in for the street's reviewer."""
    return factory.person(
        "colleague", role=Role.APPROVER, node=tree.network, email="colleague@example.org"
    )


def away(person, delegate, first=TODAY, days=3):
    return absences.name_delegate(person, delegate, first, first + timedelta(days=days - 1))


def test_the_delegate_acts_and_hears_of_it(tree, editor, reviewer, colleague, mailoutbox):
    away(reviewer, colleague)
    page = submit(tree.near, editor)
    assert may_act(page, colleague)
    assert waiting_for(colleague)
    assert not may_act(page, reviewer)
    assert not waiting_for(reviewer)
    assert [mail.to for mail in mailoutbox] == [["colleague@example.org"]]
    assert "You stand in for Reviewer." in mailoutbox[0].body
    approve(page, colleague)
    entry = PageLogEntry.objects.get(page=page, action="accounts.acted_for")
    assert (entry.user, entry.data["for"]) == (colleague, ["Reviewer"])


@pytest.mark.parametrize(("day", "acts"), [(0, False), (1, True), (3, True), (4, False)])
def test_it_begins_and_ends_by_itself(tree, editor, reviewer, colleague, monkeypatch, day, acts):
    away(reviewer, colleague, first=TODAY + timedelta(days=1))
    page = submit(tree.near, editor)
    set_today(monkeypatch, TODAY + timedelta(days=day))
    assert may_act(page, colleague) == acts
    assert may_act(page, reviewer) == (not acts)


def test_coming_back_earlier_ends_it(tree, editor, reviewer, colleague):
    absence = away(reviewer, colleague)
    absences.come_back(absence, TODAY)
    page = submit(tree.near, editor)
    assert may_act(page, reviewer)
    assert not may_act(page, colleague)


def test_the_delegate_does_not_approve_the_own_text(tree, reviewer, colleague, boss):
    away(reviewer, colleague)
    page = submit(tree.near, colleague)
    assert not may_act(page, colleague)
    with pytest.raises(PermissionDenied):
        approve(page, colleague)
    assert may_act(page, boss)


def test_nobody_stands_in_for_the_author(tree, reviewer, colleague, boss):
    away(reviewer, colleague)
    page = submit(tree.near, reviewer)
    assert not may_act(page, colleague)
    with pytest.raises(PermissionDenied):
        approve(page, colleague)
    assert may_act(page, boss)


def test_with_two_steps_the_rule_is_the_same(tree, editor, colleague, boss):
    ReviewRule.objects.create(network=tree.network, steps=2)
    deputy = factory.person("deputy", role=Role.ADMINISTRATOR, node=tree.network)
    away(colleague, deputy)
    page = submit(tree.near, editor)
    assert may_act(page, deputy)
    assert not may_act(page, colleague)
    mine = submit(tree.next_door, deputy)
    assert not may_act(mine, deputy)
    assert may_act(mine, boss)


def test_a_delegate_who_lost_the_role_does_not_act(tree, editor, reviewer, colleague, boss):
    away(reviewer, colleague)
    services.revoke(colleague, Role.APPROVER, tree.network)
    page = submit(tree.near, editor)
    assert not may_act(page, colleague)
    assert may_act(page, boss)
    entry = PageLogEntry.objects.get(page=page, action="accounts.passed_up")
    assert entry.data["passed_by"] == [tree.street.title]


def test_a_delegate_who_is_away_too_does_not_act(tree, editor, reviewer, colleague, boss):
    away(reviewer, colleague)
    away(colleague, boss)
    page = submit(tree.near, editor)
    assert not may_act(page, colleague)
    assert may_act(page, boss)


def test_only_the_same_rights_stand_in(tree, editor, reviewer):
    elsewhere = factory.person(role=Role.APPROVER, node=tree.other_network)
    for one in (editor, elsewhere, reviewer):
        with pytest.raises(NotAllowed):
            away(reviewer, one)
    assert not Absence.objects.exists()


def test_each_role_of_the_absent_needs_the_delegate(tree, reviewer, colleague):
    services.grant(reviewer, Role.REVIEWER, tree.other_network)
    with pytest.raises(NotAllowed):
        away(reviewer, colleague)
    services.grant(colleague, Role.REVIEWER, tree.home)
    assert away(reviewer, colleague)


def test_one_delegate_a_day(tree, reviewer, colleague, boss):
    away(reviewer, colleague)
    with pytest.raises(NotAllowed):
        away(reviewer, boss, first=TODAY + timedelta(days=2))


def test_a_person_names_a_delegate_in_the_admin(
    tree, reviewer, colleague, client, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(reviewer)
    address = reverse("absence")
    form = client.get(address).context["form"]
    assert list(form.fields["delegate"].queryset) == [colleague]
    data = {"delegate": colleague.pk, "first": "2026-12-01", "last": "2026-12-04"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address, data, follow=True)
    assert "Colleague" in answer.text
    assert [mail.to for mail in mailoutbox] == [["colleague@example.org"]]
    client.force_login(colleague)
    assert "Reviewer" in client.get(address).text
    assert "You stand in for Reviewer" in client.get(reverse("wagtailadmin_home")).text
    client.force_login(reviewer)
    assert "Colleague stands in for you" in client.get(reverse("wagtailadmin_home")).text


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-12-04", "2026-12-02"), ("2026-11-01", "2026-11-30"), ("2026-12-02", "2028-12-02")],
)
def test_days_that_make_no_sense_are_refused_in_a_sentence(
    tree, reviewer, colleague, client, first, last
):
    client.force_login(reviewer)
    data = {"delegate": colleague.pk, "first": first, "last": last}
    assert client.post(reverse("absence"), data).context["form"].errors
    assert not Absence.objects.exists()


def test_only_the_absent_ends_an_absence(tree, reviewer, colleague, boss, client):
    absence = away(reviewer, colleague)
    client.force_login(boss)
    client.post(reverse("absence"), {"end": absence.pk})
    assert Absence.objects.on(TODAY).exists()
    client.force_login(reviewer)
    client.post(reverse("absence"), {"end": absence.pk})
    assert not Absence.objects.on(TODAY).exists()


def test_an_editor_has_nobody_to_stand_in(tree, editor, client):
    client.force_login(editor)
    assert client.get(reverse("absence")).status_code == 302


def test_somebody_may_not_be_named_by_a_forged_key(tree, reviewer, editor, client):
    client.force_login(reviewer)
    data = {"delegate": editor.pk, "first": "2026-12-02", "last": "2026-12-04"}
    assert client.post(reverse("absence"), data).context["form"].errors
    assert not fresh(tree.near).locked
    assert not Absence.objects.exists()
