"""The judged documents as entries, and everything that is found for the judged queries."""

import datetime as dt
import json
from itertools import product
from pathlib import Path

from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText

from search import index
from search.backends.common import SoundsLike
from search.filters import Filters
from search.models import SearchEntry
from tests.factories.search import make_entry, make_node
from tests.search.conftest import deliver

DATA = Path(__file__).parent.parent / "data" / "search"
NOW = dt.datetime(2026, 12, 10, 9, 0, tzinfo=dt.UTC)


def lines(name):
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def put():
    """Make the entries, with what filters need: nodes, days, audiences; return the nodes."""
    nodes = [make_node(f"街道{n}") for n in range(3)]
    index.put(
        make_entry(
            doc["title"],
            thing_key=doc["id"],
            kind=doc["kind"][:20],
            body=doc["body"],
            place=doc["centre"],
            node_id=nodes[n % 4].pk if n % 4 < 3 else None,
            audiences=("all", "child", "child elder", "")[n % 4],
            day_tokens=("d20261209 d20261209e", "d20261231 d20270101", "")[n % 3],
            ends_at=NOW + dt.timedelta(days=n % 5 - 2) if n % 2 else None,
        )
        for n, doc in enumerate(lines("documents.jsonl"))
    )
    deliver()
    return nodes


def answers(nodes):
    """Return hits, counts of facets and suggestions for each judged query, with both operators."""
    filters = [
        Filters(language=""),
        Filters(node=nodes[0].path, audience="child"),
        Filters(month="202612", days=("d20261209e",)),
    ]
    found = {}
    queries = [line["query"] for line in lines("relevance_public.jsonl")]
    for query, operator in product(queries, ("and", "or")):
        asked = PlainText(query, operator=operator)
        hits = ask("search", asked)
        found[f"{query} ({operator})"] = {
            "hits": keys(hits),
            "total": hits.count(),
            "counts": [said(hits.counted(chosen, NOW)) for chosen in filters],
            "names": keys(ask("autocomplete", asked)),
            "sounds": keys(ask("autocomplete", SoundsLike(query))),
        }
    return found


def ask(verb, query):
    return getattr(get_search_backend(), verb)(query, SearchEntry.objects.all())


def keys(results):
    return " ".join(sorted(entry.thing_key for entry in results[:500]))


def said(counts):
    """Return counts as a line of text, the nodes by their names."""
    titles = dict(Page.objects.values_list("path", "title")) | {"": "-"}
    facets = [
        f"{name} {titles[value] if name == 'node' else value}: {count}"
        for name, values in counts.facets.items()
        for value, count in values.items()
    ]
    return f"{counts.found} {counts.total} {counts.coming}; {', '.join(sorted(facets))}"
