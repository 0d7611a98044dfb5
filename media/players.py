"""What stands on a livestream's stage: a video of ours, a provider's player, or only its cover.

Nothing of another host is loaded before the reader asks for it with `?play=1`.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from common import drawings
from common.structured import script_of

from . import centres, providers, told
from .clocks import LONGEST
from .enums import LiveState
from .sharing import broadcast_data, sharing_of

OTHERS = 4
POSTER = "fill-1280x800|format-webp"


@dataclass(frozen=True)
class Stage:
    """`sources` play in our own player, `frame` is a provider's; `asks` when a click is needed.

    `page` is the address of the video at its provider, `provider` the name people know.
    """

    sources: list[dict] = field(default_factory=list)
    frame: str = ""
    asks: bool = False
    page: str = ""
    provider: str = ""


def start_second(text: str | None) -> int:
    """Return the second of an address's `t`; 0 for whatever is not a number of seconds."""
    if not text or not text.isascii() or not text.isdigit() or len(text) > 6:
        return 0
    return min(int(text), LONGEST)


def stage_of(page, state: str, *, plays: bool, second: int) -> Stage:
    """Return the stage of a page in a state, from this second on."""
    mark = f"#t={second}" if second else ""
    if state == LiveState.REPLAY and page.video_id:
        kind = mimetypes.guess_type(page.video.filename)[0] or "video/mp4"
        return Stage(sources=[{"url": page.video.url + mark, "type": kind}])
    address = {LiveState.REPLAY: page.replay_url, LiveState.LIVE: page.live_url}.get(state, "")
    player = providers.read(address)
    if player is None:
        return Stage()
    if player.media_type:
        source = {"url": player.page + mark, "type": player.media_type}
        return Stage(sources=[source], page=player.page, provider=player.name)
    return Stage(
        frame=player.frame_from(second) if plays else "",
        asks=bool(player.frame) and not plays,
        page=player.page,
        provider=player.name,
    )


def poster_of(page) -> str:
    """Return the address of the picture before the video: chosen, taken from it, or drawn."""
    if page.poster:
        return page.poster.get_rendition(POSTER).url
    if page.video and page.video.thumbnail:
        return page.video.thumbnail.url
    return "data:image/svg+xml," + quote(drawings.scene_svg(page.scene, page.accent))


def captions_address(page) -> str:
    if not (page.code and page.captions_vtt):
        return ""
    return reverse("live:captions", kwargs={"code": page.code})


def stage_context(page, request) -> dict:
    """Return what the page's template shows; 10 queries or fewer, however many chapters."""
    at = timezone.now()
    state = page.state_at(at)
    centres.with_centres([page])
    second = start_second(request.GET.get("t"))
    stage = stage_of(page, state, plays=request.GET.get("play") == "1", second=second)
    near = page.path[: -2 * page.steplen]
    others = type(page).objects.listed().under(near).exclude(pk=page.pk).for_cards()
    others = centres.with_centres(list(others.order_by("-start_at", "-pk")[:OTHERS]))
    return {
        "state": state,
        "stage": stage,
        "poster": poster_of(page) if stage.sources else "",
        "captions": captions_address(page) if state == LiveState.REPLAY else "",
        "chapter_query": "?play=1&t=" if stage.asks or stage.frame else "?t=",
        "others": others,
        "changes": told.lines_about(page) if state in (LiveState.ANNOUNCED, LiveState.LIVE) else [],
        "centre": page.centre,
        "current_node": page.centre,
        "accent": page.accent,
        "crumbs": [
            (centres.name_of(page.centre), page.centre),
            (_("Live and replays"), "/live/"),
        ],
        "nav": "live",
        "sharing": sharing_of(page) if page.code else None,
        "structured": script_of(broadcast_data(page)),
    }
