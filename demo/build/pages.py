"""Talent notices, livestreams with their small videos, and named days."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone

from common.models import Holiday
from demo import happenings, video
from demo.livestreams import LIVESTREAMS
from demo.notices import NOTICES
from media.models import Chapter, LivestreamPage, SiteImage, SiteMedia
from notices.enums import NoticeKind
from notices.models import Position, TalentNoticePage

# Days of rest that the regulation on public holidays fixes (State Council, in force since 2025);
# the bridging days and make-up workdays of a year come by notice and are entered by hand.
NAMED_DAYS = (
    (date(2026, 12, 7), "大雪", Holiday.Effect.NAMED),
    (date(2026, 12, 22), "冬至", Holiday.Effect.NAMED),
    (date(2027, 1, 1), "元旦", Holiday.Effect.REST),
    (date(2027, 1, 5), "小寒", Holiday.Effect.NAMED),
    (date(2027, 1, 20), "大寒", Holiday.Effect.NAMED),
    *((date(2027, 2, day), "春节", Holiday.Effect.REST) for day in (5, 6, 7, 8)),
    (date(2027, 2, 20), "元宵节", Holiday.Effect.NAMED),
    (date(2027, 4, 5), "清明节", Holiday.Effect.REST),
    *((date(2027, 5, day), "劳动节", Holiday.Effect.REST) for day in (1, 2)),
    (date(2027, 6, 9), "端午节", Holiday.Effect.REST),
    (date(2027, 9, 15), "中秋节", Holiday.Effect.REST),
    *((date(2027, 10, day), "国庆节", Holiday.Effect.REST) for day in (1, 2, 3)),
)


def build_holidays() -> None:
    for day, name, effect in NAMED_DAYS:
        Holiday.objects.get_or_create(
            network=None, date=day, name=name, defaults={"effect": effect}
        )


def build_notices(centres: dict, today: date) -> None:
    for notice in NOTICES:
        parent = centres[notice.centre]
        if not parent.get_children().filter(slug=notice.slug).exists():
            add(notice_page(notice, today), parent)


def notice_page(notice: happenings.Notice, today: date) -> TalentNoticePage:
    page = TalentNoticePage(
        title=notice.title,
        slug=notice.slug,
        live=False,
        kind=kind_of(notice),
        employer=notice.employer,
        valid_until=today + timedelta(days=notice.valid_days),
        summary="\n".join(part for part in (notice.summary, notice.hours) if part),
        requirements="\n".join(notice.requirements),
        how_to_apply="\n".join(notice.how_to_apply),
        contact=notice.contact,
        work_place=notice.work_place,
    )
    if notice.fair_in_days is not None:
        day = today + timedelta(days=notice.fair_in_days)
        page.fair_start, page.fair_end = at(day, notice.fair_start), at(day, notice.fair_end)
        page.fair_place = notice.fair_place
    page.positions = [position_of(one, n) for n, one in enumerate(notice.positions)]
    return page


def kind_of(notice: happenings.Notice) -> str:
    if notice.fair_in_days is not None:
        return NoticeKind.FAIR
    units = {position.unit for position in notice.positions}
    for unit, kind in (
        ("course", NoticeKind.COURSE),
        ("piece", NoticeKind.PIECEWORK),
        ("day", NoticeKind.DAY_LABOUR),
    ):
        if unit in units:
            return kind
    return NoticeKind.JOB


def position_of(position: happenings.Position, number: int) -> Position:
    is_course = position.unit == "course"
    return Position(
        sort_order=number,
        title=position.title,
        headcount=position.headcount,
        pay_min=position.pay_min,
        pay_max=position.pay_max,
        unit="time" if is_course else position.unit,
        pay_note=position.pay if is_course else "",
    )


def build_livestreams(centres: dict, now: datetime) -> None:
    for live in LIVESTREAMS:
        parent = centres[live.centre]
        if not parent.get_children().filter(slug=live.slug).exists():
            add(livestream_page(live, now), parent)


def livestream_page(live: happenings.Livestream, now: datetime) -> LivestreamPage:
    start = now + timedelta(minutes=live.in_minutes)
    if live.start:
        start = at(timezone.localdate(start), live.start)
    page = LivestreamPage(
        title=live.title,
        slug=live.slug,
        live=False,
        start_at=start,
        end_at=start + timedelta(minutes=live.duration_minutes),
        presenter=live.presenter,
        summary=live.summary,
        place=live.place,
        scene=live.scene,
        is_cancelled=live.state == "cancelled",
        cancel_reason=live.reason,
        replay_note=live.replay_note,
        transcript="\n".join(live.transcript),
        captions_vtt=vtt_of(live.captions),
    )
    page.chapters = [Chapter(seconds=one.at, title=one.title) for one in live.chapters]
    if live.clip:
        page.video, page.poster = clip(live), poster(live)
    elif live.state == "replay":
        page.replay_url = f"https://www.bilibili.com/video/BV1{live.slug.replace('-', '')[:9]:x<9}"
    return page


def vtt_of(cues) -> str:
    if not cues:
        return ""
    blocks = [f"{stamp(cue.start)} --> {stamp(cue.end)}\n{cue.text}\n" for cue in cues]
    return "WEBVTT\n\n" + "\n".join(blocks)


def stamp(seconds: float) -> str:
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"


def clip(live: happenings.Livestream) -> SiteMedia:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{live.clip}.mp4"
        video.make_clip(live.clip, path)
        media = SiteMedia(title=live.title, type="video", duration=video.CLIPS[live.clip][1])
        media.width, media.height = video.SIZE
        media.file.save(path.name, ContentFile(path.read_bytes()), save=False)
        media.save()
        return media


def poster(live: happenings.Livestream) -> SiteImage:
    image = SiteImage(title=live.title, description=live.title, credit="常来", has_consent=True)
    image.file = ImageFile(ContentFile(video.poster(live.clip)), name=f"{live.clip}.png")
    image.save()
    return image


def at(day: date, clock: str) -> datetime:
    """Return the moment of a clock such as "19:30" on a day, Shanghai time."""
    hour, minute = clock.split(":")
    return timezone.make_aware(datetime.combine(day, time(int(hour), int(minute))))


def add(page, parent) -> None:
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
