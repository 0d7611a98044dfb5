"""Facts of the network of Fangshan District, Beijing: district, streets, towns, a park."""

from __future__ import annotations

from demo.facts import Area, Centre, Network
from demo.networks.fangshan_homes import SUZHUANG, XINRAN
from demo.networks.fangshan_work import DOUDIAN, FINANCE_PARK, HAOTIAN, UNIVERSITY, ZHOUKOUDIAN
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

DISTRICT = Centre(
    code="fangshan",
    slug="fangshan-centre",
    title="房山区党群服务中心",
    short_name="房山区中心",
    tier="district",
    accent="jujube",
    lattice="cloud",
    scene="lecture",
    scene_alt="阶梯讲堂里坐满了人，讲台边一盏立灯",
    intro="区里的讲堂、排练厅和会议室都在这栋楼，社会组织排着队来用，不收场地费。一楼的长桌上摆着各个社区的当月菜单，想去哪家先翻一翻。",
    story=(
        "最早的菜单是一张手写的大红纸。一个社区贴出来，隔壁社区的人也跟着去，区里就想：不如月初把各家的菜单放到一张桌上。桌子从四米加到九米，现在坐公交来抄菜单的老人，能挑上一上午。",
        "楼上借场地也有规矩：不问你是哪家单位，只问这件事给谁办、能来多少人。借得最勤的是一支盲人合唱团。",
    ),
    pillars=pillars("""
        一张长桌 | 全区当月菜单都在，随便翻、随便抄
        一把钥匙 | 讲堂、排练厅、会议室，登记就能用
        一支讲师队 | 社区点课，讲师上门
    """),
    figures=figures("""
        长桌上的菜单 | 160 多 | 张
        可借的房间 | 11 | 间
        讲师 | 72 | 位
    """),
    address="北京市房山区良乡镇政通路 1 号院",
    phone="010-69370100",
    latitude=39.7478,
    longitude=116.1433,
    labels=("综合型",),
    opening=hours("每天 | 8:30 | 20:30"),
    facilities=rooms("""
        大讲堂 | 讲座、放映、合唱比赛 | 260 | 有活动时开放
        排练厅 | 合唱、话剧、舞蹈 | 60 | 预约
        菜单长桌 | 翻菜单、问路、歇脚 | 50 | 每天 8:30–20:30
        公益会议室 | 社会组织免费用 | 30 | 预约
        图书室 | 书桌靠窗，周末坐满 | 80 | 每天 8:30–20:30
    """),
    windows=windows("""
        综合窗口 | 组织关系、志愿者登记、场地预约 | 每天 8:30–17:30
        点课窗口 | 社区请讲师，当月约下月 | 周一至周五 9:00–17:00
    """),
    people=people("""
        果长青 | 中心主任 | 010-69370100 | 场地和讲堂
        蔺小禾 | 菜单编辑 | 010-69370101 | 各社区菜单的收集
    """),
    menu=menu("""
        菜单早翻会 | service | 每月1日 9:00-11:30 | 菜单长桌 | 居民 | | 免费 | 无需报名 | 蔺小禾 | 各家新菜单刚摆上，放大镜和铅笔都有。
        盲人合唱团开放排练 | stage | 每周四 14:00-15:30 | 排练厅 | 谁都可以听 | 30 | 免费 | 无需报名 | 合唱团 | 门开着，进出请轻一点，他们听得见。
        周末大讲堂 | study | 每月第二、四个周六 14:00-15:30 | 大讲堂 | 居民 | 260 | 免费 | 现场签到 | 区讲师队 | 上一讲是北京人什么时候用上火，下一讲由听众投票。
    """),
    groups=("district", "street"),
    menu_size=12,
)

