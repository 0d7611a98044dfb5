import pytest
from django.contrib.auth.models import Permission
from wagtail.models import Collection, GroupPagePermission, Page

from accounts import services
from accounts.errors import NotAllowed, WrongNode
from accounts.models import NodeCollection, NodeRole, User
from accounts.roles import PAGE_ACTIONS, Role
from tests.factories import accounts as factory


def collection_of(page):
    return NodeCollection.objects.get(node=page).collection


def test_editor_may_edit_the_own_centre_alone(tree):
    editor = factory.person(role=Role.EDITOR, node=tree.near)
    assert tree.near.permissions_for_user(editor).can_edit()
    assert not tree.next_door.permissions_for_user(editor).can_edit()
    assert not tree.street.permissions_for_user(editor).can_edit()
    assert not tree.far.permissions_for_user(editor).can_edit()


def test_street_reviewer_may_edit_the_street_by_one_set_of_rights(tree):
    reviewer = factory.person(role=Role.REVIEWER, node=tree.street)
    assert tree.near.permissions_for_user(reviewer).can_edit()
    assert tree.next_door.permissions_for_user(reviewer).can_edit()
    assert not tree.network.permissions_for_user(reviewer).can_edit()
    assert set(
        GroupPagePermission.objects.filter(group__user=reviewer).values_list("page", flat=True)
    ) == {tree.street.pk}


