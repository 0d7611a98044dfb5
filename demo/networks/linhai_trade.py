"""The trading places of Linhai: Duqiao with its eyewear market, the port of Toumen."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import hours, menu, rooms, windows

DUQIAO = Area(
    code="LH-DQ",
    slug="duqiao-town",
    title="杜桥镇",
    short_name="杜桥镇",
    tier="town",
    place_name="临海",
    accent="ochre",
    lattice="scale",
    scene="market",
    slogan="看得清，谈得拢",
    intro="做眼镜的镇子，镜片磨得亮，账也要算得清。镇中心管人，市场里的中心管货和理。",
    phone="0576-85160001",
    reviewer="杜桥镇党建办",
    centre=Centre(
        code="LH-DQ",
        slug="duqiao",
        title="杜桥镇党群服务中心",
        short_name="杜桥镇",
        tier="town",
        accent="ochre",
        lattice="scale",
        scene="lecture",
        scene_alt="讲台前坐满了人，黑板上画着一副眼镜",
        intro="外来务工的人占了一半，普通话、闽南话、贵州话都听得见。窗口旁有一位会五种方言的志愿者，桌牌上写着她会哪五种。",
        address="临海市杜桥镇府前街 21 号",
        phone="0576-85160001",
        latitude=28.7642,
        longitude=121.5027,
        labels=("便民服务型", "产业型"),
        opening=hours("每天 | 8:30 | 19:00"),
        facilities=rooms("""
            办事大厅 | 八个窗口，一张方言桌 | 60 | 每天
            新杜桥人课堂 | 识字、普通话、镜片质检 | 45 | 有课时开放
            篮球院子 | 白天停车，晚上打球 | 60 | 每天 18:00–21:00
        """),
        windows=windows("新居民窗口 | 居住证、入学、租房备案 | 每天 8:30–19:00"),
        menu=menu("""
            普通话夜校：会说就敢问 | study | 每周一、三 19:00-20:30 | 新杜桥人课堂 | 外来务工人员 | 40 | 免费 | 现场签到 | 镇中学老师 | 先学看病怎么说，再学签合同怎么说。
        """),
        groups=("street",),
        menu_size=9,
    ),
    centres=(
        Centre(
            code="LH-DQ-YJ",
            slug="eyewear-market",
            title="眼镜城商圈党群服务中心",
            short_name="眼镜城商圈",
            tier="business-circle",
            accent="indigo",
            lattice="rings",
            scene="market",
            scene_alt="市场的长廊，一间间铺子亮着灯",
            intro="在市场二楼扶梯口，摊主锁了柜台就能上来喝口水。买卖争起来，先到这里用同一台验光仪说话。",
            address="临海市杜桥镇眼镜城二楼",
            phone="0576-85160011",
            latitude=28.7655,
            longitude=121.5061,
            labels=("产业型",),
            opening=hours("每天 | 9:00 | 18:00"),
            facilities=rooms("""
                评理室 | 质量纠纷当面验，验光仪不收钱 | 12 | 每天
                摊主歇脚处 | 热水、微波炉、躺椅 | 24 | 每天
                直播间 | 给摊主用的，两小时一场 | 6 | 预约
            """),
            windows=windows("市场窗口 | 执照、商标、消费投诉 | 每天 9:00–17:00"),
            groups=("circle",),
            menu_size=8,
        ),
    ),
)

TOUMEN = Area(
    code="LH-TM",
    slug="toumen-port",
    title="头门港经济开发区",
    short_name="头门港",
    tier="park",
    place_name="临海",
    accent="sea",
    lattice="waves",
    scene="harbour",
    slogan="船靠岸，人歇脚",
    intro="海边的园区，厂区大、班次多，中心跟着班次走：早班下班有饭，夜班上班前有灯。",
    phone="0576-85170001",
    reviewer="头门港党群工作部",
    centre=Centre(
        code="LH-TM",
        slug="toumen",
        title="头门港园区党群服务中心",
        short_name="头门港园区",
        tier="park",
        accent="sea",
        lattice="waves",
        scene="harbour",
        scene_alt="港口的吊机和海面，岸上一间亮着灯的屋子",
        intro="离最近的镇子十二公里，所以理发、配钥匙、看牙都请到园区里来。开到晚上九点，夜班的人上工前能吃上一碗热的。",
        address="临海市头门港大道 66 号",
        phone="0576-85170001",
        latitude=28.7125,
        longitude=121.6413,
        labels=("产业型", "就业型"),
        opening=hours("每天 | 7:30 | 21:00"),
        facilities=rooms("""
            班前食堂 | 早七点、晚六点各开一顿 | 120 | 每天
            多功能厅 | 安全课、放映、联谊 | 150 | 有活动时开放
            职工健身房 | 跑步机、乒乓球、淋浴 | 40 | 每天 7:30–21:00
            亲情视频间 | 和老家的孩子说说话，隔音 | 4 | 每天
        """),
        windows=windows("园区窗口 | 社保、工伤、宿舍、班车 | 周一至周五 8:30–17:30"),
        menu=menu("""
            理发师傅进园区 | service | 每月5日、20日 17:00-20:00 | 班前食堂 | 园区职工 | 40 | 每人5元 | 现场取号 | 镇上三位师傅 | 剪得快，也剪得齐。
        """),
        groups=("park",),
        menu_size=9,
    ),
)
