"""People, what they may do where, and the step of a review that asks the tree."""

from .nodes import NodeCollection, NodeRole
from .people import User
from .tasks import RoleTask

__all__ = ["NodeCollection", "NodeRole", "RoleTask", "User"]
