"""Search at 10,000 and 100,000 rows of 400 characters: find with count and facets, save, index"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from math import log10
from pathlib import Path
from statistics import median
from time import perf_counter

from django.db import connection
from django.utils import timezone
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from bench.frame import Bench, Line
from brands.models import AreaPage
from chinese.tokens import HAN
from search import index, synonyms
from search.models import SearchEntry
from search.query import find, suggest

SIZES = (10_000, 100_000)
ROUNDS = 7
SYNONYMS = Path(synonyms.__file__).parent / "data" / "synonyms.tsv"  # characters in use
FELT = 0.01  # seconds; what costs less beside the bare query is what any request costs
WORDS = 4_000  # of two characters, the n-th 1/n as frequent as the first
FREQUENT, RARE, TENTH = "服务", "翡翠", "vr"
# What is asked, and the bare full-text queries of the engine that it cannot do without:
# (words that all must be there, whether they are looked for in names by their beginning).
QUESTIONS = {
    "a frequent word": (FREQUENT, [("服务",)]),
    "a word in a tenth": (TENTH, [("vr",)]),
    "a rare word": (RARE, [("翡翠",)]),
    "one character": ("灯", [("灯*",)]),
    "five pairs": ("党群服务中心", [("党群", "群服", "服务", "务中", "中心")]),
    "a homophone": ("恒星党建", [("恒星", "星党", "党建"), ("henxindanjian*",)]),
    "nothing found": ("鼉鼊鼋", [("鼍鼊", "鼊鼋")]),
    "a hostile text": ('" OR * NEAR(' + "服务 " * 60, [("服务",)]),
}
STOCK = {
    "sqlite": "modelsearch.backends.database.sqlite.sqlite",
    "postgresql": "modelsearch.backends.database.postgres.postgres",
}
FTS = "wagtailsearch_indexentry_fts"
Call = Callable[[], object]


def measure(bench: Bench) -> Iterator[Line]:
    yield Line("database", connection.vendor)
    yield from stock(SIZES[0])
    times: dict[str, dict[int, float]] = {name: {} for name in QUESTIONS}
    made = 0
    for size in SIZES:
        began = perf_counter()
        put(made, size)
        yield Line(
            f"rows a second, up to {size:,}", f"{(size - made) / (perf_counter() - began):.0f}"
        )
        made = size
        yield from asked(bench, size, times)
        saved = timed(lambda: put(0, 1))
        yield Line(f"one save at {size:,}", f"{saved * 1000:.1f} ms")
    for name, by_size in times.items():
        growth = log10(by_size[SIZES[1]] / by_size[SIZES[0]]) / log10(SIZES[1] / SIZES[0])
        yield Line(f"growth: {name}", f"exponent {growth:.2f}", "at most 1.1", growth <= 1.1)
    if connection.vendor == "sqlite":
        yield elsewhere()


def asked(bench: Bench, size: int, times: dict[str, dict[int, float]]) -> Iterator[Line]:
    now = timezone.now()
    for name, (text, bare) in QUESTIONS.items():

        def ask(text=text):
            return find(text, now=now)

        count = bench.queries(ask)
        ours = times[name][size] = timed(ask)
        least = timed(lambda bare=bare, count=count: bare_queries(bare, count))
        ratio = ours / least
        figure = f"{count} queries, {ours * 1000:.0f} ms, {ratio:.1f} × bare"
        holds = count <= 20 and (ratio <= 2.5 or ours - least < FELT)
        promise = "at most 20 queries, 2.5 × bare or 10 ms more"
        yield Line(f"{name}, {size:,}", figure, promise, holds)
    for typed in ("衡星", "hengx", "hx"):
        figure = f"{timed(lambda typed=typed: suggest(typed, now=now)) * 1000:.0f} ms"
        yield Line(f"suggest {typed}, {size:,}", figure)


def timed(call: Call) -> float:
    call()
    return median(_seconds(call) for _ in range(ROUNDS))


def _seconds(call: Call) -> float:
    began = perf_counter()
    call()
    return perf_counter() - began


def bare_queries(asked: list[tuple[str, ...]], count: int) -> None:
    """Ask the engine itself for twenty ranked rows and their number; other queries are empty."""
    with connection.cursor() as cursor:
        for words in asked:
            for sql, params in (sqlite if connection.vendor == "sqlite" else postgres)(words):
                cursor.execute(sql, params)
                cursor.fetchall()
        for _ in range(count - 2 * len(asked)):
            cursor.execute("SELECT 1")


def sqlite(words: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    column = "{autocomplete}" if words[0].isascii() and words[0].endswith("*") else "{title body}"
    terms = " AND ".join(f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"' for word in words)
    match = f"{column}: ({terms})"
    where = f"FROM {FTS} WHERE {FTS} MATCH %s"
    ranked = f"SELECT rowid {where} ORDER BY bm25({FTS}) LIMIT 20"
    return [(ranked, [match]), (f"SELECT count(*) {where}", [match])]


def postgres(words: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    is_name = words[0].isascii() and words[0].endswith("*")
    vector = "autocomplete" if is_name else "(title || body)"
    terms = " & ".join(f"'{w[:-1]}':*" if w.endswith("*") else f"'{w}'" for w in words)
    where = f"FROM {IndexEntry._meta.db_table} WHERE {vector} @@ to_tsquery('simple', %s)"
    rank = f"ts_rank({vector}, to_tsquery('simple', %s))"
    ranked = f"SELECT id {where} ORDER BY {rank} DESC LIMIT 20"
    return [(ranked, [terms, terms]), (f"SELECT count(*) {where}", [terms])]


def put(first: int, last: int) -> None:
    for start in range(first, last, 2_000):
        index.put(entry(n) for n in range(start, min(start + 2_000, last)))


def entry(number: int) -> index.Entry:
    """Return one row of 400 characters; the same for the same number."""
    chance = random.Random(number)  # noqa: S311 (a stable text)
    words = chance.choices(vocabulary(), weights=frequencies(), k=170)
    if number % 10 == 0:
        words[7] = " VR "
    title = "".join(words[:6])
    if number % 20 == 1:
        title = f"衡星党建{title}"
    body = "".join(
        word + ("，" if place % 7 == 6 else "") for place, word in enumerate(words[6:])
    ) + ("党群服务中心。" if number % 20 else "开放。")
    return index.Entry(
        kind=chance.choice(("activity", "activity", "menu", "notice", "centre")),
        thing_key=f"b{number}",
        title=title,
        body=body,
        url="/",
        node_id=chance.choice(nodes()),
        day_tokens=f"d2026{chance.randint(1, 12):02}{chance.randint(1, 28):02}",
        audiences=chance.choice(("all", "elder", "child", "child elder", "")),
    )


_made: dict[str, list] = {}


def vocabulary() -> list[str]:
    if "words" not in _made:
        chance = random.Random(5)  # noqa: S311 (a stable vocabulary)
        common = sorted(set(re.findall(f"[{HAN}]", SYNONYMS.read_text("utf-8"))))
        words = ["".join(chance.sample(common, 2)) for _ in range(WORDS)]
        words[0], words[40], words[WORDS - 1] = FREQUENT, "灯火", RARE
        _made["words"] = words
    return _made["words"]


def frequencies() -> list[float]:
    return _made.setdefault("weights", [1 / (1 + n) for n in range(WORDS)])


def nodes() -> list[int]:
    if "nodes" not in _made:
        _made["nodes"] = list(AreaPage.objects.order_by().values_list("pk", flat=True)[:300])
        _made["nodes"] = _made["nodes"] or [None]
    return _made["nodes"]


def stock(size: int) -> Iterator[Line]:
    """Compare with the stock backend: making the index, and a word in a tenth of the rows."""
    theirs, ours = get_search_backend(STOCK[connection.vendor]), get_search_backend()
    index.put(entry(n) for n in range(size))
    rows = list(SearchEntry.objects.filter(thing_key__startswith="b"))
    speeds, asked_at = {}, {}
    for label, backend in (("stock", theirs), ("ours", ours)):
        IndexEntry.objects.all()._raw_delete("default")
        began = perf_counter()
        for start in range(0, size, 1_000):
            backend.add_bulk(SearchEntry, rows[start : start + 1_000])
        speeds[label] = size / (perf_counter() - began)

        def ask(backend=backend):
            found = backend.search(TENTH, SearchEntry.objects.all())
            return list(found[:20]), found.count()

        asked_at[label] = _seconds(ask) if label == "stock" else timed(ask)
    least = 1.0 if connection.vendor == "sqlite" else 0.5
    speed = speeds["ours"] / speeds["stock"]
    figure = f"{speeds['ours']:.0f} rows a second, {speed:.2f} × stock"
    yield Line(f"index of {size:,}", figure, f"at least {least} × stock", speed >= least)
    share = asked_at["stock"] / asked_at["ours"]
    figure = (
        f"{asked_at['ours'] * 1000:.0f} ms, stock {asked_at['stock'] * 1000:.0f} ms: 1/{share:.0f}"
    )
    if connection.vendor == "sqlite":
        yield Line("a word in a tenth, against stock", figure, "at most a 50th", share >= 50)
    else:
        yield Line("a word in a tenth, against stock", figure)


def elsewhere() -> Line:
    """Measure the same on PostgreSQL, if there is one."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    import servers

    url = servers.postgres()
    if not url:
        return Line("the same on PostgreSQL", "not found: set TEST_POSTGRES_URL", "measured", False)
    command = [sys.executable, "-m", "bench", "search"]
    done = subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False)  # noqa: S603
    return Line("the same on PostgreSQL", "above", "all hold", done.returncode == 0)
