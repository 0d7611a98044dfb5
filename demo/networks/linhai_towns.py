"""Towns of Linhai that serve their villages: Xunqiao, Dongcheng, Youxi."""

from __future__ import annotations

from demo.facts import Area, Centre
from demo.networks.linhai_villages import LIFENG, MIAOXI
from demo.tables import figures, hours, menu, people, pillars, rooms, windows

XUNQIAO_CENTRE = Centre(
    code="LH-XQ",
    slug="xunqiao",
    title="汛桥镇党群服务中心",
    short_name="汛桥镇",
    tier="town",
    brand_name="一件事内循环",
    slogan="进一扇门，办成一件事",
    accent="sea",
    lattice="bridge",
    scene="bridge-river",
    scene_alt="石桥下的河水，桥头一座亮灯的房子",
    intro="十一个窗口坐着九个部门的人。你说要办什么，材料在里面转，人不用转。周二、周四晚上多开三个小时，留给白天上班的人。",
    story=(
        "从前在镇上开一家小店，要跑五个地方。窗口的小叶拿张纸画过：一个人来回骑了十四公里，还忘了一个章。镇里把九个部门请到一个厅里，十一个窗口排成一圈，材料从后面的小门递过去。",
        "圆桌在大厅西头，调解用的。桌子没有上下座，谁家为水沟、为彩礼、为工钱红了脸，先在这里坐下。墙上有一张老娘舅轮值表，哪一位擅长哪一种事，写得明白，自己挑。",
        "律师一周来两回，不收钱，也不催你。",
    ),
    quote="老百姓来，说的是一件事，不是五张表。表格是我们的事。",
    address="临海市汛桥镇",
    phone="0576-85120001",
    latitude=28.7902,
    longitude=121.226,
    labels=("便民服务型",),
    opening=hours("""
        周一至周五 | 8:30 | 17:00
        周二、四 | 17:00 | 20:00 | 延时
    """),
    pillars=pillars("""
        一件事 | 开店、建房、生孩子，按你的事来分，不按部门来分
        一张桌 | 老娘舅圆桌，讲得通的在桌上讲通
        一盏晚灯 | 周二、周四亮到八点，下了班再来
    """),
    figures=figures("""
        窗口 | 11 | 个
        进驻部门 | 9 | 个
        律师坐班 | 每周 2 | 次
        老娘舅 | 16 | 位
    """),
    facilities=rooms("""
        办事大厅 | 十一个窗口，材料内部流转 | 90 | 开门就在
        老娘舅圆桌 | 邻里、婚姻、工钱的调解 | 12 | 周一至周五，也可约晚上
        律师会客室 | 律师当面谈，可以关门 | 4 | 周二、四
        多功能厅 | 培训、放映、合唱 | 100 | 有活动时开放
        零工候工室 | 热水、充电、岗位屏 | 40 | 开门就在
    """),
    windows=windows("""
        1–3 号 社保医保 | 参保、报销、认证 | 周一至周五 8:30–17:00
        4–6 号 建房土地 | 建房审批、宅基地 | 周一至周五 8:30–17:00
        7–9 号 开店创业 | 执照、食品、消防一次办 | 周一至周五，周二、四到 20:00
        10–11 号 代办帮办 | 老人和行动不便的，有人替你跑 | 周一至周五，周二、四到 20:00
    """),
    people=people("""
        叶素兰 | 窗口组长 | 0576-85120002 | 不知道去几号窗，先问她
        陈德宽 | 老娘舅 | 0576-85120003 | 邻里、建房、水沟
        何美君 | 老娘舅 | 0576-85120003 | 婚姻、赡养
        周立本 | 驻点律师 | 0576-85120004 | 周二、周四坐班
    """),
    menu=menu("""
        律师坐班：租田、借钱、工伤 | service | 每周二、四 14:00-16:30 | 律师会客室 | 居民、务工人员 | | 免费 | 无需预约 | 周立本律师 | 一人大约二十分钟，合同带原件来。
        老娘舅圆桌：有话坐下说 | council | 每周三 9:00-11:00 | 老娘舅圆桌 | 村民、居民 | | 免费 | 电话 {phone} | 陈德宽、何美君 | 两边都愿意来才开桌，讲过的话不出这个门。
        晚窗：下班来办事 | service | 每周二、四 17:00-20:00 | 办事大厅 | 上班族 | | 免费 | 无需预约 | 窗口值班组 | 执照和社保都能办，人多时六点到七点最挤。
        零工早市 | job | 每周一至周五 6:30-8:30 | 零工候工室 | 找活的人、用工的老板 | | 免费 | 无需报名 | 零工市场 | 泥水、搬运、家电清洗，谈好价写在单子上，当天结清。
        开店一件事：从租房到开张 | skill | 每月第二个周四 18:30-20:00 | 多功能厅 | 想开店的人 | 50 | 免费 | 电话 {phone} | 叶素兰 | 拿一家真的面馆做例子，一张表走到底。
    """),
    groups=("street",),
    menu_size=14,
)

