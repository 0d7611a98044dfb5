"""Streets, villages, market and port of Linhai: the centres below the city and its large towns."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

LIFENG = Centre(
    code="LH-XQ-LF",
    slug="lifeng",
    title="利丰村党群服务中心",
    short_name="利丰村",
    tier="village",
    accent="sea",
    lattice="seed",
    scene="courtyard",
    scene_alt="村里的院子，廊下摆着长凳",
    intro="代办员老蒋每天上午十点、下午三点各跑一趟镇上，村里人把材料放进门口的蓝盒子就行。院里的长凳冬天晒得到太阳。",
    address="临海市汛桥镇利丰村",
    phone="0576-85120011",
    latitude=28.7841,
    longitude=121.2333,
    labels=("便民服务型",),
    opening=hours("周一至周六 | 8:00 | 17:00"),
    facilities=rooms("""
        文化礼堂 | 村晚、喜事、放映 | 150 | 有活动时开放
        代办小屋 | 交材料、取件、寄快递 | 8 | 周一至周六
        老年活动室 | 喝茶、下棋、听收音机 | 30 | 周一至周六
    """),
    windows=windows("代办窗口 | 社保、医保、电费，一天两趟送到镇上 | 周一至周六 8:00–17:00"),
    groups=("village",),
    menu_size=7,
)

MIAOXI = Centre(
    code="LH-DC-MX",
    slug="miaoxi",
    title="庙西村党群服务中心",
    short_name="庙西村",
    tier="village",
    brand_name="共富工坊",
    slogan="活在家门口，钱在自己手",
    accent="ochre",
    lattice="lamp",
    scene="workshop",
    scene_alt="工坊里一排坐着干活的人，头顶灯串亮着",
    intro="一楼是工坊，二楼是课堂，门口一块岗位板天天擦、天天写。做一串灯的钱虽小，一天下来够买全家的菜，还不耽误接孩子。",
    story=(
        "工坊是从一张八仙桌开始的。镇上的灯厂赶不出货，村里的妇女有半天空，村委把文化礼堂东边的空屋收拾出来，装暖气、装灯，请厂里的师傅来教。头一个月只有九个人，现在排着班来。",
        "门口的零工市场开张头一个月，来了一百多家企业。招泥水的、招保洁的、招直播间打包的都有，谈成了在本子上按个手印，本子村里留着，少给一分钱有人去要。",
        "二楼的课不收钱：育婴、烘焙、电工。学完不一定要走，有的人学了烘焙，就在村口支了个炉子。",
    ),
    quote="头一回领工钱，我数了三遍。不是怕少，是高兴。",
    address="临海市东塍镇庙西村",
    phone="0576-85130011",
    latitude=28.9122,
    longitude=121.318,
    labels=("就业型",),
    opening=hours("每天 | 8:00 | 18:00"),
    pillars=pillars("""
        家门口的活 | 灯串按件计酬，半天也收
        不收钱的课 | 育婴、烘焙、电工，学会为止
        有人撑腰 | 工钱记在村里的本子上，到日子就发
    """),
    figures=figures("""
        零工市场首月企业 | 100 多 | 家
        灯串工位 | 36 | 个
        一串灯 | 0.4 | 元
        免费课程 | 3 | 门
    """),
    facilities=rooms("""
        灯串车间 | 装灯珠、通电检验、装袋，坐着干 | 36 | 每天 8:00–17:00
        零工市场 | 岗位板、洽谈桌、热水 | 80 | 每天 8:00–18:00
        二楼课堂 | 育婴、电工、手机记账 | 40 | 有课时开放
        烘焙厨房 | 四台烤箱，两张大案板 | 16 | 有课时开放
        儿童之家 | 妈妈干活，孩子写作业 | 25 | 每天 15:30–18:00
    """),
    windows=windows("""
        工坊窗口 | 报名、领料、交货、领工钱 | 每天 8:00–18:00
        零工窗口 | 登记、看岗位、签简易协议 | 每天 8:00–18:00
    """),
    people=people("""
        冯彩霞 | 工坊主任 | 0576-85130011 | 想来干活找她
        屈正华 | 零工市场 | 0576-85130012 | 企业招人、零工登记
        卢师傅 | 电工教员 | 0576-85130011 | 周三、周五晚上的课
    """),
    menu=menu("""
        灯串手把手：第一天怎么装 | skill | 每周一 8:30-11:00 | 灯串车间 | 想来工坊的人 | 12 | 免费 | 电话 {phone} | 冯彩霞 | 装坏不要赔，材料厂里出。
        电工入门课 | skill | 每周三、五 18:30-20:00 | 二楼课堂 | 成年居民 | 30 | 免费 | 电话 {phone} | 卢师傅 | 从换一个开关学起，二十课学完，考证的路费村里出。
        烘焙课：炉子前的两小时 | skill | 每周六 9:00-11:00 | 烘焙厨房 | 居民 | 16 | 材料费10元 | 电话 {phone} | 小苏老师 | 这期学桂花糕和欧包，烤好分着带走。
        育婴课：给宝宝洗澡 | skill | 每周四 13:30-15:30 | 二楼课堂 | 想做育婴员的人、新手妈妈 | 24 | 免费 | 电话 {phone} | 镇卫生院护士 | 用的是娃娃，水温用手肘试。
        零工集市日 | job | 每月8日、18日、28日 8:00-11:00 | 零工市场 | 找活的人、企业 | | 免费 | 无需报名 | 屈正华 | 赶集的日子企业来得最多，早来先谈。
        放学到工坊：写作业，等妈妈 | child | 每周一至周五 15:40-17:30 | 儿童之家 | 小学生 | 25 | 免费 | 现场登记 | 大学生志愿者 | 先写作业，后画画，五点半妈妈来接。
        发工钱的日子 | service | 每月10日 14:00-17:00 | 灯串车间 | 工坊成员 | | | 凭本人身份证 | 冯彩霞 | 上个月的件数先对，对好打到本人卡上。
    """),
    groups=("village",),
    menu_size=13,
)

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
