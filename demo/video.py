"""Makes the two small videos of the demo, with sound: H.264 and AAC in MP4, 640 x 360.

Pictures come from `demo.clip_scenes`; the melody is a plucked pentatonic line, made sample by
sample, so that nobody else's music or film is needed.
"""

from __future__ import annotations

import io
import math
from array import array
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image

from demo.clip_scenes import SIZE, lantern, noodle

FRAMES_A_SECOND = 12
SAMPLES_A_SECOND = 22050
SAMPLES_A_FRAME = 1024  # what an AAC frame holds
NOTE_SECONDS = 0.5
PENTATONIC = (261.63, 293.66, 329.63, 392.00, 440.00, 523.25)  # C D E G A C, hertz

Scene = Callable[[float, float], Image.Image]

# name: scene, length in seconds, moment of the poster, melody (steps of the scale, None rests)
CLIPS: dict[str, tuple[Scene, int, float, tuple[int | None, ...]]] = {
    "lantern": (lantern, 36, 31.0, (0, 2, 3, None, 4, 3, 2, None, 3, 4, 5, None, 4, 3, 0, None)),
    "noodle": (noodle, 34, 28.0, (3, 3, 4, 5, 4, 3, 2, None, 2, 3, 4, 3, 2, 1, 0, None)),
}


def make_clip(name: str, path: Path) -> None:
    """Write the clip of that name to a path; takes a few seconds.

    Raises:
        KeyError: there is no clip of that name.
    """
    scene, seconds, _, melody = CLIPS[name]
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        picture = container.add_stream("libx264", rate=FRAMES_A_SECOND)
        picture.width, picture.height = SIZE
        picture.pix_fmt = "yuv420p"
        picture.options = {"crf": "30", "preset": "veryfast", "tune": "animation"}
        sound = container.add_stream("aac", rate=SAMPLES_A_SECOND, layout="mono")
        sound.bit_rate = 48_000
        for number in range(seconds * FRAMES_A_SECOND):
            frame = av.VideoFrame.from_image(scene(number / FRAMES_A_SECOND, seconds))
            frame.pts, frame.time_base = number, Fraction(1, FRAMES_A_SECOND)
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        for frame in _sound_frames(melody, seconds):
            container.mux(sound.encode(frame))
        container.mux(sound.encode(None))


def poster(name: str) -> bytes:
    """Return the poster of a clip as PNG.

    Raises:
        KeyError: there is no clip of that name.
    """
    scene, seconds, moment, _ = CLIPS[name]
    buffer = io.BytesIO()
    scene(moment, seconds).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _sound_frames(melody: tuple[int | None, ...], seconds: int) -> list[av.AudioFrame]:
    samples = _samples(melody, seconds)
    frames = []
    for start in range(0, len(samples) - SAMPLES_A_FRAME + 1, SAMPLES_A_FRAME):
        frame = av.AudioFrame(format="flt", layout="mono", samples=SAMPLES_A_FRAME)
        frame.planes[0].update(samples[start : start + SAMPLES_A_FRAME].tobytes())
        frame.sample_rate = SAMPLES_A_SECOND
        frame.pts, frame.time_base = start, Fraction(1, SAMPLES_A_SECOND)
        frames.append(frame)
    return frames


def _samples(melody: tuple[int | None, ...], seconds: int) -> array[float]:
    """Return the melody as samples from -1 to 1, repeated, softer in the last two seconds."""
    note_length = int(SAMPLES_A_SECOND * NOTE_SECONDS)
    notes = {step: _note(step, note_length) for step in set(melody)}
    samples: array[float] = array("f")
    number = 0
    while len(samples) < seconds * SAMPLES_A_SECOND:
        samples.extend(notes[melody[number % len(melody)]])
        number += 1
    del samples[seconds * SAMPLES_A_SECOND :]
    fade = 2 * SAMPLES_A_SECOND
    for back in range(fade):
        samples[-1 - back] *= back / fade
    return samples


def _note(step: int | None, length: int) -> array[float]:
    """Return one plucked note: a tone and its octave that die away; a rest is silence."""
    if step is None:
        return array("f", bytes(4 * length))
    turn = 2 * math.pi * PENTATONIC[step] / SAMPLES_A_SECOND
    return array(
        "f",
        (
            0.3
            * min(1.0, at / 200)
            * math.exp(-4.0 * at / length)
            * (math.sin(turn * at) + 0.4 * math.sin(2 * turn * at))
            for at in range(length)
        ),
    )
