"""Who has to act on a page under review: asked of the tree, never of a fixed list.

The holders of the role at the nearest node at or above the page; without any, the administrators
nearest to it; without any, the superusers. Authors of what is reviewed never count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from . import nodes
from .models.nodes import NodeRole
from .models.people import User
from .roles import MANAGES_PEOPLE


@dataclass(frozen=True)
class Responsible:
    """The people who may act, and where they were found.

    `node_id` is None for superusers. `passed_by` are titles of nodes where the role is set up but
    nobody can act, nearest first.
    """

    people: frozenset[int]
    node_id: int | None = None
    passed_by: tuple[str, ...] = ()


@dataclass
class Staff:
    """All who might be asked about some pages, loaded in at most three queries.

    `holders` maps (tree path, role) to the ids of active people; set up but empty roles are there
    with an empty set.
    """

    holders: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    nodes: dict[str, tuple[int, str]] = field(default_factory=dict)
    _superusers: frozenset[int] | None = None

    @classmethod
    def above(cls, paths: Iterable[str], role: str) -> Staff:
        """Load the holders of a role, and the administrators, at or above these tree paths."""
        wanted = {above for path in paths for above in nodes.paths_above(path)}
        staff = cls()
        rows = NodeRole.objects.filter(
            node__path__in=wanted, role__in={role, *MANAGES_PEOPLE}
        ).values_list("node__path", "role", "node_id", "node__title", "group_id")
        groups = {}
        for path, held, node_id, title, group_id in rows:
            staff.nodes[path] = (node_id, title)
            groups[group_id] = staff.holders.setdefault((path, held), set())
        members = User.groups.through.objects.filter(group__in=groups, user__is_active=True)
        for group_id, user_id in members.values_list("group_id", "user_id"):
            groups[group_id].add(user_id)
        return staff

    @property
    def superusers(self) -> frozenset[int]:
        if self._superusers is None:
            active = User.objects.filter(is_superuser=True, is_active=True)
            self._superusers = frozenset(active.values_list("pk", flat=True))
        return self._superusers

    def responsible_for(self, path: str, role: str, authors: Iterable[int]) -> Responsible:
        """Return who acts on the page at `path` as `role`; `authors` are ids that do not count."""
        authors = frozenset(authors)
        passed_by = []
        for wanted in (role, *sorted(MANAGES_PEOPLE - {role})):
            for above in reversed(nodes.paths_above(path)):
                holders = self.holders.get((above, wanted))
                if holders is None:
                    continue
                node_id, title = self.nodes[above]
                if people := frozenset(holders) - authors:
                    return Responsible(people, node_id, tuple(passed_by))
                passed_by.append(title)
        return Responsible(self.superusers - authors, None, tuple(passed_by))
