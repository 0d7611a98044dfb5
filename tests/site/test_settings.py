"""Production says what it lacks, and starts when it has everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lint import PRODUCTION

ROOT = Path(__file__).resolve().parents[2]


def start(**environment: str) -> subprocess.CompletedProcess:
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); print('started')"],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "config.settings.production"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_every_value():
    assert start(**PRODUCTION).stdout.endswith("started\n")


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "S3_BUCKET"])
def test_production_refuses_to_start_and_names_what_is_missing(name):
    refused = start(**(PRODUCTION | {name: ""}))
    assert refused.returncode != 0
    assert f"{name} (" in refused.stderr.splitlines()[-1]


def test_production_wants_postgresql():
    refused = start(**(PRODUCTION | {"DATABASE_URL": "sqlite:////tmp/never.sqlite3"}))
    assert "postgres://" in refused.stderr.splitlines()[-1]