XUNQIAO = Area(
    code="LH-XQ",
    slug="xunqiao-town",
    title="汛桥镇",
    short_name="汛桥镇",
    tier="town",
    place_name="临海",
    accent="sea",
    lattice="bridge",
    scene="bridge-river",
    slogan="进一扇门，办成一件事",
    intro="镇上一个大厅管办事，村里的中心管家门口的小事，材料由村里的代办员每天两趟送到镇上。",
    phone="0576-85120001",
    reviewer="汛桥镇党建办",
    centre=XUNQIAO_CENTRE,
    centres=(LIFENG,),
)

DONGCHENG_CENTRE = Centre(
    code="LH-DC",
    slug="dongcheng",
    title="东塍镇党群服务中心",
    short_name="东塍镇",
    tier="town",
    accent="indigo",
    lattice="loom",
    scene="workshop",
    scene_alt="长桌上摊着一串串小灯，窗外天色渐暗",
    intro="镇上做彩灯的厂子多，旺季里半条街的人手上都缠着线。中心把招工、培训、讨薪三件事放在一层楼里，厂里的人和找活的人在同一条走廊上碰面。",
    address="临海市东塍镇",
    phone="0576-85130001",
    latitude=28.9017,
    longitude=121.3031,
    labels=("产业型",),
    opening=hours("周一至周五 | 8:30 | 17:00"),
    facilities=rooms("""
        用工洽谈室 | 面试、签协议，桌上有标准合同 | 30 | 周一至周五
        培训教室 | 电工、质检、外贸单证 | 60 | 有课时开放
        企业会客厅 | 上下游碰头，也借给小厂开会 | 20 | 预约
        职工书屋 | 午休看书，有躺椅 | 30 | 周一至周五
    """),
    windows=windows("""
        企业服务窗口 | 用工备案、补贴、消防咨询 | 周一至周五 8:30–17:00
        维权窗口 | 工资、工伤、合同 | 周一至周五 8:30–17:00
    """),
    menu=menu("""
        外贸单证夜课 | skill | 每周三 18:30-20:00 | 培训教室 | 厂里的跟单员 | 40 | 免费 | 电话 {phone} | 商会讲师 | 装箱单、原产地证，一次讲一张，带着自己的单子来改。
        灯串厂老板圆桌 | council | 每月第三个周二 14:00-16:00 | 企业会客厅 | 企业主 | 18 | 免费 | 邀请 | 镇商会 | 上个月谈的是共享叉车，这个月谈错峰用电。
    """),
    groups=("street", "park"),
    menu_size=10,
)

DONGCHENG = Area(
    code="LH-DC",
    slug="dongcheng-town",
    title="东塍镇",
    short_name="东塍镇",
    tier="town",
    place_name="临海",
    accent="indigo",
    lattice="loom",
    scene="lantern-street",
    slogan="把灯点亮的人，坐在灯下",
    intro="彩灯的镇子。镇上谈订单、学手艺，村里的工坊把活接到家门口，老人孩子都顾得上。",
    phone="0576-85130001",
    reviewer="东塍镇党建办",
    centre=DONGCHENG_CENTRE,
    centres=(MIAOXI,),
)

