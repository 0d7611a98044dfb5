"""People, what they may do where, and the step of a review that asks the tree."""

from .approvals import Approval
from .nodes import NodeCollection, NodeRole
from .people import User
from .rules import ReviewRule
from .tasks import RoleTask

__all__ = ["Approval", "NodeCollection", "NodeRole", "ReviewRule", "RoleTask", "User"]
