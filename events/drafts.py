"""A menu's rows as activities that are not saved yet: the one mapping that preview and
publication share.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from brands.models import Facility
from common.models import Audience, Kind, words_of

from .enums import ActivityStatus
from .models import Activity
from .rows import Term, audiences_of, is_free, kind_of, room_of, slots_of

TEXTS = (
    "title",
    "when",
    "place",
    "audience",
    "capacity",
    "fee",
    "sign_up",
    "presenter",
    "contact",
    "series",
    "summary",
    "reason",
)


@dataclass(frozen=True)
class Vocabulary:
    """Kinds, audiences and rooms by which a menu's texts are understood."""

    kinds: tuple[Term, ...]
    audiences: tuple[Term, ...]
    kind_ids: dict[str, int]
    audience_ids: dict[str, int]
    rooms: dict[str, Facility]

    def minutes_of(self, code: str) -> int:
        return next((kind.usual_minutes for kind in self.kinds if kind.code == code), 90)


def vocabulary_of(centre) -> Vocabulary:
    """Read the vocabulary for a centre: three queries."""
    kinds = list(Kind.objects.all())
    audiences = list(Audience.objects.all())
    return Vocabulary(
        kinds=tuple(Term(one.code, words_of(one.words), one.usual_minutes) for one in kinds),
        audiences=tuple(Term(one.code, words_of(one.words)) for one in audiences),
        kind_ids={one.code: one.pk for one in kinds},
        audience_ids={one.code: one.pk for one in audiences},
        rooms={room.name: room for room in centre.facilities.all()} if centre else {},
    )


def draft_activities(menu, centre, vocabulary: Vocabulary) -> list:
    """Return unsaved activities for the rows of a menu, each with its `slots` and `audience_codes`.

    Preview and publication go through this one mapping. Rows whose kind is unknown get "other".
    """
    return [
        activity_of(menu, centre, block, position, vocabulary)
        for position, block in enumerate(menu.rows)
    ]


def activity_of(menu, centre, block, position: int, vocabulary: Vocabulary):
    value = block.value
    texts = {name: (value.get(name) or "").strip() for name in TEXTS}
    kind = kind_of(value.get("kind") or "", texts["title"], vocabulary.kinds)
    if kind not in vocabulary.kind_ids:
        kind = "other"
    activity = Activity(
        menu=menu,
        centre=centre,
        block_id=uuid.UUID(str(block.id)),
        position=position,
        kind_id=vocabulary.kind_ids[kind],
        facility=room_of(texts["place"], vocabulary.rooms),
        is_free=is_free(texts["fee"]),
        status=value.get("status") or ActivityStatus.ON,
        planned_status=value.get("status") or ActivityStatus.ON,
        reason_code=value.get("reason_code") or "",
        **texts,
    )
    activity.slots = slots_of(texts["when"], menu.month, vocabulary.minutes_of(kind))
    activity.is_weekly = len(activity.slots) > 1
    activity.audience_codes = audiences_of(texts["audience"], vocabulary.audiences)
    return activity
