# ruff: noqa: E501 - one row of a table stays one line, as in a sheet
"""Communities and villages of Fulaishan Street."""

from __future__ import annotations

from demo.facts import Centre
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

HAIXIN = Centre(
    code="fulaishan-haixin",
    slug="haixin",
    title="海信社区党群服务中心",
    short_name="海信社区",
    tier="community",
    brand_name="德润海信",
    slogan="学一样，会一样，教一样",
    accent="teal",
    lattice="book",
    scene="library",
    scene_alt="满墙的书，一位老人在灯下翻页",
    intro="老年大学的分校开在二楼，八个课程班、六个学习小组，教室的灯从早亮到晚。老师里有一半原来是学生。",
    story=(
        "分校开班那天，书法班报了二十三个人，毛笔只有十五支。海信社区的人没有去买，在楼道里贴了条子借，第二天收到四十一支，有一支是英国回来过年的儿子留下的。",
        "如今八个课程班排满一周：书法、国画、声乐、太极、智能手机、朗诵、剪纸、英语。六个学习小组自己管自己，组长一年一换，换下来的人去教新班。",
    ),
    quote="七十一岁学会的第一句英语，是给孙女打电话说的：我很好，你呢。",
    address="烟台市福莱山街道海信慧园小区南门",
    phone="0535-6380021",
    latitude=37.5492,
    longitude=121.2304,
    labels=("学习型", "康养型"),
    opening=hours("每天 | 8:00 | 20:00"),
    pillars=pillars("""
        老年大学分校 | 八个课程班，学费不收，教材自愿
        六个学习小组 | 组长轮流当，课后自己练
        学生变老师 | 学满一年的，可以开一门自己的小课
    """),
    figures=figures("""
        课程班 | 8 | 个
        学习小组 | 6 | 个
        在读学员 | 260 多 | 名
    """),
    facilities=rooms("""
        书画室 | 十二张长桌，墙上换着挂学员的字 | 24 | 每天 8:00–20:00
        声乐教室 | 一架钢琴，两面镜子 | 40 | 有课时开放
        电教室 | 手机、电脑、投屏 | 30 | 有课时开放
        多功能厅 | 太极、舞蹈、汇报演出 | 90 | 每天
        阅览室 | 大字书和放大镜 | 30 | 每天 8:00–20:00
    """),
    windows=windows("""
        社区窗口 | 证明、补贴、退休认证 | 周一至周五 8:30–17:30
        教务窗口 | 报班、换班、借教材 | 每天 9:00–16:00
    """),
    people=people("""
        姜德润 | 社区书记 | 0535-6380021 | 社区的事
        孔繁荣 | 教务老师 | 0535-6380022 | 老年大学报名
    """),
    menu=menu("""
        海信社区老年大学书法课 | art | 每周一、三 9:00-10:30 | 书画室 | 老年居民 | 24 | 免费 | 电话 {phone} | 孔繁荣 | 这个月写隶书，笔墨社区备着，纸一人一刀。
        国画班：竹子四种画法 | art | 每周二 14:00-15:30 | 书画室 | 老年居民 | 24 | 免费 | 电话 {phone} | 毕老师 | 风里的、雨里的、雪里的、晴天的。
        声乐班：气从哪儿来 | stage | 每周四 9:00-10:30 | 声乐教室 | 老年居民 | 40 | 免费 | 现场签到 | 退休音乐教师 | 先练半小时气，再唱一首熟的。
        太极班：二十四式 | sport | 每周一至周五 7:00-8:00 | 多功能厅 | 居民 | 60 | 免费 | 无需报名 | 太极小组 | 天暖在楼前，天冷在厅里。
        手机班：看病挂号不求人 | skill | 每周五 9:00-10:30 | 电教室 | 老年居民 | 30 | 免费 | 现场签到 | 大学生志愿者 | 一人一机，慢慢来，同一步可以讲三遍。
        英语班：出门六十句 | study | 每周三 14:00-15:30 | 电教室 | 居民 | 30 | 免费 | 电话 {phone} | 老学员老丛 | 问路、点菜、打招呼，每次五句。
        朗诵小组：念给邻居听 | stage | 每月第二个周五 15:00-16:30 | 阅览室 | 居民 | 30 | 免费 | 无需报名 | 朗诵小组 | 听的人有茶，念的人有掌声。
    """),
    groups=("community",),
    menu_size=15,
)

