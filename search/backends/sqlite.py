"""SQLite: FTS5 over analysed text; the full-text table is asked once for each search.

The stock backend repeats the match for each hit to score it (10,000 rows, a word in all: 124 s).
The number of a row of the index says what it is about (key × 65,536 + content type), so no other
table is asked of what kind the hits are.
"""

from __future__ import annotations

import json

from django.db.models import BigIntegerField, Case, F, FloatField, Func, Value, When
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.backends.database.sqlite.query import (
    MatchExpression,
    SearchQueryExpression,
    normalize,
)
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery
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
)
from .counting import count_here


class Relevance(Func):
    """BM25 with the columns' weights; the smaller, the better."""

    # Columns in the order of the table: autocomplete, body, title.
    template = f"bm25({stock.SQLiteFTSIndexEntry._meta.db_table}, 1, 1, 4)"
    output_field = FloatField()


def quoted(term: Term) -> str:
    """Return a term for FTS5. Tokens hold letters and digits alone, so nothing can break out."""
    return f'"{term.token}"*' if term.is_prefix else f'"{term.token}"'


def known(query: SearchQuery) -> SearchQuery:
    """Return the query without what FTS5 lacks: weights of parts, and fuzzy words."""
    if isinstance(query, Boost):
        return known(query.subquery)
    if isinstance(query, Fuzzy):
        return PlainText(query.query_string, operator=query.operator)
    if isinstance(query, Not):
        return Not(known(query.subquery))
    if isinstance(query, (And, Or)):
        return type(query)([known(part) for part in query.subqueries])
    return query


KIND_BITS = 16
# One statement for all rows: FTS5 writes what it has gathered before each one that may be undone.
# Rows whose text has not changed are left alone, and with them their full text.
WRITE = """
    INSERT INTO {table} (id, content_type_id, object_id, title_norm, title, autocomplete, body)
    SELECT
        (json_extract(value, '$[0]') << {bits}) + {kind},
        {kind},
        json_extract(value, '$[0]'),
        1,
        json_extract(value, '$[1]'),
        json_extract(value, '$[2]'),
        json_extract(value, '$[3]')
    FROM json_each(%s) WHERE true
    ON CONFLICT (content_type_id, object_id) DO UPDATE
    SET title = excluded.title, autocomplete = excluded.autocomplete, body = excluded.body
    WHERE (title, autocomplete, body)
        IS NOT (excluded.title, excluded.autocomplete, excluded.body)
"""


class SQLiteIndex(DatabaseIndex, stock.SQLiteIndex):
    def add_items(self, model, objs):
        rows = self.rows(model, objs, ("title", "autocomplete", "body"), column_of)
        table, kind = stock.IndexEntry._meta.db_table, get_content_type_pk(model)
        with self.write_connection.cursor() as cursor:
            cursor.execute(WRITE.format(table=table, bits=KIND_BITS, kind=kind), [json.dumps(rows)])


class SQLiteCompiler(DatabaseCompiler, stock.SQLiteSearchQueryCompiler):
    def build_search_query_content(self, query, config=None):
        if isinstance(query, Phrase):
            wanted = phrase(query)
            text = quoted(Term(" ".join(term.token for term in wanted), wanted[-1].is_prefix))
        elif isinstance(query, PlainText):
            text = " OR ".join(
                "(" + " AND ".join(map(quoted, wanted)) + ")"
                for wanted in asked(query, is_name=self.is_name)
            )
            text = f"({text})"
        else:
            return super().build_search_query_content(query, config=config)
        return SearchQueryExpression(Value(text))

    def expression(self):
        query = normalize(known(self.query))
        is_negated = isinstance(query, Not)
        return self.build_search_query_content(query.subquery if is_negated else query), is_negated

    def rows(self):
        expression, _is_negated = self.expression()
        rows = stock.SQLiteFTSIndexEntry.objects.filter(MatchExpression(self.columns, expression))
        number = Cast("pk", BigIntegerField())
        rows = rows.alias(kind=number.bitand((1 << KIND_BITS) - 1))
        rows = rows.filter(kind__in=get_descendants_content_types_pks(self.queryset.model))
        return rows.annotate(key=number.bitrightshift(KIND_BITS))

    def ranked(self, rows, start, stop):
        order = ["score", F("key").desc()]
        if isinstance(self.query, Preferring):
            first = MatchExpression(
                self.columns, self.build_search_query_content(known(self.query.subqueries[0]))
            )
            chosen = stock.SQLiteFTSIndexEntry.objects.filter(first).values("pk")
            rows = rows.alias(is_first=Case(When(pk__in=chosen, then=0), default=1))
            order.insert(0, "is_first")
        rows = rows.annotate(score=Relevance()).order_by(*order)
        return list(rows.values_list("key", "score")[start:stop])


class SQLiteNameCompiler(SQLiteCompiler, stock.SQLiteAutocompleteQueryCompiler):
    is_name = True


class SQLiteResults(DatabaseResults, stock.SQLiteSearchResults):
    count_rows = staticmethod(count_here)


class SQLiteBackend(stock.SQLiteSearchBackend):
    query_compiler_class = SQLiteCompiler
    autocomplete_query_compiler_class = SQLiteNameCompiler
    index_class = SQLiteIndex
    results_class = SQLiteResults


SearchBackend = SQLiteBackend
