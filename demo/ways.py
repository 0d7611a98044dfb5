"""How one gets to a house, and what it does on public holidays."""

from __future__ import annotations

from brands.enums import AtHolidays

WAYS = {
    "fangshan-suzhuang": "苏庄站出来往西走八分钟，三里东门进，绿色门头就是。推婴儿车、坐轮椅的走北侧坡道，不用上台阶。",
    "fangshan-xinran": "院子南门进，绕过小广场右手第一个门。自行车停在连廊下面，下雨淋不着。",
    "fangshan-riders": "加油站对面的蓝色小屋，电动车可以直接骑到门口充电。",
    "fulaishan-hengshan": "衡山路商圈公交站下车，过街天桥北口就是。开车来的，地下车库前两小时不收费。",
    "fulaishan-dream-space": "大堂前台说一声“去筑梦空间”，不用刷卡，电梯直达二楼。",
    "jiancaoping-nanzhai": "南寨公园南门旁边，公交站下车就能看见影院的招牌。西侧有无障碍电梯。",
    "LH-XQ": "汛桥镇政府往东一百米，班车在门口停。办事走正门，听课看戏走左手院子。",
    "LH-DC-MX": "村口老樟树下往里走，看见挂灯串的屋子就到了。货车请停在文化礼堂前。",
    "jindong-binhong": "沿江走到第二座亭子，上坡就是。晚上来，跟着地上的小灯走。",
    "jindong": "区政府站下车，市民广场西侧。总服务台在一楼，志愿者会带您过去。",
}

# The district that is open on 365 days, and the city whose towns keep a Sunday's hours.
AT_HOLIDAYS = {"jindong": AtHolidays.USUAL, "LH": AtHolidays.SUNDAY}


def at_holidays(code: str) -> AtHolidays:
    """Return what the house with this code does; codes begin with that of their network."""
    return AT_HOLIDAYS.get(code.partition("-")[0], AtHolidays.CLOSED)
