"""Our backends keep what modelsearch promises: its own tests of a backend pass on them."""

import os
import subprocess
import sys

ROOT = __file__.rpartition("/tests/")[0]


def test_the_tests_of_modelsearch_pass_on_the_backend_of_the_database():
    """In a process of its own: their models' tables must be in no other test's database."""
    package = "tests.search.conformance"
    run = subprocess.run(
        [sys.executable, "-m", "django", "test", f"{package}.cases", "--noinput"],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": f"{package}.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-4_000:]
    assert "Ran 120 tests" in run.stderr
    assert "OK (skipped=6)" in run.stderr
