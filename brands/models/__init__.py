"""The tree, the identity of its centres, and what a centre offers."""

from .facilities import Facility, OpeningHours, Person, ServiceWindow, Stop
from .identity import AreaFigure, CentreFigure, Pillar
from .tree import AreaPage, CentrePage

__all__ = [
    "AreaFigure",
    "AreaPage",
    "CentreFigure",
    "CentrePage",
    "Facility",
    "OpeningHours",
    "Person",
    "Pillar",
    "ServiceWindow",
    "Stop",
]
