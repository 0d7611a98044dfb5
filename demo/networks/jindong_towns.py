"""Towns of Jindong: Xiaoshun, Lipu, Chisong and the Jinyi new area."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.tables import hours, menu, rooms, windows

XIAOSHUN = Area(
    code="jindong-xiaoshun",
    slug="xiaoshun",
    title="孝顺镇",
    short_name="孝顺镇",
    tier="town",
    place_name="金东",
    accent="indigo",
    lattice="rings",
    scene="canteen",
    slogan="镇名叫孝顺，饭要端热的",
    intro="镇上每个村的中心都先修灶台。十一点半，全镇三十多个食堂同时揭锅。",
    phone="0579-82110050",
    reviewer="孝顺镇党建办",
    centre=Centre(
        code="jindong-xiaoshun",
        slug="xiaoshun-centre",
        title="孝顺镇党群服务中心",
        short_name="孝顺镇",
        tier="town",
        accent="indigo",
        lattice="rings",
        scene="canteen",
        scene_alt="镇上的大食堂，蒸笼冒着白气",
        intro="办事厅和大食堂开在一个门里，老人饭六块一顿，八十岁以上三块。窗口的人也在这里吃，一边吃一边还能答两句。",
        address="金华市金东区孝顺镇中心街 66 号",
        phone="0579-82110050",
        latitude=29.1627,
        longitude=119.8194,
        labels=("康养型", "便民服务型"),
        opening=hours("每天 | 8:00 | 18:30"),
        facilities=rooms("""
            孝顺大食堂 | 老人饭、过节饭、百家宴 | 180 | 每天 10:30–13:00
            办事大厅 | 十个窗口 | 60 | 每天
            家风讲堂 | 讲故事、分家析产的规矩、婚俗 | 100 | 有活动时开放
        """),
        windows=windows("养老窗口 | 高龄津贴、助餐卡、护理补贴 | 每天 8:00–17:00"),
        menu=menu("""
            百家宴 | social | 每月最后一个周日 10:30-13:00 | 孝顺大食堂 | 居民 | 180 | 每人带一道菜 | 电话 {phone} | 食堂掌勺队 | 一家一道，摆成一条长龙。
            家风讲堂：我家的一句老话 | study | 每月第二个周四 14:00-15:30 | 家风讲堂 | 居民 | 100 | 免费 | 无需报名 | 镇老年协会 | 讲完写在竹片上，挂到走廊里。
        """),
        groups=("street", "village"),
        menu_size=10,
    ),
    centres=(
        Centre(
            code="jindong-zhongrou",
            slug="zhongrou",
            title="中柔村党群服务中心",
            short_name="中柔村",
            tier="village",
            accent="persimmon",
            lattice="boat",
            scene="courtyard",
            scene_alt="老祠堂的院子，梁上挂着一条龙舟",
            intro="祠堂的梁上悬着龙舟，平日的活动都在舟底下办。孩子们学划船先学鼓点，鼓点学会了再下水。",
            address="金华市金东区孝顺镇中柔村",
            phone="0579-82110051",
            latitude=29.1553,
            longitude=119.8317,
            labels=("文化型",),
            opening=hours("每天 | 8:00 | 18:00"),
            facilities=rooms("""
                祠堂大院 | 议事、唱戏、放电影 | 160 | 每天
                鼓屋 | 龙舟鼓、锣、号 | 20 | 周六、日
                村史小屋 | 老照片、族谱影印、口述录音 | 15 | 每天
            """),
            windows=windows("村务窗口 | 农房、社保、水电代缴 | 每天 8:00–17:00"),
            groups=("village",),
            menu_size=8,
        ),
    ),
)

LIPU = Area(
    code="jindong-lipu",
    slug="lipu",
    title="澧浦镇",
    short_name="澧浦镇",
    tier="town",
    place_name="金东",
    accent="bamboo",
    lattice="seed",
    scene="garden",
    slogan="苗木的镇，见缝就绿",
    intro="家家种苗木，村村有花市。镇里的中心办事厅里也养着三百盆，谁办完事喜欢，认领一盆带走。",
    phone="0579-82110060",
    reviewer="澧浦镇党建办",
    centre=Centre(
        code="jindong-lipu",
        slug="lipu-centre",
        title="澧浦镇党群服务中心",
        short_name="澧浦镇",
        tier="town",
        accent="bamboo",
        lattice="seed",
        scene="garden",
        scene_alt="苗圃边的小楼，花架子上摆满了盆",
        intro="看苗、看病、看合同，三样都有人看。苗木合同一年签上万份，中心的律师只看这一种，看得飞快。",
        address="金华市金东区澧浦镇花城路 1 号",
        phone="0579-82110060",
        latitude=29.0534,
        longitude=119.7741,
        labels=("产业型", "便民服务型"),
        opening=hours("周一至周六 | 8:30 | 18:00"),
        facilities=rooms("""
            办事花厅 | 七个窗口，三百盆花 | 60 | 周一至周六
            苗木课堂 | 嫁接、扦插、合同 | 50 | 有课时开放
            镇图书室 | 园艺书八百册 | 30 | 周一至周六
        """),
        windows=windows("合同窗口 | 苗木买卖、租地、运输 | 周一至周六 8:30–17:00"),
        menu=menu("""
            扦插课：剪一枝活一枝 | skill | 每月第一、三个周三 13:30-15:00 | 苗木课堂 | 花农、居民 | 40 | 免费 | 电话 {phone} | 农技站 | 三角梅、栀子、绣球轮着来。
        """),
        groups=("street", "village"),
        menu_size=8,
    ),
    centres=(
        Centre(
            code="jindong-suoyuan",
            slug="suoyuan",
            title="琐园村党群服务中心",
            short_name="琐园村",
            tier="village",
            accent="indigo",
            lattice="ruyi",
            scene="courtyard",
            scene_alt="老宅的天井，四方的天，雨水顺着瓦当落下来",
            intro="七座老宅围着一口塘，外国学生在这里住过，学过包粽子、写毛笔字。村口的留言本上有二十多种文字，一半看不懂。",
            address="金华市金东区澧浦镇琐园村",
            phone="0579-82110061",
            latitude=29.0447,
            longitude=119.7628,
            labels=("旅游资源型", "文化型"),
            opening=hours("每天 | 8:30 | 17:30"),
            facilities=rooms("""
                天井客厅 | 写字、包粽子、听雨 | 40 | 每天
                海外学子屋 | 留言本、照片、明信片 | 15 | 每天
                村戏台 | 演出、放映、村晚 | 200 | 有活动时开放
            """),
            windows=windows("游客窗口 | 讲解预约、投诉、失物 | 每天 9:00–17:00"),
            groups=("village",),
            menu_size=8,
        ),
    ),
)

CHISONG = Area(
    code="jindong-chisong",
    slug="chisong",
    title="赤松镇",
    short_name="赤松镇",
    tier="town",
    place_name="金东",
    accent="wall",
    lattice="cloud",
    scene="hills-village",
    slogan="山脚下坐坐，再上山",
    intro="佛手的产地，山下的村子前后都是香的。爬山的人从中心门口出发，回来在这里数一数有没有少人。",
    phone="0579-82110070",
    reviewer="赤松镇党建办",
    centre=Centre(
        code="jindong-chisong",
        slug="chisong-centre",
        title="赤松镇党群服务中心",
        short_name="赤松镇",
        tier="town",
        accent="wall",
        lattice="cloud",
        scene="hills-village",
        scene_alt="山脚的村镇，云从山腰过",
        intro="进山登记在这里，下山销号也在这里，四点以后没回来的打电话找。办事窗口同一拨人，脚上都是胶鞋。",
        address="金华市金东区赤松镇北山口路 9 号",
        phone="0579-82110070",
        latitude=29.1886,
        longitude=119.7012,
        labels=("旅游资源型",),
        opening=hours("每天 | 7:30 | 17:30"),
        facilities=rooms("""
            进山登记厅 | 地图、拐杖、急救包 | 30 | 每天 7:30–17:30
            佛手工坊 | 切片、制茶、做香囊 | 24 | 周一至周六
            村民会议室 | 村里议事、电商培训 | 40 | 预约
        """),
        windows=windows("综合窗口 | 社保、农补、林权 | 周一至周六 8:30–17:00"),
        menu=menu("""
            做一只佛手香囊 | art | 每周六 14:00-15:30 | 佛手工坊 | 亲子家庭、游客 | 12组 | 材料费15元 | 电话 {phone} | 佛手合作社 | 今年的新片，缝进布袋里，能香半年。
        """),
        groups=("village", "street"),
        menu_size=8,
    ),
)

JINYI = Area(
    code="jindong-jinyi",
    slug="jinyi",
    title="金义新区",
    short_name="金义新区",
    tier="park",
    place_name="金东",
    accent="persimmon",
    lattice="shuttle",
    scene="workshop",
    slogan="货走得远，人住得近",
    intro="班列从这里发车，跑一万多公里。装车的、报关的、开叉车的，住在园区三公里以内。",
    phone="0579-82110080",
    reviewer="金义新区党群工作部",
    centre=Centre(
        code="jindong-jinyi",
        slug="jinyi-centre",
        title="金义新区党群服务中心",
        short_name="金义新区",
        tier="park",
        accent="persimmon",
        lattice="shuttle",
        scene="workshop",
        scene_alt="集装箱改的二层小楼，箱门大开，里面亮堂",
        intro="二十个旧集装箱拼的楼，红的办事，黄的吃饭，蓝的看书。墙上画着班列的路线，谁家寄过东西，就在终点贴一张照片。",
        address="金华市金东区金义新区正涵北街 200 号",
        phone="0579-82110080",
        latitude=29.1908,
        longitude=119.7826,
        labels=("产业型", "就业型"),
        opening=hours("每天 | 7:30 | 21:30"),
        facilities=rooms("""
            红箱办事厅 | 报关、社保、宿舍 | 40 | 周一至周六
            黄箱食堂 | 早中晚，夜里有馄饨 | 90 | 每天 7:30–21:30
            蓝箱书屋 | 外语、汽修、小说 | 24 | 每天
            培训教室 | 叉车、报关、短视频 | 40 | 有课时开放
        """),
        windows=windows("用工窗口 | 招聘登记、技能补贴、工伤 | 周一至周六 8:30–18:00"),
        menu=menu("""
            叉车证冲刺课 | skill | 每周二、四 18:30-20:30 | 培训教室 | 园区职工 | 24 | 免费 | 电话 {phone} | 仓储公司师傅 | 先在空场绕桩，最后一课上货。
        """),
        groups=("park",),
        menu_size=9,
    ),
    centres=(
        Centre(
            code="jindong-station-stop",
            slug="station-stop",
            title="金义东站口驿站",
            short_name="金义东站口驿站",
            tier="stop",
            accent="indigo",
            lattice="lamp",
            scene="stop-station",
            scene_alt="地铁站口的玻璃小屋，末班车后还亮着灯",
            intro="末班车以后再亮一小时，等家人来接的人不用站在风里。备着充电线、暖手袋和一张打车拼单的小黑板。",
            address="金华市金东区金义东线站口东侧",
            phone="0579-82110081",
            latitude=29.1874,
            longitude=119.7793,
            labels=("驿站",),
            opening=hours("每天 | 6:00 | 23:59"),
            facilities=rooms("""
                等人小屋 | 热水、充电、暖手袋 | 12 | 每天 6:00–23:59
                门前雨棚 | 避雨、修车、拼车 | 20 | 每天
            """),
            windows=windows("便民角 | 药箱、失物、借伞 | 每天 6:00–23:00"),
            groups=("stop",),
            menu_size=6,
        ),
    ),
)
