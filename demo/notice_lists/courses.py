# ruff: noqa: E501 - one line of a notice stays one line, as on a notice board
"""Two free courses that end in work."""

from __future__ import annotations

from demo.notice_lists.table import notices

NOTICES = notices("""
    electrician-course | LH-DC-MX | 2 | 38 | 0576-85130012
    电工入门课：二十课，学完推荐上岗
    庙西村共富工坊
    临海市东塍镇庙西村二楼课堂
    每周三、五 18:30–20:00
    从换一个开关学起，到能看懂一张配电图。二十课学完，考低压电工证的路费村里出，附近三家灯厂答应要人。
    + 学员 | 30 | 免费学，材料不收钱 |  |  | course
    ? 18–55 岁，识字，不怕爬梯子
    > 打电话留名字，满三十人开班；缺课四次算退出，位子让给后面的人

    childcare-course | LH-XQ | 6 | 26 | 0576-85120001
    育婴员免费班：十二课，考证，介绍东家
    汛桥镇零工市场
    临海市汛桥镇多功能厅
    每周一、三 13:30–15:30
    洗澡、拍嗝、做辅食、看大便颜色，老师是妇幼保健院的护士长。考过证的人，零工市场把名字写到“会带孩子”那一栏。
    + 学员 | 24 | 免费学，考证费第一次村镇出 |  |  | course
    ? 喜欢孩子，指甲剪短
    > 到汛桥镇 10 号窗登记，带身份证和一张照片
""")
