import pytest

from media.captions import MAX_BYTES, NotCaptions, vtt_of

SRT = "1\n00:00:01,000 --> 00:00:04,500\n大家好\n\n2\n00:00:05,000 --> 00:00:08,000\n今天讲用火\n"
VTT = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:04.500\n大家好\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_srt_of_any_usual_encoding_becomes_webvtt(encoding):
    text = vtt_of(SRT.encode(encoding))
    assert text.startswith("WEBVTT\n")
    assert "00:00:01.000 --> 00:00:04.500\n大家好" in text
    assert "今天讲用火" in text


def test_windows_line_ends_are_read():
    assert "今天讲用火" in vtt_of(SRT.replace("\n", "\r\n").encode())


def test_styles_of_a_webvtt_file_are_left_out():
    text = vtt_of(VTT.encode())
    assert "大家好" in text
    assert "::cue" not in text


def test_reading_twice_changes_nothing():
    once = vtt_of(SRT.encode())
    assert vtt_of(once.encode()) == once


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"WEBVTT\n",
        "活动安排".encode(),
        b"\x00\x01\xff\xff\xff",
        b"PK\x03\x04junk",
        b"\xff\xfe\x00",
    ],
)
def test_files_without_captions_are_refused(data):
    with pytest.raises(NotCaptions):
        vtt_of(data)


def test_a_huge_file_is_refused():
    with pytest.raises(NotCaptions):
        vtt_of(SRT.encode() + b"\n" * MAX_BYTES)
