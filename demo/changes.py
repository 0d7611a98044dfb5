"""Changes announced after the menus went out: what subscribers see move, fall away or disappear."""

from __future__ import annotations

from demo.happenings import Change

CHANGES: tuple[Change, ...] = (
    Change(
        centre="fangshan-xinran",
        title="小广场电影",
        kind="cancelled",
        reason="今晚风大，这一场不放了，下周五接着放。",
    ),
    Change(
        centre="fangshan-suzhuang",
        title="中国画：四时小品",
        kind="moved",
        reason="孙老师上午去医院复查，这一课挪到下午。",
        start="14:30",
        end="16:00",
    ),
    Change(
        centre="fulaishan-hengshan",
        title="小小配音员：给老动画片配一段",
        kind="moved",
        reason="直播间检修线路，改到第二天，报过名的不用再报。",
        days_later=1,
        start="14:00",
        end="16:00",
    ),
    Change(
        centre="jiancaoping-nanzhai",
        title="老片子星期三",
        kind="moved",
        reason="影院换放映灯，改到周四同一时间。",
        days_later=1,
        start="15:00",
        end="17:00",
    ),
    Change(
        centre="LH-XQ",
        title="老娘舅圆桌：有话坐下说",
        kind="cancelled",
        reason="两位老娘舅都到村里去了，急事可以打电话。",
    ),
    Change(
        centre="jindong-binhong",
        title="写节目单",
        kind="moved",
        reason="书画室刷墙，这一回换到茶水间写。",
        start="14:30",
        end="16:00",
        place="茶水间",
    ),
    Change(
        centre="fulaishan-dream-space",
        title="瑜伽课",
        kind="cancelled",
        reason="柳老师感冒，停一次，下一次照常。",
    ),
    Change(
        centre="LH-DC-MX",
        title="育婴课：给宝宝洗澡",
        kind="withdrawn",
        reason="这一期已经结课，下一期开班另行通知。",
    ),
)
