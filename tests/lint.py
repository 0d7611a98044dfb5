"""One list of checks for `make lint`, the hooks and CI; all run, each failure is named."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
# `check --deploy` looks at the production settings with harmless stand-ins for their values.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "for-the-check-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
    "ALLOWED_HOSTS": "changlai.example",
    "SITE_URL": "https://changlai.example",
    "CALENDAR_UID_DOMAIN": "changlai.example",
    "DATABASE_URL": "postgres://nobody@127.0.0.1/none",
    "REDIS_URL": "redis://127.0.0.1:6379/1",
    "S3_BUCKET": "uploads",
    "S3_ENDPOINT_URL": "http://127.0.0.1:9000",
    "S3_ACCESS_KEY": "key",
    "S3_SECRET_KEY": "secret",
}


def templates() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "*.html"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return listed.stdout.split()


def checks() -> list[tuple[str, list[str], dict[str, str]]]:
    """Return name, command and extra environment of every check."""
    python = sys.executable
    return [
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "."], {}),
        ("ruff", [str(BIN / "ruff"), "check", "."], {}),
        ("djhtml", [str(BIN / "djhtml"), "--check", "--tabwidth", "2", *templates()], {}),
        ("imports", [str(BIN / "lint-imports")], {}),
        ("types", [str(BIN / "mypy")], {}),
        (
            "settings",
            [python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
            PRODUCTION,
        ),
        ("migrations", [python, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
    ]


def main() -> int:
    failed = []
    for name, command, extra in checks():
        begun = time.monotonic()
        result = subprocess.run(
            command, cwd=ROOT, env=os.environ | extra, capture_output=True, text=True
        )
        sys.stdout.write(
            f"{'ok  ' if result.returncode == 0 else 'FAIL'} {name} "
            f"({time.monotonic() - begun:.0f} s)\n"
        )
        if result.returncode:
            failed.append(name)
            sys.stdout.write(result.stdout[-6000:] + result.stderr[-6000:] + "\n")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
