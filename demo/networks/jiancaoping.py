"""Facts of the network of Jiancaoping District, Taiyuan: district, the Nanzhai area, streets."""

from __future__ import annotations

from demo.facts import Area, Centre, Network
from demo.networks.jiancaoping_nanzhai import NANZHAI_CENTRES
from demo.networks.jiancaoping_streets import SHANGLAN, STEEL_PARK, YINGXIN
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

DISTRICT = Centre(
    code="jiancaoping",
    slug="jiancaoping-centre",
    title="尖草坪区党群服务中心",
    short_name="尖草坪区中心",
    tier="district",
    accent="bamboo",
    lattice="star",
    scene="square",
    scene_alt="区里的广场，一圈楼的窗都亮着",
    intro="区里花了 1.8 亿元，把最小的社区从 71 平方米变成千把平方米。这里是总样板间：想给自己社区换一把椅子、开一间琴房，先来坐一坐、敲一敲。",
    story=(
        "七十一平方米是什么样，楼下复原了一间：一张桌子、两个柜子、一台会漏水的饮水机，办事的人站在门外。上了年纪的居民进去就笑，说当年盖个章，得等前面那位把肚子收一收。",
        "现在社区平均 1,050 平方米，八种证明在自助机上自己打。地方大了以后，最先坐满的不是会议室，是放学后的长桌。",
    ),
    pillars=pillars("""
        全覆盖 | 每个社区都有一扇敞亮的门
        自己打 | 八种证明，刷身份证，一分钟出来
        两样课 | 屋里上一遍，视频同时上一遍
    """),
    figures=figures("""
        投入 | 1.8 | 亿元
        社区原来平均 | 71 | 平方米
        现在平均 | 1,050 | 平方米
        自助证明 | 8 | 种
    """),
    address="太原市尖草坪区迎新街 60 号",
    phone="0351-6380200",
    latitude=37.9402,
    longitude=112.4871,
    labels=("综合型",),
    opening=hours("""
        周一至周五 | 8:30 | 18:00
        周六、日 | 9:00 | 17:00
    """),
    facilities=rooms("""
        样板大厅 | 窗口、自助机、等候的软椅 | 120 | 开门就在
        七十一平方米老屋 | 老社区的样子，可以进去坐 | 12 | 每天
        汾河讲堂 | 大课、同步视频课、报告 | 200 | 有活动时开放
        排练厅 | 秧歌、晋剧、合唱 | 60 | 预约
    """),
    windows=windows("""
        自助服务区 | 8 种证明，刷身份证打印 | 每天 9:00–17:00
        综合窗口 | 组织关系、社工报名、场地 | 周一至周五 8:30–17:30
    """),
    people=people("""
        武青山 | 中心主任 | 0351-6380200 | 全区场地和课程
        阎小莉 | 课程编排 | 0351-6380201 | 同步视频课
    """),
    menu=menu("""
        汾河讲堂：屋里讲，屏上看 | study | 每月第一、三个周四 15:00-16:30 | 汾河讲堂 | 居民 | 200 | 免费 | 无需报名 | 区讲师队 | 腿脚不便的在家里看同步视频，老师会点屏幕那头的人回答。
        晋剧票友日 | stage | 每周日 14:30-16:30 | 排练厅 | 居民 | 60 | 免费 | 现场签到 | 票友社 | 板胡、鼓板都在，会一句也能上去。
        大字通知下楼送 | volunteer | 每月最后一个周五 9:00-11:00 | 样板大厅 | 志愿者 | 30 | 免费 | 电话 {phone} | 阎小莉 | 把下月菜单印成大字，送到年纪大、看不清的人家里，顺便念一遍。
    """),
    groups=("district", "street"),
    menu_size=12,
)

