import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import services
from accounts.models import User
from accounts.roles import Role
from tests.factories import accounts as factory

INDEX = "/admin/people/"


def address(person):
    return reverse("people:person", args=[person.pk])


@pytest.fixture
def signed_in(client, boss):
    client.force_login(boss)
    return client


def new_person(node, **fields):
    return {
        "username": "xiaowang",
        "full_name": "王小梅",
        "mobile": "",
        "email": "",
        "role": "editor",
        "node": node.pk,
        **fields,
    }


def test_administrator_sees_people_at_or_below_the_own_node_only(tree, signed_in):
    factory.person("near-editor", role=Role.EDITOR, node=tree.near)
    factory.person("far-editor", role=Role.EDITOR, node=tree.far)
    factory.person("site-head", role=Role.ADMINISTRATOR, node=tree.home)
    text = signed_in.get(INDEX).text
    assert "near-editor" in text
    assert "far-editor" not in text
    assert "site-head" not in text


def test_superuser_sees_everybody(tree, client):
    factory.person("far-editor", role=Role.EDITOR, node=tree.far)
    factory.person("without-role")
    client.force_login(factory.person("root", is_superuser=True))
    text = client.get(INDEX).text
    assert "far-editor" in text
    assert "without-role" in text


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.APPROVER])
def test_other_roles_are_turned_away_and_see_no_menu_item(tree, client, role):
    node = tree.near if role is Role.EDITOR else tree.street
    other = factory.person(role=Role.EDITOR, node=tree.near)
    client.force_login(factory.person(role=role, node=node))
    for path in (INDEX, f"{INDEX}add/", address(other)):
        assert client.get(path).status_code == 302
        assert client.post(path, {"action": "close"}).status_code == 302
    other.refresh_from_db()
    assert other.is_active
    assert INDEX not in client.get("/admin/").text


def test_search_finds_by_name(tree, signed_in):
    factory.person("aa", full_name="李雷", role=Role.EDITOR, node=tree.near)
    factory.person("bb", full_name="韩梅梅", role=Role.EDITOR, node=tree.near)
    text = signed_in.get(INDEX, {"q": "梅梅"}).text
    assert "韩梅梅" in text
    assert "李雷" not in text


def test_roles_outside_stay_unseen(tree, signed_in):
    both = factory.person("both", role=Role.EDITOR, node=tree.near)
    services.grant(both, Role.EDITOR, tree.far)
    assert tree.far.title not in signed_in.get(INDEX).text
    assert tree.far.title not in signed_in.get(address(both)).text


def test_new_person_gets_account_and_first_role(tree, signed_in):
    answer = signed_in.post(f"{INDEX}add/", new_person(tree.near))
    made = User.objects.get(username="xiaowang")
    assert answer.url == address(made)
    assert [row.role for row in services.roles_of(made)] == ["editor"]
    assert not made.has_usable_password()
    assert not made.is_superuser


def test_new_person_on_the_wrong_node_is_explained_and_not_stored(tree, signed_in):
    answer = signed_in.post(f"{INDEX}add/", new_person(tree.street))
    assert answer.status_code == 200
    assert answer.context["form"].errors["node"]
    assert not User.objects.filter(username="xiaowang").exists()


@pytest.mark.parametrize("node", ["far", "other_network", "home"])
def test_nodes_outside_cannot_be_chosen(tree, signed_in, node):
    target = getattr(tree, node)
    answer = signed_in.post(f"{INDEX}add/", new_person(target, role="administrator"))
    assert answer.context["form"].errors["node"]
    assert not User.objects.filter(username="xiaowang").exists()


def test_user_name_of_somebody_else_is_refused(tree, signed_in):
    factory.person("xiaowang")
    answer = signed_in.post(f"{INDEX}add/", new_person(tree.near))
    assert answer.context["form"].errors["username"]


def test_one_time_link_sets_the_password_once(tree, signed_in, client, settings):
    editor = factory.person("editor", role=Role.EDITOR, node=tree.near)
    editor.set_unusable_password()
    editor.save()
    text = signed_in.post(address(editor), {"action": "link"}).text
    link = re.search(r"<code>(http\S+)</code>", text).group(1)
    assert link.startswith(settings.WAGTAILADMIN_BASE_URL)
    client.logout()
    form = client.get(urlsplit(link).path, follow=True)
    words = {"password1": "river-stone-4471", "password2": "river-stone-4471"}
    client.post(form.request["PATH_INFO"], words)
    editor.refresh_from_db()
    assert editor.check_password("river-stone-4471")
    client.logout()
    client.session.flush()
    again = client.get(urlsplit(link).path, follow=True)
    client.post(
        again.request["PATH_INFO"], {"password1": "evil-stone-9", "password2": "evil-stone-9"}
    )
    editor.refresh_from_db()
    assert editor.check_password("river-stone-4471")


def test_closing_and_opening_again(tree, signed_in, client):
    editor = factory.person("editor", role=Role.EDITOR, node=tree.near)
    signed_in.post(address(editor), {"action": "close"})
    assert not User.objects.get(pk=editor.pk).is_active
    signed_in.post(address(editor), {"action": "reopen"})
    assert User.objects.get(pk=editor.pk).is_active


