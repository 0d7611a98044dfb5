"""Kinds of talent notice and units of pay."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    JOB = "job", _("Job")
    DAY_LABOUR = "day-labour", _("Day labour")
    PIECEWORK = "piecework", _("Piecework")
    COURSE = "course", _("Course")
    FAIR = "fair", _("Job fair")


class PayUnit(models.TextChoices):
    """What one amount of pay is for."""

    MONTH = "month", _("a month")
    DAY = "day", _("a day")
    HOUR = "hour", _("an hour")
    PIECE = "piece", _("a piece")
    TIME = "time", _("a time")
    YEAR = "year", _("a year")
