"""Length, size and a still picture of a stranger's video, read at arm's length."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .enums import MediaProblem
from .sniffing import HEAD, container_of

WALL_SECONDS = 60
CHILD = Path(__file__).with_name("probe_child.py")


@dataclass(frozen=True)
class MediaFacts:
    """`duration` in seconds; width and height in pixels, 0 for sound; `still` a JPEG or b""."""

    duration: float
    width: int
    height: int
    still: bytes


class Unplayable(Exception):
    """The file is no sound or video that can be read; `problem` says why."""

    def __init__(self, problem: MediaProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def probe(path: str) -> MediaFacts:
    """Return the facts of a file on this machine.

    Raises:
        Unplayable: it is something else, damaged, or takes longer than WALL_SECONDS.
    """
    with open(path, "rb") as file:
        container = container_of(file.read(HEAD))
    if container is None:
        raise Unplayable(MediaProblem.UNREADABLE)
    with tempfile.TemporaryDirectory() as folder:
        still = Path(folder) / "still.jpg"
        facts = _ask(path, container, str(still))
        picture = still.read_bytes() if facts.pop("has_still") else b""
    return MediaFacts(**facts, still=picture)


def _ask(path: str, container: str, still: str) -> dict:
    # -I: neither the environment nor the current folder can change what the child imports.
    command = [sys.executable, "-I", str(CHILD), path, container, still]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and script, no shell
            command, capture_output=True, timeout=WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unplayable(MediaProblem.TOO_LONG) from error
    if done.returncode != 0:
        raise Unplayable(MediaProblem.UNREADABLE)
    return json.loads(done.stdout)
