"""The two city streets of Jindong: Duohu with its riverside art stage, Dongxiao with its market."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

BINHONG = Centre(
    code="jindong-binhong",
    slug="binhong",
    title="滨虹社区党群服务中心",
    short_name="滨虹社区",
    tier="community",
    brand_name="“濱”彩藝壇",
    slogan="江边搭个台，谁都上得来",
    accent="rose",
    lattice="fish",
    scene="stage",
    scene_alt="江边的露天舞台，幕布半开，台下是长凳",
    intro="燕尾洲对岸的老社区，江堤就是看台。婺剧、排舞、萨克斯、魔术，一年到头有人占台，节目单用毛笔写。",
    story=(
        "名字里的“濱”和“藝”是老书法家写的繁体，居民说不好认，他答：认一认就记住了。真的，孩子们学会的第一个繁体字，都是这个“濱”。",
        "台子是二十家商户和住户凑的木板搭的，后来换成石头的，木板做成了长凳。规矩两条：九点必须收声，上台不分先后，抽签。",
    ),
    quote="我在台上唱错了三句，台下替我接上了三句。",
    address="金华市金东区多湖街道滨虹东路 212 号",
    phone="0579-82110021",
    latitude=29.0921,
    longitude=119.6714,
    labels=("文化型",),
    opening=hours("每天 | 8:30 | 21:00"),
    pillars=pillars("""
        抽签上台 | 名角和头一回的人，一个签筒
        九点收声 | 台上再热闹，到点就散
        毛笔节目单 | 写一张，贴一张，留一张
    """),
    figures=figures("""
        文艺队伍 | 14 | 支
        一年演出 | 96 | 场
        留下的节目单 | 311 | 张
    """),
    facilities=rooms("""
        江边石台 | 演出、放映、乘凉 | 300 | 有活动时开放
        排练厅 | 婺剧、排舞、合唱轮着用 | 50 | 每天 8:30–21:00
        藝壇书画室 | 写节目单、练字、装裱 | 20 | 每天
        茶水间 | 卸了妆坐一坐 | 20 | 每天
    """),
    windows=windows("社区窗口 | 证明、老年优待、场地登记 | 每天 8:30–17:30"),
    people=people("""
        艾虹 | 社区书记 | 0579-82110021 | 社区的事
        章鹤鸣 | 藝壇管事 | 0579-82110022 | 抽签、排练、借服装
    """),
    menu=menu("""
        江边抽签演出 | stage | 每周五 19:00-21:00 | 江边石台 | 居民 | | 免费 | 无需报名 | 章鹤鸣 | 六点半抽签，抽到几号几号上。
        婺剧身段课 | stage | 每周二、四 9:00-10:30 | 排练厅 | 居民 | 30 | 免费 | 电话 {phone} | 剧团退休演员 | 从怎么走圆场开始，鞋底要薄。
        写节目单 | art | 每周四 14:30-16:00 | 藝壇书画室 | 居民 | 12 | 免费 | 现场签到 | 社区书法队 | 写得好的那张贴出去。
        萨克斯合奏 | stage | 每周三 18:30-20:00 | 排练厅 | 居民 | 16 | 免费 | 自带乐器 | 江风乐队 | 八点准时收，楼上有考生。
        后台开放日 | child | 每月第二个周日 14:00-16:00 | 排练厅 | 5–12 岁孩子和家长 | 20组 | 免费 | 电话 {phone} | 章鹤鸣 | 勾一张脸，穿一回靠，举一举那面旗。
    """),
    groups=("community",),
    menu_size=13,
)

RED_COLLAR = Centre(
    code="jindong-hongling",
    slug="hongling",
    title="东市商圈党群服务中心",
    short_name="东市商圈",
    tier="business-circle",
    brand_name="红领集市",
    slogan="摊子小，事情真",
    accent="jujube",
    lattice="drum",
    scene="market",
    scene_alt="一排红布棚的小摊，摊位上挂着灯",
    intro="每月两回，部门、医生、律师、手艺人把摊子摆到商圈中庭。摊主戴一条红领，问什么答什么，答不上来的记在红本子上。",
    story=(
        "头一回集市只有九个摊，下着雨，来的人比摊主少。理发的师傅给律师剪了头，律师帮修鞋的看了合同，大家想，下回还来。第三回，来了四百多人。",
        "红领是布料市场送的边角料，缝成一指宽的条。它只有一个意思：这个人今天归你问。红本子每月底清一次，没答的事派到人头上，下一回集市的第一件事，就是念上一回的答复。",
    ),
    quote="我是来修鞋的，顺便把租房的押金要回来了。",
    address="金华市金东区东孝街道东市南街 88 号",
    phone="0579-82110041",
    latitude=29.1083,
    longitude=119.6822,
    labels=("商圈型", "便民服务型"),
    opening=hours("每天 | 9:00 | 21:00"),
    pillars=pillars("""
        摆出来 | 部门不坐办公室，坐摊子
        问得着 | 戴红领的，今天归你问
        记下来 | 答不上的进红本子，下回先念答复
    """),
    figures=figures("""
        每回摊位 | 40 多 | 个
        每月集市 | 2 | 回
        红本子答复 | 1,126 | 条
    """),
    facilities=rooms("""
        商圈中庭 | 集市、义诊、演出 | 400 | 有活动时开放
        红本子接待室 | 当面答复、约见部门 | 16 | 每天 9:00–21:00
        店员歇脚间 | 热饭、换鞋、躺二十分钟 | 24 | 每天
        培训教室 | 店长课、手冲课、急救课 | 36 | 有课时开放
    """),
    windows=windows("""
        红领窗口 | 非集市日也能问，问了就记 | 每天 9:00–20:00
    """),
    people=people("""
        邢远帆 | 集市召集人 | 0579-82110041 | 摊位和排期
        邵巧云 | 红本子 | 0579-82110042 | 问题派到哪儿了
    """),
    menu=menu("""
        红领集市 | service | 每月第一、三个周六 9:00-12:00 | 商圈中庭 | 居民、店员 | | 免费 | 无需报名 | 邢远帆 | 四十多个摊：义诊、修鞋、理发、劳动仲裁、公积金。
        念答复 | council | 每月第一、三个周六 9:00-9:30 | 红本子接待室 | 居民 | 16 | 免费 | 无需报名 | 邵巧云 | 上一回没答上的，一条一条念，当事人可以接着问。
        店员急救课 | health | 每月第二个周三 14:00-16:00 | 培训教室 | 店员、保安 | 36 | 免费 | 电话 {phone} | 区急救站 | 按压假人、开除颤仪，做完发一张小卡。
        手冲咖啡：一勺几克 | skill | 每周一 14:30-16:00 | 培训教室 | 店员 | 12 | 材料费10元 | 电话 {phone} | 咖啡店店长 | 豆子从商圈里三家店轮流拿。
    """),
    groups=("circle",),
    menu_size=12,
)

DUOHU = Area(
    code="jindong-duohu",
    slug="duohu",
    title="多湖街道",
    short_name="多湖街道",
    tier="street",
    place_name="金东",
    accent="sea",
    lattice="fish",
    scene="bridge-river",
    slogan="三江口上，灯火人家",
    intro="三条江在这里合到一处，新区的楼和老堤上的人家隔着一条绿道。绿道上每一公里有一间亮灯的小屋。",
    phone="0579-82110020",
    reviewer="多湖街道党建办",
    centre=Centre(
        code="jindong-duohu",
        slug="duohu-centre",
        title="多湖街道党群服务中心",
        short_name="多湖街道",
        tier="street",
        accent="sea",
        lattice="fish",
        scene="bridge-river",
        scene_alt="江上的桥，桥头灯光落在水里",
        intro="九个窗口朝江开，等号的时候看得见船。年轻的租户多，所以租房和落户的窗口排在最前面。",
        address="金华市金东区多湖街道宾虹东路 100 号",
        phone="0579-82110020",
        latitude=29.0894,
        longitude=119.6768,
        labels=("便民服务型",),
        opening=hours("每天 | 8:30 | 20:00"),
        facilities=rooms("""
            朝江办事厅 | 九个窗口，等号看江 | 80 | 每天
            绿道歇脚厅 | 冲澡、寄存、热水 | 30 | 每天 6:00–21:00
            多功能厅 | 讲座、相亲角、放映 | 120 | 有活动时开放
        """),
        windows=windows("租户窗口 | 居住证、落户、租房备案 | 每天 8:30–19:30"),
        groups=("street", "community"),
        menu_size=10,
    ),
    centres=(
        BINHONG,
        Centre(
            code="jindong-jinjiang",
            slug="jinjiang-tower",
            title="锦江大厦党群服务中心",
            short_name="锦江大厦",
            tier="building",
            accent="jujube",
            lattice="brocade",
            scene="office-towers",
            scene_alt="江边的写字楼，灯光一格一格亮到晚上",
            intro="楼里直播公司多，深夜还亮着。中心备了嗓子茶、隔音的哭墙和一张会计的轮值表。",
            address="金华市金东区多湖街道望江路 15 号 6 层",
            phone="0579-82110031",
            latitude=29.0867,
            longitude=119.6803,
            labels=("楼宇型", "新就业群体"),
            opening=hours("周一至周六 | 10:00 | 23:00"),
            facilities=rooms("""
                嗓子茶吧 | 罗汉果、胖大海、不许直播 | 24 | 周一至周六
                隔音小屋 | 一个人待一会儿 | 2 | 周一至周六
                共享会议室 | 选品、面试、对账 | 16 | 预约
            """),
            windows=windows("新业态窗口 | 合同、税务、工伤 | 周一至周五 13:00–20:00"),
            groups=("building",),
            menu_size=8,
        ),
    ),
)

DONGXIAO = Area(
    code="jindong-dongxiao",
    slug="dongxiao",
    title="东孝街道",
    short_name="东孝街道",
    tier="street",
    place_name="金东",
    accent="jujube",
    lattice="roof",
    scene="market",
    slogan="市声里头有人情",
    intro="老市场、老街、老小区都在这一片，早上的豆浆和晚上的烧饼隔着一条街。",
    phone="0579-82110040",
    reviewer="东孝街道党建办",
    centre=Centre(
        code="jindong-dongxiao",
        slug="dongxiao-centre",
        title="东孝街道党群服务中心",
        short_name="东孝街道",
        tier="street",
        accent="jujube",
        lattice="roof",
        scene="clinic",
        scene_alt="街道小楼，一层是诊室，窗口挂着听诊器的牌子",
        intro="和卫生院合用一栋楼，看完病顺手把慢病本办了。二楼每月十五号开家门口的药师课，认药、认字、认有效期。",
        address="金华市金东区东孝街道金瓯路 288 号",
        phone="0579-82110045",
        latitude=29.1102,
        longitude=119.6781,
        labels=("康养型", "便民服务型"),
        opening=hours("每天 | 8:00 | 18:00"),
        facilities=rooms("""
            办事大厅 | 与卫生院共用，八个窗口 | 70 | 每天
            药师课堂 | 大字药盒，放大镜 | 40 | 有课时开放
            多功能厅 | 讲座、合唱、健康日 | 90 | 有活动时开放
        """),
        windows=windows("医保窗口 | 慢病备案、异地就医、报销 | 每天 8:00–17:00"),
        menu=menu("""
            药师课：家里的药盒倒出来 | health | 每月15日 9:00-10:30 | 药师课堂 | 老年居民 | 40 | 免费 | 无需报名 | 卫生院药师 | 过期的当场收，留下的写上大字。
        """),
        groups=("street", "community"),
        menu_size=9,
    ),
    centres=(RED_COLLAR,),
)