JINCHENG = Centre(
    code="fulaishan-jincheng",
    slug="jincheng",
    title="金城社区党群服务中心",
    short_name="金城社区",
    tier="community",
    brand_name="情暖金城",
    slogan="一家有事，一楼有人",
    accent="persimmon",
    lattice="lamp",
    scene="snow-yard",
    scene_alt="雪地里的小院，门上一盏暖灯",
    intro="楼里的热线四个字：我家来人。灯泡坏了、老人没下楼、孩子没人接，打一个电话，同一栋楼里就有人上门。",
    story=(
        "金城是老小区，没有电梯，住着九十多位八十岁以上的老人。那年大雪，六楼的栾奶奶三天没下楼，是对门敲开的门。开春以后，社区给每栋楼配了一位“楼门长”，一把备用钥匙，一张写着谁家几口人的卡片。",
        "卡片不进电脑，锁在楼门长家里。打电话来，三分钟内有人接，十分钟内有人到。一年下来，最多的一件事是帮着拧瓶盖。",
    ),
    quote="远亲不如近邻，近邻不如对门，对门不如敲一下门。",
    address="烟台市福莱山街道金城小区 14 号楼下",
    phone="0535-6380031",
    latitude=37.5451,
    longitude=121.2287,
    labels=("便民服务型", "康养型"),
    opening=hours("每天 | 8:00 | 19:00"),
    pillars=pillars("""
        楼门长 | 四十六个楼门，一门一位
        十分钟上门 | 小事邻居来，大事社区来
        暖心饭 | 过节一桌饭，独自住的都请到
    """),
    figures=figures("""
        楼门长 | 46 | 位
        八十岁以上老人 | 90 多 | 名
        一年上门 | 1,300 多 | 次
    """),
    facilities=rooms("""
        暖心厨房 | 包饺子、蒸饽饽、送饭 | 30 | 每天 9:00–14:00
        楼门长会客室 | 碰头、交接、说家常 | 24 | 每天
        活动室 | 棋牌、缝补、看戏 | 40 | 每天 8:00–19:00
    """),
    windows=windows("社区窗口 | 高龄津贴、低保、维修基金 | 周一至周五 8:30–17:30"),
    people=people("""
        衣春暖 | 社区书记 | 0535-6380031 | 楼门长都归她排
        滕大勇 | 维修志愿者 | 0535-6380032 | 灯泡、水龙头、纱窗
    """),
    menu=menu("""
        楼门长碰头会 | council | 每周一 9:00-10:00 | 楼门长会客室 | 楼门长 | 46 | | 邀请 | 衣春暖 | 一栋一栋过，谁家这周要多敲一次门。
        蒸饽饽 | social | 每月第三个周四 9:00-11:30 | 暖心厨房 | 居民 | 20 | 免费 | 电话 {phone} | 巧手婶婶队 | 蒸好的先送六楼，再分给做的人。
        缝缝补补 | service | 每周二、四 14:00-16:00 | 活动室 | 居民 | | 免费 | 无需报名 | 缝纫小组 | 换拉链、裁裤脚，自己带线颜色更准。
        小修小补进楼门 | volunteer | 每周六 8:30-11:00 | 楼门长会客室 | 居民 | 20户 | 材料费自理 | 电话 {phone} | 滕大勇 | 前一天报门牌号，当天一户一户走。
    """),
    groups=("community",),
    menu_size=11,
)

