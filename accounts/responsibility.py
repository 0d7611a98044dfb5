"""Who has to act on a page under review: asked of the tree, never of a fixed list.

The holders of the role at the nearest node at or above the page; without any, the administrators
nearest to it; without any, the superusers. Authors of what is reviewed never count. Who is away is
as if not there, but for the person who stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils import timezone

from . import nodes
from .models.absences import Absence
from .models.nodes import NodeRole
from .models.people import User
from .roles import MANAGES_PEOPLE, Role


@dataclass(frozen=True)
class Responsible:
    """The people who may act, and where they were found.

    `node_id` is None for superusers. `passed_by` are titles of nodes where the role is set up but
    nobody can act, nearest first. `standing_in` tells of delegates for whom each of them acts.
    """

    people: frozenset[int]
    node_id: int | None = None
    node_title: str = ""
    passed_by: tuple[str, ...] = ()
    standing_in: Mapping[int, frozenset[int]] = field(default_factory=dict)
    authors: frozenset[int] = frozenset()

    def includes(self, user) -> bool:
        """Whether this person may act; superusers always may, but not on their own text."""
        as_superuser = user.is_superuser and user.pk not in self.authors
        return user.is_active and (user.pk in self.people or as_superuser)

    def along_with(self, others: Responsible) -> Responsible:
        """Return the same with other people beside them."""
        standing_in = {**others.standing_in, **self.standing_in}
        return replace(self, people=self.people | others.people, standing_in=standing_in)


NOBODY = Responsible(frozenset())  # where nothing is under review


@dataclass
class Staff:
    """All who might be asked about some pages, loaded in at most four queries.

    `holders` maps (tree path, role) to the ids of active people; set up but empty roles are there
    with an empty set. `away` maps who is absent today to who stands in.
    """

    holders: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    nodes: dict[str, tuple[int, str]] = field(default_factory=dict)
    away: dict[int, int] = field(default_factory=dict)
    _superusers: frozenset[int] | None = None

    @classmethod
    def above(cls, paths: Iterable[str], role: str) -> Staff:
        """Load the holders of a role, and of those above it, at or above these tree paths."""
        wanted = {above for path in paths for above in nodes.paths_above(path)}
        staff = cls()
        rows = NodeRole.objects.filter(
            node__path__in=wanted, role__in=roles_from(role)
        ).values_list("node__path", "role", "node_id", "node__title", "group_id")
        groups = {}
        for path, held, node_id, title, group_id in rows:
            staff.nodes[path] = (node_id, title)
            groups[group_id] = staff.holders.setdefault((path, held), set())
        members = User.groups.through.objects.filter(group__in=groups, user__is_active=True)
        for group_id, user_id in members.values_list("group_id", "user_id"):
            groups[group_id].add(user_id)
        away = Absence.objects.on(timezone.localdate()).order_by("pk")
        staff.away = dict(away.values_list("person", "delegate"))
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
                if (above, wanted) not in self.holders:
                    continue
                node_id, title = self.nodes[above]
                people, standing_in = self.acting(above, wanted, authors)
                if people:
                    return Responsible(
                        people, node_id, title, tuple(passed_by), standing_in, authors
                    )
                passed_by.append(title)
        return Responsible(self.superusers - authors, passed_by=tuple(passed_by), authors=authors)

    def acting(self, path: str, role: str, authors: frozenset[int]):
        """Return who acts in a role on a node, and for whom delegates among them do.

        Nobody stands in for an author: it would be the author's own approval.
        """
        holders = self.holders[path, role] - authors
        there = holders - self.away.keys()
        standing_in: dict[int, frozenset[int]] = {}
        for absent in holders & self.away.keys():
            delegate = self.away[absent]
            if delegate not in there | authors | self.away.keys() and self.outranks(
                delegate, path, role
            ):
                standing_in[delegate] = standing_in.get(delegate, frozenset()) | {absent}
        return frozenset(there | standing_in.keys()), standing_in

    def outranks(self, person: int, path: str, role: str) -> bool:
        """Whether somebody holds this role or a higher one on the node or above it."""
        return any(
            person in self.holders.get((above, held), ())
            for above in nodes.paths_above(path)
            for held in roles_from(role)
        )


def roles_from(role: str) -> list[Role]:
    """Return the role and those above it."""
    return list(Role)[Role(role).rank :]
