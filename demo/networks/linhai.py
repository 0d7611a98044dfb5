"""Facts of the network of Linhai City, Zhejiang: city, towns, villages.

The eight centres of tests/data/sheets/centres-linhai.xlsx stand here with the same codes,
addresses, telephones, coordinates and hours.
"""

from __future__ import annotations

from demo.facts import Area, Centre, Network
from demo.networks.linhai_streets import DAYANG, GUCHENG
from demo.networks.linhai_towns import DONGCHENG, XUNQIAO, YOUXI
from demo.networks.linhai_trade import DUQIAO, TOUMEN
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

CITY = Centre(
    code="LH",
    slug="linhai-centre",
    title="临海市党群服务中心",
    short_name="临海市中心",
    tier="city",
    accent="tea",
    lattice="pagoda",
    scene="square",
    scene_alt="广场一侧的白墙房子，傍晚亮着一排窗",
    intro="全市 706 个中心里，这里是问路的地方：不知道该找谁，先到东方大道一楼坐下来说。每周换一个部门轮值，值的是什么班，门口的木牌写得清清楚楚。",
    address="临海市大洋街道东方大道",
    phone="0576-85110001",
    latitude=28.8583,
    longitude=121.1447,
    labels=("综合型",),
    opening=hours("每天 | 8:30 | 20:30"),
    facilities=rooms("""
        轮值会客厅 | 本周轮值的部门在这里接待，来了就谈 | 30 | 每天 8:30–20:30
        临海讲堂 | 讲座、报告、放映，周末常有乱弹和词调 | 180 | 有活动时开放
        城市书房 | 借书还书，靠窗有十二个插座 | 60 | 每天 8:30–20:30
        办事大厅 | 取号、填表、复印，志愿者在门口帮忙 | 120 | 每天 8:30–17:30
        会议室 | 社会组织和小团队免费借用 | 24 | 预约
    """),
    windows=windows("""
        轮值窗口 | 当周部门的政策咨询和现场受理 | 周一至周五 8:30–17:30
        综合窗口 | 党员关系、志愿者登记、场地预约 | 每天 8:30–20:30
    """),
    slogan="全市一张网，家家有盏灯",
    story=(
        "706 个中心分三级：市里一个，镇和街道一级，再往下是村和企业。数字好记，路不好找，所以市中心门口放了一张大地图，每个中心一颗小灯，开着门就亮着。",
        "周一换轮值牌是这里的老规矩。人社来的那一周问社保的多，住建来的那一周带图纸的多。轮值结束，没办完的事记在交接本上，下一周接着办，本子已经写到第七本。",
    ),
    pillars=pillars("""
        一周一轮值 | 一个部门一周，带着能拍板的人来
        一图找中心 | 706 个中心的地址、电话、开门时间，一张图上都有
        一本交接簿 | 没办完的事写下来，有人接，有人回
    """),
    figures=figures("""
        全市中心 | 706 | 个
        层级 | 3 | 级
        轮值部门 | 24 | 个
    """),
    people=people("""
        金怀远 | 中心主任 | 0576-85110001 | 全市中心的事都可以问
        许映雪 | 轮值联络 | 0576-85110002 | 本周谁值班、下周轮到谁
    """),
    menu=menu("""
        部门轮值日：有事当面谈 | service | 每周一至周五 9:00-11:30 | 轮值会客厅 | 居民、企业 | | 免费 | 无需预约 | 本周轮值部门 | 带上材料更快，没带也能先问。轮值的是哪个部门，看门口的木牌。
        临海词调：听一折，学一句 | stage | 每周六 15:00-16:30 | 临海讲堂 | 居民 | 120 | 免费 | 现场签到 | 词调传承小组 | 先听老师唱一折，再学一句，调子慢，跟得上。
        新来临海的人：一张地图走全城 | service | 每月第一个周六 9:30-11:00 | 城市书房 | 新到临海工作的人 | 40 | 免费 | 电话 {phone} | 金怀远 | 租房、落户、上学、看病，各去哪一栋楼，讲完发一张手画的图。
    """),
    groups=("district", "street"),
    menu_size=12,
)

NETWORK = Network(
    Area(
        code="LH",
        slug="linhai",
        title="浙江临海市",
        short_name="临海市",
        tier="city",
        place_name="浙江",
        accent="tea",
        lattice="pagoda",
        scene="hills-village",
        slogan="全市一张网，家家有盏灯",
        intro="706 个中心分三级，从城里的大讲堂，一直开到村口的工坊。城里每周换一个部门值班，镇上有律师和老娘舅，村里有活干、有课上。",
        phone="0576-85110001",
        reviewer="临海市委组织部基层组织科",
        figures=figures("""
            三级中心 | 706 | 个
            汛桥镇窗口 | 11 | 个
            零工市场首月来的企业 | 100 多 | 家
            尤溪镇轮值志愿者 | 50 多 | 名
        """),
        centre=CITY,
        areas=(
            DAYANG,
            GUCHENG,
            XUNQIAO,
            DONGCHENG,
            YOUXI,
            DUQIAO,
            TOUMEN,
        ),
    )
)
