"""The backend as Wagtail configures it: addresses, time limit, and whether it answers."""

from __future__ import annotations

import time
import uuid
from contextlib import contextmanager
from contextvars import ContextVar

from modelsearch.backends import elasticsearch9 as stock

from .client import ENGINE_ERRORS, client, is_true
from .compiler import Compiler, NameCompiler
from .indexes import DirectIndex, Index, Rebuilder
from .mapping import Mapping
from .results import Results

TIMEOUT = 2  # seconds; no answer of ours takes longer
TRIAL = 3_600  # seconds that a trial's index is believed to be complete

_trial: ContextVar[tuple[str, type | None]] = ContextVar("trial", default=("", None))


class ElasticsearchBackend(stock.Elasticsearch9SearchBackend):
    mapping_class = Mapping
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = NameCompiler
    results_class = Results
    atomic_rebuilder_class = Rebuilder
    client_class = staticmethod(client)
    # Our tokens need no analysers; one shard ranks by the words of all documents.
    settings = {"settings": {"number_of_shards": 1}}
    is_outside = True
    errors = ENGINE_ERRORS

    def __init__(self, params):
        urls = params.get("URLS", ())
        # One of several nodes may be lost: another one is asked at once. A hang is not repeated.
        options = {"max_retries": max(0, len(urls) - 1)} | params.get("OPTIONS", {})
        super().__init__({"TIMEOUT": TIMEOUT} | params | {"OPTIONS": options})

    def get_index_for_model(self, model):
        prefix, trial_model = _trial.get()
        if prefix and model is trial_model:
            return Index(self, prefix)
        return super().get_index_for_model(model)

    @contextmanager
    def trial(self, model):
        """Ask an index of its own for a model meanwhile; gives what fills it. It is removed."""
        name = f"{self.index_prefix}trial_{uuid.uuid4().hex[:8]}"
        index = DirectIndex(self, f"{name}_1")
        index.put()
        index.put_alias(name)
        index.add_model(model)

        def fill(objects):
            index.add_items(model, objects)
            index.refresh()
            self.es.checked[name] = time.monotonic() + TRIAL, True

        token = _trial.set((name, model))
        try:
            yield fill
        finally:
            _trial.reset(token)
            index.delete()

    def is_answering(self, model) -> bool:
        """Whether the engine answers for this model, and truly."""
        if not self.es.breaker.lets_through():
            return False
        began = time.monotonic()
        try:
            is_answering = is_true(self, model)
        except ENGINE_ERRORS as error:
            self.es.breaker.failed(began, error)
            return False
        self.es.breaker.succeeded()
        return is_answering
