"""Menus, and the public rows their publication writes."""

from .activities import Activity, ActivityAudience, Occurrence
from .menus import ActivityMenuPage
from .sheets import SheetBase

__all__ = ["Activity", "ActivityAudience", "ActivityMenuPage", "Occurrence", "SheetBase"]
