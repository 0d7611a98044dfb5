"""PostgreSQL: text search vectors over analysed text, through the index on title || body.

Migration 0002 of this app makes that index; Wagtail names it, but no migration of it makes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Cast
from modelsearch.backends.database.postgres import postgres as stock
from modelsearch.backends.database.postgres.weights import get_weight
from modelsearch.query import Fuzzy, Phrase, PlainText
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from chinese.tokens import Term

from .common import (
    DatabaseCompiler,
    DatabaseIndex,
    DatabaseResults,
    Preferring,
    asked,
    column_of,
    phrase,
    text_fields,
)
from .counting import whether

CANDIDATES = 2_000  # ranking reads whole vectors: only of this many, hits in the title first
WEIGHTS = "{0.1,0.2,0.4,1.0}"  # of D, C, B, A; A is the title


def quoted(term: Term) -> str:
    """Return a term for to_tsquery. Tokens hold letters and digits alone: nothing to escape."""
    return f"'{term.token}':*" if term.is_prefix else f"'{term.token}'"


_is_index_only: ContextVar[bool] = ContextVar("search_is_index_only", default=False)


@contextmanager
def index_only(connection) -> Iterator[None]:
    """Keep the planner from reading the whole table for frequent words; blocks may be nested.

    It does not count what reading the vectors costs (100,000 rows: 1.9 s instead of 0.3 s).
    """
    if _is_index_only.get():
        yield
        return
    token = _is_index_only.set(True)
    try:
        # An error undoes the setting: it rolls back to before it.
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            yield
            cursor.execute("SET LOCAL enable_seqscan = on")
    finally:
        _is_index_only.reset(token)


WRITE = """
    INSERT INTO {table} (
        content_type_id, object_id, {columns}, title_norm, title_text, body_text
    )
    SELECT %s, rows.key, {vectors}, 1, '', ''
    FROM unnest({arrays}) AS rows(key, {names})
    ON CONFLICT (content_type_id, object_id) DO UPDATE SET {updates}
