"""Streets and a park of Jiancaoping District, with a community, a stop and a village."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import hours, menu, rooms, windows

YINGXIN = Area(
    code="jiancaoping-yingxin",
    slug="yingxin",
    title="迎新街街道",
    short_name="迎新街街道",
    tier="street",
    place_name="尖草坪",
    accent="rose",
    lattice="plum",
    scene="snow-yard",
    slogan="街叫迎新，人念旧",
    intro="梧桐树底下的老街区，苏式楼房的门厅里有壁炉。街道把门厅一间间修出来，当社区的客厅。",
    phone="0351-6380250",
    reviewer="迎新街街道党建办",
    centre=Centre(
        code="jiancaoping-yingxin",
        slug="yingxin-centre",
        title="迎新街街道党群服务中心",
        short_name="迎新街街道",
        tier="street",
        accent="rose",
        lattice="plum",
        scene="dance-hall",
        scene_alt="老礼堂的舞池，顶上一盏水晶灯",
        intro="老礼堂改的，舞池的水磨石地面六十年没换，跳三步四步正合适。两侧的厢房办事，不耽误里头放曲子。",
        address="太原市尖草坪区迎新街 18 号",
        phone="0351-6380250",
        latitude=37.9415,
        longitude=112.4924,
        labels=("文化型",),
        opening=hours("每天 | 8:30 | 21:00"),
        facilities=rooms("""
            水磨石舞厅 | 交谊舞、秧歌、联欢 | 150 | 每天
            东厢办事厅 | 八个窗口 | 50 | 周一至周五
            西厢会议室 | 居委会碰头、业主开会 | 30 | 预约
        """),
        windows=windows("综合窗口 | 社保、民政、就业 | 周一至周五 8:30–17:30"),
        menu=menu("""
            水磨石舞会 | stage | 每周三、六 19:00-21:00 | 水磨石舞厅 | 居民 | 150 | 免费 | 现场签到 | 舞友会 | 前半小时教新人，后面自己跳。
        """),
        groups=("street",),
        menu_size=9,
    ),
    centres=(
        Centre(
            code="jiancaoping-wutong",
            slug="wutong",
            title="梧桐苑社区党群服务中心",
            short_name="梧桐苑社区",
            tier="community",
            accent="wall",
            lattice="spring",
            scene="garden",
            scene_alt="梧桐树影里的老楼，门厅的窗亮着",
            intro="门厅里的壁炉还能烧，冬天第一场雪的晚上点一回，邻居们带着红薯来。平时是看书、等人、借轮椅的地方。",
            address="太原市尖草坪区迎新街梧桐苑 3 号门厅",
            phone="0351-6380261",
            latitude=37.9438,
            longitude=112.4951,
            labels=("便民服务型",),
            opening=hours("每天 | 8:00 | 20:00"),
            facilities=rooms("""
                壁炉门厅 | 看书、等人、小型音乐会 | 40 | 每天
                院里儿童角 | 沙坑、秋千、写生 | 20 | 每天
                书画小间 | 一张案子，两扇北窗 | 10 | 每天
            """),
            windows=windows("社区窗口 | 证明、轮椅借用、取暖补贴 | 每天 8:30–17:30"),
            groups=("community",),
            menu_size=8,
        ),
        Centre(
            code="jiancaoping-fenhe-stop",
            slug="fenhe-stop",
            title="汾河西岸驿站",
            short_name="汾河西岸驿站",
            tier="stop",
            accent="teal",
            lattice="waves",
            scene="stop-station",
            scene_alt="河堤上的小屋，窗外是结了冰的河",
            intro="河堤上跑步的、钓鱼的、看鸟的都认得这间屋。备着望远镜和鸟谱，认出一种新的，就在墙上画个勾。",
            address="太原市尖草坪区滨河西路北段 12 号桥下",
            phone="0351-6380271",
            latitude=37.9277,
            longitude=112.5133,
            labels=("驿站",),
            opening=hours("每天 | 6:30 | 21:00"),
            facilities=rooms("""
                看河小屋 | 热水、望远镜、充电 | 14 | 每天 6:30–21:00
                堤上长廊 | 拉伸、避雨、下棋 | 30 | 每天
            """),
            windows=windows("便民角 | 药箱、打气、失物 | 每天 6:30–21:00"),
            groups=("stop",),
            menu_size=6,
        ),
    ),
)

SHANGLAN = Area(
    code="jiancaoping-shanglan",
    slug="shanglan",
    title="上兰街道",
    short_name="上兰街道",
    tier="street",
    place_name="尖草坪",
    accent="tea",
    lattice="well",
    scene="hills-village",
    slogan="泉眼边上住人家",
    intro="山口出泉水的地方，大学和村子隔一条渠。村里的课由大学生来上，大学生的菜由村里人来送。",
    phone="0351-6380280",
    reviewer="上兰街道党建办",
    centre=Centre(
        code="jiancaoping-shanglan",
        slug="shanglan-centre",
        title="上兰街道党群服务中心",
        short_name="上兰街道",
        tier="street",
        accent="tea",
        lattice="well",
        scene="bridge-river",
        scene_alt="泉水渠上的石桥，桥边一间亮着的屋",
        intro="一半是办事的，一半是大学生的创业摊：修电脑、做海报、教吉他。办完事回头，常能顺手买两斤村里的新鲜菜。",
        address="太原市尖草坪区上兰街 5 号",
        phone="0351-6380280",
        latitude=38.0136,
        longitude=112.4417,
        labels=("青年友好型",),
        opening=hours("周一至周六 | 8:30 | 18:00"),
        facilities=rooms("""
            办事厅 | 六个窗口 | 40 | 周一至周六
            大学生创业摊 | 修电脑、做海报、教吉他 | 30 | 周一至周六
            培训教室 | 村干部课堂、电商课 | 50 | 有课时开放
        """),
        windows=windows("综合窗口 | 社保、创业贷款、农机补贴 | 周一至周六 8:30–17:30"),
        groups=("street",),
        menu_size=8,
    ),
    centres=(
        Centre(
            code="jiancaoping-quanwa",
            slug="quanwa",
            title="泉洼村党群服务中心",
            short_name="泉洼村",
            tier="village",
            accent="teal",
            lattice="well",
            scene="courtyard",
            scene_alt="村口的泉眼和石槽，屋檐下挂着葫芦",
            intro="村里七十岁的人给九十岁的人送饭，叫“小老人”照顾“老老人”。泉水泡的茶不收钱，喝完自己洗杯子。",
            address="太原市尖草坪区上兰街道泉洼村",
            phone="0351-6380281",
            latitude=38.0212,
            longitude=112.4339,
            labels=("康养型",),
            opening=hours("每天 | 8:00 | 18:00"),
            facilities=rooms("""
                泉边茶棚 | 喝茶、说话、晒葫芦 | 40 | 每天
                互助灶房 | 给老老人做饭 | 20 | 每天 9:00–12:30
                村戏台 | 唱戏、放电影、分红大会 | 300 | 有活动时开放
            """),
            windows=windows("代办窗口 | 养老、医保、水费 | 每天 8:00–17:00"),
            groups=("village",),
            menu_size=7,
        ),
    ),
)

STEEL_PARK = Centre(
    code="jiancaoping-steel",
    slug="steel-park",
    title="不锈钢产业园党群服务中心",
    short_name="不锈钢产业园",
    tier="park",
    accent="bamboo",
    lattice="loom",
    scene="canteen",
    scene_alt="厂区食堂的长窗，窗里一排排饭盒",
    intro="三班倒的园区，中心也三班倒：早班后有理发，中班前有面，夜班人的孩子可以在这里睡到天亮。",
    address="太原市尖草坪区钢园路 73 号",
    phone="0351-6380291",
    latitude=37.9715,
    longitude=112.4783,
    labels=("产业型",),
    opening=hours("每天 | 6:00 | 23:30"),
    facilities=rooms("""
        三班食堂 | 早中夜各一顿，夜里是汤面 | 160 | 每天 6:00–23:30
        夜托小屋 | 夜班职工的孩子，有床有老师 | 12 | 每天 19:00–7:00
        技能教室 | 焊工、叉车、质检 | 40 | 有课时开放
        职工活动厅 | 台球、放映、联谊 | 90 | 每天
    """),
    windows=windows("园区窗口 | 工伤、技能补贴、班车 | 周一至周五 8:00–20:00"),
    menu=menu("""
        焊工夜校 | skill | 每周二、四 19:00-21:00 | 技能教室 | 园区职工 | 24 | 免费 | 电话 {phone} | 车间师傅 | 面罩手套都有，考证前两周加练。
    """),
    groups=("park",),
    menu_size=9,
)
