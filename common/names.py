"""What kinds, audiences and holidays mean in a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from chinese.folding import fold
from search.names import Name, register, register_days, register_labels

from .models import Audience, Holiday, Kind

BEFORE, AFTER = timedelta(days=30), timedelta(days=400)
SHORT_ENDING = "节"  # 国庆节 is called 国庆 too


def vocabulary(words: list[str], today: date) -> Iterator[Name]:
    """Yield the audiences and kinds that these folded words are exactly the names of."""
    for parameter, model in (("for", Audience), ("about", Kind)):
        for term in model.objects.only("code", "name", "name_en"):
            for word in {fold(term.name), fold(term.name_en)}.intersection(words):
                yield Name(parameter, term.code, term.label, word)


def labels_of(model) -> dict[str, str]:
    return {term.code: term.label for term in model.objects.only("code", "name", "name_en")}


def holidays(text: str, today: date) -> Iterator[Name]:
    """Yield the holidays that a folded text names: the one that is on, or comes next."""
    near = Holiday.objects.filter(date__range=(today - BEFORE, today + AFTER), network=None)
    rows = sorted(near.values_list("name", "date"))
    for name, days in groupby(rows, key=lambda row: row[0]):
        word = fold(name)
        if word not in text:
            word = word.removesuffix(SHORT_ENDING)
        if len(word) > 1 and word in text:
            first, last = next_stretch([day for _name, day in days], today)
            value = f"{first}" if first == last else f"{first}..{last}"
            yield Name("on", value, name, word)


def next_stretch(days: Iterable[date], today: date) -> tuple[date, date]:
    """Return first and last of the days in a row that are on or come next, else of the last."""
    stretches: list[tuple[date, date]] = []
    for day in sorted(days):
        if stretches and day - stretches[-1][1] == timedelta(days=1):
            stretches[-1] = stretches[-1][0], day
        else:
            stretches.append((day, day))
    return next((one for one in stretches if one[1] >= today), stretches[-1])


register(vocabulary)
register_labels("for", lambda: labels_of(Audience))
register_labels("about", lambda: labels_of(Kind))
register_days(holidays)
