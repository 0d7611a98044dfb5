"""Tells the node above what a centre has changed without review, by mail, off the request."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from accounts import letters
from accounts.querysets import people_at
from accounts.roles import Role
from calendars.change_words import is_correction, lines_of, net_of
from common.links import absolute


def tell_above(centre, body: str, changed: Sequence, changes: Sequence) -> None:
    """Send the changes to the reviewers of the nearest area above, once they are stored."""
    addresses = [
        person.email for person in people_at(centre.get_parent(), Role.REVIEWER) if person.email
    ]
    if not addresses:
        return
    # Its readers are not at the desk: the language of the site, not of the editor.
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("%(body)s: change at %(centre)s") % {"body": body, "centre": centre.title}
        text = message(changed, changes)
    letters.post(subject, text, addresses)


def message(changed: Sequence, changes: Sequence) -> str:
    """Return the mail: each date with what differs and why, and where to read on."""
    parts = []
    for occurrence in changed:
        own = [change for change in changes if change.thing_id == occurrence.pk]
        head = f"{occurrence.activity.title} {absolute(f'/a/{occurrence.activity.code}/')}"
        mark = [_("Correction")] if is_correction(own) else []
        parts.append("\n".join([head, *mark, *lines_of(net_of(own)), own[0].reason.sentence]))
    return "\n\n".join(parts)
