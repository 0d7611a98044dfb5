"""What feeds can hold and be narrowed by; the apps above register both in `AppConfig.ready()`.

A facet is a letter with its codes: kinds, audiences, rooms. A source is a sort of thing with a
time: activities, livestreams, fairs. A source that does not know a facet that is asked for gives
nothing, so contradictions end in a valid calendar without events.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

Asked = Mapping[str, list[str]]
Names = Callable[[Collection[str]], Mapping[str, str]]
Describe = Callable[[Collection[UUID]], Mapping[UUID, dict]]
Options = Callable[[], Mapping[str, str]]
NAME_SECONDS = 300
SORT = "t"


@dataclass(frozen=True)
class Facet:
    """One way to narrow: `names` gives the names of those codes that exist.

    `options` gives all of them, where they are few enough to be offered in a form. A facet of
    places gives the pages of the tree that it stands for, and every source understands it.
    """

    letter: str
    label: str
    names: Names
    options: Options | None = None
    places: Callable[[Collection[str]], QuerySet] | None = None


@dataclass(frozen=True)
class Source:
    """A sort of thing with a time.

    Attributes:
        name: what `CalendarEntry.source` says.
        letters: the facets that it understands.
        things: the identities of the things that were asked for.
        describe: what lists for programs say of these things beyond their entries.
        is_quiet: whether it stands only in calendars that ask for it by its sort.
    """

    name: str
    letters: frozenset[str]
    things: Callable[[Asked], QuerySet]
    describe: Describe
    is_quiet: bool = False


_facets: dict[str, Facet] = {}
_sources: dict[str, Source] = {}
# Sorts of things: the code of the address, its name, the sources it holds.
SORTS: dict[str, tuple] = {
    "activities": (_("Activities"), ("activity",)),
    "fairs": (_("Job fairs"), ("fair",)),
    "live": (_("Livestreams"), ("livestream",)),
    "talent": (_("Job fairs and closing days"), ("fair", "deadline")),
}


def register_facet(
    letter: str, label: str, *, names: Names | None = None, options: Options | None = None
) -> None:
    """Add a way to narrow: by a list that can be offered whole, or by names that are looked up."""
    if names is None:
        every = options or dict
        names = lambda codes: {code: name for code, name in every().items() if code in codes}  # noqa: E731
    _facets[letter] = Facet(letter, label, names, options)


def register_place_facet(letter: str, label: str, *, names: Names, places: Callable) -> None:
    """Add a way to choose places, whatever takes place there; `places` gives keys of pages."""
    _facets[letter] = Facet(letter, label, names, places=places)


def offered() -> list[Facet]:
    """Return the facets that a form can offer, in the order of registration."""
    return [facet for facet in _facets.values() if facet.options]


def register_source(
    name: str,
    things: Callable[[Asked], QuerySet],
    describe: Describe,
    *,
    letters: str = "",
    is_quiet: bool = False,
) -> None:
    _sources[name] = Source(name, frozenset(letters), things, describe, is_quiet)


def described(entries: Iterable) -> dict[UUID, dict]:
    """Return what the sources say of these entries' things, by thing; a few queries a source."""
    wanted: dict[str, list[UUID]] = {}
    for entry in entries:
        if not entry.is_withdrawn:
            wanted.setdefault(entry.source, []).append(entry.thing_id)
    return {
        key: facts
        for name, keys in wanted.items()
        if name in _sources
        for key, facts in _sources[name].describe(keys).items()
    }


def names_of(asked: Asked) -> dict[str, str] | None:
    """Return the names of the chosen parts by part; None when one of them does not exist."""
    named = {}
    for letter, codes in asked.items():
        found = _names(letter, codes)
        if len(found) < len(codes):
            return None
        named |= {f"{letter}-{code}": found[code] for code in codes}
    return named


def _names(letter: str, codes: Iterable[str]) -> Mapping[str, str]:
    """Return the names of the codes that exist; kept for as long as a feed may be."""
    if letter not in _facets:
        return {}
    keys = {f"calendar-name:{get_language()}:{letter}-{code}": code for code in codes}
    held = {keys[key]: name for key, name in cache.get_many(keys).items()}
    if missing := [code for code in codes if code not in held]:
        found = {code: str(name) for code, name in _facets[letter].names(missing).items()}
        turned = {code: key for key, code in keys.items()}
        cache.set_many({turned[code]: name for code, name in found.items()}, NAME_SECONDS)
        held |= found
    return held


def names_known(letter: str, codes: Iterable[str]) -> dict[str, str]:
    """Return the names of those parts that exist and are public."""
    return {f"{letter}-{code}": name for code, name in _names(letter, list(codes)).items()}


def condition(asked: Asked, *, with_quiet: bool = False) -> Q:
    """Return which calendar entries were asked for; never a query by itself.

    Args:
        with_quiet: also those that stand only where they are asked for by their sort.
    """
    wanted, there = Q(pk__in=[]), Q()
    narrowed = {letter: codes for letter, codes in asked.items() if letter != SORT}
    for letter in [letter for letter in narrowed if _facets[letter].places]:
        there &= Q(node_id__in=_facets[letter].places(narrowed.pop(letter)))
    for source in _sources.values() if with_quiet else _chosen(asked.get(SORT, [])):
        if narrowed.keys() <= source.letters:
            of_source = Q(source=source.name)
            if narrowed:
                of_source &= Q(thing_id__in=source.things(narrowed))
            wanted |= of_source
    return wanted & there


def _chosen(sorts: Iterable[str]) -> list[Source]:
    named = {name for sort in sorts for name in SORTS[sort][1]}
    if named:
        return [source for source in _sources.values() if source.name in named]
    return [source for source in _sources.values() if not source.is_quiet]


register_facet(SORT, _("What it is"), options=lambda: {code: row[0] for code, row in SORTS.items()})
