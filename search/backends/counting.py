"""All facets of a search counted by one statement, from what was found once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from search.filters import COLUMNS, FACETS, SEVERAL, Counts, Filters, finished, is_past_at


def count_all(found: QuerySet, filters: Filters, at: dt.datetime) -> Counts:
    """Count what is found in all, and by each facet without its own filter.

    What is found is written down once; each facet is counted from there, so that only values
    come back and never a row for each combination of them.
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
        cursor.execute(counting(inner, list(passing)), params)
        return counts_of(cursor.fetchall())


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


def counts_of(rows: Iterable[tuple[str, str | None, int]]) -> Counts:
    """Return the counts from (facet, value, number); one value may hold several codes."""
    counts = Counts()
    for facet, value, number in rows:
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