"""
COLUMNS = ("title", "body", "autocomplete")


def place_of(field) -> tuple[str, str]:
    """Return the column of a text field and the weight of its tokens there."""
    return column_of(field), get_weight(getattr(field, "boost", None))


def writing(places: list[tuple[str, str]]) -> str:
    """Return the statement that writes rows, given as arrays: keys, then texts of each place."""
    vectors = dict.fromkeys(COLUMNS, "''::tsvector")
    for number, (column, weight) in enumerate(places):
        vectors[column] += f" || setweight(to_tsvector('simple', text_{number}), '{weight}')"
    return WRITE.format(
        table=stock.IndexEntry._meta.db_table,
        columns=", ".join(COLUMNS),
        vectors=", ".join(vectors.values()),
        arrays=", ".join(["%s::text[]"] * (len(places) + 1)),
        names=", ".join(f"text_{number}" for number in range(len(places))),
        updates=", ".join(f"{column} = excluded.{column}" for column in COLUMNS),
    )


class PostgresIndex(DatabaseIndex, stock.PostgresIndex):
    def add_items(self, model, objs):
        places = sorted({place_of(field) for field in text_fields(model.get_search_fields())})
        rows = self.rows(model, objs, places, place_of)
        if rows and places:
            arrays = map(list, zip(*rows, strict=True))
            with self.write_connection.cursor() as cursor:
                cursor.execute(writing(places), [get_content_type_pk(model), *arrays])


class PostgresCompiler(DatabaseCompiler, stock.PostgresSearchQueryCompiler):
    def build_tsquery_content(self, query, config=None, invert=False):
        config = config or "simple"
        if isinstance(query, Phrase):
            text = " <-> ".join(map(quoted, phrase(query)))
            return SearchQuery(text, search_type="raw", config=config, invert=invert)
        if not isinstance(query, (PlainText, Fuzzy)):
            return super().build_tsquery_content(query, config=config, invert=invert)
        plain = query
        if isinstance(query, Fuzzy):  # pg_trgm finds nothing in words of two characters
            plain = PlainText(query.query_string, operator=query.operator)
        text = " | ".join(
            "(" + " & ".join(map(quoted, wanted)) + ")"
            for wanted in asked(plain, is_name=self.is_name)
        )
        return SearchQuery(text, search_type="raw", config=config, invert=invert)

    def expression(self):
        return self.build_tsquery_content(self.query), False

    def vector(self):
        first, *others = [F(column) for column in self._by_index()]
        for other in others:
            first = first._combine(other, "||", False)
        return first

    def _by_index(self) -> list[str]:
        # "title || body" in this order is what the index holds.
        return sorted(self.columns, reverse=True)

    def keyed(self, rows: QuerySet) -> QuerySet:
        """Return rows of the index of this model, with the object's key as `key`."""
        pk = self.queryset.model._meta.pk
        while pk.remote_field:
            pk = pk.target_field
        # "+ 0" hides the column from the planner: it would begin at its index and ask the
        # full-text table once for each row.
        return (
            rows.alias(kind=F("content_type_id") + 0)
            .filter(kind__in=get_descendants_content_types_pks(self.queryset.model))
            .annotate(key=Cast("object_id", pk))
        )

    def rows(self):
        expression, _is_negated = self.expression()
        rows = stock.IndexEntry.objects.alias(vector=self.vector()).filter(vector=expression)
        return self.keyed(rows)

    def ranked(self, rows, start, stop):
        expression, _is_negated = self.expression()
        first = {}
        if isinstance(self.query, Preferring):
            typed = self.build_tsquery_content(self.query.subqueries[0])
            first["is_first"] = whether(vector=typed)
            rows = rows.alias(**first)
        order = [*(f"-{name}" for name in first), "-id"]
        if "title" in self.columns:
            rows = rows.alias(is_in_title=whether(title=expression))
            order.insert(-1, "-is_in_title")
        rows = rows.order_by(*order)
        best = []
        if start < CANDIDATES:
            ids = rows.values("id")[:CANDIDATES]
            rank = SearchRank(self.vector(), expression, weights=WEIGHTS)
            scored = stock.IndexEntry.objects.alias(vector=self.vector()).filter(id__in=ids)
            scored = self.keyed(scored).alias(**first).annotate(score=rank)
            scored = scored.order_by(*(f"-{name}" for name in first), "-score", "-key")
            scored = scored.values_list("key", "score")
            best = list(scored[start : min(stop or CANDIDATES, CANDIDATES)])
        is_all = start < CANDIDATES and start + len(best) < CANDIDATES
        if not is_all and (stop is None or stop > CANDIDATES):
            rest = rows.annotate(score=Value(0.0)).values_list("key", "score")
            best += rest[max(start, CANDIDATES) : stop]
        return best


class PostgresNameCompiler(PostgresCompiler, stock.PostgresAutocompleteQueryCompiler):
    is_name = True


class PostgresResults(DatabaseResults, stock.PostgresSearchResults):
    def _do_search(self):
        with self.backend.reading():
            return super()._do_search()

    def _do_count(self):
        with self.backend.reading():
            return super()._do_count()

    def _count(self, rows, stop):
        # A LIMIT flips the plan to reading the whole table.
        return min(rows.order_by().count(), stop)

    def counted(self, filters, at):
        with self.backend.reading():
            return super().counted(filters, at)

    def facet(self, field_name):
        with self.backend.reading():
            return super().facet(field_name)


class PostgresBackend(stock.PostgresSearchBackend):
    query_compiler_class = PostgresCompiler
    autocomplete_query_compiler_class = PostgresNameCompiler
    index_class = PostgresIndex
    results_class = PostgresResults

    def __init__(self, params):
        # Our tokens need no stemming and no stop words.
        super().__init__({"SEARCH_CONFIG": "simple"} | params)

    def reading(self):
        """Return a block in which all searches share the planner's setting."""
        return index_only(self.get_index_for_model(None).read_connection)


SearchBackend = PostgresBackend
