"""All facets of a search counted by one statement, from what was found once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from itertools import compress
from operator import and_
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from search.filters import COLUMNS, FACETS, SEVERAL, Counts, Filters, finished, is_past_at

CHUNK = 2_000  # rows counted together
Counted = Iterable[tuple[str, Any, int]]  # facet, value, number; "found" and "all" among them


def count_all(found: QuerySet, filters: Filters, at: dt.datetime, count: Callable) -> Counts:
    """Count what is found in all, and by each facet without its own filter.

    `count` is one of the two ways below to count what a statement finds.
    """
    passing = {
        f"in_{name}": whether(condition)
        for name in FACETS
        if (condition := filters.condition(name))
    }
    found = found.values(*COLUMNS, is_past=is_past_at(at), **passing)
    connection = connections[found.db]
    try:
        inner, params = found.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return Counts()
    with connection.cursor() as cursor:
        return counts_of(count(cursor, inner, params, list(passing)))


def count_here(cursor, found: str, params: Sequence, passing: list[str]) -> Counted:
    """Count the rows as they come: SQLite would sort all of them for each facet."""
    cursor.execute(found, params)
    counts = {name: Counter() for name in (*FACETS, "all", "found")}
    while rows := cursor.fetchmany(CHUNK):
        columns = list(zip(*rows, strict=True))
        flags = dict(zip(passing, columns[len(FACETS) + 1 :], strict=True))
        counts["found"][""] += len(rows)
        for name, values in zip((*FACETS, "all"), columns, strict=False):
            others = [flag for other, flag in flags.items() if other != f"in_{name}"]
            if others:
                values = compress(values, reduce(partial(map, and_), others))
            counts[name].update(values)
    return [(name, *pair) for name, values in counts.items() for pair in values.items()]


def count_there(cursor, found: str, params: Sequence, passing: list[str]) -> Counted:
    """Let the database count: what is found is written down once, each facet counted from there.

    Only values come back and never a row for each combination of them.
    """
    cursor.execute(counting(found, passing), params)
    return cursor.fetchall()


def whether(condition: Q | None = None, **lookups) -> Case:
    """Return an expression that says whether a condition holds."""
    return Case(
        When(condition or Q(**lookups), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def counting(found: str, passing: list[str]) -> str:
    """Return the statement that counts (facet, value, number) of the rows that a query gives."""
    parts = [
        "SELECT 'found', '', COUNT(*) FROM hits",
        f"SELECT 'all', CASE WHEN is_past THEN '1' ELSE '' END, COUNT(*) FROM hits"  # noqa: S608
        f"{_where(passing)} GROUP BY 2",
    ]
    for name, column in zip(FACETS, COLUMNS, strict=True):
        others = [other for other in passing if other != f"in_{name}"]
        parts.append(
            f"SELECT '{name}', CAST({column} AS text), COUNT(*) FROM hits"  # noqa: S608
            f"{_where(others)} GROUP BY 2"
        )
    # Names of columns are ours, values are parameters.
    return f"WITH hits AS MATERIALIZED ({found}) {' UNION ALL '.join(parts)}"


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def counts_of(counted: Counted) -> Counts:
    """Return the counts from (facet, value, number); one value may hold several codes."""
    counts = Counts()
    for facet, value, number in counted:
        if facet == "found":
            counts.found = number
        elif facet == "all":
            counts.total += number
            counts.coming += 0 if value else number
        elif facet in SEVERAL:
            counts.facets[facet].update(dict.fromkeys((value or "").split(), number))
        else:
            key = int(value) if facet == "node" and value else value
            counts.facets[facet][key] += number
    return finished(counts)
