"""Indexes of the engine: the one that answers, and the ones that are written at once."""

from __future__ import annotations

from elasticsearch.helpers import BulkIndexError, bulk
from modelsearch.backends import elasticsearch9 as stock

from search import pending

SECONDS = 30  # for a batch of writes, off the request
RANDOM = 7  # letters that a rebuild adds to an alias


class DirectIndex(stock.Elasticsearch9Index):
    """An index by its own name, written at once: by a rebuild, and by who sends the notes."""

    def __init__(self, backend, name):
        super().__init__(backend, name)
        self.es = backend.es.options(request_timeout=SECONDS)

    def send(self, objects: dict[str, object], version: int) -> None:
        """Write the objects by their keys; remove those that are None.

        Raises:
            BulkIndexError, ApiError, TransportError: not all could be written.
        """
        actions = []
        for key, obj in objects.items():
            action = {"_id": key, "version": version, "version_type": "external_gte"}
            if obj is None:
                actions.append(action | {"_op_type": "delete"})
            else:
                actions.append(
                    action | {"_source": self.mapping_class(type(obj)).get_document(obj)}
                )
        _done, errors = bulk(
            self.es, actions, index=self.name, refresh="wait_for", raise_on_error=False
        )
        # 404: what is to go has gone already; 409: who read later has written earlier.
        failed = [error for error in errors if status_of(error) not in (404, 409)]
        if failed:
            raise BulkIndexError(f"{len(failed)} of {len(actions)} not written", failed)


class Index(stock.Elasticsearch9Index):
    """The index that answers. Writing to it notes what has changed; it is sent after the commit."""

    def add_item(self, item):
        self.add_items(type(item), [item])

    def add_items(self, model, items):
        pending.note(model, [item.pk for item in items])

    def delete_items(self, model, keys):
        pending.note(model, keys)

    def delete_item(self, item):
        pending.note(type(item), [item.pk])

    def exists(self) -> bool:
        return bool(self.es.indices.exists_alias(name=self.name))

    def concrete(self) -> DirectIndex:
        """Return the index that this alias stands for.

        Raises:
            NotFoundError: there is none; a rebuild makes it.
        """
        names = self.es.indices.get_alias(name=self.name)
        return DirectIndex(self.backend, max(names))


def status_of(error: dict) -> int:
    """Return the HTTP status of one failed action: {"index": {"status": 403, …}}."""
    return next(iter(error.values())).get("status", 0)


class Rebuilder(stock.Elasticsearch9SearchBackend.atomic_rebuilder_class):
    """Fills a new index beside the old one and swaps; what was written meanwhile is sent again."""

    def __init__(self, index):
        super().__init__(index)
        self.index = DirectIndex(index.backend, self.index.name)

    def start(self):
        pending.hold(self.alias.name, self.index.name)
        return super().start()

    def finish(self):
        super().finish()
        if pending.release(self.alias.name, self.index.name):
            self._remove_leftovers()
        self.alias.es.reset()
        pending.deliver()

    def _remove_leftovers(self):
        """Remove what rebuilds left that were broken off."""
        start = f"{self.alias.name}_"
        for name in self.alias.es.indices.get(index=f"{start}*"):
            if len(name) == len(start) + RANDOM and name != self.index.name:
                DirectIndex(self.alias.backend, name).delete()
