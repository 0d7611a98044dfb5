"""Menus, and the public rows their publication writes."""

from .activities import Activity, ActivityAudience, Occurrence, Series
from .attendance import Attendance
from .calendar_sources import CalendarSource
from .menus import ActivityMenuPage
from .sheets import SheetBase

__all__ = [
    "Activity",
    "ActivityAudience",
    "ActivityMenuPage",
    "Attendance",
    "CalendarSource",
    "Occurrence",
    "Series",
    "SheetBase",
]
