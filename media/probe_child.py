"""Reads a video or sound file with PyAV, in a process of its own (`media.probing` starts it).

Knows no Django. Prints one line of JSON; writes the still picture to the path it is given.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys

import av

MEMORY = 2 * 1024**3  # octets
CPU_SECONDS = 30
STILL_AT = 5.0  # seconds; a quarter of the way in shorter ones
STILL_WIDTH = 1280


def main() -> None:
    """Arguments: path of the file, its container format, path for the still picture."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    path, container_format, still_path = sys.argv[1:4]
    print(json.dumps(read(path, container_format, still_path)))  # noqa: T201 - the answer


def read(path: str, container_format: str, still_path: str) -> dict:
    """Return duration in seconds, width and height (0 for sound), and whether a still was made.

    The format is given, never guessed, and only files may be opened: a playlist that calls
    itself video would make FFmpeg fetch what it names.
    """
    options = {"protocol_whitelist": "file"}
    with av.open(path, format=container_format, options=options) as container:
        if not container.streams.video and not container.streams.audio:
            raise ValueError("no sound and no picture")
        duration = float(container.duration or 0) / av.time_base
        facts = {"duration": round(duration, 2), "width": 0, "height": 0, "has_still": False}
        if container.streams.video:
            stream = container.streams.video[0]
            facts |= {"width": stream.width, "height": stream.height}
            facts["has_still"] = make_still(container, stream, duration, still_path)
        return facts


def make_still(container, stream, duration: float, still_path: str) -> bool:
    """Write the picture at STILL_AT as JPEG.

    A seek alone lands on the key frame before, so frames are decoded up to the moment.
    """
    moment = min(STILL_AT, duration / 4)
    with contextlib.suppress(av.FFmpegError):
        container.seek(int(moment * av.time_base))
    last = None
    for frame in container.decode(stream):
        last = frame
        if frame.time is not None and frame.time >= moment:
            break
    if last is None:
        return False
    picture = last.to_image()
    picture.thumbnail((STILL_WIDTH, STILL_WIDTH))
    picture.save(still_path, "JPEG", quality=85)
    return True


if __name__ == "__main__":
    main()
