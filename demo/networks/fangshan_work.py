"""Doudian with its riders, the finance park, the university market, a tower, a mountain town."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import figures, hours, menu, people, pillars, rooms, stops, windows

RIDERS = Centre(
    code="fangshan-riders",
    slug="doudian-riders",
    title="窦店镇骑手之家",
    short_name="窦店骑手之家",
    tier="stop",
    brand_name="窦店骑手之家",
    slogan="跑累了，拐个弯就到",
    accent="jujube",
    lattice="wheel",
    scene="stop-station",
    scene_alt="路口的小屋，门前停着几辆送餐车，窗里有热水",
    intro="一个主站、两个分站、四十二个歇脚点，连成骑手们记得住的“1+2+42”。头盔挂门口，饭放微波炉，电池插墙上，人先坐下。",
    story=(
        "骑手老魏说，以前冬天等单只能站在银行门口的暖风底下，保安不赶，自己不好意思。镇里就照着他们的送餐路线画点：站点最密的路口设主站，两头各一个分站，沿街的超市、药店、加油站挂上小牌子，一共四十二处。",
        "到现在办了八回暖心活动，热汤、体检、修车、给家里寄东西，1,935 人次来过。最受欢迎的是“修车日”，师傅不收工钱，只收故事：这个月你碰到过什么好事。",
    ),
    quote="差评我能扛，雨也能扛，就是想有个地方，能把湿袜子换了。",
    address="北京市房山区窦店镇窦大路 33 号",
    phone="010-69370041",
    latitude=39.6498,
    longitude=116.0644,
    labels=("驿站", "新就业群体"),
    opening=hours("每天 | 7:00 | 23:00"),
    pillars=pillars("""
        歇得下 | 主站一个、分站两个、歇脚点四十二个
        修得好 | 每月两回修车日，换刹车片不收工钱
        说得出 | 路难走、门难进，骑手说了，镇里去谈
    """),
    figures=figures("""
        站点 | 1+2+42 | 处
        暖心活动 | 8 | 场
        来过 | 1,935 | 人次
    """),
    facilities=rooms("""
        骑手歇脚厅 | 热水、微波炉、充电柜、躺椅 | 30 | 每天 7:00–23:00
        修车棚 | 打气、补胎、刹车片 | 12 | 每天 9:00–20:00
        骑手议事角 | 一块白板，写哪条路坑、哪道门难进 | 16 | 每天
    """),
    windows=windows("""
        暖新窗口 | 工伤、保险、居住证、孩子入学 | 周一至周五 9:00–18:00
    """),
    people=people("""
        安跃进 | 站长 | 010-69370041 | 歇脚、修车、失物
        暴雪晴 | 权益专员 | 010-69370042 | 保险和工伤
    """),
    stops=stops("""
        窦店北站 | 窦大路北口加油站内 | 010-69370043
        窦店南站 | 京周路与交道大街口 | 010-69370044
    """),
    menu=menu("""
        修车日：换刹车片不收工钱 | service | 每月10日、25日 14:00-17:00 | 修车棚 | 骑手、快递员 | 40 | 材料费自理 | 现场取号 | 镇上修车师傅 | 排队的时候有汤喝。
        骑手碰头：哪道门难进 | council | 每月第二个周二 14:30-15:30 | 骑手议事角 | 骑手、快递员 | 16 | | 现场签到 | 安跃进 | 上个月谈下来三个小区，门岗同意登记就进。
        安全十分钟 | skill | 每周一 9:30-9:40 | 骑手歇脚厅 | 骑手、快递员 | | 免费 | 无需报名 | 交警中队 | 看一段真的录像，说一个路口。
        给家里寄一箱 | social | 每月第四个周日 14:00-17:00 | 骑手歇脚厅 | 骑手、快递员 | 50 | 免费 | 现场登记 | 暖新窗口 | 北京的点心和房山的磨盘柿，邮费站里出。
        骑手体检 | health | 每月15日 14:00-16:30 | 骑手歇脚厅 | 骑手、快递员 | 40 | 免费 | 电话 {phone} | 窦店医院 | 量血压、看颈椎、查听力，二十分钟走完。
    """),
    groups=("stop",),
    menu_size=9,
)

DOUDIAN = Area(
    code="fangshan-doudian",
    slug="doudian",
    title="窦店镇",
    short_name="窦店镇",
    tier="town",
    place_name="房山",
    accent="ochre",
    lattice="wheel",
    scene="market",
    slogan="南来北往，先歇一歇",
    intro="京南的大镇，仓库多、站点多、骑手多。镇中心管镇上的事，骑手之家管路上的人。",
    phone="010-69370040",
    reviewer="窦店镇党建办",
    centre=Centre(
        code="fangshan-doudian",
        slug="doudian-centre",
        title="窦店镇党群服务中心",
        short_name="窦店镇",
        tier="town",
        accent="ochre",
        lattice="wheel",
        scene="canteen",
        scene_alt="食堂的长窗，窗里冒着热气",
        intro="窗口旁边就是食堂，办完事吃碗面十二块。赶早市的人七点半来，赶火车的人七点半走，灯从七点亮起。",
        address="北京市房山区窦店镇窦大路 1 号",
        phone="010-69370040",
        latitude=39.6521,
        longitude=116.0627,
        labels=("便民服务型",),
        opening=hours("周一至周六 | 7:30 | 18:00"),
        facilities=rooms("""
            办事大厅 | 十个窗口，早半小时开 | 70 | 周一至周六
            镇食堂 | 面、包子、小米粥 | 80 | 周一至周六 7:00–13:30
            多功能厅 | 培训、相亲、放映 | 100 | 有活动时开放
        """),
        windows=windows("综合窗口 | 社保、农保、营业执照 | 周一至周六 7:30–17:30"),
        groups=("street", "village"),
        menu_size=8,
    ),
    centres=(RIDERS,),
)

FINANCE_PARK = Centre(
    code="fangshan-finance",
    slug="finance-park",
    title="北京金融安全产业园党群服务中心",
    short_name="金融安全产业园",
    tier="park",
    brand_name="园里书声",
    slogan="算得清账，读得进书",
    accent="indigo",
    lattice="maze",
    scene="library",
    scene_alt="园区里的书房，长桌上一排绿罩台灯",
    intro="园区里做风控、做安全的人多，眼睛累。中心不摆屏幕，摆书。十二场国学讲堂请过两千多人，读书会的书单贴在食堂门口。",
    story=(
        "第一场读书会来了七个人，读的是《茶馆》，五个人读了台词，两个人哭了。第二场来了三十个。园区索性把会客厅的沙发换成长桌，每个座位一盏台灯，谁加班晚了想静一静，刷工牌就进得来。",
        "国学讲堂办了十二讲，前后两千多人来听。讲《论语》那天下雨，主讲的老先生让大家把伞靠在讲台边，他说这叫“有朋自远方来”。",
        "中心的另一半是防骗课堂：园区的人懂门道，周末到社区给老人讲，怎么认出一个假客服。",
    ),
    quote="白天看模型，晚上看《红楼》，都是看人。",
    address="北京市房山区阎村镇金融安全产业园 6 号楼",
    phone="010-69370051",
    latitude=39.7123,
    longitude=116.1108,
    labels=("产业型", "学习型"),
    opening=hours("周一至周五 | 8:30 | 21:00"),
    pillars=pillars("""
        园里书声 | 每周三午间，读完一本换一本
        国学讲堂 | 十二讲，两千多人听过
        防骗课堂 | 园区的人下社区，讲真的案子
    """),
    figures=figures("""
        国学讲堂 | 12 | 讲
        听讲 | 2,000 多 | 人次
        台灯 | 24 | 盏
    """),
    facilities=rooms("""
        长桌书房 | 二十四盏台灯，刷工牌进 | 24 | 每天 8:30–23:00
        讲堂 | 国学讲堂、路演 | 180 | 有活动时开放
        会议室 | 企业合用，一小时一订 | 16 | 预约
        园区健身房 | 颈椎操、羽毛球 | 40 | 周一至周五
    """),
    windows=windows("企业窗口 | 人才落户、公租房、工会入会 | 周一至周五 9:00–17:30"),
    people=people("""
        司马晴 | 中心主任 | 010-69370051 | 读书会和讲堂
        覃志远 | 防骗课堂 | 010-69370052 | 社区请课
    """),
    menu=menu("""
        园里书声：午间读半章 | study | 每周三 12:15-13:00 | 长桌书房 | 园区职工 | 24 | 免费 | 无需报名 | 司马晴 | 轮着念，念错了没人笑。
        国学讲堂 | study | 每月第三个周四 18:30-20:00 | 讲堂 | 职工、居民 | 180 | 免费 | 扫码报名 | 大学老师 | 这一季讲《史记》里的小人物。
        颈椎操 | sport | 每周一、三、五 15:30-15:50 | 园区健身房 | 园区职工 | 40 | 免费 | 无需报名 | 职工自己带 | 二十分钟，穿着工服就能做。
        防骗课堂备课会 | volunteer | 每月第一个周二 18:00-19:00 | 会议室 | 志愿者 | 16 | | 电话 {phone} | 覃志远 | 把上个月的真事改成老人听得懂的话。
    """),
    groups=("park", "building"),
    menu_size=11,
)

UNIVERSITY = Centre(
    code="fangshan-university",
    slug="university-town",
    title="良乡大学城商圈党群服务中心",
    short_name="大学城商圈",
    tier="business-circle",
    accent="bamboo",
    lattice="kite",
    scene="market",
    scene_alt="校门外的小街，奶茶铺和书店亮着灯",
    intro="店主多是毕业没走的学生。中心一楼寄存行李，二楼免费面试间，三楼有一台能打印毕业论文的大机器。",
    address="北京市房山区拱辰街道大学城西路 10 号",
    phone="010-69370061",
    latitude=39.7297,
    longitude=116.1689,
    labels=("商圈型", "青年友好型"),
    opening=hours("每天 | 9:00 | 21:30"),
    facilities=rooms("""
        面试间 | 西装可借，镜子够大 | 4 | 每天
        青年客厅 | 桌游、自习、换书 | 50 | 每天 9:00–21:30
        街口小广场 | 市集、街舞、跳蚤摊 | 150 | 有活动时开放
    """),
    windows=windows("青年窗口 | 创业执照、租房合同、档案 | 每天 10:00–18:00"),
    groups=("circle",),
    menu_size=8,
)

HAOTIAN = Centre(
    code="fangshan-haotian",
    slug="haotian",
    title="昊天大厦党群服务中心",
    short_name="昊天大厦",
    tier="building",
    accent="tea",
    lattice="tower",
    scene="office-towers",
    scene_alt="清早的写字楼，最低一层的咖啡机冒着热气",
    intro="大厦里律师多、会计多，中心就把他们请下楼，每天中午轮一位，坐在电梯口答一小时。",
    address="北京市房山区拱辰街道昊天大街 21 号一层",
    phone="010-69370071",
    latitude=39.7388,
    longitude=116.1441,
    labels=("楼宇型",),
    opening=hours("周一至周五 | 8:00 | 20:00"),
    facilities=rooms("""
        电梯口答疑桌 | 律师、会计、人事轮值 | 6 | 周一至周五 12:00–13:00
        共享会议室 | 十六座，可视频 | 16 | 预约
        大厦客厅 | 咖啡、杂志、充电 | 30 | 周一至周五
    """),
    windows=windows("楼宇窗口 | 社保增减员、公积金、门禁 | 周一至周五 8:30–17:30"),
    groups=("building",),
    menu_size=8,
)

ZHOUKOUDIAN = Area(
    code="fangshan-zhoukoudian",
    slug="zhoukoudian",
    title="周口店镇",
    short_name="周口店镇",
    tier="town",
    place_name="房山",
    accent="tea",
    lattice="hills",
    scene="hills-village",
    slogan="山里有灯，路就不黑",
    intro="山多村散，镇里有一辆“流动窗口”，周三跑东线，周五跑西线，停在村口的大树底下。",
    phone="010-69370080",
    reviewer="周口店镇党建办",
    centre=Centre(
        code="fangshan-zhoukoudian",
        slug="zhoukoudian-centre",
        title="周口店镇党群服务中心",
        short_name="周口店镇",
        tier="town",
        accent="tea",
        lattice="hills",
        scene="hills-village",
        scene_alt="山坡上的屋顶和一条盘山路，车灯正拐弯",
        intro="中心的墙上挂着化石的拓片，孩子们管这里叫“猿人家”。办完事可以借一把小锤，去后院敲石头，找到贝壳印子算你的。",
        address="北京市房山区周口店镇周口店大街 12 号",
        phone="010-69370080",
        latitude=39.6894,
        longitude=115.9421,
        labels=("旅游资源型",),
        opening=hours("周一至周六 | 8:30 | 17:30"),
        facilities=rooms("""
            办事大厅 | 六个窗口，一辆流动车 | 40 | 周一至周六
            化石后院 | 敲石头、认石头 | 30 | 周六
            多功能厅 | 放映、讲座、村干部课堂 | 80 | 有活动时开放
        """),
        windows=windows("流动窗口 | 社保认证、取药、寄件，停村口大树下 | 周三、周五 9:00–15:00"),
        menu=menu("""
            流动窗口进山 | service | 每周三、五 9:00-15:00 | 各村村口 | 村民 | | 免费 | 无需报名 | 镇窗口组 | 周三东线，周五西线，到站按三声喇叭。
            敲石头的星期六 | child | 每月第二、四个周六 9:30-11:00 | 化石后院 | 6岁以上孩子和家长 | 15组 | 免费 | 电话 {phone} | 遗址讲解员 | 护目镜我们备，敲到的写上日期带回家。
        """),
        groups=("village", "street"),
        menu_size=9,
    ),
    centres=(
        Centre(
            code="fangshan-nanpo",
            slug="nanpo",
            title="南坡村党群服务中心",
            short_name="南坡村",
            tier="village",
            accent="persimmon",
            lattice="plum",
            scene="courtyard",
            scene_alt="柿子树下的院子，枝头挂着红果",
            intro="磨盘柿的村子。院里一棵老柿树，树下开会、树下说媒、树下晒太阳，冬天屋里生着炉子。",
            address="北京市房山区周口店镇南坡村",
            phone="010-69370081",
            latitude=39.6752,
            longitude=115.9188,
            labels=("便民服务型",),
            opening=hours("周一至周六 | 8:30 | 17:00"),
            facilities=rooms("""
                柿树院 | 开会、晒太阳、放电影 | 80 | 每天
                炕头课堂 | 冬天上课的地方，暖和 | 25 | 有课时开放
                乡医小屋 | 量血压、代取药 | 6 | 周一至周六 8:30–11:00
            """),
            windows=windows("代办窗口 | 农保、医保、林权 | 周一至周六 8:30–16:30"),
            groups=("village",),
            menu_size=7,
        ),
    ),
)
