import pytest
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from tests.factories import accounts as factory

LOGIN = "/accounts/login/"


def test_admin_sends_to_the_one_login_page(client, db):
    assert client.get("/admin/").url.startswith(LOGIN)
    answer = client.get("/admin/login/?next=/admin/pages/")
    assert answer.url == f"{LOGIN}?next=/admin/pages/"


def test_signing_in_leads_to_the_admin(tree, client):
    factory.person("editor", role=Role.EDITOR, node=tree.near)
    answer = client.post(LOGIN, {"login": "editor", "password": factory.PASSWORD})
    assert answer.url == reverse("wagtailadmin_home")
    assert client.get(answer.url).status_code == 200


def test_wrong_password_and_closed_account_stay_outside(tree, client):
    factory.person("editor", role=Role.EDITOR, node=tree.near)
    factory.person("closed", role=Role.EDITOR, node=tree.near, is_active=False)
    for name, word in (("editor", "wrong"), ("closed", factory.PASSWORD)):
        client.post(LOGIN, {"login": name, "password": word})
        assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client, db):
    page = client.get("/accounts/signup/")
    assert "<form" not in page.text.split("<main", 1)[-1].split("</main", 1)[0]
    words = {"username": "guest", "password1": "river-stone-4471", "password2": "river-stone-4471"}
    client.post("/accounts/signup/", words)
    assert not User.objects.exists()
    assert "/signup/" not in client.get(LOGIN).text


def test_second_factor_is_asked_once_it_is_set_up(tree, client):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    editor = factory.person("editor", role=Role.EDITOR, node=tree.near)
    TOTP.activate(editor, generate_totp_secret())
    answer = client.post(LOGIN, {"login": "editor", "password": factory.PASSWORD})
    assert answer.url.startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", ["/accounts/2fa/", "/accounts/password/change/"])
def test_own_account_pages_are_open_to_who_is_signed_in(tree, client, path):
    editor = factory.person("editor", role=Role.EDITOR, node=tree.near)
    client.post(LOGIN, {"login": editor.username, "password": factory.PASSWORD})
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [LOGIN, "/accounts/password/reset/", "/accounts/signup/"])
def test_pages_of_accounts_look_like_the_site(client, db, path):
    text = client.get(path).text
    assert "css/tokens.css" in text
    assert 'id="main"' in text
    assert "{%" not in text
