"""What the database backends share: analysed text in the index, analysed terms in the query.

The engines only split on white space. Words are cut by `chinese`, the same for index and query, so
every engine finds the same. Only letters, digits and Chinese characters reach an engine; quotation
marks, operators and wildcards divide words and mean nothing.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import (
    Count,
    Exists,
    Manager,
    OuterRef,
    QuerySet,
)
from modelsearch.backends.base import FilterFieldError
from modelsearch.index import AutocompleteField, RelatedFields, SearchField
from modelsearch.query import MatchAll, Not, Or, Phrase, PlainText
from modelsearch.utils import get_content_type_pk

from chinese.sound import sound_of, suggest_tokens
from chinese.tokens import IS_HAN, MAX_QUERY, Term, index_tokens, terms
from search.backends.counting import count_all, count_there
from search.filters import (
    UNCOUNTED,
    Counts,
    Filters,
)

MAX_TOKENS = 30_000  # of a field; PostgreSQL refuses vectors over 1 MB, and with them the save
MAX_COUNT = 10_001  # counted no further: "over 10,000"
CHUNK = 500  # keys in one IN list
# Words in the index have at most 40 letters, so nothing is ever found by this one.
NOTHING = Term("0" * 41)


class Preferring(Or):
    """Either of two queries; what matches the first one comes before the rest."""


class SoundsLike(PlainText):
    """Names that sound like the text; only for `autocomplete`, where the sounds are indexed."""


def text_fields(fields: Iterable) -> Iterator:
    """Yield the text fields of a model and of what it is related to.

    Filter fields are left out: the database backends filter the model's own table.
    """
    for field in fields:
        if isinstance(field, RelatedFields):
            yield from text_fields(field.fields)
        elif isinstance(field, (SearchField, AutocompleteField)):
            yield field


def column_of(field) -> str:
    """Return the column of the index that holds a text field."""
    if isinstance(field, AutocompleteField):
        return "autocomplete"
    # Every field but the title is in the body (wagtail#10217).
    return "title" if field.field_name == "title" else "body"


def token_texts(obj, fields: Iterable) -> Iterator[tuple[Any, str]]:
    """Yield the text fields of an object and of what it is related to, each with its tokens."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _members(field.get_value(obj)):
                yield from token_texts(related, field.fields)
        elif isinstance(field, SearchField):
            yield field, analysed(field.get_value(obj), index_tokens)
        elif isinstance(field, AutocompleteField):
            yield field, analysed(field.get_value(obj), suggest_tokens)


def _members(value: Any) -> Iterable:
    if isinstance(value, Manager):
        return value.all()
    value = value() if callable(value) else value
    return [] if value is None else [value]


def analysed(value: Any, analyse: Callable[[str], list[str]]) -> str:
    """Return the tokens of a field's value, with spaces between."""
    return " ".join(analyse(flat_text(value))[:MAX_TOKENS])


def flat_text(value: Any) -> str:
    """Return the text of a field's value: of lists and mappings, that of their members."""
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str) or not hasattr(value, "__iter__"):
        return "" if value is None else str(value)
    return " , ".join(flat_text(member) for member in value)


def asked(query: PlainText, *, is_name: bool) -> list[list[Term]]:
    """Return what a query asks for as alternatives, of which all terms must be there.

    With `is_name` (autocomplete) the last word may be unfinished, and letters may be pinyin.
    """
    if isinstance(query, SoundsLike):
        sound = sound_of(query.query_string)
        return [[Term(sound, True)]] if sound else [[NOTHING]]
    wanted = terms(query.query_string) or [NOTHING]
    if not is_name:
        return [wanted] if query.operator == "and" else [[term] for term in wanted]
    wanted[-1] = Term(wanted[-1].token, wanted[-1] is not NOTHING)
    alternatives = [wanted]
    typed = query.query_string[:MAX_QUERY]
    if any(c.isalnum() and not IS_HAN.match(c) for c in typed) and (sound := sound_of(typed)):
        alternatives.append([Term(sound, True)])
    return alternatives


def phrase(query: Phrase) -> list[Term]:
    """Return what must stand side by side; the last pair of a run covers its last character."""
    tokens = index_tokens(query.query_string[:MAX_QUERY]) or [NOTHING.token]
    if len(tokens) == 1:
        return [Term(tokens[0], IS_HAN.match(tokens[0]) is not None)]
    if IS_HAN.match(tokens[-1]) and tokens[-2][1:] == tokens[-1]:
        tokens.pop()
    return [Term(token) for token in tokens]


