"""Streets of Linhai, each with a community: Dayang in the new town, Gucheng in the old."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

DAYANG = Area(
    code="LH-DY",
    slug="dayang-street",
    title="大洋街道",
    short_name="大洋街道",
    tier="street",
    place_name="临海",
    accent="teal",
    lattice="wheel",
    scene="night-flats",
    slogan="下楼就到，坐下就办",
    intro="新城的街道，楼高人多。街道中心管办事，社区中心管过日子，两处隔一条河，走过去七分钟。",
    phone="0576-85110010",
    reviewer="大洋街道党建办",
    centre=Centre(
        code="LH-DY",
        slug="dayang",
        title="大洋街道党群服务中心",
        short_name="大洋街道",
        tier="street",
        accent="teal",
        lattice="wheel",
        scene="office-towers",
        scene_alt="新城的高楼之间，低处一栋亮灯的小楼",
        intro="周末也开门，因为新城的人多在周末才想起办事。二楼有一间不用说话的自习室，考证的、写作业的、等人的都坐在一起。",
        address="临海市大洋街道",
        phone="0576-85110010",
        latitude=28.8551,
        longitude=121.1302,
        labels=("便民服务型",),
        opening=hours("""
            周一至周五 | 8:30 | 17:30
            周六、日 | 9:00 | 17:00
        """),
        facilities=rooms("""
            办事大厅 | 九个综合窗口，自助机三台 | 80 | 开门就在
            静音自习室 | 四十个座位，不说话 | 40 | 每天
            多功能厅 | 讲座、相亲、合唱 | 120 | 有活动时开放
            楼下议事厅 | 业委会和物业坐下来谈 | 30 | 预约
        """),
        windows=windows("""
            综合窗口 | 社保、民政、计生、残联 | 周一至周五 8:30–17:30
            周末窗口 | 公租房、居住证、入学材料 | 周六、日 9:00–17:00
        """),
        groups=("street", "community"),
        menu_size=10,
    ),
    centres=(
        Centre(
            code="LH-DY-DY",
            slug="dayang-community",
            title="大洋社区党群服务中心",
            short_name="大洋社区",
            tier="community",
            brand_name="常来坐坐",
            slogan="门开着，茶温着",
            accent="rose",
            lattice="plum",
            scene="garden",
            scene_alt="小花园里的矮房，窗台上一排花盆",
            intro="老人来量血压、吃午饭、打个盹；护理员记得谁不能吃甜。年轻人下班来接爸妈，顺手也把自己的快递取了。",
            story=(
                "“常来坐坐”本来是门口老裁缝的口头禅。裁缝铺搬走以后，屋子改成社区中心，居民投票定名字，二百多张票里有一百三十张写了这四个字。",
                "康养是这里的长处：每天上午量血压，记在各人的小本子上；中午的饭软、少盐，八块钱一份；下午有人读报、有人教做操。子女在外地的，每周能收到一张爸妈在这儿的照片。",
            ),
            quote="人老了不怕没饭吃，怕没人问一句吃了没有。",
            address="临海市大洋街道大洋社区",
            phone="0576-85110011",
            latitude=28.8539,
            longitude=121.1287,
            labels=("康养型",),
            opening=hours("每天 | 8:00 | 20:30"),
            pillars=pillars("""
                坐得住 | 椅子有扶手，地上没台阶
                吃得软 | 午饭八块钱，少盐少油
                有人记 | 血压、药名、孩子电话，本子上都有
            """),
            figures=figures("""
                老年居民 | 1,160 | 名
                午饭 | 80 | 份一天
                投给这个名字的票 | 130 | 张
            """),
            facilities=rooms("""
                康养室 | 量血压、理疗、做操 | 20 | 每天 8:00–17:00
                长者食堂 | 午饭十一点起，行动不便的送上门 | 60 | 每天 10:30–13:00
                茶话间 | 喝茶、读报、打毛线 | 40 | 每天 8:00–20:30
                书画室 | 写字画画，墙上随便挂 | 18 | 每天 9:00–20:00
            """),
            windows=windows("""
                社区窗口 | 证明、补贴、老年卡 | 每天 8:00–17:30
                健康窗口 | 签约医生、慢病药代配 | 周一至周五 8:00–11:30
            """),
            people=people("""
                林阿珠 | 社区书记 | 0576-85110011 | 有事先找她
                尹小满 | 护理员 | 0576-85110012 | 康养室、送饭上门
            """),
            menu=menu("""
                早安血压站 | health | 每天 8:00-9:30 | 康养室 | 老年居民 | | 免费 | 无需报名 | 尹小满 | 空腹来最准，记完有一杯热豆浆。
                坐着做的操 | sport | 每周一、三、五 15:00-15:40 | 康养室 | 老年居民 | 20 | 免费 | 现场签到 | 尹小满 | 二十个动作全在椅子上，手抬不高的抬到哪里算哪里。
                给爸妈拍张照 | social | 每月第一个周日 9:30-11:00 | 茶话间 | 老人和家人 | | 免费 | 无需报名 | 社区摄影队 | 拍好当场洗一张，寄给外地的孩子也行。
                毛线茶会 | social | 每周二、四 14:00-16:00 | 茶话间 | 居民 | 24 | 免费 | 无需报名 | 毛线小组 | 这一季织的是围巾，送给环卫工人。
            """),
            groups=("community",),
            menu_size=13,
        ),
    ),
)

ZIYANG = Centre(
    code="LH-GC-ZY",
    slug="ziyang",
    title="紫阳街社区党群服务中心",
    short_name="紫阳街社区",
    tier="community",
    brand_name="古街灯火",
    slogan="老街还是过日子的街",
    accent="persimmon",
    lattice="ruyi",
    scene="lantern-street",
    scene_alt="两排老屋夹着石板路，檐下挂着灯",
    intro="千年的石板路上，游客看牌坊，居民要买菜。中心在一间老药铺里，柜台还在，抽屉里装的是钥匙、雨伞和针线。",
    story=(
        "老街热闹起来以后，住在街上的人反倒不好过了：白天人多，夜里歌响，快递车进不来。社区在药铺里摆下十二张凳子，商户六张，住户六张，一个月坐一回，把歌声停在九点半，把快递改成早上七点前送。",
        "抽屉是老药铺留下的，一百零八个。谁家要借梯子、借血压计、留一把备用钥匙，都在抽屉里。贴的标签还是中药名，钥匙放在“当归”。",
    ),
    quote="游客走了，灯还得有人关。我们就是关灯的那几户。",
    address="临海市古城街道紫阳街 112 号",
    phone="0576-85150011",
    latitude=28.8489,
    longitude=121.1218,
    labels=("旅游资源型", "文化型"),
    opening=hours("每天 | 8:00 | 21:00"),
    pillars=pillars("""
        十二张凳子 | 商户住户各一半，一月一议
        一百零八个抽屉 | 邻居之间借得到的，都在里面
        一条晚九点半的线 | 到点歌停，街还给住的人
    """),
    figures=figures("""
        沿街住户 | 412 | 户
        沿街商户 | 186 | 家
        药铺抽屉 | 108 | 个
    """),
    facilities=rooms("""
        老药铺议事堂 | 十二张凳子，一张长柜 | 30 | 每天 8:00–21:00
        抽屉图书室 | 抽屉里取书，天井里看 | 20 | 每天 9:00–21:00
        天井书画室 | 写春联、拓牌坊、剪纸 | 16 | 有活动时开放
    """),
    windows=windows("社区窗口 | 证明、夜间噪声、商户登记 | 每天 8:00–17:30"),
    people=people("""
        应守义 | 社区书记 | 0576-85150011 | 议事和街面上的事
        洪巧云 | 抽屉管家 | 0576-85150012 | 借东西、存钥匙
    """),
    menu=menu("""
        十二张凳子：商户住户月谈 | council | 每月第一个周三 19:00-20:30 | 老药铺议事堂 | 商户、住户 | 12席，旁听不限 | 免费 | 旁听无需报名 | 应守义 | 议的是下个月的夜市摊位和送货时间。
        拓一块牌坊 | art | 每周六 9:30-11:00 | 天井书画室 | 亲子家庭 | 10组 | 材料费10元 | 电话 {phone} | 洪巧云 | 宣纸、墨包、一块旧石刻，拓好带走。
        关灯巡街 | volunteer | 每周五、周六 21:00-22:00 | 老药铺议事堂 | 志愿者 | 6人 | 免费 | 电话 {phone} | 街巷巡夜队 | 从北头走到南头，看火、看水、看门窗，走完喝碗蛋茶。
    """),
    groups=("community",),
    menu_size=10,
)

GUCHENG = Area(
    code="LH-GC",
    slug="gucheng-street",
    title="古城街道",
    short_name="古城街道",
    tier="street",
    place_name="临海",
    accent="persimmon",
    lattice="well",
    scene="lantern-street",
    slogan="城墙里头，邻里近些",
    intro="长城脚下的老城，巷子窄，邻居近。办事多在台阶上头，所以每个中心都备着一位“上门的人”。",
    phone="0576-85150001",
    reviewer="古城街道党建办",
    centre=Centre(
        code="LH-GC",
        slug="gucheng",
        title="古城街道党群服务中心",
        short_name="古城街道",
        tier="street",
        accent="persimmon",
        lattice="well",
        scene="courtyard",
        scene_alt="老城里的天井，井台边一扇亮窗",
        intro="三进老院子改成的中心，进门是窗口，二进是讲堂，最里头一口老井还能打水。腿脚不便的按门铃，有人端着机子出来办。",
        address="临海市古城街道巾山路 8 号",
        phone="0576-85150001",
        latitude=28.8461,
        longitude=121.1187,
        labels=("文化型",),
        opening=hours("周一至周六 | 8:30 | 17:30"),
        facilities=rooms("""
            一进办事厅 | 六个窗口，门口有坡道 | 40 | 周一至周六
            二进讲堂 | 讲古、说书、开会 | 70 | 有活动时开放
            井边小院 | 晒太阳、练太极、放露天电影 | 80 | 每天
            古城书画室 | 借得到笔墨，纸自己带 | 15 | 周二至周日
        """),
        windows=windows("上门服务窗口 | 电话一打，带着设备到家里办 | 周一至周六 8:30–17:30"),
        menu=menu("""
            讲古：这块砖是哪一年的 | study | 每月第二个周六 14:00-15:30 | 二进讲堂 | 居民、游客 | 60 | 免费 | 现场签到 | 老城讲古人 | 一次只讲一块砖，讲完去城墙上认。
        """),
        groups=("street", "community"),
        menu_size=9,
    ),
    centres=(ZIYANG,),
)
