"""Writes to an engine outside the database: noted with the change, sent after it.

A request never waits for the engine, a rolled back change is never sent, and what could not be
sent stays noted until it is. A note names a thing, not its content: what is sent is read from the
database at that moment.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django_tasks import task
from modelsearch.backends.base import get_model_root
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.backends import get_search_backends_with_name

from .models import PendingWrite, Rebuild

log = logging.getLogger(__name__)

BATCH = 500
LATE = dt.timedelta(seconds=10)  # from then on an unsent change makes the engine's answers untrue
KEPT = dt.timedelta(hours=6)  # a rebuild that has not ended by then has died


def note(model: type[models.Model], keys: Iterable) -> None:
    """Note that these objects were made, changed or removed; send them after the commit."""
    kind = ContentType.objects.get_for_model(model)
    rows = [PendingWrite(content_type=kind, object_id=str(key)) for key in keys]
    PendingWrite.objects.bulk_create(rows, batch_size=BATCH)
    if rows:
        transaction.on_commit(deliver_task.enqueue)


@task()
def deliver_task():
    deliver()


def engines() -> Iterator:
    """Yield the configured backends that are written to through notes."""
    for _name, backend in get_search_backends_with_name(with_auto_update=True):
        if getattr(backend, "is_outside", False):
            yield backend


def deliver() -> int:
    """Send all notes and return how many; those an engine does not take stay for the next time."""
    Rebuild.objects.filter(started_at__lt=timezone.now() - KEPT).delete()
    return sum(_deliver_to(backend) for backend in engines())


def _deliver_to(backend) -> int:
    sent = 0
    by_index = defaultdict(list)
    for model in noted_models():
        by_index[backend.get_index_for_model(model).name].append(model)
    for models_of_index in by_index.values():
        if not backend.es.breaker.lets_through():
            break
        began = time.monotonic()
        try:
            for model in models_of_index:
                sent += _send_all(backend, model)
        except backend.errors as error:
            backend.es.breaker.failed(began, error)
    return sent


def noted_models() -> list[type[models.Model]]:
    """Return the models of which something is noted, whether it was sent or not."""
    keys = PendingWrite.objects.order_by().values_list("content_type", flat=True).distinct()
    kinds = ContentType.objects.get_for_id
    return [model for key in keys if (model := kinds(key).model_class())]


def _send_all(backend, model) -> int:
    """Send what is noted of one model, in the order of the notes, a batch at a time."""
    kind = ContentType.objects.get_for_model(model)
    index = backend.get_index_for_model(model)
    sent = 0
    if not index.exists():
        return 0  # the rebuild that makes it reads everything
    while True:
        # Looked up before sending: a rebuild that begins later reads what was noted by then.
        is_kept = Rebuild.objects.filter(alias=index.name).exists()
        target = index.concrete()
        notes = PendingWrite.objects.filter(content_type=kind).exclude(sent_to=target.name)
        batch = list(notes.order_by("pk")[:BATCH])
        if not batch:
            if not is_kept:
                PendingWrite.objects.filter(content_type=kind, sent_to=target.name).delete()
            return sent
        version = _next_number(kind)
        found = model.get_indexed_objects().in_bulk([note.object_id for note in batch])
        objects = {str(key): obj for key, obj in found.items()}
        target.send({note.object_id: objects.get(note.object_id) for note in batch}, version)
        done = PendingWrite.objects.filter(pk__in=[note.pk for note in batch])
        if is_kept:
            done.update(sent_to=target.name)
        else:
            done.delete()
        sent += len(batch)


def _next_number(kind: ContentType) -> int:
    """Return a number above all given so far, the version of what is read from now on.

    Of two senders the one that read later wins, whichever writes last.
    """
    counter = PendingWrite.objects.create(content_type=kind, object_id="", sent_to="-")
    number = counter.pk
    counter.delete()
    return number


def unsent(model: type[models.Model] | None = None):
    """Return the notes that no engine has taken, of a model and all it shares its index with."""
    notes = PendingWrite.objects.filter(sent_to="")
    if model is None:
        return notes
    family = get_descendants_content_types_pks(get_model_root(model))
    return notes.filter(content_type__in=family)


def is_late(model: type[models.Model]) -> bool:
    """Whether a change has waited for an engine longer than it should."""
    return unsent(model).filter(noted_at__lt=timezone.now() - LATE).exists()


def hold(alias: str, building: str) -> None:
    """Keep the notes of an index from now on: another one is being filled."""
    Rebuild.objects.update_or_create(alias=alias, defaults={"building": building})


def release(alias: str, building: str) -> bool:
    """Let go of the notes when this rebuild is still the latest; say whether it was."""
    gone, _ = Rebuild.objects.filter(alias=alias, building=building).delete()
    return bool(gone)
