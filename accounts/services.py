"""Open an account, give a role, take it back, hand an account over, close it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from . import nodes, querysets, rights
from .errors import NotAllowed, WrongNode
from .models import NodeRole, User
from .querysets import nodes_of, people_at, roles_of
from .roles import MANAGES_PEOPLE, Role

__all__ = [
    "check_manages",
    "close",
    "grant",
    "hand_over",
    "nodes_of",
    "open_account",
    "people_at",
    "reopen",
    "revoke",
    "roles_of",
]


@transaction.atomic
def grant(user: User, role: Role | str, node: Page, *, by: User | None = None) -> NodeRole:
    """Give a person a role on a node; group, rights and collections are made when first needed.

    Giving it twice changes nothing. `by` is the person who gives; None stands for the site itself.

    Raises:
        WrongNode: an editor belongs on a centre, every other role on an area or the whole site.
        NotAllowed: `by` may not give this role here.
    """
    role = Role(role)
    _check_node(role, node)
    _check_giver(by, role, node)
    held = rights.ensure(node, role)
    if not user.groups.filter(pk=held.group_id).exists():
        user.groups.add(held.group)
        _log(user, "accounts.grant", held, by)
    return held


@transaction.atomic
def revoke(user: User, role: Role | str, node: Page, *, by: User | None = None) -> bool:
    """Take a role back; False when the person did not hold it.

    The group stays, so that a review that finds nobody in it can say so.

    Raises:
        NotAllowed: `by` may not take this role here.
    """
    role = Role(role)
    _check_giver(by, role, node)
    held = NodeRole.objects.filter(node=node, role=role, group__user=user).first()
    if held is None:
        return False
    user.groups.remove(held.group)
    _log(user, "accounts.revoke", held, by)
    return True


@transaction.atomic
def open_account(user: User, role: Role | str, node: Page, *, by: User | None = None) -> User:
    """Store a new person, without password, with a first role.

    Raises:
        WrongNode, NotAllowed: as `grant`; then nothing is stored.
    """
    user.set_unusable_password()
    user.save()
    grant(user, role, node, by=by)
    return user


@transaction.atomic
def hand_over(from_user: User, to_user: User, *, by: User | None = None) -> list[NodeRole]:
    """Move all roles of one person to another and close the first account.

    Pages that the first person had locked are free again.

    Raises:
        NotAllowed: `by` does not manage all that the first person holds.
        ValueError: both are the same person, or the second account is closed.
    """
    if from_user == to_user or not to_user.is_active:
        raise ValueError(_("An account is handed over to another one that is open."))
    close(from_user, by=by)
    held = list(roles_of(from_user).select_related("group"))
    for row in held:
        to_user.groups.add(row.group)
        from_user.groups.remove(row.group)
        _log(to_user, "accounts.grant", row, by)
        _log(from_user, "accounts.revoke", row, by)
    return held


@transaction.atomic
def close(user: User, *, by: User | None = None) -> None:
    """Close an account: nobody signs in with it and it counts in no review until reopened.

    Raises:
        NotAllowed: `by` does not manage all that the person holds, or it is `by`'s own account.
    """
    _set_active(user, False, by)
    Page.objects.filter(locked_by=user).update(locked=False, locked_by=None, locked_at=None)


@transaction.atomic
def reopen(user: User, *, by: User | None = None) -> None:
    """Let a closed account be used again, with the roles it had.

    Raises:
        NotAllowed: as `close`.
    """
    _set_active(user, True, by)


def _set_active(user: User, is_active: bool, by: User | None) -> None:
    check_manages(by, user)
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    log(instance=user, action="accounts.reopen" if is_active else "accounts.close", user=by)


def check_manages(by: User | None, user: User) -> None:
    """Refuse unless `by` may change the account itself: password, closing, handing over.

    Raises:
        NotAllowed: the person holds something beyond the nodes of `by`, or is `by`.
    """
    if by is None:
        return
    if by == user:
        raise NotAllowed(_("Nobody closes or resets their own account here."))
    if by.is_superuser and by.is_active:
        return
    if not querysets.wholly_within(querysets.managed_paths(by)).filter(pk=user.pk).exists():
        raise NotAllowed(_("This person also has rights outside your areas."))


def _check_node(role: Role, node: Page) -> None:
    if nodes.kind_of(node) != role.node_kind:
        raise WrongNode(
            _("Editors are named for a centre.")
            if role is Role.EDITOR
            else _("This role is given on an area, not on a single centre.")
        )


def _check_giver(by: User | None, role: Role, node: Page) -> None:
    """Refuse a role above the giver's own, and a node that is not at or below the giver's own."""
    if by is None or (by.is_superuser and by.is_active):
        return
    above = NodeRole.objects.filter(
        group__user=by,
        node__path__in=nodes.paths_above(node.path),
        role__in=MANAGES_PEOPLE,
    )
    own = [Role(held) for held in above.values_list("role", flat=True)]
    if not by.is_active or not any(held.rank >= role.rank for held in own):
        raise NotAllowed(_("You give roles at or below your own areas only."))


def _log(user: User, action: str, held: NodeRole, by: User | None) -> None:
    log(
        instance=user,
        action=action,
        user=by,
        data={
            "role": held.role,
            "node": {"id": held.node_id, "title": held.node.title},
        },
    )
