"""What happens now with a page, in words with numbers and time."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import RoleTask
from accounts.review import WHOLE, composer_of, unchanged

from .deadlines import Waiting, deadlines_of


def decided(rows: int, returned: int) -> str:
    """Say how many rows were approved and sent back; nothing for a page without rows."""
    if not rows:
        return ""
    passed = rows - returned
    said = ngettext("%(number)d row approved", "%(number)d rows approved", passed)
    said %= {"number": passed}
    if returned:
        said += ngettext(", %(number)d sent back", ", %(number)d sent back", returned) % {
            "number": returned
        }
    return said + _(". ")


def what_follows(page, wished: datetime | None = None) -> str:
    """Say of a page as stored who is asked next, or when it goes or went out.

    Args:
        wished: the moment that the approved text named for going out.
    """
    if page.current_workflow_task_state is not None:
        return asked_next(page)
    scheduled = page.scheduled_revision
    if scheduled is not None:
        return _("It goes out on %(moment)s.") % {"moment": said(scheduled.approved_go_live_at)}
    moment = f"{timezone.localtime(page.last_published_at):%H:%M}"
    is_first = page.first_published_at == page.last_published_at
    if is_first and wished and wished <= page.last_published_at:
        return _("Its moment, %(wished)s, had passed: it went out at once, at %(moment)s.") % {
            "wished": said(wished),
            "moment": moment,
        }
    return _("It went out at %(moment)s.") % {"moment": moment}


def asked_next(page) -> str:
    """Say which step it is now, until when, at which area, and where nobody could do it."""
    step = page.current_workflow_task_state
    task = step.task.specific
    review = step.workflow_state
    waiting = Waiting.in_step(review, step, page.path)
    [due] = deadlines_of([waiting], timezone.localdate())
    values = {"step": task.name, "day": date_format(due.day, "MONTH_DAY_FORMAT")}
    if waiting.is_confirmation:
        values["moment"] = f"{timezone.localtime(review.urgency.released_at):%H:%M}"
        text = _("It went out at %(moment)s; %(step)s confirms it by %(day)s.") % values
    else:
        text = _("Next step: %(step)s, by %(day)s.") % values
    if isinstance(task, RoleTask) and (passed_up := passed_up_in_words(task.responsible_for(page))):
        text = f"{text} {passed_up}"
    return text


def lapsed_in_words(page) -> str:
    """Say what becomes of a page that waits approved for its date, now that it was sent anew."""
    waiting = page.scheduled_revision
    if waiting is None:
        return ""
    approved = waiting.as_object()
    parts = composer_of(approved).parts_of(approved)
    kept = unchanged(approved, page.get_latest_revision_as_object())
    number = len(parts.keys() - kept - {WHOLE})
    if not number:
        return ""
    return ngettext(
        "%(number)d approved row was changed: its approval has lapsed. The others go out on "
        "%(moment)s.",
        "%(number)d approved rows were changed: their approval has lapsed. The others go out on "
        "%(moment)s.",
        number,
    ) % {"number": number, "moment": said(waiting.approved_go_live_at)}


def passed_up_in_words(asked) -> str:
    """Say where nobody can do the step, and who has it instead; empty when all is usual."""
    if not asked.passed_by:
        return ""
    return _("Nobody can do it at %(areas)s at present; it went up to %(above)s.") % {
        "areas": "、".join(asked.passed_by),
        "above": asked.node_title or _("the administrators of the site"),
    }


def said(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")