def test_giving_and_taking_roles(tree, signed_in):
    editor = factory.person("editor", role=Role.EDITOR, node=tree.near)
    signed_in.post(address(editor), {"action": "give", "role": "reviewer", "node": tree.street.pk})
    held = {row.role: row for row in services.roles_of(editor)}
    assert set(held) == {"editor", "reviewer"}
    signed_in.post(address(editor), {"action": "take", "held": held["editor"].pk})
    assert [row.role for row in services.roles_of(editor)] == ["reviewer"]


def test_handing_over_in_one_action(tree, signed_in):
    leaving = factory.person("leaving", role=Role.EDITOR, node=tree.near)
    coming = factory.person("coming", role=Role.EDITOR, node=tree.next_door)
    signed_in.post(address(leaving), {"action": "hand_over", "to_person": coming.pk})
    assert services.nodes_of(coming).count() == 2
    assert not User.objects.get(pk=leaving.pk).is_active


@pytest.mark.parametrize("climb", ["link", "close", "give", "take", "hand_over"])
@pytest.mark.parametrize("who", ["superuser", "head", "stranger", "both", "in-other-group"])
def test_administrator_cannot_climb_through_other_people(tree, boss, signed_in, climb, who):
    from django.contrib.auth.models import Group

    person = factory.person(who, is_superuser=who == "superuser")
    if who == "head":
        services.grant(person, Role.ADMINISTRATOR, tree.home)
    if who == "stranger":
        services.grant(person, Role.EDITOR, tree.far)
    else:
        services.grant(person, Role.EDITOR, tree.near)
    if who == "both":
        services.grant(person, Role.EDITOR, tree.far)
    if who == "in-other-group":
        person.groups.add(Group.objects.create(name="Something a superuser made"))
    foreign = services.roles_of(person).exclude(node=tree.near).first()
    before = (person.password, sorted(person.groups.values_list("pk", flat=True)))
    data = {
        "action": climb,
        "role": "administrator",
        "node": tree.home.pk,
        "held": foreign.pk if foreign else 0,
        "to_person": boss.pk,
    }
    answer = signed_in.post(address(person), data)
    assert "/accounts/password/reset/" not in answer.text
    person.refresh_from_db()
    assert person.is_active
    assert (person.password, sorted(person.groups.values_list("pk", flat=True))) == before
    boss_now = User.objects.get(pk=boss.pk)
    assert list(services.nodes_of(boss_now)) == [tree.network.page_ptr]
    assert not boss_now.is_superuser


def test_administrator_cannot_act_on_the_own_account_here(tree, boss, signed_in):
    for action in ("close", "link", "hand_over"):
        other = factory.person(role=Role.EDITOR, node=tree.near)
        answer = signed_in.post(address(boss), {"action": action, "to_person": other.pk})
        assert answer.status_code == 302
    assert User.objects.get(pk=boss.pk).is_active


@pytest.mark.parametrize(
    "data",
    [{}, {"action": "fly"}, {"action": "take"}, {"action": "take", "held": "9" * 30},
     {"action": "take", "held": "²"}, {"action": "give", "role": "emperor", "node": "x"},
     {"action": "hand_over", "to_person": "-1"}],
)  # fmt: skip
def test_odd_input_changes_nothing_and_breaks_nothing(tree, signed_in, data):
    editor = factory.person("editor", role=Role.EDITOR, node=tree.near)
    assert signed_in.post(address(editor), data).status_code in (200, 302, 404)
    assert services.roles_of(editor).count() == 1


@pytest.mark.parametrize(
    "path",
    ["/admin/users/", "/admin/users/new/", "/admin/users/edit/{pk}/", "/admin/groups/",
     "/admin/groups/new/", "/admin/sites/", "/admin/collections/add/", "/admin/workflows/list/",
     "/admin/workflows/add/", "/admin/workflows/tasks/index/", "/admin/locales/"],
)  # fmt: skip
def test_administrator_of_the_whole_site_meets_no_view_of_users_and_groups(tree, client, path):
    head = factory.person("head", role=Role.ADMINISTRATOR, node=tree.home)
    client.force_login(head)
    path = path.format(pk=head.pk)
    assert client.get(path).status_code in (302, 403)
    client.post(path, {"username": "head", "is_superuser": "on", "is_active": "on"})
    head.refresh_from_db()
    assert not head.is_superuser


def test_list_takes_the_same_queries_for_many_people(
    tree, signed_in, django_assert_max_num_queries
):
    for number in range(30):
        factory.person(f"editor-{number}", role=Role.EDITOR, node=tree.near)
    signed_in.get(INDEX)
    with django_assert_max_num_queries(25):
        assert "editor-29" in signed_in.get(INDEX).text


def test_accounts_that_nobody_uses_are_listed(client, boss, tree, django_user_model):
    idle = factory.person("idle", role="editor", node=tree.near, full_name="闲置")
    busy = factory.person("busy", role="editor", node=tree.near, full_name="常用")
    far = factory.person("far-idle", role="editor", node=tree.far, full_name="外面")
    long_ago = timezone.now() - timedelta(days=181)
    people = django_user_model.objects
    people.filter(pk__in=[idle.pk, far.pk]).update(last_login=long_ago)
    people.filter(pk=busy.pk).update(date_joined=long_ago, last_login=timezone.now())
    client.force_login(boss)

    shown = client.get(reverse("people:unused")).context["object_list"]

    assert [person.username for person in shown] == ["idle"]