GONGCHEN = Area(
    code="fangshan-gongchen",
    slug="gongchen",
    title="拱辰街道",
    short_name="拱辰街道",
    tier="street",
    place_name="房山",
    accent="rose",
    lattice="rings",
    scene="night-flats",
    slogan="楼多路近，抬脚就到",
    intro="大学城和老小区挨在一起，学生来当志愿者，老人来当考官，考的是包饺子和认星星。",
    phone="010-69370020",
    reviewer="拱辰街道党建办",
    centre=Centre(
        code="fangshan-gongchen",
        slug="gongchen-centre",
        title="拱辰街道党群服务中心",
        short_name="拱辰街道",
        tier="street",
        accent="rose",
        lattice="rings",
        scene="night-flats",
        scene_alt="夜里的居民楼，一扇扇窗亮起来",
        intro="窗口在一层，孩子的地方在二层，三层整层是排练厅。晚上路过，看哪一层亮，就知道今天轮到谁。",
        address="北京市房山区拱辰街道拱辰北大街 6 号",
        phone="010-69370020",
        latitude=39.7412,
        longitude=116.1378,
        labels=("便民服务型",),
        opening=hours("""
            周一至周五 | 8:30 | 19:00
            周六 | 9:00 | 17:00
        """),
        facilities=rooms("""
            一层办事厅 | 十二个窗口，叫号不叫名 | 80 | 开门就在
            二层儿童屋 | 大学生带着做手工、写作业 | 30 | 周一至周六
            三层排练厅 | 舞蹈、鼓、戏，轮着用 | 60 | 周一至周六
            街道会议室 | 居委会和社会组织用 | 40 | 预约
        """),
        windows=windows("综合窗口 | 社保、民政、住房保障 | 周一至周五 8:30–17:30"),
        groups=("street",),
        menu_size=9,
    ),
    centres=(XINRAN, UNIVERSITY, HAOTIAN),
)

XILU = Area(
    code="fangshan-xilu",
    slug="xilu",
    title="西潞街道",
    short_name="西潞街道",
    tier="street",
    place_name="房山",
    accent="bamboo",
    lattice="fish",
    scene="bridge-river",
    slogan="菜单月月新，邻居天天见",
    intro="月初看菜单，月底评一评，哪道“菜”没人点，下个月就换。苏庄三里的做法，整条街道都学了。",
    phone="010-69370030",
    reviewer="西潞街道党建办",
    centre=Centre(
        code="fangshan-xilu",
        slug="xilu-centre",
        title="西潞街道党群服务中心",
        short_name="西潞街道",
        tier="street",
        accent="bamboo",
        lattice="fish",
        scene="bridge-river",
        scene_alt="河边的步道和小桥，桥下映着灯",
        intro="挨着刺猬河，早上的步道上全是熟人。中心的后门直通步道，跑完步可以进来冲杯水、量个血压。",
        address="北京市房山区西潞街道西潞大街 18 号",
        phone="010-69370030",
        latitude=39.7359,
        longitude=116.1236,
        labels=("健身型", "便民服务型"),
        opening=hours("每天 | 7:00 | 19:00"),
        facilities=rooms("""
            河边驿廊 | 热水、血压计、雨伞 | 20 | 每天 7:00–19:00
            多功能厅 | 讲座、健步队开会、放映 | 110 | 有活动时开放
            办事窗口区 | 七个窗口，一台自助机 | 50 | 周一至周五
        """),
        windows=windows("综合窗口 | 社保、计生、残联 | 周一至周五 8:30–17:30"),
        menu=menu("""
            刺猬河健步走 | sport | 每周二、四、六 6:30-7:30 | 河边驿廊 | 居民 | | 免费 | 无需报名 | 健步队 | 四公里，走得慢的那一组有人陪。
            评菜会：这个月谁家的活动好 | council | 每月最后一个周五 14:00-15:30 | 多功能厅 | 居民代表 | 60 | 免费 | 现场签到 | 街道党建办 | 举牌打分，没人点的说说为什么。
        """),
        groups=("street", "community"),
        menu_size=10,
    ),
    centres=(SUZHUANG,),
)

NETWORK = Network(
    Area(
        code="fangshan",
        slug="fangshan",
        title="北京房山区",
        short_name="房山区",
        tier="district",
        place_name="北京",
        accent="jujube",
        lattice="cloud",
        scene="courtyard",
        slogan="月初一张菜单，照着点就行",
        intro="每月月初一张菜单：几号、几点、在哪儿，照着点就行。社区管一老一小，镇上管骑手和快递员，园区里有读书会和国学讲堂。",
        phone="010-69370100",
        reviewer="房山区委组织部党群服务科",
        figures=figures("""
            欣然佳园一年的活动 | 300 多 | 场
            欣然佳园志愿服务 | 4,232 | 小时
            苏庄三里居民 | 7,000 | 名
            窦店骑手关爱 | 1,935 | 人次
        """),
        centre=DISTRICT,
        centres=(FINANCE_PARK,),
        areas=(GONGCHEN, XILU, DOUDIAN, ZHOUKOUDIAN),
    )
)