NANZHAI = Centre(
    code="jiancaoping-nanzhai",
    slug="nanzhai",
    title="南寨片区党群服务中心",
    short_name="南寨片区",
    tier="street",
    brand_name="南寨片区",
    slogan="一个大院，六样日子",
    accent="bamboo",
    lattice="wheel",
    scene="square",
    scene_alt="厂区老院改的大院，六个门洞都亮着灯",
    intro="四千多平方米的大院，六个小中心各管一样日子：党员活动、居民议事、便民服务、文化、养老、调解。一百来个座的影院每周三放老片子。",
    story=(
        "大院原来是厂里的俱乐部，老南寨人在这里看过《地道战》，也在这里结过婚。空了十年以后修好，座椅换了，放映机留着，片头还是那一束光。",
        "六个门洞六样事，孩子们用颜色记：绿门写作业，黄门跳舞，蓝门打官司。蓝门里是法律诊所，律师不在的时候接远程视频，屏幕那头也是真律师。",
        "给年纪大的党员，通知印成大字，再打一遍语音电话。有一位九十一岁的老师傅，每次都把电话听完，最后说一声：收到。",
    ),
    quote="放映机一响，我就又是二十二岁，旁边坐的还是她。",
    address="太原市尖草坪区南寨街 19 号",
    phone="0351-6380210",
    latitude=37.9371,
    longitude=112.5186,
    labels=("综合型", "文化型"),
    opening=hours("每天 | 8:00 | 21:00"),
    pillars=pillars("""
        六个小中心 | 六个门洞，颜色不一样，走错了有人指
        法律诊所 | 律师坐班，不在的时候接远程视频
        便民卡 | 一张卡，院里人的名字和电话都在上面
    """),
    figures=figures("""
        大院 | 4,000 多 | 平方米
        小中心 | 6 | 个
        影院座位 | 100 多 | 个
        图书 | 5,000 | 册
    """),
    facilities=rooms("""
        南寨影院 | 一百来个座，老放映机还能转 | 108 | 有放映时开放
        图书室 | 五千册书，报纸夹在木杆上 | 50 | 每天 8:00–21:00
        法律服务室 | 当面问、视频问 | 10 | 周一至周五
        舞蹈室 | 秧歌、民族舞、拉丁 | 40 | 每天
        书画室 | 书法、剪纸、烙画 | 24 | 每天 9:00–20:00
        棋牌室 | 象棋、围棋、扑克，不许挂彩 | 32 | 每天 9:00–20:00
        居民议事厅 | 一圈椅子，没有主席台 | 36 | 预约
        活动室 | 合唱、培训、假期托管 | 60 | 每天
    """),
    windows=windows("""
        便民窗口 | 社保、低保、老年卡，八种证明自助打 | 每天 8:30–18:00
        调解窗口 | 邻里、家庭、物业 | 周一至周六 9:00–17:00
    """),
    people=people("""
        南玉梅 | 片区书记 | 0351-6380210 | 大院的事
        智广平 | 法律诊所 | 0351-6380211 | 约律师、约视频
        成秀英 | 文化管家 | 0351-6380212 | 影院、书画、舞蹈
    """),
    menu=menu("""
        律师在线：租房合同怎么看 | service | 每周二 18:30-20:00 | 法律服务室 | 居民，可以视频参加 | 10 | 免费 | 电话 {phone} | 驻点律师 | 把合同拍下来，难懂的地方圈上红圈。
        老片子星期三 | film | 每周三 15:00-17:00 | 南寨影院 | 居民 | 108 | 免费 | 凭便民卡入场 | 放映队 | 这个月放的片子，是上个月观众投出来的。
        秧歌队 | stage | 每周一、三、五 19:00-20:30 | 舞蹈室 | 居民 | 40 | 免费 | 现场签到 | 秧歌队 | 绸子队里有，鞋要软底。
        烙画：烫一只鸟 | art | 每周四 14:30-16:30 | 书画室 | 居民 | 16 | 材料费10元 | 电话 {phone} | 烙画师傅 | 葫芦片和烙铁备好，烫糊了再领一片。
        象棋擂台 | social | 每月第二个周六 9:00-12:00 | 棋牌室 | 居民 | 32 | 免费 | 现场报名 | 棋友会 | 一局四十分钟，观棋的不许出声。
        大院议事：澡堂改什么 | council | 每月第四个周四 19:00-20:30 | 居民议事厅 | 居民代表 | 36 | | 旁听无需报名 | 南玉梅 | 三个方案贴在墙上，先贴豆子，后说话。
        假期托管：上午写作业，下午学手艺 | child | 每周一至周五 8:30-17:30 | 活动室 | 小学生 | 40 | 午饭12元 | 电话 {phone} | 社工、大学生 | 名额先给双职工家庭，午饭在隔壁吃。 | 1,2,7,8
        便民卡发放日 | service | 每月第一个周一 9:00-11:30 | 活动室 | 居民 | | 免费 | 无需报名 | 社工 | 一张卡，背面是谁管什么、电话多少。
    """),
    groups=("community", "street"),
    menu_size=18,
)

NETWORK = Network(
    Area(
        code="jiancaoping",
        slug="jiancaoping",
        title="太原尖草坪区",
        short_name="尖草坪区",
        tier="district",
        place_name="太原",
        accent="bamboo",
        lattice="star",
        scene="snow-yard",
        slogan="地方宽敞了，心也宽敞些",
        intro="社区中心平均从 71 平方米，长到了 1,050 平方米。多出来的地方，给了影院、图书室、舞蹈室，和放学以后的长桌。",
        phone="0351-6380200",
        reviewer="尖草坪区委组织部组织二科",
        figures=figures("""
            社区原来平均 | 71 | 平方米
            现在平均 | 1,050 | 平方米
            投入 | 1.8 | 亿元
            南寨大院 | 4,000 多 | 平方米
        """),
        centre=DISTRICT,
        centres=(STEEL_PARK,),
        areas=(
            Area(
                code="jiancaoping-nanzhai",
                slug="nanzhai-street",
                title="南寨片区",
                short_name="南寨片区",
                tier="street",
                place_name="尖草坪",
                accent="bamboo",
                lattice="wheel",
                scene="square",
                slogan="一个大院，六样日子",
                intro="老厂区连着新楼盘，大院在中间。几个社区各有小中心，大的活动都到大院来办。",
                phone="0351-6380210",
                reviewer="南寨街道党建办",
                centre=NANZHAI,
                centres=NANZHAI_CENTRES,
            ),
            YINGXIN,
            SHANGLAN,
        ),
    )
)
