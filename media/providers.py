"""The address of a video, as people copy it, to its provider, its id and its player (pure).

Only hosts and id patterns of this table pass; nothing is fetched to find out more.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from django.utils.translation import gettext_lazy as _

LONGEST = 500  # characters
SENTENCE = _(
    "Use the address of a video on Bilibili, Tencent Video or Youku, or one beginning "
    "with https:// and ending with .mp4 or .m3u8."
)
FRAME_HOSTS = (
    "https://player.bilibili.com",
    "https://v.qq.com",
    "https://player.youku.com",
)
NAMES = {
    "bilibili": _("Bilibili"),
    "bilibili-live": _("Bilibili"),
    "tencent": _("Tencent Video"),
    "youku": _("Youku"),
    "file": _("another site"),
}


@dataclass(frozen=True)
class Player:
    """Where a video lies and how it is shown.

    `page` is the address a reader can open; `frame` the player to put into the page, "" if there
    is none; `media_type` that of a plain video file, "" otherwise.
    """

    provider: str
    video_id: str
    page: str
    frame: str = ""
    media_type: str = ""

    @property
    def name(self):
        return NAMES[self.provider]

    def frame_from(self, seconds: int) -> str:
        """The player's address, beginning at this second; Youku's knows no such thing."""
        if not seconds or not self.frame or self.provider == "youku":
            return self.frame
        return f"{self.frame}&{'t' if self.provider == 'bilibili' else 'starttime'}={seconds}"


_BILIBILI = re.compile(r"/video/(BV[0-9A-Za-z]{10}|av[0-9]{1,12})/?")
_BILIBILI_ROOM = re.compile(r"/(?:h5/)?([0-9]{1,12})/?")
_TENCENT = re.compile(r"/x/(?:page|cover/[0-9a-z]{1,20})/([0-9a-z]{11})\.html")
_YOUKU = re.compile(r"/v_show/id_(X[0-9A-Za-z]{5,20}={0,2})\.html")
_FILE = re.compile(r"/[^\s?#\\]*\.(mp4|m3u8)", re.IGNORECASE)
_TYPES = {"mp4": "video/mp4", "m3u8": "application/vnd.apple.mpegurl"}
_CLEAN = re.compile(r"[!-~]+")  # visible ASCII


def read(address: str) -> Player | None:
    """Return the player of a video's address; None for everything that is not allowed."""
    if len(address) > LONGEST or not _CLEAN.fullmatch(address) or '"' in address:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or port not in (None, 80, 443):
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if reader := _HOSTS.get(host):
        return reader(parts)
    return _file(address, parts)


def _bilibili(parts) -> Player | None:
    found = _BILIBILI.fullmatch(parts.path)
    if not found:
        return None
    video = found[1]
    part = parse_qs(parts.query).get("p", ["1"])[0]
    part = part if re.fullmatch(r"[1-9][0-9]{0,3}", part) else "1"
    key = {"bvid": video} if video.startswith("BV") else {"aid": video[2:]}
    query = urlencode({**key, "p": part, "autoplay": 0})
    page = f"https://www.bilibili.com/video/{video}/" + (f"?p={part}" if part != "1" else "")
    return Player("bilibili", video, page, f"https://player.bilibili.com/player.html?{query}")


def _bilibili_room(parts) -> Player | None:
    found = _BILIBILI_ROOM.fullmatch(parts.path)
    return found and Player("bilibili-live", found[1], f"https://live.bilibili.com/{found[1]}")


def _tencent(parts) -> Player | None:
    found = _TENCENT.fullmatch(parts.path)
    if not found:
        return None
    page = f"https://v.qq.com/x/page/{found[1]}.html"
    query = urlencode({"vid": found[1], "autoplay": "false"})
    return Player("tencent", found[1], page, f"https://v.qq.com/txp/iframe/player.html?{query}")


def _youku(parts) -> Player | None:
    found = _YOUKU.fullmatch(parts.path)
    if not found:
        return None
    page = f"https://v.youku.com/v_show/id_{found[1]}.html"
    return Player("youku", found[1], page, f"https://player.youku.com/embed/{found[1]}")


def _file(address: str, parts) -> Player | None:
    """A plain video file on a public host, over https only."""
    found = _FILE.fullmatch(parts.path)
    if parts.scheme != "https" or not found or not _is_public(parts.hostname or ""):
        return None
    return Player("file", address, address, media_type=_TYPES[found[1].lower()])


def _is_public(host: str) -> bool:
    """Whether a host is a name with a dot and a top level of letters, not a number or our own."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return False
    if not re.fullmatch(
        r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)", host
    ):
        return False
    return not host.endswith((".localhost", ".local", ".internal", ".home.arpa"))


_HOSTS = {
    "bilibili.com": _bilibili,
    "live.bilibili.com": _bilibili_room,
    "v.qq.com": _tencent,
    "v.youku.com": _youku,
}
