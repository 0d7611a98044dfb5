"""Every address of the site as the resolver knows it, with its arguments filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

NAMED = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
CONVERTED = re.compile(r"<(?:\w+:)?(\w+)>")
UNNAMED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
MARKS = re.compile(r"\^|\$|\\Z|\\")


def routes(patterns=None, prefix="", space="") -> Iterator[tuple[str, str]]:
    """Yield (view name, route); a view without a name is called by its route."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry.url_patterns, route, inner)
        elif isinstance(entry, URLPattern):
            yield space + (entry.name or route), route


def filled(route: str, value_of: Callable[[str], object]) -> str:
    """Return the address of a route; arguments without a name are asked for as "0", "1"."""
    numbers = iter(range(10))
    route = NAMED.sub(lambda match: str(value_of(match[1])), route)
    route = CONVERTED.sub(lambda match: str(value_of(match[1])), route)
    route = UNNAMED.sub(lambda match: str(value_of(str(next(numbers)))), route)
    return "/" + MARKS.sub("", route)
