"""The rules of the house that a machine can check."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VAGUE = ("utils.py", "helpers.py", "misc.py")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return listed.stdout.split("\n")[:-1]


def test_site_is_no_package_and_is_in_git():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert "site/settings/base.py" in tracked()
    assert "media/models/assets.py" in tracked()


@pytest.mark.parametrize("folder", ["home", "brands", "events", "media", "search", "site", "tests"])
def test_the_folders_that_were_asked_for_are_there(folder):
    assert (ROOT / folder).is_dir()


def test_no_module_has_a_vague_name():
    assert [path for path in tracked() if path.rsplit("/", 1)[-1] in VAGUE] == []


def test_modules_are_short():
    long = {
        path: len((ROOT / path).read_text().splitlines())
        for path in tracked()
        if path.endswith(".py")
        and "/migrations/" not in path
        and not path.startswith(("tests/", "demo/"))
    }
    assert {path: lines for path, lines in long.items() if lines > 310} == {}


def test_no_compiled_catalogue_or_upload_is_in_git():
    assert [path for path in tracked() if path.endswith((".mo", ".sqlite3", ".mp4"))] == []
