"""SQLite: FTS5 over analysed text; the full-text table is asked once for each search.

The stock backend repeats the match for each hit to score it (10,000 rows, a word in all: 124 s).
"""

from __future__ import annotations

from django.db.models import Case, F, FloatField, Func, Value, When
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.backends.database.sqlite.query import (
    MatchExpression,
    SearchQueryExpression,
    normalize,
)
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery
from modelsearch.utils import get_content_type_pk

from chinese.tokens import Term

from .common import DatabaseCompiler, DatabaseIndex, DatabaseResults, Preferring, asked, phrase


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


class SQLiteIndex(DatabaseIndex, stock.SQLiteIndex):
    def add_items(self, model, objs):
        """Write all objects with one upsert for each batch (the stock class: one query a row)."""
        indexers = [stock.ObjectIndexer(obj, self.backend) for obj in self.analysed(model, objs)]
        entries = [
            stock.IndexEntry(
                content_type_id=get_content_type_pk(model),
                object_id=indexer.id,
                title=indexer.title,
                autocomplete=indexer.autocomplete,
                body=indexer.body,
            )
            for indexer in indexers
        ]
        self.entries.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "autocomplete", "body"],
        )


class SQLiteCompiler(DatabaseCompiler, stock.SQLiteSearchQueryCompiler):
    entry = "index_entry__"

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
        return self.keyed(rows)

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
    pass


class SQLiteBackend(stock.SQLiteSearchBackend):
    query_compiler_class = SQLiteCompiler
    autocomplete_query_compiler_class = SQLiteNameCompiler
    index_class = SQLiteIndex
    results_class = SQLiteResults


SearchBackend = SQLiteBackend