@pytest.mark.parametrize("role", list(Role))
def test_only_administrators_hold_publish(tree, role):
    node = tree.near if role is Role.EDITOR else tree.street
    holder = factory.person(role=role, node=node)
    held = GroupPagePermission.objects.filter(
        group__user=holder, permission__codename="publish_page"
    )
    assert held.exists() is (role is Role.ADMINISTRATOR)
    assert ("publish" in PAGE_ACTIONS[role]) is (role is Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", list(Role))
def test_no_role_holds_a_permission_on_people_or_groups(tree, role):
    node = tree.near if role is Role.EDITOR else tree.home
    holder = factory.person(role=role, node=node)
    for app_label, model in (
        ("auth", "group"),
        ("auth", "permission"),
        ("accounts", "user"),
        ("accounts", "noderole"),
        ("wagtailcore", "workflow"),
        ("wagtailcore", "collection"),
        ("wagtailcore", "site"),
    ):
        for action in ("add", "change", "delete"):
            assert not holder.has_perm(f"{app_label}.{action}_{model}")
    assert holder.has_perm("wagtailadmin.access_admin")


def test_kinds_belong_to_administrators_of_networks_not_of_streets(tree, boss):
    street_head = factory.person(role=Role.ADMINISTRATOR, node=tree.street)
    assert boss.has_perm("common.change_kind")
    assert not street_head.has_perm("common.change_kind")


def test_granting_passes_over_a_table_that_is_not_installed(tree):
    Permission.objects.filter(content_type__app_label="common").delete()
    head = factory.person(role=Role.ADMINISTRATOR, node=tree.network)
    assert not head.has_perm("common.change_kind")
    assert head.has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize(
    ("role", "node"),
    [
        (Role.EDITOR, "street"),
        (Role.EDITOR, "home"),
        (Role.REVIEWER, "near"),
        (Role.APPROVER, "near"),
        (Role.ADMINISTRATOR, "far"),
    ],
)
def test_role_on_the_wrong_kind_of_node_is_refused(tree, role, node):
    somebody = factory.person()
    with pytest.raises(WrongNode):
        services.grant(somebody, role, getattr(tree, node))
    assert not NodeRole.objects.exists()
    assert not NodeCollection.objects.exists()


def test_unknown_role_is_refused(tree):
    with pytest.raises(ValueError, match="emperor"):
        services.grant(factory.person(), "emperor", tree.street)


def test_granting_twice_changes_nothing(tree):
    editor = factory.person(role=Role.EDITOR, node=tree.near)
    before = (
        NodeRole.objects.count(),
        GroupPagePermission.objects.count(),
        Collection.objects.count(),
    )
    services.grant(editor, Role.EDITOR, tree.near)
    after = (
        NodeRole.objects.count(),
        GroupPagePermission.objects.count(),
        Collection.objects.count(),
    )
    assert before == after


def test_second_editor_of_a_centre_joins_the_same_group(tree):
    first = factory.person(role=Role.EDITOR, node=tree.near)
    second = factory.person(role=Role.EDITOR, node=tree.near)
    assert first.groups.get() == second.groups.get()


def test_collections_mirror_the_tree(tree):
    factory.person(role=Role.EDITOR, node=tree.near)
    own, street, network = (collection_of(page) for page in (tree.near, tree.street, tree.network))
    assert own.is_child_of(street)
    assert street.is_child_of(network)
    assert network.is_child_of(Collection.get_first_root_node())
    assert not NodeCollection.objects.filter(node=tree.next_door).exists()


def test_a_network_shares_one_collection_that_all_roles_choose_from(tree):
    from wagtail.images import get_image_model
    from wagtail.permissions import policy_registry

    editor = factory.person(role=Role.EDITOR, node=tree.near)
    stranger = factory.person(role=Role.EDITOR, node=tree.far)
    shared = NodeCollection.objects.get(node=tree.network).shared
    assert shared.name == "共用"
    policy = policy_registry.get_by_type(get_image_model())
    assert shared in policy.collections_user_has_permission_for(editor, "choose")
    assert shared not in policy.collections_user_has_permission_for(editor, "add")
    assert shared not in policy.collections_user_has_permission_for(stranger, "choose")


def test_moving_a_centre_moves_its_files_and_its_shared_collection(tree):
    editor = factory.person(role=Role.EDITOR, node=tree.near)
    factory.person(role=Role.EDITOR, node=tree.far)
    tree.near.move(tree.other_network, pos="last-child")
    assert collection_of(tree.near).is_child_of(collection_of(tree.other_network))
    shared = NodeCollection.objects.get(node=tree.other_network).shared
    assert editor.groups.get().collection_permissions.filter(collection=shared).exists()
    left = NodeCollection.objects.get(node=tree.network).shared
    assert not editor.groups.get().collection_permissions.filter(collection=left).exists()


def test_moving_a_street_takes_the_collections_below_along(tree):
    factory.person(role=Role.EDITOR, node=tree.near)
    tree.street.move(tree.other_network, pos="last-child")
    assert collection_of(tree.street).is_child_of(collection_of(tree.other_network))
    assert collection_of(tree.near).is_child_of(collection_of(tree.street))


def test_new_name_of_a_centre_is_the_name_of_its_collection(tree):
    factory.person(role=Role.EDITOR, node=tree.near)
    tree.near.title = "新东巷社区服务中心"
    tree.near.save_revision().publish()
    assert collection_of(tree.near).name == "新东巷社区服务中心"


def test_revoking_takes_the_rights_away(tree):
    editor = factory.person(role=Role.EDITOR, node=tree.near)
    assert services.revoke(editor, Role.EDITOR, tree.near)
    assert not services.revoke(editor, Role.EDITOR, tree.near)
    fresh = User.objects.get(pk=editor.pk)
    assert not tree.near.permissions_for_user(fresh).can_edit()
    assert not fresh.has_perm("wagtailadmin.access_admin")


def test_deleted_node_takes_its_groups_along(tree):
    editor = factory.person(role=Role.EDITOR, node=tree.near)
    Page.objects.get(pk=tree.near.pk).delete()
    assert not editor.groups.exists()


def test_administrator_grants_at_or_below_the_own_node(tree, boss):
    somebody = factory.person()
    services.grant(somebody, Role.EDITOR, tree.near, by=boss)
    services.grant(somebody, Role.ADMINISTRATOR, tree.network, by=boss)
    assert services.nodes_of(somebody).count() == 2


@pytest.mark.parametrize("node", ["other_network", "home"])
def test_administrator_grants_nothing_beside_or_above(tree, boss, node):
    with pytest.raises(NotAllowed):
        services.grant(factory.person(), Role.REVIEWER, getattr(tree, node), by=boss)


@pytest.mark.parametrize("own", [Role.REVIEWER, Role.APPROVER])
def test_who_is_no_administrator_grants_nothing(tree, own):
    giver = factory.person(role=own, node=tree.network)
    with pytest.raises(NotAllowed):
        services.grant(factory.person(), Role.EDITOR, tree.near, by=giver)


def test_closed_administrator_grants_nothing(tree, boss):
    boss.is_active = False
    with pytest.raises(NotAllowed):
        services.grant(factory.person(), Role.EDITOR, tree.near, by=boss)


def test_administrator_takes_no_role_outside(tree, boss):
    stranger = factory.person(role=Role.EDITOR, node=tree.far)
    with pytest.raises(NotAllowed):
        services.revoke(stranger, Role.EDITOR, tree.far, by=boss)
    assert services.roles_of(stranger).count() == 1


def test_nearest_holders_are_found_up_the_tree(tree):
    far_up = factory.person(role=Role.REVIEWER, node=tree.network)
    assert list(services.people_at(tree.near, Role.REVIEWER)) == [far_up]
    close_by = factory.person(role=Role.REVIEWER, node=tree.street)
    assert list(services.people_at(tree.near, Role.REVIEWER)) == [close_by]
    assert list(services.people_at(tree.far, Role.REVIEWER)) == []


def test_closed_account_is_not_the_nearest_holder(tree):
    far_up = factory.person(role=Role.REVIEWER, node=tree.network)
    services.close(factory.person(role=Role.REVIEWER, node=tree.street))
    assert list(services.people_at(tree.near, Role.REVIEWER)) == [far_up]


def test_handing_over_moves_roles_and_closes_the_account(tree, boss):
    leaving = factory.person(role=Role.EDITOR, node=tree.near)
    services.grant(leaving, Role.REVIEWER, tree.street)
    coming = factory.person(role=Role.EDITOR, node=tree.next_door)
    services.hand_over(leaving, coming, by=boss)
    held = {(row.node_id, row.role) for row in services.roles_of(coming)}
    assert held == {
        (tree.near.pk, "editor"),
        (tree.street.pk, "reviewer"),
        (tree.next_door.pk, "editor"),
    }
    leaving.refresh_from_db()
    assert not leaving.is_active
    assert not leaving.groups.exists()


def test_handing_over_frees_locked_pages(tree):
    leaving = factory.person(role=Role.REVIEWER, node=tree.street)
    Page.objects.filter(pk=tree.near.pk).update(locked=True, locked_by=leaving)
    services.hand_over(leaving, factory.person())
    assert not Page.objects.get(pk=tree.near.pk).locked


def test_handing_over_to_a_closed_account_or_oneself_is_refused(tree):
    leaving = factory.person(role=Role.EDITOR, node=tree.near)
    closed = factory.person(is_active=False)
    for receiver in (leaving, closed):
        with pytest.raises(ValueError, match=r"open|启用"):
            services.hand_over(leaving, receiver)
    assert services.roles_of(leaving).count() == 1


def test_person_with_rights_outside_is_not_closed_by_an_administrator(tree, boss):
    both = factory.person(role=Role.EDITOR, node=tree.near)
    services.grant(both, Role.EDITOR, tree.far)
    with pytest.raises(NotAllowed):
        services.close(both, by=boss)
    both.refresh_from_db()
    assert both.is_active


def test_granting_leaves_a_line_in_the_log(tree, boss):
    from wagtail.models import ModelLogEntry

    editor = factory.person()
    services.grant(editor, Role.EDITOR, tree.near, by=boss)
    entry = ModelLogEntry.objects.get(action="accounts.grant", user=boss)
    assert entry.data["role"] == "editor"
    assert entry.data["node"]["id"] == tree.near.pk
