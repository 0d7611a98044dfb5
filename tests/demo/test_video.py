"""The two demo videos are real: picture, sound, length."""

import io

import av
import pytest
from PIL import Image

from demo.livestreams import LIVESTREAMS
from demo.video import CLIPS, make_clip, poster


@pytest.mark.parametrize("name", sorted(CLIPS))
def test_clip_plays_with_picture_and_sound(name, tmp_path):
    path = tmp_path / "clip.mp4"
    make_clip(name, path)
    with av.open(str(path)) as container:
        picture, sound = container.streams.video[0], container.streams.audio[0]
        size = (picture.codec_context.width, picture.codec_context.height)
        codecs = (picture.codec_context.name, sound.codec_context.name)
        seconds = container.duration / av.time_base
    assert size == (640, 360)
    assert codecs == ("h264", "aac")
    assert seconds == pytest.approx(CLIPS[name][1], abs=0.5)
    assert path.stat().st_size < 1_000_000


@pytest.mark.parametrize("name", sorted(CLIPS))
def test_poster_is_a_picture_of_many_colours(name):
    with Image.open(io.BytesIO(poster(name))) as image:
        assert image.format == "PNG"
        assert image.size == (640, 360)
        assert len(image.convert("RGB").getcolors(100_000)) > 10


def test_captions_end_before_their_clip():
    for stream in LIVESTREAMS:
        if stream.clip:
            assert stream.captions[-1].end <= CLIPS[stream.clip][1]
