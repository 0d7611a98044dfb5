"""Office buildings, business circle, industrial park and rest stops of Fulaishan Street."""

from __future__ import annotations

from demo.facts import Centre
from demo.tables import hours, menu, rooms, stops, windows

WORK = (
    Centre(
        code="fulaishan-changjiang",
        slug="changjiang",
        title="长江路商圈党群服务中心",
        short_name="长江路商圈",
        tier="business-circle",
        accent="persimmon",
        lattice="drum",
        scene="lantern-street",
        scene_alt="入夜的步行街，一串串灯从店门口挂到街心",
        intro="步行街的中段，白天是逛街的人歇脚的地方，收摊以后是摊主碰头的地方。失物架上常年放着几十副眼镜。",
        address="烟台市福莱山街道长江路 120 号步行街中段",
        phone="0535-6380110",
        latitude=37.5589,
        longitude=121.2493,
        labels=("商圈型",),
        opening=hours("每天 | 9:30 | 21:30"),
        facilities=rooms("""
            摊主会客厅 | 收摊后开会，白天歇脚 | 40 | 每天 9:30–21:30
            母婴间 | 温奶、换尿布、喂奶 | 4 | 每天
            街心小广场 | 歌手大赛的海选就在这里 | 300 | 有活动时开放
        """),
        windows=windows("""
            消费维权窗口 | 退换货、预付卡、以次充好 | 每天 10:00–20:00
            摊位窗口 | 摊位登记、卫生、夜间用电 | 周一至周五 9:30–17:30
        """),
        menu=menu("""
            步行街歌手之夜 | stage | 每周五 19:00-20:30 | 街心小广场 | 居民、职工 | | 免费 | 无需报名 | 歌手大赛选手 | 报过名的 286 人轮着唱，每晚六位。
        """),
        groups=("circle",),
        menu_size=9,
    ),
    Centre(
        code="fulaishan-tianma",
        slug="tianma",
        title="天马大厦党群服务中心",
        short_name="天马大厦",
        tier="building",
        accent="sea",
        lattice="bridge",
        scene="office-towers",
        scene_alt="临海的两栋写字楼，中间连着一条亮灯的廊桥",
        intro="做外贸的公司多，时差大，中心也就开得晚。廊桥上有一张乒乓球台，等越洋电话的人常在这里打一局。",
        address="烟台市福莱山街道泰山路 28 号天马大厦廊桥层",
        phone="0535-6380120",
        latitude=37.5647,
        longitude=121.2517,
        labels=("楼宇型",),
        opening=hours("周一至周五 | 8:30 | 22:00"),
        facilities=rooms("""
            廊桥活动区 | 乒乓球、拉伸、看海 | 30 | 周一至周五
            多语会议室 | 同传耳机，六种插头 | 24 | 预约
            午睡间 | 十张床，四十分钟一换 | 10 | 周一至周五 12:00–14:00
        """),
        windows=windows("外贸窗口 | 原产地证、退税、外汇咨询 | 周二、四 9:00–17:00"),
        groups=("building",),
        menu_size=8,
    ),
    Centre(
        code="fulaishan-huijin",
        slug="huijin",
        title="汇金中心党群服务中心",
        short_name="汇金中心",
        tier="building",
        brand_name="半层楼",
        slogan="上下班之间，停半层",
        accent="ochre",
        lattice="maze",
        scene="library",
        scene_alt="楼梯转角的书架和台灯",
        intro="在十一层半：消防改造多出来的半层。楼里人叫它“半层楼”，找对象、找合租、找拼车，都先来看墙上的便签。",
        address="烟台市福莱山街道珠江路 55 号汇金中心 11 层半",
        phone="0535-6380130",
        latitude=37.5575,
        longitude=121.2331,
        labels=("楼宇型", "青年友好型"),
        opening=hours("周一至周五 | 8:00 | 21:00"),
        facilities=rooms("""
            便签墙会客厅 | 合租、拼车、换书、找队友 | 36 | 周一至周五
            小会议室 | 面试、心理咨询、写代码 | 12 | 预约
            健身角 | 两台单车，一块黑板记公里数 | 8 | 周一至周五
        """),
        windows=windows("青年窗口 | 租房补贴、落户、档案 | 周一至周五 11:30–13:30"),
        groups=("building",),
        menu_size=8,
    ),
    Centre(
        code="fulaishan-kechuang",
        slug="kechuang",
        title="科创孵化园党群服务中心",
        short_name="科创孵化园",
        tier="park",
        accent="teal",
        lattice="spring",
        scene="workshop",
        scene_alt="厂房改的工作室，灯下有人在焊一块板子",
        intro="六十多家小公司，最小的只有两个人。打印机、示波器、律师和会计，都是大家合着用的。",
        address="烟台市福莱山街道五指山路 11 号",
        phone="0535-6380140",
        latitude=37.5483,
        longitude=121.2544,
        labels=("产业型",),
        opening=hours("周一至周六 | 8:30 | 21:00"),
        facilities=rooms("""
            路演小厅 | 五分钟讲清一个点子 | 50 | 有活动时开放
            共享实验台 | 示波器、焊台、三维打印 | 12 | 周一至周六
            创业者食堂 | 晚上八点还有面 | 60 | 周一至周六
        """),
        windows=windows("企业窗口 | 专利、高企、人才公寓 | 周一至周五 8:30–17:30"),
        groups=("park",),
        menu_size=8,
    ),
    Centre(
        code="fulaishan-hubin-stop",
        slug="hubin-stop",
        title="湖滨公园驿站",
        short_name="湖滨公园驿站",
        tier="stop",
        accent="bamboo",
        lattice="spring",
        scene="stop-station",
        scene_alt="公园边的小亭子，窗里有热水壶和雨伞",
        intro="一间半的小屋，环卫工、骑手、遛弯的老人都进得来。热水、微波炉、针线包、打气筒，桌上有本子，缺什么就写。",
        address="烟台市福莱山街道湖滨公园北门东侧",
        phone="0535-6380102",
        latitude=37.5536,
        longitude=121.2258,
        labels=("驿站",),
        opening=hours("每天 | 6:00 | 22:00"),
        facilities=rooms("""
            歇脚间 | 热水、微波炉、充电、雨具 | 12 | 每天 6:00–22:00
            室外长廊 | 下棋、避雨、打气 | 30 | 每天
        """),
        windows=windows("便民角 | 针线、药箱、失物、借伞 | 每天 6:00–22:00"),
        stops=stops("湖滨南门歇脚点 | 湖滨公园南门亭子 | 0535-6380102"),
        groups=("stop",),
        menu_size=6,
    ),
    Centre(
        code="fulaishan-market-stop",
        slug="market-stop",
        title="黄河路市场驿站",
        short_name="黄河路市场驿站",
        tier="stop",
        accent="persimmon",
        lattice="scale",
        scene="market",
        scene_alt="菜市场门口的小屋，秤盘边亮着灯",
        intro="早上四点半就亮灯，卸菜的车到得早。门口一台公平秤，谁心里没底，自己再称一遍。",
        address="烟台市福莱山街道黄河路农贸市场 2 号门内",
        phone="0535-6380103",
        latitude=37.5468,
        longitude=121.2401,
        labels=("驿站",),
        opening=hours("每天 | 4:30 | 20:00"),
        facilities=rooms("""
            摊主热水间 | 热水、饭盒加热、烘手 | 10 | 每天 4:30–20:00
            市场长凳 | 歇脚、等车、听戏匣子 | 20 | 每天
        """),
        windows=windows("公平秤 | 复秤、投诉登记 | 每天 6:00–19:00"),
        groups=("stop",),
        menu_size=6,
    ),
)
