"""States of a livestream and problems of a media file."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LiveState(models.TextChoices):
    """What readers are told about a livestream at a given moment."""

    ANNOUNCED = "announced", _("Announced")
    LIVE = "live", _("Live now")
    ENDED = "ended", _("Ended")
    REPLAY = "replay", _("Replay")
    CANCELLED = "cancelled", _("Cancelled")


class MediaProblem(models.TextChoices):
    """What was found when an uploaded file was looked into."""

    UNREADABLE = "unreadable", _("cannot be read as sound or video")
    TOO_LONG = "too-long", _("takes too long to read")
