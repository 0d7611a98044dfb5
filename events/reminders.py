"""Reminders to the editors of centres whose menu is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.log_actions import log

from accounts.querysets import holders_at
from accounts.roles import Role
from common.links import absolute

from .menu_months import MONTHS


@dataclass(frozen=True)
class Reminded:
    """How many were written to, and whom no mail reaches."""

    people: int
    unreached: list[str]


def remind(centres, month: date, by) -> Reminded:
    """Write to the editors of these centres, once each, and log it at each centre."""
    holders = holders_at([centre.path for centre in centres], Role.EDITOR)
    letters, unreached = [], []
    for centre in centres:
        editors = holders.get(centre.path, [])
        reached = [user.email for user in editors if user.email]
        unreached += [f"{centre.short_name} {user}" for user in editors if not user.email]
        if not editors:
            unreached.append(centre.short_name)
        letters += [(email, centre.short_name) for email in reached]
    with transaction.atomic():
        for centre in centres:
            data = {"month": f"{month:%Y-%m}"}
            log(instance=centre, action="events.remind", user=by, data=data)
        if letters:
            month_text = month.isoformat()
            transaction.on_commit(lambda: write.enqueue(letters, month_text))
    return Reminded(len(letters), unreached)


@task()
def write(letters: list, month: str) -> None:
    """Send the letters; each is a pair of address and the centre's short name."""
    name = f"{MONTHS[date.fromisoformat(month).month - 1]}月"
    link = absolute(reverse("wagtailadmin_home"))
    for email, centre in letters:
        subject = _("%(centre)s: the menu of %(month)s") % {"centre": centre, "month": name}
        body = _(
            "The activity menu of %(month)s of %(centre)s has not been submitted yet.\n"
            "Upload the sheet or write it here: %(link)s"
        ) % {"month": name, "centre": centre, "link": link}
        send_mail(subject, body, None, [email])
