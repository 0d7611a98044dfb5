"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HEAD = 64  # bytes read

# Container → where its mark stands and what it is.
_MARKS = (
    ("mp4", 4, b"ftyp"),
    ("mp4", 4, b"moov"),
    ("mp4", 4, b"mdat"),
    ("mp4", 4, b"wide"),
    ("matroska", 0, b"\x1aE\xdf\xa3"),
    ("ogg", 0, b"OggS"),
    ("flac", 0, b"fLaC"),
    ("mp3", 0, b"ID3"),
)
_RIFF = {b"WAVE": "wav", b"AVI ": "avi"}


def container_of(head: bytes) -> str | None:
    """Return the container format by its first bytes, as FFmpeg names it; None if unknown.

    Playlists, pages and archives that were renamed to .mp4 are unknown.
    """
    for name, at, mark in _MARKS:
        if head[at : at + len(mark)] == mark:
            return name
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return "aac" if head[1] & 0xF6 == 0xF0 else "mp3"
    return None


def check_content(file) -> None:
    """Refuse an uploaded file that is no sound or video.

    Raises:
        ValidationError: with one sentence for the field `file`.
    """
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if container_of(head) is None:
        raise ValidationError(
            {"file": _("This is not a sound or video file, whatever its name says. Send an MP4.")}
        )
