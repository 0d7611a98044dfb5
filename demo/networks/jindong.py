"""Facts of the network of Jindong District, Jinhua: district, streets, towns."""

from __future__ import annotations

from demo.facts import Area, Centre, Network
from demo.networks.jindong_streets import DONGXIAO, DUOHU
from demo.networks.jindong_towns import CHISONG, JINYI, LIPU, XIAOSHUN
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

DISTRICT = Centre(
    code="jindong",
    slug="jindong-centre",
    title="金东区党群服务中心",
    short_name="金东区中心",
    tier="district",
    brand_name="新城e家",
    slogan="一年三百六十五天，门是开的",
    accent="persimmon",
    lattice="ruyi",
    scene="square",
    scene_alt="新城的广场，一圈房子的窗都亮着",
    intro="一年 365 天开门。“新城e家”每个月把全区的活动拢到一处，挑出人气最旺的几样，再告诉你下一场在哪儿。",
    story=(
        "区里给中心定了七条标准，第一条写的是：走进来的人，三分钟内有人问一声好。照着标准查了一遍，七十八件要改的事，分成三类，改完一件划一道。",
        "缺地方，就去找。找出八十七处，从六家单位租下 9,265.4 平方米，零头是一间自行车棚，现在是孩子们的打击乐教室。还有二十一家单位把会议室、球场借出来，一共 57,700 平方米。",
        "门要有人开。七百二十三位管家，两千二百八十七个人排班，春节也不空。大年初一来的第一个人，通常是来借打气筒的。",
    ),
    quote="标准写得再细，都比不上门口那个人抬头看你一眼。",
    address="金华市金东区光南路 836 号",
    phone="0579-82110001",
    latitude=29.0998,
    longitude=119.6925,
    labels=("综合型",),
    opening=hours("每天 | 8:30 | 21:00"),
    pillars=pillars("""
        天天开门 | 365 天，延时、错时、预约都行
        场地共享 | 21 家单位，57,700 平方米，网上能借
        三级商量 | 门牌叫什么、屋子怎么分，村里提、镇里看、区里定
    """),
    figures=figures("""
        可借场地 | 57,700 | 平方米
        中心管家 | 723 | 位
        排班人员 | 2,287 | 名
        每月特色活动 | 180 以上 | 场
    """),
    facilities=rooms("""
        新城大厅 | 各中心人气活动的大屏和纸菜单 | 100 | 每天 8:30–21:00
        星级讲堂 | 管家培训、公开课 | 160 | 有活动时开放
        打击乐教室 | 从车棚改的，隔音好 | 20 | 有课时开放
        共享会议室 | 社团、小公司都能借 | 24 | 预约
        阅览室 | 报刊、绘本、旅行书 | 60 | 每天
    """),
    windows=windows("""
        场地共享窗口 | 借会议室、球场、礼堂 | 每天 9:00–17:30
        综合窗口 | 组织关系、志愿登记、意见 | 每天 8:30–17:30
    """),
    people=people("""
        施望月 | 中心主任 | 0579-82110001 | 新城e家总编排
        盛一鸣 | 场地共享 | 0579-82110002 | 借场地
        郭巧玲 | 管家培训 | 0579-82110003 | 七百多位管家
    """),
    menu=menu("""
        人气活动公开投票 | council | {m}月25日至28日 9:00-20:00 | 新城大厅 | 居民 | | 免费 | 无需报名 | 施望月 | 一人三票，投给这个月最想再来一次的。
        管家一课 | skill | 每月第一个周二 14:00-16:00 | 星级讲堂 | 中心管家 | 160 | 免费 | 邀请 | 郭巧玲 | 讲一件办砸的事，再讲一件办成的。
        车棚鼓点 | stage | 每周六 10:00-11:30 | 打击乐教室 | 8–14 岁孩子 | 16 | 免费 | 电话 {phone} | 打击乐老师 | 非洲鼓、排鼓、饭盆，都能敲。
        借场地一小时通 | service | 每周五 14:00-17:00 | 共享会议室 | 社团、小公司 | | 免费 | 无需报名 | 盛一鸣 | 带上日子和人数，当场把地方定下来。
    """),
    groups=("district", "street"),
    menu_size=14,
)

NETWORK = Network(
    Area(
        code="jindong",
        slug="jindong",
        title="金华金东区",
        short_name="金东区",
        tier="district",
        place_name="金华",
        accent="persimmon",
        lattice="ruyi",
        scene="lantern-street",
        slogan="一年三百六十五天，门是开的",
        intro="一年 365 天开门，每月至少 180 场特色活动，来过的人有十一万。星级是走进来的人打的，最高五颗。",
        phone="0579-82110001",
        reviewer="金东区委组织部党群服务科",
        figures=figures("""
            每月特色活动 | 180 以上 | 场
            参加 | 11 万 | 人次
            新找的地方 | 87 | 处
            可借场地 | 57,700 | 平方米
        """),
        centre=DISTRICT,
        areas=(DUOHU, DONGXIAO, XIAOSHUN, LIPU, CHISONG, JINYI),
    )
)
