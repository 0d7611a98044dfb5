"""Caption files as they come, in any usual encoding, as WebVTT text (pure, with webvtt-py)."""

from __future__ import annotations

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

MAX_BYTES = 1_000_000
ENCODINGS = ("utf-8-sig", "gb18030")


class NotCaptions(ValueError):
    """The file holds no captions that can be read."""


def decoded(data: bytes) -> str:
    """Return the text of a file written on any usual system: UTF-8, UTF-16 with mark, GB18030.

    Raises:
        NotCaptions: it is none of these.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotCaptions


def vtt_of(data: bytes) -> str:
    """Return the WebVTT text of an SRT or WebVTT file; its styles and regions are left out.

    Raises:
        NotCaptions: no cue could be read, or the file is larger than MAX_BYTES.
    """
    if len(data) > MAX_BYTES:
        raise NotCaptions
    text = decoded(data).replace("\0", "")
    is_vtt = text.lstrip().startswith("WEBVTT")
    lines = [line.rstrip("\r") for line in text.strip().split("\n")]
    try:
        read = webvtt.from_buffer(iter(lines), format="vtt" if is_vtt else "srt")
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise NotCaptions from error
    if not len(read):
        raise NotCaptions
    return webvtt.WebVTT(captions=list(read.captions)).content.strip() + "\n"


def cues_of(vtt: str) -> list[tuple[float, str]]:
    """Return the second and the text of each cue of a WebVTT text; empty when it holds none."""
    try:
        read = webvtt.from_string(vtt) if vtt.strip() else ()
    except (MalformedCaptionError, MalformedFileError, ValueError):
        return []
    return [(cue.start_in_seconds, " ".join(cue.text.split())) for cue in read]