GUOAO = Centre(
    code="fulaishan-guoao",
    slug="guoao",
    title="国奥社区党群服务中心",
    short_name="国奥社区",
    tier="community",
    brand_name="宜居国奥",
    slogan="动起来，住得久",
    accent="bamboo",
    lattice="roof",
    scene="playground",
    scene_alt="楼间的小操场，孩子在跑，跑道边有灯",
    intro="楼间有一条四百二十米的彩色跑道，几点谁跑，大家有数：早上老人，傍晚孩子，九点以后给夜跑的人留灯。",
    story=(
        "跑道原来是一条停满车的消防路。业委会、物业和社区谈了七次，把车挪到地下，把路留给脚。画线那天，孩子们一人一段，涂成七种颜色。",
        "社区里的矛盾多是地方不够，于是每样地方都排了时间表，贴在门口，谁想改就来议事厅说。改了十一版，现在这一版用了两年。",
    ),
    address="烟台市福莱山街道国奥天地小区中心花园",
    phone="0535-6380041",
    latitude=37.5517,
    longitude=121.2215,
    labels=("健身型",),
    opening=hours("每天 | 7:00 | 21:00"),
    pillars=pillars("""
        让地方 | 车让人，人让时间
        排时间 | 操场、球台、琴房，一张表排清楚
    """),
    figures=figures("""
        彩色跑道 | 420 | 米
        健身队伍 | 9 | 支
    """),
    facilities=rooms("""
        楼间操场 | 跑步、跳绳、太极 | 80 | 每天 6:00–22:00
        乒乓球室 | 四张台，半小时一换 | 16 | 每天 7:00–21:00
        国奥议事厅 | 业委会、物业、居民三方坐 | 30 | 预约
        多功能厅 | 舞蹈、拉伸、健康课 | 70 | 每天
    """),
    windows=windows("物业社区合署窗口 | 报修、停车、房屋证明 | 每天 8:00–18:00"),
    people=people("""
        孙向阳 | 社区书记 | 0535-6380041 | 跑道和操场的时间表
        郝跃 | 健身指导员 | 0535-6380042 | 九支健身队
    """),
    menu=menu("""
        夜跑四百二十米 | sport | 每周二、四 20:00-21:00 | 楼间操场 | 居民 | | 免费 | 无需报名 | 夜跑队 | 跑不动可以走，走完记一格。
        乒乓球月赛 | sport | 每月最后一个周六 14:00-17:00 | 乒乓球室 | 居民 | 32 | 免费 | 电话 {phone} | 郝跃 | 分年龄组，赢的人管下个月的记分牌。
        跳绳的孩子 | child | 每周三、五 16:30-17:30 | 楼间操场 | 小学生 | 30 | 免费 | 现场签到 | 体育老师 | 带自己的绳，从十个练到一百个。
    """),
    groups=("community",),
    menu_size=10,
)

YIYUN = Centre(
    code="fulaishan-yiyun",
    slug="yiyun",
    title="依云社区党群服务中心",
    short_name="依云社区",
    tier="community",
    brand_name="多彩依云",
    slogan="各有各的颜色，合起来好看",
    accent="rose",
    lattice="kite",
    scene="playground",
    scene_alt="孩子在院里放风筝，楼上窗子开着",
    intro="年轻的小区，推婴儿车的比拄拐的多。周末的活动从爬行比赛排到初中数学，家长在隔壁喝咖啡，轮流当老师。",
    address="烟台市福莱山街道依云小镇会所一层",
    phone="0535-6380051",
    latitude=37.5634,
    longitude=121.2262,
    labels=("儿童友好型",),
    opening=hours("周二至周日 | 9:00 | 20:30"),
    figures=figures("""
        十二岁以下孩子 | 890 | 名
        家长老师 | 37 | 位
    """),
    facilities=rooms("""
        儿童活动室 | 软垫、积木、爬行道 | 25 | 周二至周日
        亲子厨房 | 矮灶台，钝刀，围裙 | 16 | 有活动时开放
        家长咖啡角 | 等孩子的地方，也开家长课 | 20 | 周二至周日
        小剧场 | 木偶、朗读、小型音乐会 | 60 | 有活动时开放
    """),
    windows=windows("亲子窗口 | 疫苗、入园、生育登记 | 周二至周日 9:00–17:00"),
    menu=menu("""
        爬行比赛 | child | 每月第一个周日 10:00-11:00 | 儿童活动室 | 8–14 个月的宝宝 | 16组 | 免费 | 电话 {phone} | 家长老师 | 终点放的是妈妈的包，不许放零食。
        木偶小剧场 | child | 每周六 16:00-17:00 | 小剧场 | 3–8 岁孩子和家长 | 30组 | 免费 | 现场签到 | 木偶妈妈队 | 演一段，教做一只袜子木偶。
        周末数学题铺 | study | 每周日 14:00-16:00 | 家长咖啡角 | 初中生 | 15 | 免费 | 电话 {phone} | 工程师爸爸 | 带着不会的题来，一题一题摆开讲。
    """),
    groups=("community",),
    menu_size=9,
)

