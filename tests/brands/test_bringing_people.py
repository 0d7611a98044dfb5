"""A sheet of people becomes accounts with roles, and each person is invited."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts import querysets
from accounts.errors import NotAllowed
from accounts.models import NodeRole, User
from brands.people_saving import save_people, send_invitation
from tests.factories import accounts as factory

HEADER = "用户名,姓名,角色,中心编号,邮箱,手机\n"
ADDRESS = "/admin/network/people/"


@pytest.fixture
def tree(db):
    return factory.tree()


@pytest.fixture
def boss(tree):
    """The administrator of a street."""
    return factory.person("boss", role="administrator", node=tree.street)


def upload(client, rows: str):
    file = SimpleUploadedFile("people.csv", (HEADER + rows).encode())
    return client.post(ADDRESS, {"file": file})


def save(client, answer):
    [rows] = re.findall(r'name="rows" value="([^"]+)"', answer.content.decode())
    return client.post(ADDRESS, {"rows": rows, "save": "1"}, follow=True)


def first_remark(answer) -> str:
    return next(str(one) for step in answer.context["plan"].steps for one in step.remarks)


def test_rows_become_accounts_with_roles(client, boss, tree):
    client.force_login(boss)
    rows = (
        "wang,王芳,编辑,east-lane,,\n"
        "wang,王芳,编辑,west-lane,,\n"
        "li,李明,审核,lake-east,li@example.org,13800000000\n"
    )
    answer = upload(client, rows)

    assert answer.context["counts"] == {"new": 2, "changed": 1, "unchanged": 0, "wrong": 0}
    assert not User.objects.filter(username="wang").exists()

    save(client, answer)
    wang = User.objects.get(username="wang")

    assert {(row.node.title, row.role) for row in querysets.roles_of(wang)} == {
        (tree.near.title, "editor"),
        (tree.next_door.title, "editor"),
    }
    assert not wang.has_usable_password()
    assert User.objects.get(username="li").email == "li@example.org"
    assert upload(client, rows).context["counts"]["unchanged"] == 3


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (",王芳,编辑,east-lane,,", "A2"),
        ("王 芳,王芳,编辑,east-lane,,", "A2"),
        ("wang,,编辑,east-lane,,", "B2"),
        ("wang,王芳,局长,east-lane,,", "C2"),
        ("wang,王芳,编辑,nowhere,,", "D2"),
        ("wang,王芳,审核,east-lane,,", "D2"),
        ("wang,王芳,编辑,east-lane,wang@,", "E2"),
        ("wang,王芳,编辑,east-lane,,電話", "F2"),
        ("far-away,王芳,编辑,east-lane,,", "A2"),
        # climbing: above one's own area, beside it, and as one's own superior
        ("wang,王芳,管理员,lake,,", "D2"),
        ("wang,王芳,编辑,pine,,", "D2"),
        ("wang,王芳,审批,hill,,", "D2"),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(client, boss, tree, row, cell):
    factory.person("far-away", role="editor", node=tree.far)
    client.force_login(boss)
    answer = upload(client, row + "\n")

    assert first_remark(answer).startswith(f"{cell}: ")
    assert answer.context["plan"].to_save == []
    assert "松林村" not in answer.content.decode()


def test_saving_asks_for_the_right_again(client, boss, tree):
    client.force_login(boss)
    plan = upload(client, "wang,王芳,管理员,lake-east,,\n").context["plan"]
    plan.steps[0].node = tree.network

    with pytest.raises(NotAllowed):
        save_people(plan, plan.fingerprint)

    assert not User.objects.filter(username="wang").exists()
    assert not NodeRole.objects.filter(node=tree.network).exists()


def test_people_without_an_address_get_a_card(client, boss, tree):
    client.force_login(boss)
    page = save(client, upload(client, "wang,王芳,编辑,east-lane,,\n"))
    wang = User.objects.get(username="wang")
    assert "王芳" in page.content.decode()

    cards = client.post(reverse("network:invitations"), {"person": wang.pk, "print": "1"})
    link = cards.context["cards"][0]["link"]

    assert "<svg" in cards.content.decode()
    assert "no-store" in cards["Cache-Control"]
    client.logout()
    form = client.get(urlsplit(link).path, follow=True)
    assert form.status_code == 200
    assert 'type="password"' in form.content.decode()


def test_people_with_an_address_get_a_mail(boss, tree):
    person = factory.person("li", role="editor", node=tree.near, email="li@example.org")
    send_invitation.call(person.pk)
    assert mail.outbox == []

    person.set_unusable_password()
    person.save()
    send_invitation.call(person.pk)

    [letter] = mail.outbox
    assert letter.to == ["li@example.org"]
    assert "http" in letter.body


def test_nobody_makes_a_link_for_people_of_others(client, boss, tree):
    far = factory.person("far-away", role="editor", node=tree.far)
    far.set_unusable_password()
    far.save()
    client.force_login(boss)
    answer = client.post(
        reverse("network:invitations"), {"person": [far.pk, "x", "9" * 30], "print": "1"}
    )

    assert answer.status_code == 302
    assert far.get_full_name() not in client.get(reverse("network:invitations")).content.decode()


def test_who_manages_nobody_is_turned_away(client, tree):
    client.force_login(factory.person("r", role="reviewer", node=tree.network))

    assert client.get(ADDRESS).status_code in (302, 403)
    assert client.get(reverse("network:invitations")).status_code in (302, 403)