def most_first(counts: dict) -> dict:
    """Return counts with the largest first, equal ones in the order of their values."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0]))))


class DatabaseIndex:
    """Before the stock index class: tokens for text, no averages over the whole table."""

    def rows(self, model, objs: Iterable, places: Sequence, place_of: Callable) -> list[list[str]]:
        """Return for each object its key and what belongs into each of the places, as tokens.

        `place_of` gives the place of a text field.
        """
        fields = model.get_search_fields()
        rows = []
        for obj in objs:
            texts: dict[Any, list[str]] = {place: [] for place in places}
            for field, tokens in token_texts(obj, fields):
                texts[place_of(field)].append(tokens)
            rows.append([str(obj.pk), *map(" ".join, texts.values())])
        return rows

    def delete_items(self, model, keys: Iterable) -> None:
        """Remove the objects with these keys, a constant number of queries for each 500."""
        keys = [str(key) for key in keys]
        for start in range(0, len(keys), CHUNK):
            self.entries.filter(
                content_type_id=get_content_type_pk(model),
                object_id__in=keys[start : start + CHUNK],
            )._raw_delete(using=self.write_connection.alias)

    def _refresh_title_norms(self, full=False):
        """Do nothing: our ranking does not use them, and they cost a pass over the table a save."""


class DatabaseCompiler:
    """Before the stock compilers: searches the index first, then fetches the few objects shown.

    Subclasses give `rows` (the rows of the index that match) and `ranked` (the best of them).
    """

    is_name = False

    def expression(self):
        """Return the compiled query and whether it is negated; MatchAll as it is."""
        raise NotImplementedError

    def rows(self) -> QuerySet:
        """Return the rows of the index that match, each with its `key`; filters not yet applied."""
        raise NotImplementedError

    def ranked(self, rows: QuerySet, start: int, stop: int | None) -> list[tuple]:
        """Return (key, score) of the given rows from start to stop, best first."""
        raise NotImplementedError

    @property
    def is_plain(self) -> bool:
        """Whether the query has a rank to order by, and objects are asked for, not their values."""
        if self.queryset.query.values_select:
            return False
        return self.order_by_relevance and not isinstance(self.query, (MatchAll, Not))

    @property
    def columns(self) -> list[str]:
        """Return the columns of the index to look in."""
        if self.is_name:
            return ["autocomplete"]
        if not self.fields:
            return ["title", "body"]
        # Every field but the title is in the body (wagtail#10217).
        return sorted({"title" if name == "title" else "body" for name in self.fields})

    def found(self) -> QuerySet:
        """Return the matching rows whose objects are in the queryset."""
        rows = self.rows()
        if self.queryset.query.where:
            rows = rows.filter(Exists(self.queryset.order_by().filter(pk=OuterRef("key"))))
        return rows

    def matching(self) -> QuerySet:
        """Return the queryset of the found objects, in the queryset's own order."""
        query = self.query
        if isinstance(query, MatchAll):
            return self.queryset
        if isinstance(query, Not) and isinstance(query.subquery, MatchAll):
            return self.queryset.none()
        keys = self.rows().values("key")
        _expression, is_negated = self.expression()
        if is_negated:
            return self.queryset.exclude(pk__in=keys)
        return self.queryset.filter(pk__in=keys)

    def search(self, config, start, stop, score_field=None, backend=None):
        """Return the found objects as a queryset; not in the order of relevance."""
        queryset = self.matching()
        if not queryset.query.order_by:
            queryset = queryset.order_by("-pk")
        return queryset[start:stop]


class DatabaseResults:
    """Before the stock results classes."""

    count_rows = staticmethod(count_there)

    def _do_search(self) -> list:
        compiler = self.query_compiler
        if not compiler.is_plain:
            return list(compiler.search(None, self.start, self.stop))
        best = compiler.ranked(compiler.found(), self.start, self.stop)
        return self._objects(best)

    def _objects(self, best: list[tuple]) -> list:
        queryset = self.query_compiler.queryset.order_by()
        by_key = {}
        for start in range(0, len(best), CHUNK):
            keys = [key for key, _score in best[start : start + CHUNK]]
            by_key |= {obj.pk: obj for obj in queryset.filter(pk__in=keys)}
        if self._score_field:
            for key, score in best:
                if key in by_key:
                    setattr(by_key[key], self._score_field, score)
        return [by_key[key] for key, _score in best if key in by_key]

    def _do_count(self) -> int:
        compiler = self.query_compiler
        stop = MAX_COUNT if self.stop is None else min(self.stop, MAX_COUNT)
        if compiler.is_plain:
            found = self._count(compiler.found(), stop)
        else:
            found = compiler.matching().order_by()[:stop].count()
        return max(0, found - self.start)

    def _count(self, rows: QuerySet, stop: int) -> int:
        return rows.order_by()[:stop].count()

    def counted(self, filters: Filters, at: dt.datetime) -> Counts:
        """Count what is found in all, and by each facet without its own filter: one query."""
        compiler = copy.copy(self.query_compiler)
        compiler.queryset = filters.narrowed(compiler.queryset, UNCOUNTED)
        return count_all(compiler.matching().order_by(), filters, at, self.count_rows)

    def facet(self, field_name: str) -> dict:
        """Return the counts of one filter field's values, the most frequent first."""
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(
                f'"{field_name}" is not a FilterField of {self.model.__name__}.',
                field_name=field_name,
            )
        groups = self.query_compiler.matching().order_by().values(field_name)
        counted = groups.annotate(number=Count("pk"))
        return most_first({group[field_name]: group["number"] for group in counted})
