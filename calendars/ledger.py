"""Entries of the ledger of changes: what is one, and which are shown as one.

An entry is written once and holds values alone. Entries of one centre and one body that follow
each other within ten minutes carry the same batch, so that reading can show them as one change.
"""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min
from django.utils.translation import gettext as _

from .enums import ChangeReason
from .models import ChangeEntry

SHOWN_AS_ONE = timedelta(minutes=10)
# Punctuation that NFKC leaves apart from its half-width form.
SAME_POINTS = str.maketrans("。、．「」『』“”‘’—–−～〜·•・", '.,.""""""\'\'---~~...')


@dataclass(frozen=True)
class Reason:
    """Why something was changed: a kind from the list, and the centre's own words."""

    code: str = ""
    text: str = ""

    @property
    def is_given(self) -> bool:
        """Whether it says something; "another reason" must say which."""
        return bool(self.text.strip()) or self.code not in ("", ChangeReason.OTHER)

    @property
    def sentence(self) -> str:
        """The reason as readers see it, in the language that is active."""
        text = self.text.strip()
        if self.code in ("", ChangeReason.OTHER, ChangeReason.MENU):
            return text
        label = str(ChangeReason(self.code).label)
        return _("%(kind)s: %(words)s") % {"kind": label, "words": text} if text else label


@dataclass(frozen=True)
class Change:
    """One fact of one thing that differs from what was public."""

    thing_id: uuid.UUID
    verb: str
    field: str
    old: str
    new: str
    reason: Reason


def same_in_print(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but white space, width and kind of punctuation.

    Example: "书画室（二楼）" and "书画室 (二楼)" are the same.
    """
    return printed(old) == printed(new)


def printed(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(SAME_POINTS)).translate(SAME_POINTS)
    return "".join(text.split()).rstrip(".")


def record(changes: Sequence[Change], *, node_code: str, body: str, at: datetime) -> None:
    """Write changes to the ledger; belongs inside the transaction that makes them.

    Args:
        node_code: code of the centre that the things belong to.
        body: the centre or body that acts, never a person.
    """
    if not changes:
        return
    batch = batch_of(node_code, body, at)
    ChangeEntry.objects.bulk_create(
        ChangeEntry(
            thing_id=one.thing_id,
            node_code=node_code,
            verb=one.verb,
            field=one.field,
            old=one.old[:300],
            new=one.new[:300],
            reason_code=one.reason.code,
            reason_text=one.reason.text.strip()[:200],
            at=at,
            by_body=body[:100],
            batch=batch,
        )
        for one in changes
    )


def batch_of(node_code: str, body: str, at: datetime) -> uuid.UUID:
    """Return the batch that began within the last ten minutes, else a new one; one query.

    It counts from its first entry, so that a busy morning is not one batch.
    """
    begun = (
        ChangeEntry.objects.filter(node_code=node_code, by_body=body[:100])
        .filter(at__gt=at - 2 * SHOWN_AS_ONE)
        .values("batch")
        .annotate(begun_at=Min("at"))
        .filter(begun_at__gt=at - SHOWN_AS_ONE, begun_at__lte=at)
        .order_by("-begun_at")
        .first()
    )
    return begun["batch"] if begun else uuid.uuid4()
