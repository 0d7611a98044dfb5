"""Search at 10,000 and 100,000 rows of 400 characters: find with count and facets, save, index"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from math import log10
from pathlib import Path
from statistics import median
from time import perf_counter

from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from bench.frame import Bench, Line
from bench.memory import own_memory
from bench.rows import FREQUENT, RARE, TENTH, put
from search.models import SearchEntry
from search.query import find, suggest

SIZES = (10_000, 100_000)
ROUNDS = 7
NOTHING = "鼉鼊鼋"
MOST_QUERIES, MOST_TIMES = 20, 2.5  # × the bare queries; what does not hold: decision 0013
# What is asked, and the bare full-text queries of the engine that it cannot do without:
# (words that all must be there, whether they are looked for in names by their beginning).
QUESTIONS = {
    "a frequent word": (FREQUENT, [("服务",)]),
    "a word in a tenth": (TENTH, [("vr",)]),
    "a rare word": (RARE, [("翡翠",)]),
    "one character": ("灯", [("灯*",)]),
    "five pairs": ("党群服务中心", [("党群", "群服", "服务", "务中", "中心")]),
    "a homophone": ("恒星党建", [("恒星", "星党", "党建"), ("henxindanjian*",)]),
    "nothing found": (NOTHING, [("鼍鼊", "鼊鼋")]),
    "a hostile text": ('" OR * NEAR(' + "服务 " * 60, [("服务",)]),
}
STOCK = {
    "sqlite": "modelsearch.backends.database.sqlite.sqlite",
    "postgresql": "modelsearch.backends.database.postgres.postgres",
}
LEAST = {"sqlite": 1.0, "postgresql": 0.5}  # × as fast as stock makes its index
FTS = "wagtailsearch_indexentry_fts"
Call = Callable[[], object]


def measure(bench: Bench) -> Iterator[Line]:
    yield Line("database", connection.vendor)
    yield from stock(SIZES[0])
    times: dict[str, dict[int, float]] = {name: {} for name in [*QUESTIONS, "one save"]}
    made, new = 0, count(1_000_000)
    for size in SIZES:
        began = perf_counter()
        put(made, size)
        speed = (size - made) / (perf_counter() - began)
        yield Line(f"rows a second, up to {size:,}", f"{speed:.0f}")
        made = size
        connection.cursor().execute("ANALYZE")
        before = own_memory()
        yield from asked(bench, size, times)
        grown = own_memory() - before
        yield hostile(size, times)
        times["one save"][size] = timed(lambda: put(number := next(new), number + 1))
        saved = times["one save"][size]
        yield Line(f"one save, {size:,}", f"{saved * 1000:.1f} ms", "at most 15 ms", saved <= 0.015)
    for name, by_size in times.items():
        growth = log10(by_size[SIZES[1]] / by_size[SIZES[0]]) / log10(SIZES[1] / SIZES[0])
        most = 0.5 if name == "one save" else 1.1
        yield Line(f"growth: {name}", f"exponent {growth:.2f}", f"at most {most}", growth <= most)
    yield memory(grown)
    kilobytes = index_size() / made / 1_000
    yield Line("index a row", f"{kilobytes:.1f} KB", "at most 14 KB", kilobytes <= 14)
    if connection.vendor == "sqlite":
        yield elsewhere()


def asked(bench: Bench, size: int, times: dict[str, dict[int, float]]) -> Iterator[Line]:
    """Compare with the bare queries, and say what is left without the cost of finding nothing."""
    now, promise = timezone.now(), f"at most {MOST_QUERIES} queries, {MOST_TIMES} × bare"
    nothing = timed(lambda: find(NOTHING, now=now))
    for name, (text, bare) in QUESTIONS.items():

        def ask(text=text):
            return find(text, now=now)

        queries = bench.queries(ask)
        ours = times[name][size] = timed(ask)
        least = timed(lambda bare=bare: bare_queries(bare))
        figure = (
            f"{queries} queries, {ours * 1000:.1f} ms, bare {least * 1000:.1f} ms: "
            f"{ours / least:.1f} ×, {(ours - nothing) / least:.1f} × beyond finding nothing"
        )
        holds = queries <= MOST_QUERIES and ours <= MOST_TIMES * least
        yield Line(f"{name}, {size:,}", figure, promise, holds)
    for typed in ("衡星", "hengx", "hx"):
        figure = f"{timed(lambda typed=typed: suggest(typed, now=now)) * 1000:.0f} ms"
        yield Line(f"suggest {typed}, {size:,}", figure)


def hostile(size: int, times: dict[str, dict[int, float]]) -> Line:
    """Return the slowest of the hostile texts beside the frequent word."""
    from tests.search.test_hostile import HOSTILE

    now = timezone.now()
    slowest = sorted(HOSTILE, key=lambda text: _seconds(lambda: find(text, now=now)))[-1]
    slow, frequent = timed(lambda: find(slowest, now=now)), times["a frequent word"][size]
    figure = f"{slow * 1000:.0f} ms ({slowest[:12]!r}), {slow / frequent:.1f} × a frequent word"
    return Line(
        f"slowest of {len(HOSTILE)} hostile, {size:,}", figure, "at most 2 ×", slow <= 2 * frequent
    )


READING = """
from bench.memory import own_memory
before = own_memory()
from chinese.sound import suggest_tokens
for code in range(0x4E00, 0x9FA5):
    suggest_tokens(chr(code))
