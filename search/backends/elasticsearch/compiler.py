"""Queries of Wagtail's kind as queries of the engine, term by term the same as on the database."""

from __future__ import annotations

import functools

from django.db.models import F, OrderBy
from modelsearch.backends import elasticsearch9 as stock
from modelsearch.backends.base import FilterFieldError
from modelsearch.query import MATCH_ALL, And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText

from chinese.tokens import Term
from search.filters import Filters

from ..common import Preferring, asked, phrase
from .mapping import Mapping

ALL = "_all_text"
NAMES = "_edgengrams"
FIRST = 1_000  # above every score of words


class Compiler(stock.Elasticsearch9SearchQueryCompiler):
    mapping_class = Mapping
    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    is_name = False

    @property
    def is_plain(self) -> bool:
        """Whether the query has a rank to order by."""
        return self.order_by_relevance and not isinstance(self.query, (MatchAll, Not))

    def get_inner_query(self):
        return self._compiled(self.query)

    def _compiled(self, query) -> dict:
        match query:
            case MatchAll():
                return {"match_all": {}}
            case And():
                return {"bool": {"must": [self._compiled(part) for part in query.subqueries]}}
            case Preferring():
                typed, every = map(self._compiled, query.subqueries)
                first = {"constant_score": {"filter": typed, "boost": FIRST}}
                return {"bool": {"should": [first, typed, every]}}
            case Or():
                return {"bool": {"should": [self._compiled(part) for part in query.subqueries]}}
            case Not():
                return {"bool": {"must_not": self._compiled(query.subquery)}}
            case Boost():
                return {"bool": {"must": self._compiled(query.subquery), "boost": query.boost}}
            case Phrase():
                return self._phrase(phrase(query))
            case Fuzzy():
                return self._any(PlainText(query.query_string, operator=query.operator))
            case PlainText():
                return self._any(query)
        raise NotImplementedError(f"{type(query).__name__} is not supported.")

    def _any(self, query: PlainText) -> dict:
        alternatives = [
            {"bool": {"must": [self._term(term) for term in wanted]}}
            for wanted in asked(query, is_name=self.is_name)
        ]
        return alternatives[0] if len(alternatives) == 1 else {"bool": {"should": alternatives}}

    @functools.cached_property
    def _fields(self) -> tuple[list[str], dict[str, float]]:
        """Return the fields of which one must match, and those that weigh more with their boost."""
        if self.fields or self.is_name:
            fields = self.remapped_fields or []
            return [field if isinstance(field, str) else field.field_name for field in fields] or [
                NAMES
            ], {}
        # Boosts of the stock kind are steps of a ladder; taken whole, the text would count nothing.
        boosts = {f.field_name: f.boost**0.5 for f in self.remapped_fields if f.field_name != ALL}
        return [ALL], boosts

    def _term(self, term: Term) -> dict:
        kind = "prefix" if term.is_prefix else "term"
        fields, boosts = self._fields
        needed = [{kind: {name: {"value": term.token}}} for name in fields]
        must = needed[0] if len(needed) == 1 else {"bool": {"should": needed}}
        if not boosts:
            return must
        more = [
            {kind: {name: {"value": term.token, "boost": boost}}} for name, boost in boosts.items()
        ]
        return {"bool": {"must": must, "should": more}}

    def _phrase(self, wanted: list[Term]) -> dict:
        if len(wanted) == 1:
            return self._term(wanted[0])
        text = " ".join(term.token for term in wanted)
        return {
            "bool": {
                "should": [{"match_phrase": {name: {"query": text}}} for name in self._fields[0]]
            }
        }

    def _process_lookup(self, field_path, lookup, value, *args, **kwargs):
        lookup = "in" if lookup == "has_any" else lookup
        return super()._process_lookup(field_path, lookup, value, *args, **kwargs)

    def condition(self, filters: Filters, name: str) -> dict | None:
        """Return one of the filters as the engine wants it; None if it filters nothing."""
        compiler = type(self)(
            filters.narrowed(self.queryset.model.objects.all(), [name]), MATCH_ALL
        )
        return compiler._get_filters_from_queryset()

    def column(self, name: str) -> str:
        """Return the engine's name of a filter field."""
        return self.mapping.get_field_column_name(self._get_filterable_field(name))

    def get_sort(self):
        if self.is_plain:
            return [{"_score": "desc"}, {"pk": "desc"}]
        sort = [self._order(item) for item in self.queryset.query.order_by]
        return [*sort, {"pk": "desc"}]

    def _order(self, item) -> dict:
        is_last = True
        if isinstance(item, OrderBy) and isinstance(item.expression, F):
            name, is_down = item.expression.name, item.descending
            is_last = not item.nulls_first
        else:
            name, is_down = str(item).lstrip("-"), str(item).startswith("-")
        if name == "pk":
            return {"pk": "desc" if is_down else "asc"}
        field = self._get_filterable_field(name)
        if field is None:
            raise FilterFieldError(f'Cannot sort with "{name}".', field_name=name)
        order = {"order": "desc" if is_down else "asc", "missing": "_last" if is_last else "_first"}
        return {self.mapping.get_field_column_name(field): order}


class NameCompiler(stock.Elasticsearch9AutocompleteQueryCompiler, Compiler):
    mapping_class = Mapping
    is_name = True

    def get_inner_query(self):
        return self._compiled(self.query)
