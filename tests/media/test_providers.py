import pytest
from hypothesis import given
from hypothesis import strategies as st

from media import providers


@pytest.mark.parametrize(
    ("address", "provider", "video_id", "frame"),
    [
        (
            "https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333.1007",
            "bilibili",
            "BV1xx411c7mD",
            "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&p=1&autoplay=0",
        ),
        (
            "https://m.bilibili.com/video/av170001?p=2",
            "bilibili",
            "av170001",
            "https://player.bilibili.com/player.html?aid=170001&p=2&autoplay=0",
        ),
        ("https://live.bilibili.com/6", "bilibili-live", "6", ""),
        (
            "https://v.qq.com/x/cover/mzc00200abc/z0031abcdef.html",
            "tencent",
            "z0031abcdef",
            "https://v.qq.com/txp/iframe/player.html?vid=z0031abcdef&autoplay=false",
        ),
        (
            "http://v.youku.com/v_show/id_XNDg0NTY3ODkwMA==.html?spm=a2h",
            "youku",
            "XNDg0NTY3ODkwMA==",
            "https://player.youku.com/embed/XNDg0NTY3ODkwMA==",
        ),
    ],
)
def test_known_addresses_give_their_player(address, provider, video_id, frame):
    player = providers.read(address)
    assert (player.provider, player.video_id, player.frame) == (provider, video_id, frame)


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("https://video.fangshan.gov.cn/2026/talk.mp4", "video/mp4"),
        ("https://live.example.cn/room.m3u8?key=1", "application/vnd.apple.mpegurl"),
    ],
)
def test_plain_video_files_play_by_themselves(address, media_type):
    player = providers.read(address)
    assert (player.provider, player.page, player.media_type) == ("file", address, media_type)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "BV1xx411c7mD",
        "javascript:alert(1)//https://www.bilibili.com/video/BV1xx411c7mD",
        "https://www.bilibili.com.evil.cn/video/BV1xx411c7mD",
        "https://evil.cn/?https://www.bilibili.com/video/BV1xx411c7mD",
        "https://www.bilibili.com@evil.cn/video/a.mp4",
        "https://www.bilibili.com/video/BV1xx411c7mD/../../x",
        'https://www.bilibili.com/video/BV1"onload=alert(1)',
        "https://v.qq.com/x/page/z0031abcdef.html\n",
        "https://v.qq.com/txp/iframe/player.html?vid=z0031abcdef",
        "http://video.example.cn/plain.mp4",
        "https://127.0.0.1/a.mp4",
        "https://[::1]/a.mp4",
        "https://2130706433/a.mp4",
        "https://localhost/a.mp4",
        "https://db.internal/a.mp4",
        "https://video.example.cn:8443/a.mp4",
        "https://video.example.cn:99999/a.mp4",
        "https://video.example.cn/a.html",
        "https://[bad/a.mp4",
        "https://video.example.cn/" + "a" * 600 + ".mp4",
    ],
)
def test_hostile_and_unknown_addresses_give_nothing(address):
    assert providers.read(address) is None


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text):
    for address in (text, f"https://{text}", f"https://www.bilibili.com/video/{text}"):
        player = providers.read(address)
        assert player is None or player.page.startswith("https://")


@given(
    st.from_regex(
        r"https://(www\.bilibili\.com/video|v\.qq\.com/x/page)/[ -~]{0,40}", fullmatch=True
    )
)
def test_frames_lie_with_allowed_hosts_only(address):
    player = providers.read(address)
    if player and player.frame:
        assert player.frame.startswith(providers.FRAME_HOSTS)
        assert not set(player.frame) & set("\"'<> ")


def test_a_frame_can_begin_later():
    player = providers.read("https://www.bilibili.com/video/BV1xx411c7mD")
    assert player.frame_from(195).endswith("&t=195")
    assert player.frame_from(0) == player.frame
