"""Verbs on what is already public: done at once, with a reason, written to the ledger.

The menu is locked before anything is read, so that of two people who act at once one is told; the
same lock keeps a publication and a verb apart. Asking twice for the same changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from calendars import ledger
from calendars.ledger import Change, Reason
from calendars.shown import WITHDRAWN, Shown, changes_of
from common import versions

from . import entries, errors, telling
from .cautions import Caution, cautions_about
from .models import Activity, Occurrence
from .shown import shown_of
from .verbs import Verb

WRITTEN = (
    "start",
    "end",
    "end_is_assumed",
    "moved_from",
    "moved_place",
    "online_address",
    "status",
    "reason_code",
    "reason",
)


@dataclass(frozen=True)
class Order:
    """Which dates of a menu, why, when and by whom.

    Attributes:
        keys: the occurrences, all of one menu.
        body: the centre or body that acts; empty stands for the centre itself.
        seen: the `token` of the state that the person looked at; empty does not ask.
        accepted: codes of the warnings that the person has ticked; None takes all.
    """

    keys: tuple[UUID, ...]
    reason: Reason
    at: datetime
    body: str = ""
    seen: str = ""
    accepted: frozenset[str] | None = None


@dataclass
class Outcome:
    """What an order does: its dates in their new state, what was shown before, what differs."""

    occurrences: list[Occurrence]
    before: dict[UUID, Shown]
    token: str
    changes: list[Change] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)

    @property
    def changed(self) -> list[Occurrence]:
        keys = {change.thing_id for change in self.changes}
        return [one for one in self.occurrences if one.pk in keys]

    @property
    def menu(self):
        return self.occurrences[0].activity.menu

    @property
    def centre(self):
        return self.occurrences[0].centre


@transaction.atomic
def carry_out(order: Order, verb: Verb) -> Outcome:
    """Do it in one transaction: dates, ledger, calendars, search, versions of pages.

    An order that is fulfilled already changes nothing and is no error.

    Raises:
        ChangeRefused: one of `errors.py`; nothing is changed.
        Occurrence.DoesNotExist: the dates are not of one menu, or there are none like them.
    """
    outcome = outcome_of(order, verb)
    if not outcome.changes:
        return outcome
    if not order.reason.is_given:
        raise errors.ReasonMissing
    if order.accepted is not None:
        unread = [one for one in outcome.cautions if one.code not in order.accepted]
        if unread:
            raise errors.NotAcknowledged(unread)
    store(outcome, order)
    return outcome


@transaction.atomic
def foresee(order: Order, verb: Verb) -> Outcome:
    """Return what the order would do; nothing is written. Errors as `carry_out`."""
    return outcome_of(order, verb)


def outcome_of(order: Order, verb: Verb) -> Outcome:
    """Let the verb work on the locked dates in memory, and compare."""
    verb.check(order.reason)
    occurrences = locked(order.keys, verb.whole)
    before = {one.pk: shown_of(one) for one in occurrences}
    outcome = Outcome(occurrences, before, token_of(before))
    check_public(outcome, verb)
    for occurrence in occurrences:
        verb.alter(occurrence)
    for one in occurrences:
        old, new = before[one.pk], shown_of(one)
        found = changes_of(one.pk, old, new, reason=order.reason, has_ended=old.end <= order.at)
        if found:
            if order.seen and order.seen != outcome.token:
                raise errors.Overtaken
            verb.check_date(old, new, order.at)
            outcome.changes += found
    outcome.cautions = cautions_about(outcome.changed, before, order.at)
    return outcome


def check_public(outcome: Outcome, verb: Verb) -> None:
    """Refuse dates that nobody sees, unless the verb is the one that brings them back."""
    withdrawn = any(shown.status == WITHDRAWN for shown in outcome.before.values())
    if not outcome.menu.live or (withdrawn and not verb.whole):
        raise errors.NotPublic


def locked(keys: tuple[UUID, ...], whole: bool) -> list[Occurrence]:
    """Lock the menu of these dates, then read them, or all dates of their activities.

    Raises:
        NothingChosen: no date was named.
        Occurrence.DoesNotExist: they are not of one menu, or one does not exist.
    """
    if not keys:
        raise errors.NothingChosen
    chosen = Occurrence.objects.filter(pk__in=keys)
    rows = chosen.values_list("pk", "activity_id", "activity__menu_id")
    found = list(rows)
    menus = {menu_id for _, _, menu_id in found}
    if len(menus) != 1 or len(found) != len(set(keys)):
        raise Occurrence.DoesNotExist
    lock_menu(menus.pop())
    if whole:
        chosen = Occurrence.objects.filter(activity__in={key for _, key, _ in found})
    return with_one_activity(
        chosen.select_related("activity__menu", "activity__facility", "activity__kind", "centre")
        .defer("activity__menu__rows", "centre__story")
        .order_by("start", "pk")
    )


def lock_menu(menu_id: int) -> None:
    """Wait until nobody else changes the menu; publication holds the same row."""
    Page.objects.select_for_update().get(pk=menu_id)


def with_one_activity(occurrences) -> list[Occurrence]:
    """Let the dates of an activity share one object, so that its change shows on all."""
    shared: dict[int, Activity] = {}
    found = list(occurrences)
    for occurrence in found:
        occurrence.activity = shared.setdefault(occurrence.activity_id, occurrence.activity)
    return found


def token_of(shown: dict[UUID, Shown]) -> str:
    """Return a short text that stands for the state somebody looked at."""
    facts = sorted((str(key), repr(one)) for key, one in shown.items())
    return sha256(repr(facts).encode()).hexdigest()[:24]


def store(outcome: Outcome, order: Order) -> None:
    centre, menu, changed = outcome.centre, outcome.menu, outcome.changed
    for occurrence in changed:
        occurrence.give_reason(order.reason)
    Occurrence.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["uuid"], update_fields=WRITTEN
    )
    for activity in {one.activity.pk: one.activity for one in changed}.values():
        activity.save(update_fields=["status"])
    body = order.body or centre.title
    ledger.record(outcome.changes, node_code=centre.code, body=body, at=order.at)
    entries.refresh(menu, centre, order.at)
    versions.touch(menu.path)
    telling.tell_above(centre, body, changed, outcome.changes)


def rest_of(activity: Activity, at: datetime) -> list[UUID]:
    """Return the dates of an activity that are still to come and take place."""
    coming = activity.occurrences.upcoming(at).taking_place().order_by("start")
    return list(coming.values_list("pk", flat=True))
