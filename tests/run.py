"""The whole test suite: on SQLite with the browser, then on PostgreSQL what touches data.

The last lines say which servers were used and, loudly, which were missing. With REQUIRE_SERVICES
set a missing server is an error: CI sets it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import servers

ROOT = Path(__file__).resolve().parent.parent
STAMP = ROOT / "var" / "test" / "migrations.sha256"
ON_POSTGRES = [
    *("accounts", "brands", "calendars", "common", "events", "inspection"),
    *("media", "notices", "search"),
    "site/test_any_address.py",
]


def migrations_changed() -> bool:
    """Whether the test databases of the last run were made by other migrations."""
    digest = hashlib.sha256()
    for path in sorted([*ROOT.glob("*/migrations/*.py"), ROOT / "requirements-dev.txt"]):
        digest.update(path.read_bytes())
    before = STAMP.read_text() if STAMP.exists() else ""
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    STAMP.write_text(digest.hexdigest())
    return before != digest.hexdigest()


def run(arguments: list[str], **extra: str) -> int:
    fresh = ["--create-db"] if run.fresh else []
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--reuse-db", *fresh, *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | extra, check=False).returncode


def main() -> int:
    found = servers.find_all()
    missing = [server for server in found if not server.found]
    if missing and os.environ.get("REQUIRE_SERVICES"):
        sys.stderr.write(f"Missing: {', '.join(server.name for server in missing)}\n")
        return 1
    run.fresh = migrations_changed()
    extra = {server.variable: server.found for server in found if server.found}
    postgres = extra.pop("TEST_POSTGRES_URL", "")
    asked = sys.argv[1:]
    both = bool(postgres and not asked)
    # The search engine is tried once, beside the database that stands beside it in production.
    failed = run(["-m", "not elasticsearch"] if both else asked, **extra)
    if both:
        sys.stdout.write("\nThe same on PostgreSQL, for what touches data:\n")
        sys.stdout.flush()
        failed |= run(
            [*(f"tests/{name}" for name in ON_POSTGRES), "-m", "not browser"],
            **extra,
            DATABASE_URL=postgres,
        )
    sys.stdout.write(
        f"\nRan with: {', '.join(s.name for s in found if s.found) or 'SQLite alone'}\n"
    )
    for server in missing:
        sys.stdout.write(f"*** RAN WITHOUT {server.name.upper()}. To have it: {server.how}. ***\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
