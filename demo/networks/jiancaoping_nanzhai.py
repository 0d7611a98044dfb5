"""Communities and a tower of the Nanzhai area of Jiancaoping District."""

from __future__ import annotations

from demo.facts import Centre
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

TIEJIANG = Centre(
    code="jiancaoping-jiangren",
    slug="jiangren",
    title="匠人里社区党群服务中心",
    short_name="匠人里社区",
    tier="community",
    brand_name="老师傅",
    slogan="手上的活，传下去",
    accent="ochre",
    lattice="scale",
    scene="workshop",
    scene_alt="工作台上摆着扳手和台钳，老人在灯下修一台收音机",
    intro="住的多是退休工人，八级钳工就有五位。谁家东西坏了不要扔，拿到工作台上，看的人比修的人多。",
    story=(
        "社区登记过一回“你会什么”，收上来一百七十多样：焊、车、钳、铆、修表、补锅、写美术字。于是二层没做会议室，做了一间工作台，台钳是从老厂里按废铁价买回来的。",
        "每个星期三，老师傅坐台。孩子们在旁边学拧螺丝，从 M3 拧到 M12，拧满一板子发一枚铜片，上面敲着自己的名字。",
    ),
    quote="机器认得手。你对它好，它就多转几年。",
    address="太原市尖草坪区南寨街匠人里 7 号楼",
    phone="0351-6380221",
    latitude=37.9348,
    longitude=112.5141,
    labels=("便民服务型", "文化型"),
    opening=hours("每天 | 8:30 | 20:00"),
    pillars=pillars("""
        坐台 | 每周三老师傅坐台，坏的拿来
        传手 | 一个师傅带三个孩子
        记样 | 一百七十多样本事，一本册子
    """),
    figures=figures("""
        登记的手艺 | 170 多 | 样
        八级钳工 | 5 | 位
        一年修好 | 640 | 件
    """),
    facilities=rooms("""
        工作台 | 台钳、焊台、放大镜 | 14 | 每天 9:00–18:00
        老师傅茶间 | 喝茶、下棋、听评书 | 30 | 每天
        多功能厅 | 放映、合唱、体检 | 80 | 有活动时开放
    """),
    windows=windows("社区窗口 | 退休认证、取暖补贴、证明 | 周一至周五 8:30–17:30"),
    people=people("""
        铁长有 | 老师傅领班 | 0351-6380222 | 修东西、带孩子
        贺慧 | 社区书记 | 0351-6380221 | 社区的事
    """),
    menu=menu("""
        老师傅坐台 | service | 每周三 9:00-11:30 | 工作台 | 居民 | | 零件自理 | 无需报名 | 铁长有 | 收音机、自行车、拉杆箱，修不好也说清为什么。
        小小钳工 | child | 每周六 14:00-15:30 | 工作台 | 9–14 岁孩子 | 9 | 免费 | 电话 {phone} | 铁长有 | 一个师傅带三个，先学怎么不伤手。
        评书听到一半 | social | 每周二、四 15:00-16:30 | 老师傅茶间 | 居民 | 30 | 免费 | 无需报名 | 评书迷 | 一回书讲到紧要处就停，下次接着听。
    """),
    groups=("community",),
    menu_size=11,
)

NANZHAI_CENTRES = (
    TIEJIANG,
    Centre(
        code="jiancaoping-hengshan",
        slug="hengshan-community",
        title="恒山路社区党群服务中心",
        short_name="恒山路社区",
        tier="community",
        accent="sea",
        lattice="ice",
        scene="night-flats",
        scene_alt="雪夜的居民楼，楼道口的灯照着台阶",
        intro="台阶都改成了坡，扶手从门口一直通到座位。盲道旁边养了一排会响的风铃，看不见的老人听着就能走进来。",
        address="太原市尖草坪区恒山路 41 号",
        phone="0351-6380231",
        latitude=37.9333,
        longitude=112.5227,
        labels=("康养型",),
        opening=hours("周一至周六 | 8:30 | 18:30"),
        facilities=rooms("""
            康复室 | 平行杠、握力球、按摩椅 | 16 | 周一至周六
            听书间 | 耳机十副，有声书三千部 | 12 | 周一至周六
            长者饭厅 | 一荤两素，送饭上楼 | 50 | 周一至周六 11:00–13:00
        """),
        windows=windows("无障碍窗口 | 残疾证、辅具借用、康复补贴 | 周一至周五 8:30–17:30"),
        groups=("community",),
        menu_size=8,
    ),
    Centre(
        code="jiancaoping-xinghua",
        slug="xinghua-tower",
        title="兴华大厦党群服务中心",
        short_name="兴华大厦",
        tier="building",
        accent="bamboo",
        lattice="cloud",
        scene="office-towers",
        scene_alt="灰云下的写字楼，顶层一排窗暖黄",
        intro="顶层没租出去，成了全楼的客厅。东窗看日出，西窗看汾河，中间摆着一张十二米的拼桌。",
        address="太原市尖草坪区兴华街 102 号 18 层",
        phone="0351-6380241",
        latitude=37.9189,
        longitude=112.5092,
        labels=("楼宇型",),
        opening=hours("周一至周五 | 8:00 | 20:00"),
        facilities=rooms("""
            十二米长桌 | 拼饭、拼图、开会 | 40 | 周一至周五
            西窗会议室 | 看得见汾河，可视频 | 14 | 预约
            伸展区 | 垫子、弹力带、镜子 | 16 | 周一至周五
        """),
        windows=windows("楼宇窗口 | 社保、公积金、落户，午休可约 | 周一至周五 12:00–14:00"),
        groups=("building",),
        menu_size=8,
    ),
)
