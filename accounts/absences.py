"""Somebody is away: who may stand in, naming them, coming back earlier."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import letters, nodes
from .errors import NotAllowed
from .models import Absence, NodeRole, User
from .responsibility import roles_from
from .roles import Role


def acting_roles(person: User) -> list[NodeRole]:
    """Return the roles by which a person acts in reviews."""
    held = NodeRole.objects.filter(group__user=person).exclude(role=Role.EDITOR)
    return list(held.select_related("node"))


def possible_delegates(person: User):
    """Return who holds, for each role of this person, the same or a higher one there or above."""
    roles = acting_roles(person)
    people = User.objects.filter(is_active=True).exclude(pk=person.pk)
    for held in roles:
        at_or_above = NodeRole.objects.filter(
            node__path__in=nodes.paths_above(held.node.path), role__in=roles_from(held.role)
        )
        people = people.filter(groups__in=at_or_above.values("group"))
    return people.distinct().order_by("full_name", "pk") if roles else User.objects.none()


@transaction.atomic
def name_delegate(person: User, delegate: User, first: date, last: date) -> Absence:
    """Let somebody stand in from the first to the last day, and write to them.

    Raises:
        NotAllowed: the delegate does not have the same rights, or another one is named already.
    """
    User.objects.select_for_update().get(pk=person.pk)
    if not possible_delegates(person).filter(pk=delegate.pk).exists():
        raise NotAllowed(_("Who stands in needs your role or a higher one, at your areas."))
    if Absence.objects.filter(person=person).overlapping(first, last).exists():
        raise NotAllowed(_("For some of these days you have named somebody already."))
    absence = Absence.objects.create(person=person, delegate=delegate, first=first, last=last)
    data = {"delegate": delegate.get_full_name(), "first": f"{first}", "last": f"{last}"}
    log(instance=person, action="accounts.absence", user=person, data=data)
    tell_delegate(absence)
    return absence


def tell_delegate(absence: Absence) -> None:
    """Write to who stands in, in the language of the site."""
    if not absence.delegate.email:
        return
    with translation.override(settings.LANGUAGE_CODE):
        name = absence.person.get_full_name()
        subject = _("You stand in for %(name)s") % {"name": name}
        text = _(
            "From %(first)s to %(last)s what waits for %(name)s in reviews comes to you as well.\n"
            "You find it on your desk: %(link)s"
        ) % {
            "name": name,
            "first": absence.first,
            "last": absence.last,
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
        }
    letters.post(subject, text, [absence.delegate.email])


@transaction.atomic
def come_back(absence: Absence, today: date) -> None:
    """End an absence now; one that has not begun is as if never named."""
    log(instance=absence.person, action="accounts.return", user=absence.person)
    if absence.first >= today:
        absence.delete()
    else:
        absence.last = today - timedelta(days=1)
        absence.save(update_fields=["last"])