print(own_memory() - before)
"""


def memory(searches: float) -> Line:
    """Return what a worker needs: to read Chinese (libraries, every reading), and to search."""
    command = [sys.executable, "-c", READING]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    reading = float(done.stdout)
    figure = f"{reading:.0f} MB to read, {searches:.0f} MB to search"
    return Line("memory of a worker", figure, "at most 25 MB", reading + searches <= 25)


def index_size() -> int:
    """Return the bytes of the index: its rows, their full text, their keys."""
    table = IndexEntry._meta.db_table
    sql = f"SELECT pg_total_relation_size('{table}')"
    if connection.vendor == "sqlite":
        sql = f"SELECT sum(pgsize) FROM dbstat WHERE name LIKE '{table}%'"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def timed(call: Call) -> float:
    call()
    return median(_seconds(call) for _ in range(ROUNDS))


def _seconds(call: Call) -> float:
    began = perf_counter()
    call()
    return perf_counter() - began


def bare_queries(asked: list[tuple[str, ...]]) -> None:
    """Ask the engine itself for twenty ranked rows and their number, in all models."""
    with connection.cursor() as cursor:
        for words in asked:
            for sql, params in (sqlite if connection.vendor == "sqlite" else postgres)(words):
                cursor.execute(sql, params)
                cursor.fetchall()


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


def stock(size: int) -> Iterator[Line]:
    """Compare with the stock backend on its own tables: the index, a word in a tenth."""
    put(0, size)
    theirs, their_time = built(STOCK[connection.vendor], "0006", _seconds)
    ours, our_time = built("default", "0007", timed)
    cleared()
    least = LEAST[connection.vendor]
    for state, rate, stock_rate in zip(("first", "again"), ours, theirs, strict=True):
        figure = f"{rate:.0f} rows a second, {rate / stock_rate:.2f} × stock"
        promise = f"at least {least} × stock"
        yield Line(f"index of {size:,}, {state}", figure, promise, rate >= least * stock_rate)
    share = their_time / our_time
    figure = f"{our_time * 1000:.0f} ms, stock {their_time * 1000:.0f} ms: 1/{share:.0f}"
    promise = "at most a 50th" if connection.vendor == "sqlite" else ""
    yield Line("a word in a tenth, against stock", figure, promise, not promise or share >= 50)


def built(name: str, migration: str, clock: Callable[[Call], float]) -> tuple[list[float], float]:
    """Make a backend's index twice; return the rows a second of each time, and a search's time."""
    call_command("migrate", "search", migration, verbosity=0)
    backend, size = get_search_backend(name), SearchEntry.objects.count()
    IndexEntry.objects.all()._raw_delete("default")
    rates = [size / _seconds(partial(rebuilt, backend)) for _ in range(2)]

    def ask():
        found = backend.search(TENTH, SearchEntry.objects.all())
        return list(found[:20]), found.count()

    return rates, clock(ask)


def cleared() -> None:
    """Empty the index, and give back the room of what was in it."""
    IndexEntry.objects.all()._raw_delete("default")
    with connection.cursor() as cursor:
        table = IndexEntry._meta.db_table
        cursor.execute("VACUUM" if connection.vendor == "sqlite" else f"VACUUM FULL {table}")


def rebuilt(backend) -> None:
    """Build the index of all entries as update_index does."""
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(SearchEntry))
    index = rebuilder.start()
    for start in range(0, SearchEntry.objects.count(), 1_000):
        index.add_items(
            SearchEntry, list(SearchEntry.objects.order_by("pk")[start : start + 1_000])
        )
    rebuilder.finish()


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
