"""How good the answers are: judged queries against ranked results (pure).

nDCG@10: gains of the first ten, the later the less, against the best order. recall@10: of what was
judged 2 or 3. A query for which nothing is relevant scores 1 when nothing is found.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

FIRST = 10
RELEVANT = 2  # the grade from which a document should be found


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the gain of the first ten found against that of the best ten, 0 to 1."""
    if not grades:
        return float(not found)
    best = sorted(grades.values(), reverse=True)
    return _gain(grades.get(key, 0) for key in found) / _gain(best)


def _gain(grades: Iterable[int]) -> float:
    pairs = zip(grades, range(FIRST), strict=False)
    return sum((2**grade - 1) / math.log2(place + 2) for grade, place in pairs)


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return which part of the relevant documents is among the first ten, 0 to 1."""
    if not grades:
        return float(not found)
    wanted = {key for key, grade in grades.items() if grade >= RELEVANT}
    if not wanted:
        return 1.0
    return len(wanted.intersection(found[:FIRST])) / min(FIRST, len(wanted))


def scores(judged: Iterable[tuple[Mapping, Sequence[str]]]) -> dict[str, list[tuple[float, float]]]:
    """Return (nDCG, recall) of each query by "all", by mode and by category.

    Args:
        judged: each query as it was read, and the keys found for it, best first.
    """
    groups = defaultdict(list)
    for query, found in judged:
        score = ndcg(found, query["relevant"]), recall(found, query["relevant"])
        for group in ("all", query["mode"], query["category"]):
            groups[group].append(score)
    return groups


def mean(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    first, second = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    return first, second
