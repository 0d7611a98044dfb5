"""Whether the engines hold what the database holds, object by object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models
from elasticsearch.helpers import scan
from modelsearch.backends.base import get_model_root
from wagtail.search.backends import get_search_backend, get_search_backends_with_name
from wagtail.search.index import get_indexed_models
from wagtail.search.models import IndexEntry

from . import pending
from .models import SearchEntry

BATCH = 500


@dataclass(frozen=True)
class Comparison:
    """One model in one engine: the keys it should hold and does not, and those it should not."""

    engine: str
    family: list[type[models.Model]]
    count: int
    missing: set[str]
    extra: set[str]

    @property
    def is_complete(self) -> bool:
        return not self.missing and not self.extra

    @property
    def label(self) -> str:
        return get_model_root(self.family[0])._meta.label


def compare(*engines: str) -> Iterator[Comparison]:
    """Compare engines with the database, all when none is named; models that inherit are one.

    Raises:
        ApiError, TransportError: an engine does not answer, or has no such index.
    """
    families = defaultdict(list)
    for model in get_indexed_models():
        families[get_model_root(model)].append(model)
    for name, backend in get_search_backends_with_name():
        for family in families.values() if not engines or name in engines else ():
            wanted = {
                str(key)
                for model in family
                for key in model.get_indexed_objects().order_by().values_list("pk", flat=True)
            }
            held = _held(backend, family)
            yield Comparison(name, family, len(wanted), wanted - held, held - wanted)


def _held(backend, family) -> set[str]:
    if getattr(backend, "is_outside", False):
        index = backend.get_index_for_model(family[0]).name
        return {hit["_id"] for hit in scan(backend.es, index=index, _source=False)}
    kinds = ContentType.objects.get_for_models(*family).values()
    entries = IndexEntry.objects.filter(content_type__in=list(kinds))
    return set(entries.values_list("object_id", flat=True))


def mend(difference: Comparison) -> None:
    """Write what is missing and remove what is too much."""
    backend = get_search_backend(difference.engine)
    for model in difference.family:
        index = backend.get_index_for_model(model)
        for keys in _batches(difference.missing):
            index.add_items(model, list(model.get_indexed_objects().filter(pk__in=keys)))
        for keys in _batches(difference.extra):
            index.delete_items(model, keys)


def _batches(keys: set[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]


def who_answers() -> str:
    """Say who answers searches: "engine", "database", or "fallback" when the engine cannot."""
    backends = list(pending.engines())
    if not backends:
        return "database"
    return "engine" if all(one.is_answering(SearchEntry) for one in backends) else "fallback"
