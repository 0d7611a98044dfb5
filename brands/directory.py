"""The directory of centres: the tree with its counts, and the labels with theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count
from django.db.models.functions import Left, Length
from wagtail.models import Page

from .models import AreaPage, CentrePage

CENTRES_IN_TREE = 120  # above it the tree shows areas and counts, their pages the centres
LABELS_SHOWN = 30


@dataclass
class Branch:
    """An area of the tree: how many centres lie at or below it, and what is directly in it."""

    node: AreaPage
    count: int = 0
    branches: list[Branch] = field(default_factory=list)
    centres: list[CentrePage] = field(default_factory=list)
    open: bool = False


def tree_of(path: str) -> list[Branch]:
    """Return the areas at or below a tree path, nested; at most three queries."""
    columns = ("path", "url_path", "code", "short_name", "tier", "lattice", "accent", "title")
    areas = AreaPage.objects.listed().under(path).only(*columns)
    branches = {area.path: Branch(area) for area in areas}
    counts = counts_by_area(path)
    roots: list[Branch] = []
    for own, branch in branches.items():
        branch.count = sum(count for below, count in counts.items() if below.startswith(own))
        above = branches.get(own[: -Page.steplen])
        (above.branches if above else roots).append(branch)
    if sum(counts.values()) <= CENTRES_IN_TREE:
        for centre in CentrePage.objects.listed().under(path).defer("story"):
            if area := branches.get(centre.path[: -Page.steplen]):
                area.centres.append(centre)
    if len(roots) == 1:
        roots[0].open = True
    return roots


def counts_by_area(path: str) -> dict[str, int]:
    """Return how many centres lie directly in each area, by its tree path; one query."""
    rows = CentrePage.objects.live().filter(alias_of=None).under(path)
    rows = rows.annotate(area=Left("path", Length("path") - Page.steplen)).order_by("area")
    return dict(rows.values_list("area").annotate(Count("pk")))


def labels_of(path: str) -> list[tuple[str, int]]:
    """Return the labels of centres below a tree path with their counts, the commonest first."""
    texts = CentrePage.objects.live().filter(alias_of=None).under(path).exclude(labels="")
    counts = Counter(
        label for text in texts.values_list("labels", flat=True) for label in set(text.split())
    )
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ordered[:LABELS_SHOWN]


def centres_in(branches: list[Branch]) -> list[CentrePage]:
    """Return the centres of a tree and of all that is nested in it."""
    return [
        centre for branch in branches for centre in (*branch.centres, *centres_in(branch.branches))
    ]
