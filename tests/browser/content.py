"""A small site with one of everything: what the browser tests look at.

The moment is that of the `now` fixture, Tuesday 1 December 2026, 14:20 in Shanghai.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from brands.models import CentreFigure, OpeningHours, Person, Pillar, ServiceWindow, Stop
from calendars.enums import ChangeReason
from calendars.ledger import Reason
from common.models import Holiday
from events import services, verbs
from events.models import Occurrence
from events.services import Order
from home.models import HomePage
from media.models import Chapter
from notices.enums import NoticeKind
from tests.factories import brands, events, media, notices

LONG = "“银龄课堂”：手机挂号、视频通话和防诈骗（零基础班，可带老花镜），请提前十分钟到"
ROWS = [
    events.row("书法入门班", "每周二 14:00-15:30", audience="老年居民", capacity="20人"),
    events.row("合唱团排练", "每周三 19:00-20:30", place="三层排练厅"),
    events.row(LONG, "12月3日、10日 9:30-11:00", fee="材料费10元", sign_up="电话报名"),
    events.row("冬日露天电影《小兵张嘎》", "12月1日 19:00-20:40", place="社区广场"),
    events.row("亲子绘本：雪孩子", "12月5日 10:00-11:00", audience="4-8岁儿童及家长"),
    events.row("便民义诊：量血压、看口腔", "12月5日 9:00-11:30", summary="请带身份证和病历。"),
    events.row("老照片展“我们这条街”", "12月1日至6日", place="一层大厅"),
    events.row("居民议事会：电梯加装怎么摊钱", "12月8日 18:30-20:00"),
    events.row("包饺子送独居老人", "12月22日 9:00-11:00", audience="志愿者"),
]
HOURS = [(OpeningHours.Days.WORKDAYS, 8, 20), (OpeningHours.Days.WEEKEND, 9, 17)]
VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n大家好\n"


def publish(now: datetime) -> dict[str, str]:
    """Publish the content and return the address of each page by its name."""
    home = HomePage.objects.get()
    for day, name in ((7, "大雪"), (22, "冬至")):
        Holiday.objects.create(date=date(2026, 12, day), name=name, effect=Holiday.Effect.NAMED)
    network = brands.make_area(
        home, code="fangshan", title="北京房山区", short_name="房山区", slogan="家门口，灯常亮"
    )
    street = brands.make_area(network, code="xilu", title="西潞街道", short_name="西潞街道")
    quiet = brands.make_area(home, code="linhai", title="浙江临海市", short_name="临海市")
    centre = furnished_centre(street)
    bare = brands.make_centre(quiet, code="bare", title="小芝镇下各村党群服务中心", rooms=())
    return (
        {
            "home": "/",
            "network": network.address,
            "area": street.address,
            "empty area": quiet.address,
            "centre": centre.address,
            "bare centre": bare.address,
        }
        | menu_addresses(centre, now)
        | list_addresses(centre)
        | notice_addresses(centre)
        | livestream_addresses(centre, now)
    )


def furnished_centre(area):
    """A centre whose page has every section."""
    centre = brands.make_centre(
        area,
        code="suzhuang",
        title="苏庄三里社区党群服务中心",
        short_name="苏庄三里",
        brand_name="老街坊会客厅",
        slogan="进门都是客，坐下就是家",
        intro="一层办事，二层上课，院里那盏灯开到晚上九点。",
        story="<p>这里原来是锅炉房。2019 年居民投票改成客厅。</p>",
        quote="锅炉不烧了，屋里更暖了。",
        latitude="39.74120",
        longitude="116.13780",
        labels="便民服务型",
    )
    centre.pillars = [
        Pillar(title=title, text="来了就有人招呼，事情有人跟到底。", sort_order=n)
        for n, title in enumerate(("有事好商量", "有难大家帮", "有课天天上", "有空来坐坐"))
    ]
    centre.figures = [CentreFigure(label="志愿队伍", number="12", unit="支")]
    centre.opening_hours = [
        OpeningHours(days=days, opens=time(opens), closes=time(closes), sort_order=n)
        for n, (days, opens, closes) in enumerate(HOURS)
    ]
    centre.windows = [ServiceWindow(name="综合窗口", services="社保、民政、住房", hours="工作日")]
    centre.people = [Person(name="王姐", role="调解员", phone="010-69370001", duty="邻里纠纷")]
    centre.stops = [Stop(name="黄山路驿站", address="黄山路 8 号", phone="010-69370002")]
    centre.save_revision().publish()
    return centre


def menu_addresses(centre, now: datetime) -> dict[str, str]:
    menu = events.publish(events.make_menu(centre, ROWS))
    events.publish(events.make_menu(centre, [events.row("新年联欢", "1月1日")], date(2027, 1, 1)))

    def next_of(title: str) -> Occurrence:
        found = Occurrence.objects.filter(activity__title__startswith=title, start__gt=now)
        return found.select_related("activity__menu").order_by("start").first()

    film, storytime = next_of("冬日露天电影"), next_of("亲子绘本")
    moved = next_of("居民议事会")
    later = moved.start + timedelta(days=1)
    order = Order((film.pk,), Reason(ChangeReason.OTHER, "今晚风大，这一场不放了"), now)
    services.carry_out(order, verbs.Cancel())
    order = Order((moved.pk,), Reason(ChangeReason.OTHER, "会议室检修"), now)
    services.carry_out(order, verbs.Move(later, later + timedelta(hours=1)))
    services.carry_out(order, verbs.ChangePlace("多功能厅"))
    return {
        "menu by week": menu.address,
        "menu by kind": f"{menu.address}by-kind/",
        "activity": storytime.activity.address,
        "activity with many dates": next_of("书法").activity.address,
        "moved activity": moved.activity.address,
        "cancelled activity": film.activity.address,
    }


def list_addresses(centre) -> dict[str, str]:
    return {
        "directory": "/centres/",
        "directory without results": "/centres/?name=没有这个名字",
        "day": "/events/?view=day&on=2026-12-05",
        "empty day": "/events/?view=day&on=2026-11-11",
        "week": "/events/?view=week&on=2026-12-01",
        "filtered week": "/events/?view=week&on=2026-12-01&kind=art&for=senior&fee=free",
        "month": "/events/?view=month&on=2026-12",
        "empty month": "/events/?view=month&on=2026-10&at=linhai",
        "search": "/search/?q=书法",
        "search without results": "/search/?q=潜水艇驾驶",
        "empty search": "/search/",
        "calendars": "/calendar/",
        "calendar of a centre": f"/calendar/{centre.address_code}/",
        "a menu of one's own": "/calendar/my/",
        "about": "/about/",
        "accessibility": "/accessibility/",
        "not found": "/no-such-place/",
        "login": "/accounts/login/",
    }


def notice_addresses(centre) -> dict[str, str]:
    job = notices.make_notice(
        centre,
        title="西潞电梯维保招电工和学徒",
        requirements="有低压电工证\n能值夜班",
        how_to_apply="带身份证到一层窗口\n填一张表",
        positions=[
            notices.position("电工", pay_min=6500, pay_max=8000, unit="month", headcount=2),
            notices.position("学徒", pay_min=3800, unit="month", pay_note="包午饭"),
        ],
    )
    start = datetime.combine(date(2026, 12, 12), time(9), tzinfo=media.START.tzinfo)
    fair = notices.make_notice(
        centre,
        title="冬季就业见面会",
        kind=NoticeKind.FAIR,
        fair_start=start,
        fair_end=start + timedelta(hours=3),
        fair_place="社区广场",
        positions=[],
    )
    over = notices.make_notice(centre, title="国庆摊位小时工", valid_until=date(2026, 10, 7))
    return {
        "talent market": "/jobs/",
        "notice": job.address,
        "job fair": fair.address,
        "notice that is over": over.address,
    }


def livestream_addresses(centre, now: datetime) -> dict[str, str]:
    day = timedelta(days=1)
    clip = media.make_video(media.video_bytes(seconds=2, width=320, height=180))
    chapters = [Chapter(seconds=n, title=title) for n, title in enumerate(("开场", "灶台"))]
    return {
        "livestreams": "/live/",
        "announced livestream": media.make_livestream(centre).address,
        "running livestream": media.make_livestream(
            centre,
            start_at=now - timedelta(minutes=20),
            poster=media.make_picture(),
            live_url="https://www.bilibili.com/video/BV1xx411c7mD",
        ).address,
        "ended livestream": media.make_livestream(
            centre, start_at=now - day, replay_note="回放正在做，明天能看"
        ).address,
        "replay": media.make_livestream(
            centre, start_at=now - 3 * day, video=clip, captions_vtt=VTT, chapters=chapters
        ).address,
        "replay elsewhere": media.make_livestream(
            centre,
            start_at=now - 4 * day,
            replay_url="https://www.bilibili.com/video/BV1xx411c7mD",
        ).address,
        "cancelled livestream": media.make_livestream(
            centre, start_at=now + day, is_cancelled=True, cancel_reason="直播间停电，改到下周"
        ).address,
    }
