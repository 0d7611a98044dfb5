"""Judged documents as entries of a network of their own, asked like the search page, then gone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from . import index
from .answers import Question, answer
from .models import SearchEntry
from .query import Query, suggest
from .scoring import FIRST


@contextmanager
def loaded(documents: Iterable[Mapping]) -> Iterator[Page]:
    """Give a network that holds the documents, undated; afterwards nothing of it is left.

    Nothing is committed, so nobody else ever finds them; an engine outside the database gets an
    index of its own for the time.
    """
    backend = get_search_backend()
    with transaction.atomic(), ExitStack() as stack:
        if hasattr(backend, "trial"):
            fill = stack.enter_context(backend.trial(SearchEntry))
        home = Page.objects.filter(depth=2).first()
        name = f"trial-{uuid.uuid4().hex[:8]}"
        network = home.add_child(instance=Page(title=name, slug=name, live=False))
        keys = index.put(_entry(document, network) for document in documents)
        if hasattr(backend, "trial"):
            fill(SearchEntry.objects.filter(pk__in=keys))
        yield network
        transaction.set_rollback(True)


def _entry(document: Mapping, network: Page) -> index.Entry:
    return index.Entry(
        kind=document["kind"],
        thing_key=document["id"],
        title=document["title"],
        body=document["body"],
        place=document.get("centre", ""),
        url="/",
        node_id=network.pk,
    )


def ask(query: Mapping, network: Page) -> list[str]:
    """Return the keys of what the page shows for a query, or of the names offered while typing."""
    question = Question(text=query["query"], node=network)
    if query["mode"] == "suggest":
        found: Sequence = suggest(Query(question.text, filters=question.filters), limit=FIRST)
    else:
        shown = answer(question, timezone.now())
        found = [*shown.pinned, *shown.results.entries, *shown.results.close, *shown.relaxed]
    return list(dict.fromkeys(entry.thing_key for entry in found))