HOMES = (
    HAIXIN,
    JINCHENG,
    GUOAO,
    YIYUN,
    Centre(
        code="fulaishan-binhai",
        slug="binhai",
        title="滨海景区社区党群服务中心",
        short_name="滨海景区社区",
        tier="community",
        accent="sea",
        lattice="fish",
        scene="harbour",
        scene_alt="海边的步道，远处有船，近处一间小屋",
        intro="离海水浴场三百米，夏天借救生圈，冬天借望远镜看海鸥。渔民出海前在这里看一眼风力牌。",
        address="烟台市福莱山街道海滨路 3 号",
        phone="0535-6380061",
        latitude=37.5712,
        longitude=121.2448,
        labels=("旅游资源型",),
        opening=hours("每天 | 8:00 | 18:00"),
        facilities=rooms("""
            看海书房 | 一面墙的窗，二十个座 | 20 | 每天 8:00–18:00
            冲淋更衣间 | 夏季开放，热水不收钱 | 12 | 六月至九月
            多功能厅 | 救护培训、渔歌排练 | 60 | 有活动时开放
        """),
        windows=windows("社区窗口 | 渔船证照代办、暂住登记 | 周一至周五 8:30–17:00"),
        groups=("community",),
        menu_size=8,
    ),
    Centre(
        code="fulaishan-shangfang",
        slug="shangfang",
        title="上坊村党群服务中心",
        short_name="上坊村",
        tier="village",
        accent="wall",
        lattice="bamboo",
        scene="hills-village",
        scene_alt="山脚下的村子，果树后面露出屋顶",
        intro="苹果和樱桃的村子。摘果忙的时候窗口搬到地头，闲下来的时候，果农在二楼学修剪、学记账、学唱吕剧。",
        address="烟台市福莱山街道上坊村",
        phone="0535-6380071",
        latitude=37.5386,
        longitude=121.2079,
        labels=("便民服务型", "产业型"),
        opening=hours("周一至周六 | 8:00 | 17:30"),
        facilities=rooms("""
            果农课堂 | 修剪、套袋、病虫害，农技员每月来 | 50 | 有课时开放
            吕剧小院 | 板胡一响，谁都能接一句 | 60 | 周一至周六
            代销柜台 | 卖自家的果，称是公平秤 | 10 | 周一至周六
        """),
        windows=windows("村务窗口 | 土地、补贴、医保代办 | 周一至周六 8:00–17:30"),
        groups=("village",),
        menu_size=8,
    ),
    Centre(
        code="fulaishan-liujia",
        slug="liujia",
        title="下刘家村党群服务中心",
        short_name="下刘家村",
        tier="village",
        accent="ochre",
        lattice="shuttle",
        scene="courtyard",
        scene_alt="石头墙的院子，井边晒着玉米",
        intro="村里的年轻人进了城，中心就把城里的本事请回来：每周一次视频看病，每月一次集体过生日，院里的大喇叭只报喜事和天气。",
        address="烟台市福莱山街道下刘家村 86 号",
        phone="0535-6380081",
        latitude=37.5341,
        longitude=121.2146,
        labels=("便民服务型",),
        opening=hours("周一至周六 | 8:00 | 17:00"),
        facilities=rooms("""
            视频诊室 | 连着街道医院，有人帮着点 | 6 | 周一至周六
            老伙计茶室 | 下棋、喝茶、听吕剧 | 30 | 周一至周六
            晒场 | 放电影、跳舞、晒粮 | 200 | 每天
        """),
        windows=windows("代办窗口 | 医保、社保、寄药 | 周一至周六 8:00–17:00"),
        groups=("village",),
        menu_size=7,
    ),
)
