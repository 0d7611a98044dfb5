"""From an invitation to the desk, and what is left of somebody who goes."""

import re
import time
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from accounts import services
from accounts.models import User
from accounts.roles import Role
from tests.factories import accounts as factory

PASSWORD = "river-stone-4471"
DESK = "/admin/"


@pytest.fixture
def newcomer(tree):
    person = factory.person("wang", role=Role.EDITOR, node=tree.near, email="w@example.org")
    person.set_unusable_password()
    person.save()
    return person


def by_link(client, person) -> str:
    answer = client.post(reverse("people:person", args=[person.pk]), {"action": "link"})
    return re.search(r"<code>(http\S+)</code>", answer.text)[1]


def by_card(client, person) -> str:
    data = {"person": person.pk, "print": "1"}
    return client.post(reverse("network:invitations"), data).context["cards"][0]["link"]


def by_mail(client, person) -> str:
    data = {"person": person.pk, "mail": "1"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda run, **_kwargs: run())
        client.post(reverse("network:invitations"), data)
    [letter] = mail.outbox
    return re.search(r"http\S+", letter.body)[0]


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.mark.parametrize("way", [by_link, by_card, by_mail])
def test_first_sign_in_sets_password_and_second_factor(client, boss, newcomer, settings, way):
    client.force_login(boss)
    link = way(client, newcomer)
    settings.SECOND_FACTOR_REQUIRED = True

    visitor = Client()
    form = visitor.get(urlsplit(link).path, follow=True)
    words = {"password1": PASSWORD, "password2": PASSWORD}
    visitor.post(form.request["PATH_INFO"], words)
    visitor.post("/accounts/login/", {"login": "wang", "password": PASSWORD})
    asked = visitor.get(DESK)
    assert asked.url == reverse("mfa_activate_totp")
    sure = visitor.get(asked.url).url  # the password once more, as before every change of it
    page = visitor.post(sure, {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    visitor.post(asked.url, {"code": code_for(secret)})
    assert visitor.get(DESK).status_code == 200

    later = Client()
    answer = later.post("/accounts/login/", {"login": "wang", "password": PASSWORD})
    assert answer.url.startswith(reverse("mfa_authenticate"))
    assert later.get(DESK).status_code == 302


@pytest.mark.parametrize("path", ["/admin/", "/admin/people/", "/admin/api/main/pages/"])
def test_no_part_of_the_admin_opens_without_a_second_factor(client, boss, settings, path):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(boss)
    assert client.get(path).url == reverse("mfa_activate_totp")
    assert client.post(path).url == reverse("mfa_activate_totp")
    assert client.post("/admin/logout/").url != reverse("mfa_activate_totp")


def test_a_lost_telephone_is_forgotten_by_who_manages_the_person(client, boss, tree, newcomer):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    stranger = factory.person("far", role=Role.EDITOR, node=tree.far)
    for person in (newcomer, boss, stranger):
        TOTP.activate(person, generate_totp_secret())
    client.force_login(boss)
    for person in (newcomer, boss, stranger):
        client.post(reverse("people:person", args=[person.pk]), {"action": "forget"})
    kept = set(User.objects.filter(authenticator__isnull=False).values_list("username", flat=True))
    assert kept == {"boss", "far"}


def test_somebody_who_leaves_is_replaced_everywhere_in_one_action(client, boss, tree):
    leaving = factory.person("leaving", role=Role.EDITOR, node=tree.near)
    services.grant(leaving, Role.REVIEWER, tree.street)
    coming = factory.person("coming", role=Role.EDITOR, node=tree.next_door)
    away = timezone.now() - timedelta(days=181)
    User.objects.filter(pk=leaving.pk).update(last_login=away)
    Page.objects.filter(pk=tree.near.pk).update(locked=True, locked_by=leaving)
    author = factory.person("author", role=Role.EDITOR, node=tree.near)
    tree.near.save_revision(user=author)
    tree.near.get_workflow().start(tree.near, author)
    session = Client()
    session.force_login(leaving)
    User.objects.filter(pk=leaving.pk).update(last_login=away)

    client.force_login(boss)
    [listed] = client.get(reverse("people:unused")).context["object_list"]
    person = reverse("people:person", args=[listed.pk])
    client.post(person, {"action": "hand_over", "to_person": coming.pk})

    assert {(one.node_id, one.role) for one in services.roles_of(coming)} == {
        (tree.near.pk, "editor"),
        (tree.street.pk, "reviewer"),
        (tree.next_door.pk, "editor"),
    }
    assert not services.roles_of(leaving).exists()
    assert session.get(DESK).status_code == 302
    page = Page.objects.get(pk=tree.near.pk)
    assert not page.locked
    task = page.current_workflow_task
    assert task.responsible_for(page.specific).people == {coming.pk}
    assert list(client.get(reverse("people:unused")).context["object_list"]) == []


@pytest.mark.parametrize("who", ["superuser", "head", "boss", "stranger"])
def test_no_hand_over_reaches_beyond_ones_own(client, boss, tree, who):
    """Nobody gets what they do not have by giving it to somebody, or by taking an account over."""
    others = {
        "superuser": factory.person("root", is_superuser=True),
        "head": factory.person("head", role=Role.ADMINISTRATOR, node=tree.home),
        "boss": boss,
        "stranger": factory.person("far", role=Role.EDITOR, node=tree.far),
    }
    mine = factory.person("mine", role=Role.EDITOR, node=tree.near)
    people = [*others.values(), mine]
    before = {one.pk: set(services.roles_of(one).values_list("pk", flat=True)) for one in people}
    client.force_login(boss)
    for giver, taker in ((others[who], mine), (mine, others[who])):
        if taker != boss:
            data = {"action": "hand_over", "to_person": taker.pk}
            client.post(reverse("people:person", args=[giver.pk]), data)
    for one in User.objects.filter(pk__in=before):
        assert one.is_active
        assert set(services.roles_of(one).values_list("pk", flat=True)) == before[one.pk]
