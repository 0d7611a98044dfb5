"""Questions about who holds what, each one query."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from wagtail.models import Page

from . import nodes
from .models import NodeRole, User
from .roles import MANAGES_PEOPLE, Role


def roles_of(user: User) -> QuerySet[NodeRole]:
    """Return the roles that a person holds, with their nodes, from the top of the tree."""
    return (
        NodeRole.objects.filter(group__user=user)
        .select_related("node")
        .order_by("node__path", "pk")
    )


def nodes_of(user: User, role: Role | None = None) -> QuerySet[Page]:
    """Return the pages on which a person holds a role (this one, or any), from the top."""
    held = NodeRole.objects.filter(group__user=user, **({"role": role} if role else {}))
    return Page.objects.filter(pk__in=held.values("node")).order_by("path")


def managed_paths(user: User) -> list[str]:
    """Return the tree paths at or below which a person manages people; "0001" is everywhere."""
    if not user.is_active:
        return []
    if user.is_superuser:
        return ["0001"]
    held = NodeRole.objects.filter(group__user=user, role__in=MANAGES_PEOPLE)
    return sorted(set(held.values_list("node__path", flat=True)))


def roles_within(paths) -> QuerySet[NodeRole]:
    """Return the roles on nodes at or below any of these tree paths."""
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(node__path__startswith=path)
    return NodeRole.objects.filter(within)


def people_within(paths) -> QuerySet[User]:
    """Return the people with a role at or below any of these tree paths, each once."""
    return User.objects.filter(groups__in=roles_within(paths).values("group")).distinct()


def visible_to(user: User) -> QuerySet[User]:
    """Return the people that an administrator sees; superusers see everybody."""
    if user.is_superuser and user.is_active:
        return User.objects.all()
    return people_within(managed_paths(user))


def unused_since(people: QuerySet[User], moment: datetime) -> QuerySet[User]:
    """Return those whose open account nobody has signed in with since a moment."""
    never = Q(last_login=None, date_joined__lt=moment)
    return people.filter(Q(last_login__lt=moment) | never, is_active=True)


def wholly_within(paths) -> QuerySet[User]:
    """Return the people who hold nothing but roles at or below these tree paths.

    Nobody who is superuser, belongs to another group or holds a permission directly: who may set
    the password of such a person would gain what that person has.
    """
    foreign = User.groups.through.objects.filter(user=OuterRef("pk")).exclude(
        group__in=roles_within(paths).values("group")
    )
    direct = User.user_permissions.through.objects.filter(user=OuterRef("pk"))
    return people_within(paths).filter(
        ~Exists(foreign), ~Exists(direct), is_superuser=False, is_staff=False
    )


def people_at(node: Page, role: Role) -> QuerySet[User]:
    """Return the active holders of a role at the nearest node at or above this page.

    Empty when nobody holds it anywhere above. Two queries.
    """
    above = NodeRole.objects.filter(
        role=role,
        node__path__in=nodes.paths_above(node.path),
        group__user__is_active=True,
    )
    nearest = above.order_by("-node__depth").first()
    if nearest is None:
        return User.objects.none()
    return User.objects.filter(groups=nearest.group_id, is_active=True).order_by("pk")


def holders_at(paths, role: Role) -> dict[str, list[User]]:
    """Return the active holders of a role on exactly these nodes, by tree path; one query."""
    rows = (
        User.groups.through.objects.filter(
            group__node_role__role=role,
            group__node_role__node__path__in=paths,
            user__is_active=True,
        )
        .select_related("user")
        .annotate(path=F("group__node_role__node__path"))
        .order_by("user_id")
    )
    holders: dict[str, list[User]] = {}
    for row in rows:
        holders.setdefault(row.path, []).append(row.user)
    return holders


def acting_node(user: User, path: str) -> Page | None:
    """Return the nearest node at or above this tree path on which a person holds a role.

    It says for which body somebody acts; None for people who hold none there, as superusers.
    """
    held = NodeRole.objects.filter(group__user=user, node__path__in=nodes.paths_above(path))
    nearest = held.select_related("node").order_by("-node__depth").first()
    return nearest and nearest.node
