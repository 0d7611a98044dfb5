"""Rules about rooms, pictures, links and repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from itertools import combinations

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from ..findings import Finding, Severity, Subject
from ..links import UNCHECKED, host_of, links_in, problems_of
from .texts import at

ALIKE = 0.9
MANY_ROWS = 120  # pairs grow with the square; a longer menu is compared by exact titles alone


def rooms(subject: Subject) -> Iterator[Finding]:
    """A place that is nearly the name of a room is probably that room."""
    for row in subject.rows:
        name = row.room.rsplit("·", 1)[-1].strip()
        if not name or not subject.rooms or name in subject.rooms:
            continue
        near = get_close_matches(name, subject.rooms, n=1, cutoff=0.6)
        if near:
            message = _("No room has this name. Is “%(room)s” meant?") % {"room": near[0]}
            path = f"{row.path}.place"
            yield Finding("rooms", Severity.HINT, message, row.place, path, name, near[0], 0)


def pictures(subject: Subject) -> Iterator[Finding]:
    """A picture needs words for those who do not see it, its maker, and the people's consent."""
    for picture in subject.pictures:
        for missing, severity, message in (
            (not picture.alt, Severity.LOOK, _("The picture has no description.")),
            (not picture.has_consent, Severity.LOOK, _("Have the people shown agreed? Tick it.")),
            (not picture.credit, Severity.HINT, _("Who took or drew the picture?")),
        ):
            if missing:
                yield Finding("pictures", severity, message, picture.place, picture.path, message)


def links(subject: Subject) -> Iterator[Finding]:
    """Links should be encrypted, lead to hosts that are allowed, and lead somewhere."""
    for text in subject.texts:
        for link in links_in(text.value):
            start = text.value.index(link)
            host = host_of(link)
            if not is_allowed(host):
                message = _("This leads to another site, %(host)s. Is it meant?") % {"host": host}
                yield at(text, "links", Severity.LOOK, message, start, link, None)
            elif link.startswith("http://"):
                message = _("The connection is not encrypted; try https.")
                better = f"https{link[4:]}"
                yield at(text, "links", Severity.HINT, message, start, link, better)


def is_allowed(host: str) -> bool:
    """Whether a host is one of those, or below one of those, that the settings name."""
    names = settings.INSPECTION_LINK_HOSTS
    return any(host == name or host.endswith(f".{name}") for name in names)


def dead_links(subject: Subject) -> Iterator[Finding]:
    """What the worker found behind the links; it alone asks for them."""
    found = [(text, link) for text in subject.texts for link in links_in(text.value)]
    problems = problems_of([link for _text, link in found], timezone.now()) if found else {}
    for text, link in found:
        start = text.value.index(link)
        if problems[link] == UNCHECKED:
            message = _("Not checked yet whether this leads anywhere.")
            yield at(text, "dead", Severity.HINT, message, start, link, None)
        elif problems[link]:
            yield at(text, "dead", Severity.LOOK, _("Nothing answers here."), start, link, None)


def repetition(subject: Subject) -> Iterator[Finding]:
    """Two rows with the same or nearly the same name at the same time."""
    if len(subject.rows) > MANY_ROWS:
        return
    for one, other in combinations(subject.rows, 2):
        if spaceless(one.when) != spaceless(other.when):
            continue
        ratio = SequenceMatcher(None, one.title, other.title, autojunk=False).ratio()
        if ratio >= ALIKE:
            message = _("%(other)s says the same at the same time.") % {"other": other.place}
            severity = Severity.LOOK if ratio == 1 else Severity.HINT
            path = f"{one.path}.title"
            yield Finding("repetition", severity, message, one.place, path, one.title)


def spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)
