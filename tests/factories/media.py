"""Livestreams, pictures and small real videos."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import count
from zoneinfo import ZoneInfo

import av
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image

from media.models import LivestreamPage, SiteImage, SiteMedia

START = datetime(2026, 12, 3, 19, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
_numbers = count(1)


def make_livestream(centre, *, publish=True, **values) -> LivestreamPage:
    """Make a livestream on 3 December 2026, 19:30 to 20:15, published unless told otherwise."""
    number = next(_numbers)
    start = values.setdefault("start_at", START)
    defaults = {
        "title": f"冬夜用火用电，第{number}讲",
        "slug": f"live-{number}",
        "end_at": start + timedelta(minutes=45),
        "live": False,
    } | values
    chapters = defaults.pop("chapters", ())
    page = LivestreamPage(**defaults)
    page.chapters = list(chapters)
    centre.refresh_from_db()
    page = centre.add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return LivestreamPage.objects.get(pk=page.pk)


def video_bytes(seconds: int = 4, width: int = 64, height: int = 40) -> bytes:
    """Return a small real MP4 with a picture that changes every second."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=5)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number in range(seconds * 5):
            shade = 30 + 40 * (number // 5 % 5)
            picture = Image.new("RGB", (width, height), (shade, shade, 120))
            frame = av.VideoFrame.from_image(picture)
            frame.pts, frame.time_base = number, Fraction(1, 5)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return buffer.getvalue()


def make_picture(**values) -> SiteImage:
    """Make a picture of 1280 by 800 with as much detail as a photograph has."""
    buffer = io.BytesIO()
    Image.effect_mandelbrot((1280, 800), (-2.2, -1.1, 1.2, 1.1), 100).save(buffer, "PNG")
    file = ImageFile(buffer, name="photo.png")
    return SiteImage.objects.create(**{"title": "一张照片", "file": file} | values)


def make_video(content: bytes | None = None, name: str = "clip.mp4", **values) -> SiteMedia:
    """Make an uploaded video; its file is a small real one unless a content is given."""
    media = SiteMedia(title=values.pop("title", "一段录像"), type="video", **values)
    media.file.save(name, ContentFile(video_bytes() if content is None else content), save=False)
    media.save()
    return media
