"""Livestreams begin and end by themselves: pages that show them are then drawn anew."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from common import versions

from .enums import LiveState
from .models import LivestreamPage


def turn_livestreams(at: datetime) -> int:
    """Count a change of each livestream whose state is not the one readers were told.

    Returns: how many turned. Safe to run again, also late: only the present state counts.
    """
    turned = 0
    for state in LiveState.values:
        rows = LivestreamPage.objects.listed().in_state(state, at).exclude(told_state=state)
        for key, path in rows.values_list("pk", "path"):
            with transaction.atomic():
                LivestreamPage.objects.filter(pk=key).update(told_state=state)
                versions.touch(path)
            turned += 1
    return turned
