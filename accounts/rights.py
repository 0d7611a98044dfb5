"""A role on a node turned into Wagtail's rights, all on one group."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils import translation
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from . import collections, roles
from .models import NodeRole
from .roles import Role


def ensure(node: Page, role: Role) -> NodeRole:
    """Return the role on the node with its group and rights, made or brought up to date.

    Call it inside a transaction.
    """
    own, shared = collections.ensure(node)
    held = NodeRole.objects.filter(node=node, role=role).select_related("group").first()
    if held is None:
        group = Group.objects.create(name=_group_name(node, role))
        held = NodeRole.objects.create(node=node, role=role, group=group)
    _write(held, node, own, shared)
    return held


def renew_below(node: Page) -> None:
    """Bring the rights of every role at or below a node up to date, after a move."""
    for held in NodeRole.objects.filter(node__path__startswith=node.path).select_related("node"):
        ensure(held.node, Role(held.role))


def _group_name(node: Page, role: Role) -> str:
    """Return a name that is unique (by the key) and readable for a superuser."""
    with translation.override(settings.LANGUAGE_CODE):
        return f"{node.title[:100]} · {role.label} #{node.pk}"


def _write(held: NodeRole, node: Page, own: Collection, shared: Collection | None) -> None:
    role, group = Role(held.role), held.group
    pages = [("wagtailcore", f"{action}_page") for action in roles.PAGE_ACTIONS[role]]
    everywhere = roles.site_permissions(role, node.depth)
    stored = _permissions([*pages, *everywhere, *roles.OWN_FILES])
    group.permissions.set(stored[name] for name in everywhere if name in stored)

    GroupPagePermission.objects.filter(group=group).delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=node, permission=stored[name]) for name in pages
    )
    on_files = [(own, name) for name in roles.OWN_FILES]
    on_files += [(shared, name) for name in roles.SHARED_FILES if shared]
    GroupCollectionPermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=place, permission=stored[name])
        for place, name in on_files
    )


def _permissions(names) -> dict[tuple[str, str], Permission]:
    """Return the stored permissions by (app label, codename); absent ones are left out."""
    wanted = Q(pk__in=[])
    for app_label, codename in names:
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    found = Permission.objects.filter(wanted).select_related("content_type")
    return {(row.content_type.app_label, row.codename): row for row in found}
