"""People, what they may do where, and the step of a review that asks the tree."""

from .absences import Absence
from .approvals import Approval
from .nodes import NodeCollection, NodeRole
from .people import User
from .rules import ReviewRule
from .tasks import RoleTask
from .urgency import Urgency

__all__ = [
    "Absence",
    "Approval",
    "NodeCollection",
    "NodeRole",
    "ReviewRule",
    "RoleTask",
    "Urgency",
    "User",
]
