"""Which servers the tests can talk to: taken from the environment, else looked for on this host."""

from __future__ import annotations

import os
import shutil
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
LOCAL_POSTGRES = (
    "postgres://postgres@127.0.0.1:5432/postgres",
    "postgres://root@127.0.0.1:5432/postgres",
    "postgres://postgres:postgres@127.0.0.1:5432/postgres",
)


@dataclass(frozen=True)
class Server:
    """One server: the variable that names it, where it was found ("" if not), how to have it."""

    name: str
    variable: str
    found: str
    how: str


def find_all() -> list[Server]:
    """Look for every server that the tests can use; takes at most a few seconds."""
    return [
        Server("PostgreSQL", "TEST_POSTGRES_URL", postgres(), "install and start postgresql"),
        Server("Redis", "REDIS_URL", redis(), "install and start redis-server"),
        Server(
            "Elasticsearch",
            "ELASTICSEARCH_URL",
            elasticsearch(),
            "set ELASTICSEARCH_URL to a server of version 9",
        ),
        Server(
            "ical.js",
            "ICAL_JS",
            folder("ICAL_JS", "node_modules/ical.js") if shutil.which("node") else "",
            "install Node, then npm install --prefix var/clients ical.js@2.2.1",
        ),
        Server("Chromium", "CHROMIUM", chromium(), "install chromium, or set CHROMIUM to its path"),
    ]


def postgres() -> str:
    import psycopg

    named = os.environ.get("TEST_POSTGRES_URL")
    for url in (named,) if named else LOCAL_POSTGRES:
        try:
            with psycopg.connect(url.replace("postgres://", "postgresql://"), connect_timeout=2):
                return url
        except psycopg.Error:
            continue
    return ""


def redis() -> str:
    import redis as client

    url = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/9")
    try:
        client.Redis.from_url(url, socket_connect_timeout=2).ping()
    except client.RedisError:
        return ""
    return url


def elasticsearch() -> str:
    url = os.environ.get("ELASTICSEARCH_URL", "http://127.0.0.1:9200")
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310 (an address of this host)
            return url
    except OSError:
        return ""


def folder(variable: str, inside: str) -> str:
    """Return the named folder, else var/clients, if that lies in it."""
    named = Path(os.environ.get(variable) or ROOT / "var" / "clients")
    return str(named) if (named / inside).exists() else ""


def chromium() -> str:
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), "")