YOUXI_CENTRE = Centre(
    code="LH-YX",
    slug="youxi",
    title="尤溪镇党群服务中心",
    short_name="尤溪镇",
    tier="town",
    brand_name="溪上人家",
    slogan="来的是客，坐下是邻居",
    accent="bamboo",
    lattice="hills",
    scene="hills-village",
    scene_alt="溪谷里的村子，屋后是层层的山",
    intro="江南大峡谷的游客从门前过，村里的老人在门里坐。中心一半管办事，一半管问路：漂流几点停、民宿哪家有空、最后一班车什么时候开。",
    story=(
        "镇上的中心各有各的样子，按标签分：靠景区的是旅游资源型，厕所开到天黑，雨衣借了会还；靠集镇的是便民服务型，能交电费、寄快递、量血压。一看牌子就知道该进哪扇门。",
        "五十多位志愿者排着班来，一人一张积分卡。带一趟游客、劝一次野泳、陪老人取一回药，都记分。分攒够了，换的不是锅碗，是请人替自己家办一件事。",
    ),
    quote="积分卡上我最舍不得用的那一格，是小学生画的一颗星。",
    address="临海市尤溪镇",
    phone="0576-85140001",
    latitude=28.8304,
    longitude=120.9871,
    labels=("旅游资源型",),
    opening=hours("每天 | 8:30 | 17:00"),
    pillars=pillars("""
        看牌进门 | 旅游型、便民型，每个中心挂自己的标签
        志愿轮值 | 五十多人排班，节假日不空岗
        积分换事 | 帮别人的分，换别人帮自己
    """),
    figures=figures("""
        轮值志愿者 | 50 多 | 名
        村级中心 | 18 | 个
        可借雨衣 | 120 | 件
    """),
    facilities=rooms("""
        游客问路台 | 地图、雨衣、开水、失物招领 | 20 | 每天 8:30–17:00
        溪边书房 | 看书、看水、等车 | 30 | 每天 8:30–17:00
        多功能厅 | 民宿培训、村晚排练 | 80 | 有活动时开放
        积分小屋 | 登记积分、兑换心愿 | 15 | 每天 9:00–16:00
    """),
    windows=windows("""
        便民窗口 | 社保、电费、快递、代缴 | 每天 8:30–17:00
        旅游窗口 | 民宿登记、投诉、救援联络 | 每天 8:30–17:00
    """),
    people=people("""
        章溪云 | 中心主任 | 0576-85140001 | 什么都可以问
        项建明 | 志愿队长 | 0576-85140002 | 排班和积分
    """),
    menu=menu("""
        志愿者轮值：峡谷口问路岗 | volunteer | 每周六、周日 8:30-16:30 | 游客问路台 | 志愿者 | 8人 | 免费 | 电话 {phone} | 项建明 | 一天记四分，午饭在食堂吃。
        民宿主人课：被子怎么叠，账怎么记 | skill | 每月第一个周二 13:30-15:30 | 多功能厅 | 民宿经营者 | 40 | 免费 | 电话 {phone} | 镇农旅办 | 请了开得最久的三家来说，好的坏的都说。
        积分兑换日：说一个心愿 | volunteer | 每月第二个周日 9:00-11:00 | 积分小屋 | 志愿者 | | 免费 | 现场登记 | 章溪云 | 可以换修水管、接送一次、陪着看一趟病。
        溪边读诗 | study | 每月最后一个周六 15:00-16:30 | 溪边书房 | 居民、游客 | 25 | 免费 | 现场签到 | 镇文化站 | 一人带一首短的，方言普通话都好。
        农家乐帮厨速成 | skill | 每周四 13:30-15:30 | 多功能厅 | 找活的人 | 20 | 材料费10元 | 电话 {phone} | 章师傅 | 三门台州菜：姜汁核桃调蛋、麦虾、炊圆。学完推荐到周末缺人的农家乐。
    """),
    groups=("village", "street"),
    menu_size=12,
)

YOUXI = Area(
    code="LH-YX",
    slug="youxi-town",
    title="尤溪镇",
    short_name="尤溪镇",
    tier="town",
    place_name="临海",
    accent="bamboo",
    lattice="hills",
    scene="hills-village",
    slogan="来的是客，坐下是邻居",
    intro="十八个村级中心沿着溪水排开，门牌上写着各自的长处，游客和村民都不用多问一句。",
    phone="0576-85140001",
    reviewer="尤溪镇党建办",
    centre=YOUXI_CENTRE,
)
