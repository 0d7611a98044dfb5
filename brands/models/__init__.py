"""The tree, the identity of its centres, and what a centre offers."""

from .facilities import ClosedDays, Facility, OpeningHours, Person, ServiceWindow, Stop
from .identity import AreaFigure, Brand, CentreFigure, Pillar
from .tree import AreaPage, CentrePage

__all__ = [
    "AreaFigure",
    "AreaPage",
    "Brand",
    "CentreFigure",
    "CentrePage",
    "ClosedDays",
    "Facility",
    "OpeningHours",
    "Person",
    "Pillar",
    "ServiceWindow",
    "Stop",
]
