"""Pages with a time that was promised: what is changed about it is written down, with a reason.

A page is compared with its row in the table, which says what was last published; drafts live in
revisions. The comparison happens under the lock of the page's row, so of two publications the
second sees the first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from calendars import ledger
from calendars.change_words import ask_why, lines_of, net_of, parsed
from calendars.enums import ChangedField, ChangeReason, ChangeVerb
from calendars.ledger import Change, Reason
from calendars.models import CalendarEntry, ChangeEntry
from calendars.shown import CANCELLED, WITHDRAWN, Shown, changes_of, written

from .coded import CodedPage

UNSAID = Reason(ChangeReason.MENU)
LONG_TEXTS = ("captions_vtt", "transcript", "story")

reason_panel = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("change_code"), FieldPanel("change_reason")])],
    heading=_("Why something public is changed"),
    classname="collapsed",
)


class ToldPage(CodedPage):
    """A page with a time; subclasses say what readers rely on."""

    change_code = models.CharField(
        _("kind of reason"),
        max_length=20,
        choices=ChangeReason.to_choose(),
        blank=True,
        help_text=_("Needed when time, place, presenter or state of something public change."),
    )
    change_reason = models.CharField(
        _("why it is changed"),
        max_length=200,
        blank=True,
        help_text=_("Readers see it on the page of changes and in their calendars."),
    )

    exclude_fields_in_copy = [*CodedPage.exclude_fields_in_copy, "change_code", "change_reason"]
    last_published = None

    class Meta:
        abstract = True

    def told(self) -> Shown | None:
        """What readers rely on, None for a page without a time."""
        raise NotImplementedError

    @property
    def said(self) -> Reason:
        return Reason(self.change_code, self.change_reason)

    def keep_newer_draft(self):
        super().keep_newer_draft()
        self.last_published = stored(self)


def stored(page) -> ToldPage | None:
    """Return a page as it was last published, None before the first time."""
    names = {field.name for field in page._meta.concrete_fields}
    rows = type(page).objects.exclude(first_published_at=None).defer(*names & {*LONG_TEXTS})
    return rows.filter(pk=page.pk).first()


def changes_between(before: ToldPage | None, page: ToldPage, at: datetime) -> list[Change]:
    """Return what publishing the page as it stands in memory would change about its promise.

    Once it is over, another end is no change: "it took longer" breaks no promise.
    """
    old = before and before.told()
    if not old:
        return []
    if not before.live:
        old = replace(old, status=WITHDRAWN)
    new = page.told() or replace(old, status=CANCELLED)
    has_ended = old.end <= at
    reason = reason_of(before, page, new)
    found = changes_of(page.translation_key, old, new, reason=reason, has_ended=has_ended)
    return [one for one in found if not (has_ended and one.field == ChangedField.END)]


def reason_of(before: ToldPage, page: ToldPage, new: Shown) -> Reason:
    """Return the reason that was given for this change, not one left from an earlier one."""
    if page.said.is_given and page.said != before.said:
        return page.said
    if new.status == CANCELLED and getattr(page, "cancel_reason", ""):
        return Reason(text=page.cancel_reason)
    return UNSAID


def record(page: ToldPage, centre, at: datetime) -> None:
    """Write down what is being published; belongs inside the transaction that saves the page."""
    note(centre, changes_between(page.last_published, page, at), at)


def record_withdrawal(page: ToldPage, owner: str, at: datetime) -> None:
    """Write down that a page goes off-line while calendars show it, once."""
    told = page.told()
    if told and CalendarEntry.objects.published().filter(owner=owner).exists():
        after = replace(told, status=WITHDRAWN)
        key = page.translation_key
        changes = changes_of(key, told, after, reason=UNSAID, has_ended=False)
        note(page.get_parent().specific, changes, at)


def note(centre, changes: list[Change], at: datetime) -> None:
    ledger.record(changes, node_code=centre.code, body=centre.title, at=at)


def missing_reason(page: ToldPage, at: datetime) -> str:
    """Return the sentence that asks why, "" when the page changes nothing public or says why."""
    changes = changes_between(stored(page), page, at)
    unsaid = [one for one in changes if one.reason == UNSAID]
    return ask_why(unsaid) if unsaid else ""


def history_of(page: ToldPage) -> list[ChangeEntry]:
    """Return the changes that were told before it was over, oldest first."""
    entries = ChangeEntry.objects.of_things([page.translation_key])
    return list(entries.exclude(verb=ChangeVerb.CORRECT).order_by("at", "pk"))


def moved(page: ToldPage) -> dict:
    """Return what calendars say of a page that was moved: the time first told, and why."""
    moves = [one for one in history_of(page) if one.field == ChangedField.START]
    if not moves or moves[0].old == written(page.told().start, is_all_day=False):
        return {}
    # Calendars have one language, whatever the editor who publishes reads.
    with translation.override(settings.LANGUAGE_CODE):
        reason = Reason(moves[-1].reason_code, moves[-1].reason_text).sentence
    return {"moved_from": parsed(moves[0].old), "reason": reason}


def lines_about(page: ToldPage) -> list[str]:
    """Return what differs from what was told first, for readers of the page; one query."""
    net = net_of(history_of(page))
    net.pop(ChangedField.STATUS, None)  # its page says so itself
    return lines_of(net)
