"""Positions in a recording as people write them: 3:15 is three minutes and fifteen seconds."""

from __future__ import annotations

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
LONGEST = 24 * 3600  # seconds


def seconds_of(text: str) -> int:
    """Return the seconds of "3:15", "1:02:40", full width or not, or of a bare number.

    Raises:
        ValueError: the text is no such position, or lies beyond 24 hours.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if re.fullmatch(r"[0-9]{1,5}", plain):
        total = int(plain)
    elif found := _CLOCK.fullmatch(plain):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        if seconds > 59 or (hours and minutes > 59):
            raise ValueError(text)
        total = (hours * 60 + minutes) * 60 + seconds
    else:
        raise ValueError(text)
    if total > LONGEST:
        raise ValueError(text)
    return total


def clock_of(seconds: int) -> str:
    """Return "3:15" for 195, "1:02:40" for 3760."""
    hours, rest = divmod(int(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


class ClockFormField(forms.CharField):
    """A text field that takes 3:15 and gives 195."""

    def __init__(self, *args, **kwargs):
        for name in ("min_value", "max_value"):
            kwargs.pop(name, None)
        super().__init__(*args, **kwargs)

    def prepare_value(self, value):
        return clock_of(value) if isinstance(value, int) else value

    def to_python(self, value):
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        try:
            return seconds_of(text)
        except ValueError as error:
            raise ValidationError(_("Write minutes and seconds, for example 3:15.")) from error


class SecondsField(models.PositiveIntegerField):
    """Seconds from the beginning, typed as 3:15."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ClockFormField, **kwargs})
