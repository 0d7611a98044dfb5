"""Talent notices: jobs, day labour, piecework, courses and job fairs."""

from .notices import TalentNoticePage
from .positions import Position

__all__ = ["Position", "TalentNoticePage"]
