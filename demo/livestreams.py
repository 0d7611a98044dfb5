"""The twelve livestreams, in every state; two replays have a small local video with captions."""

from __future__ import annotations

from demo.happenings import Chapter, Cue, Livestream
from demo.tables import cells

DAY = 24 * 60


def _chapters(text: str) -> tuple[Chapter, ...]:
    """Read rows of seconds, title."""
    return tuple(Chapter(int(at), title) for at, title in cells(text))


def _cues(text: str) -> tuple[Cue, ...]:
    """Read rows of start, end, text; seconds."""
    return tuple(Cue(float(start), float(end), words) for start, end, words in cells(text))


LIVESTREAMS: tuple[Livestream, ...] = (
    Livestream(
        slug="winter-fire",
        title="冬夜用火用电，十五分钟讲明白",
        centre="fulaishan-hengshan",
        state="live",
        in_minutes=-10,
        start="",
        duration_minutes=45,
        presenter="消防站值班班长 曲海涛",
        summary="带来三个烧坏的插座，一个个拆开看。讲完留半小时，专门回答大家家里的情况：取暖器离床多远、电动车能不能推进门厅、老人忘关火怎么办。",
        scene="night-flats",
        place="衡星直播间",
    ),
    Livestream(
        slug="old-uncle-hour",
        title="老娘舅时间：邻里那点事怎么说开",
        centre="LH-XQ",
        state="announced",
        in_minutes=2 * DAY,
        start="19:30",
        duration_minutes=60,
        presenter="老娘舅 陈德宽",
        summary="三户人家、一条水沟、吵了六年。他把那张最后签字的纸带来，讲讲第一句话是怎么说的。",
        scene="bridge-river",
        place="老娘舅圆桌",
    ),
    Livestream(
        slug="dough-flower",
        title="蒸一锅会开花的饽饽",
        centre="fulaishan-jincheng",
        state="announced",
        in_minutes=5 * DAY,
        start="9:30",
        duration_minutes=90,
        presenter="巧手婶婶队",
        summary="从发面开始，一边揉一边说，为什么有的饽饽笑得开，有的笑不开。跟着做的，提前一晚把面发上。",
        scene="snow-yard",
        place="暖心厨房",
    ),
    Livestream(
        slug="remote-lawyer",
        title="律师远程课：房东不退押金怎么办",
        centre="jiancaoping-nanzhai",
        state="announced",
        in_minutes=8 * DAY,
        start="18:30",
        duration_minutes=60,
        presenter="法律诊所 智广平",
        summary="屋里坐十个人，屏幕那头也坐十个人，一样能举手。合同先拍照发来，名字和门牌号替你遮住。",
        scene="lecture",
        place="法律服务室",
    ),
    Livestream(
        slug="riverside-stage",
        title="江边抽签演出：谁抽到谁上",
        centre="jindong-binhong",
        state="announced",
        in_minutes=11 * DAY,
        start="19:00",
        duration_minutes=120,
        presenter="藝壇管事 章鹤鸣",
        summary="二十个签，二十个节目，有婺剧、有魔术、有一位头回上台的小学生。九点准时收声。",
        scene="stage",
        place="江边石台",
    ),
    Livestream(
        slug="lantern-lesson",
        title="跟着庙西村学装一串灯",
        centre="LH-DC-MX",
        state="ended",
        in_minutes=-1 * DAY,
        start="19:00",
        duration_minutes=50,
        presenter="工坊主任 冯彩霞",
        summary="从一颗灯珠讲到一整串，手把手装了三串，通电的时候屋里关了灯。",
        scene="workshop",
        place="灯串车间",
        replay_note="回放正在做，明天能看。",
    ),
    Livestream(
        slug="menu-vote",
        title="评菜会：这个月谁家的活动好",
        centre="fangshan-xilu",
        state="ended",
        in_minutes=-4 * DAY,
        start="14:00",
        duration_minutes=75,
        presenter="西潞街道党建办",
        summary="六十位居民代表举牌打分，豆子数了两遍。得分最低的三样，主办的人当场说怎么改。",
        scene="lecture",
        place="多功能厅",
        replay_note="会上念到了居民的名字，剪好以后再放。",
    ),
    Livestream(
        slug="snow-walk",
        title="山里流动窗口的一天",
        centre="fangshan-zhoukoudian",
        state="cancelled",
        in_minutes=3 * DAY,
        start="8:30",
        duration_minutes=180,
        presenter="周口店镇窗口组",
        summary="跟着流动窗口的车进山，看一天能办成多少件小事。",
        scene="hills-village",
        place="各村村口",
        reason="预报有大风，山路不安全，车照开，直播不做了，改天补。",
    ),
    Livestream(
        slug="fifty-four-days",
        title="五十四天：一位援鄂护士的分享",
        centre="fulaishan-hengshan",
        state="replay",
        in_minutes=-30 * DAY,
        start="19:30",
        duration_minutes=52,
        presenter="烟台的一位护士",
        summary="她在湖北待了五十四天。回到烟台的第三个星期，她坐进衡星直播间，把这些天从头讲了一遍。画面上有五十四扇窗，一天一扇。2020年5月7日首播。",
        scene="night-flats",
        place="衡星直播间",
        chapters=_chapters("""
            0 | 为什么去：报名那天晚上
            400 | 第一次进病区，护目镜里的水
            920 | 五十四天里，最想家的一天
            1625 | 病人写在病号服上的话
            2330 | 回来以后，孩子问的第一句话
            2710 | 观众提问
        """),
        transcript=(
            "大家好。其实报名那天我没想那么多，护士长在群里问，我就回了一个“我去”。回完才想起来，还没跟家里说。",
            "第一次进病区，护目镜里全是水，看东西像隔着下雨的窗户。我记住的不是脸，是每个人床头的水杯。",
        ),
        replay_note="首播于2020年5月7日，52 分钟，有字幕。",
    ),
    Livestream(
        slug="brush-first-lesson",
        title="一支笔怎么拿：书法零基础第一课",
        centre="fulaishan-haixin",
        state="replay",
        in_minutes=-70 * DAY,
        start="9:00",
        duration_minutes=41,
        presenter="老年大学 孔繁荣",
        summary="半节课不写字，只练拿笔。教室里最老的学员八十三岁，最小的是陪她来的孙子。",
        scene="library",
        place="书画室",
        chapters=_chapters("""
            0 | 笔、墨、纸，先摸一摸
            480 | 三个指头和一个鸡蛋
            1100 | 第一横
            1820 | 写坏的那张也挂起来
        """),
        transcript=("手心要空，像握着一个鸡蛋。握紧了，字是硬的；握松了，蛋就掉了。",),
    ),
    Livestream(
        slug="lantern-on",
        title="把古街的灯点亮",
        centre="LH-GC-ZY",
        state="replay",
        in_minutes=-14 * DAY,
        start="17:00",
        duration_minutes=1,
        presenter="街巷巡夜队 洪巧云",
        summary="傍晚五点，从北头到南头，一盏一盏把灯点起来。三十六秒，不说话也能看完。",
        scene="lantern-street",
        place="老药铺议事堂",
        clip="lantern",
        chapters=_chapters("""
            0 | 天还没全黑
            12 | 第一盏
            24 | 整条街
        """),
        captions=_cues("""
            0.5 | 4.5 | 傍晚五点，石板路上还有一点天光。
            5.0 | 9.5 | 巡夜的人从北头走过来，手里提着一根竹竿。
            10.0 | 14.5 | 第一盏灯，挂在老药铺的檐下。
            15.0 | 19.5 | 竹竿一挑，一盏，再一盏。
            20.0 | 24.5 | 卖蛋茶的把炉子挪到灯底下。
            25.0 | 29.5 | 楼上的窗也亮了，有人在晾衣裳。
            30.0 | 35.0 | 整条街都亮了，走到这里，就是到家了。
        """),
    ),
    Livestream(
        slug="noodle-bowl",
        title="骑手的一碗热汤面",
        centre="fulaishan-hengshan",
        state="replay",
        in_minutes=-7 * DAY,
        start="12:00",
        duration_minutes=1,
        presenter="衡星工作室 于静姝",
        summary="十七公益行那天，镜头架在锅边拍了半分多钟：水开、下面、浇汤、端走。",
        scene="canteen",
        place="商圈中庭",
        clip="noodle",
        chapters=_chapters("""
            0 | 水开了
            12 | 下面
            23 | 浇汤，端走
        """),
        captions=_cues("""
            0.5 | 4.5 | 十七号，中午，商圈的中庭支起八口锅。
            5.0 | 9.5 | 水要滚，面才不粘。
            10.0 | 14.5 | 一把面三两，骑手的多给半两。
            15.0 | 19.5 | 青菜先烫，鸡蛋卧在碗底。
            20.0 | 24.5 | 汤是昨晚就熬上的。
            25.0 | 29.5 | 头盔放桌上，手先捂一捂碗。
            30.0 | 33.5 | 吃完再走，单子晚两分钟，店长替你说。
        """),
    ),
)
