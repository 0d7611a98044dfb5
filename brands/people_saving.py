"""Opens the accounts of a checked sheet, and invites people to set their password."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_tasks import task

from accounts import password_links, querysets, services
from accounts.models import User

from .people_sheets import PeoplePlan


class AccountsChanged(Exception):
    """The accounts are no longer what the check has shown."""


@transaction.atomic
def save_people(plan: PeoplePlan, fingerprint: str) -> None:
    """Open the new accounts and give the roles; wrong rows wait.

    Every right is asked again where it is given.

    Raises:
        AccountsChanged: somebody changed them since the plan was shown; nothing is stored.
        NotAllowed, WrongNode: a role may not be given there; nothing is stored.
    """
    if plan.fingerprint != fingerprint:
        raise AccountsChanged
    opened: dict[str, User] = {}
    for step in plan.to_save:
        name = step.values["username"]
        user = step.user or opened.get(name.casefold())
        if user is not None:
            services.grant(user, step.role, step.node, by=plan.by)
            continue
        user = User(
            username=name,
            full_name=step.values["full_name"],
            email=step.values.get("email", ""),
            mobile=step.values.get("mobile", ""),
        )
        opened[name.casefold()] = services.open_account(user, step.role, step.node, by=plan.by)


def to_invite(by: User) -> QuerySet[User]:
    """Return the people without a password whose whole account `by` manages."""
    return (
        querysets.wholly_within(querysets.managed_paths(by))
        .filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .exclude(pk=by.pk)
        .order_by("username")
    )


def invite_by_mail(people: Iterable[User]) -> int:
    """Have the invitations sent to those who gave an address; return how many."""
    asked = [user.pk for user in people if user.email]
    with transaction.atomic():
        for pk in asked:
            transaction.on_commit(partial(send_invitation.enqueue, pk))
    return len(asked)


@task()
def send_invitation(user_id: int) -> None:
    """Send one person the link; who set a password meanwhile needs none."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or not user.email or user.has_usable_password():
        return
    text = _(
        "Hello %(name)s,\n\nan account was opened for you. Your user name is %(username)s."
        "\nOpen this address to set your password; it works once:\n\n%(link)s\n"
    )
    values = {
        "name": user.get_full_name(),
        "username": user.username,
        "link": password_links.make(user),
    }
    send_mail(_("Your account"), text % values, None, [user.email])
