"""Menus, and the public rows their publication writes."""

from .activities import Activity, ActivityAudience, Occurrence, Series
from .attendance import Attendance
from .menus import ActivityMenuPage
from .sheets import SheetBase

__all__ = [
    "Activity",
    "ActivityAudience",
    "ActivityMenuPage",
    "Attendance",
    "Occurrence",
    "Series",
    "SheetBase",
]
