"""One client to an engine for each process, and whether its answers can be trusted."""

from __future__ import annotations

import functools
import json
import logging
import time

import elastic_transport
import elasticsearch
from elasticsearch.helpers import BulkIndexError
from modelsearch.backends.base import get_model_root

from search import pending

from .breaker import Breaker

log = logging.getLogger(__name__)

ENGINE_ERRORS = (elastic_transport.TransportError, elasticsearch.ApiError, BulkIndexError)
CHECKED_FOR = 10  # seconds for which an engine is taken to be complete
DOUBTED_FOR = 3  # seconds for which it is not


class Client(elasticsearch.Elasticsearch):
    """Keeps beside the connections what is known of the engine's health."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.reset()

    def reset(self) -> None:
        """Forget what is known; the next request asks the engine."""
        self.breaker = Breaker()
        self.checked: dict[str, tuple[float, bool]] = {}


@functools.cache
def _client(config: str) -> Client:
    options = json.loads(config)
    if "basic_auth" in options:
        options["basic_auth"] = tuple(options["basic_auth"])
    return Client(**options)


def client(**options) -> Client:
    """Return the process's client of this configuration (the stock backend makes one a request)."""
    return _client(json.dumps(options, sort_keys=True))


def is_true(backend, model) -> bool:
    """Whether the engine's index of a model holds what the database holds, as of seconds ago.

    An index that is half filled or read-only answers, but not the truth; one may be missing.

    Raises:
        ApiError, TransportError: the engine does not answer.
    """
    name = backend.get_index_for_model(model).name
    at, answer = backend.es.checked.get(name, (0.0, True))
    if time.monotonic() - at > (CHECKED_FOR if answer else DOUBTED_FOR):
        was, answer = answer, _is_complete(backend, model)
        backend.es.checked[name] = time.monotonic(), answer
        if was != answer:
            state = "is complete again" if answer else "lacks changes; the database answers"
            log.warning("The index %s of the search engine %s.", name, state)
    return answer


def _is_complete(backend, model) -> bool:
    if pending.is_late(model):
        pending.deliver_task.enqueue()
        return False
    try:
        return abs(missing(backend, model)) <= pending.unsent(model).count()
    except elasticsearch.NotFoundError:
        return False


def missing(backend, model) -> int:
    """Return how many objects the database has more than the engine's index; may be negative."""
    there = backend.es.count(index=backend.get_index_for_model(model).name)["count"]
    return get_model_root(model)._default_manager.count() - there
