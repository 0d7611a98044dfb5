import subprocess

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from media import probing
from media.enums import MediaProblem
from media.models import SiteMedia
from media.sniffing import container_of
from media.tasks import look_into
from tests.factories.media import make_video, video_bytes

PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1/secret\n"


def test_a_real_video_tells_its_length_size_and_a_picture(tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(video_bytes(seconds=4))
    facts = probing.probe(str(path))
    assert (facts.duration, facts.width, facts.height) == (4.0, 64, 40)
    assert facts.still.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "content", [b"", b"no video at all" * 9, PLAYLIST, b"<html>", b"PK\x03\x04" * 30]
)
def test_junk_and_playlists_named_mp4_are_refused(tmp_path, content):
    path = tmp_path / "clip.mp4"
    path.write_bytes(content)
    with pytest.raises(probing.Unplayable) as caught:
        probing.probe(str(path))
    assert caught.value.problem == MediaProblem.UNREADABLE


def test_a_file_with_the_right_head_and_nothing_behind_is_refused(tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(video_bytes()[:40] + b"\0" * 400)
    with pytest.raises(probing.Unplayable):
        probing.probe(str(path))


def test_a_file_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    path = tmp_path / "clip.mp4"
    path.write_bytes(video_bytes())

    def too_long(command, **kwargs):
        raise subprocess.TimeoutExpired(command, kwargs["timeout"])

    monkeypatch.setattr(probing.subprocess, "run", too_long)
    with pytest.raises(probing.Unplayable) as caught:
        probing.probe(str(path))
    assert caught.value.problem == MediaProblem.TOO_LONG


def test_an_upload_is_looked_into_after_the_commit(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        media = make_video()
    media.refresh_from_db()
    assert (media.duration, media.width, media.height, media.problem) == (4.0, 64, 40, "")
    assert media.thumbnail.name.startswith("media_thumbnails/")


def test_an_upload_that_cannot_be_read_says_so(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        media = make_video(video_bytes()[:40] + b"\0" * 400)
    media.refresh_from_db()
    assert media.problem == MediaProblem.UNREADABLE


def test_a_deleted_upload_is_no_failure(db):
    assert look_into.func(999_999) == ""


def test_the_form_refuses_a_playlist_at_once(db):
    media = SiteMedia(title="播放单", type="video")
    media.file = ContentFile(PLAYLIST, name="clip.mp4")
    with pytest.raises(ValidationError) as caught:
        media.clean()
    assert "file" in caught.value.error_dict


def test_uploads_get_names_that_cannot_be_guessed(db):
    one, other = make_video(name="clip.mp4"), make_video(name="clip.mp4")
    assert one.file.name.endswith("/clip.mp4")
    assert one.file.name != other.file.name
    assert len(one.file.name.split("/")[1]) == 16


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\0\0\0\x18ftypmp42", "mp4"),
        (b"\x1aE\xdf\xa3", "matroska"),
        (b"RIFF\0\0\0\0WAVE", "wav"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90", "mp3"),
        (b"#EXTM3U", None),
        (b"", None),
    ],
)
def test_containers_are_known_by_their_first_bytes(head, name):
    assert container_of(head) == name
