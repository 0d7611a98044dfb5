"""Answers of the engine; when it cannot be asked, those of the database."""

from __future__ import annotations

import functools
import time

from django.db.models import DateField
from modelsearch.backends import elasticsearch9 as stock
from modelsearch.backends.base import FilterFieldError
from wagtail.search.backends import get_search_backend

from search.filters import COLUMNS, FACETS, UNCOUNTED, Counts, Filters, finished

from ..common import MAX_COUNT, most_first
from .client import ENGINE_ERRORS

WINDOW = 10_000  # the engine's limit to offset and size together
MAX_VALUES = 10_000  # of a facet


def guarded(method):
    """Answer from the database when the engine fails, has failed a moment ago or lags behind."""

    @functools.wraps(method)
    def answer(self, *args):
        if self.backend.is_answering(self.model):
            began = time.monotonic()
            try:
                return method(self, *args)
            except ENGINE_ERRORS as error:
                self.backend.es.breaker.failed(began, error)
        return getattr(self.from_database(), method.__name__)(*args)

    return answer


class Results(stock.Elasticsearch9SearchResults):
    def from_database(self):
        """Return the same question to the database."""
        database = get_search_backend("database")
        ours = self.query_compiler
        compiler_class = (
            database.autocomplete_query_compiler_class
            if ours.is_name
            else database.query_compiler_class
        )
        compiler = compiler_class(
            ours.queryset, ours.query, ours.fields, order_by_relevance=ours.order_by_relevance
        )
        results = database.results_class(database, compiler)
        results.start, results.stop = self.start, self.stop
        results._score_field = self._score_field
        return results

    def _ask(self, **body) -> dict:
        model = self.query_compiler.queryset.model
        return self.backend.es.search(
            index=self.backend.get_index_for_model(model).name,
            query=self.query_compiler.get_query(),
            **body,
        )

    @guarded
    def _do_search(self):
        if self.query_compiler.queryset.query.values_select:
            return self.from_database()._do_search()  # values, not objects, are asked for
        stop = min(WINDOW, WINDOW if self.stop is None else self.stop)
        if self.start >= stop:
            return []
        answer = self._ask(
            sort=self.query_compiler.get_sort(),
            from_=self.start,
            size=stop - self.start,
            source=False,
            stored_fields="pk",
            track_scores=self._score_field is not None,
            track_total_hits=False,
        )
        return list(self._get_results_from_hits(answer["hits"]["hits"]))

    @guarded
    def _do_count(self):
        answer = self._ask(size=0, track_total_hits=MAX_COUNT)
        stop = MAX_COUNT if self.stop is None else min(self.stop, MAX_COUNT)
        return max(0, min(answer["hits"]["total"]["value"], stop) - self.start)

    @guarded
    def facet(self, field_name):
        field = self.query_compiler._get_filterable_field(field_name)
        if field is None:
            raise FilterFieldError(
                f'"{field_name}" is not a FilterField of {self.model.__name__}.',
                field_name=field_name,
            )
        column = self.query_compiler.mapping.get_field_column_name(field)
        answer = self._ask(size=0, aggregations=values_of(column))
        return most_first(counts_of(answer["aggregations"], field.get_field(self.model)))

    @guarded
    def counted(self, filters: Filters, at) -> Counts:
        """Count what is found in all, and by each facet without its own filter: one request."""
        compiler = self.query_compiler
        conditions = {name: compiler.condition(filters, name) for name in (*FACETS, *UNCOUNTED)}
        groups = {
            name: without(conditions, name, values_of(compiler.column(attname)))
            for name, attname in zip(FACETS, COLUMNS, strict=True)
        }
        is_past = {"range": {compiler.column("ends_at"): {"lte": at.isoformat()}}}
        groups["found"] = without({name: conditions[name] for name in UNCOUNTED}, "", {})
        groups["all"] = without(conditions, "", {"past": {"filter": is_past}})
        answer = self._ask(size=0, aggregations=groups)["aggregations"]
        counts = Counts(found=answer["found"]["doc_count"], total=answer["all"]["doc_count"])
        counts.coming = counts.total - answer["all"]["past"]["doc_count"]
        for name in FACETS:
            counts.facets[name].update(counts_of(answer[name]))
        return finished(counts)


def values_of(column: str) -> dict:
    """Return the aggregations that count the values of a column, and where it has none."""
    order = [{"_count": "desc"}, {"_key": "asc"}]
    return {
        "values": {"terms": {"field": column, "size": MAX_VALUES, "order": order}},
        "missing": {"missing": {"field": column}},
    }


def counts_of(answer: dict, field=None) -> dict:
    """Return value to count from the answer to `values_of`, None for no value."""
    counts = {}
    for bucket in answer["values"]["buckets"]:
        value = bucket["key"]
        if isinstance(field, DateField):
            value = bucket["key_as_string"]
        counts[value if field is None else field.to_python(value)] = bucket["doc_count"]
    if answer["missing"]["doc_count"]:
        counts[None] = answer["missing"]["doc_count"]
    return counts


def without(conditions: dict[str, dict | None], name: str, inner: dict) -> dict:
    """Return the aggregations inside all conditions but one."""
    others = [given for other, given in conditions.items() if given and other != name]
    return {"filter": {"bool": {"filter": others}}, "aggregations": inner}
