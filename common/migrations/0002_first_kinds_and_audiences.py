"""The kinds and audiences a new site begins with; administrators change them afterwards."""

from django.db import migrations

KINDS = [
    # code, name, English name, words, usual minutes
    (
        "art",
        "书画",
        "Calligraphy and painting",
        "书画 书法 国画 中国画 绘画 美术 剪纸 手工 摄影 篆刻 编织",
        90,
    ),
    (
        "stage",
        "文艺",
        "Music and stage",
        "文艺 声乐 合唱 歌 舞 交谊舞 广场舞 乐 戏 曲艺 联欢 晚会 演出 读诗 朗诵 彩排 票友",
        120,
    ),
    ("sport", "健身", "Sport", "健身 太极 瑜伽 操 球 棋 跑步 武术 体育 八段锦", 60),
    (
        "child",
        "孩子",
        "Children",
        "孩子 亲子 儿童 少儿 绘本 科普 四点半 作业 托管 托班 小小 暑假 寒假 飞行模拟",
        90,
    ),
    ("health", "健康", "Health", "健康 义诊 体检 血压 养生 急救 心理 中医 口腔 保健 理疗", 90),
    (
        "study",
        "学习",
        "Talks and study",
        "学习 讲座 党课 读书 读书会 沙龙 课堂 宣讲 答疑 午餐会 夜读 分享会 手机课 防骗",
        90,
    ),
    ("skill", "技能", "Skills", "技能 培训 烘焙 电工 月嫂 直播带货 公文写作 传帮带 考证", 120),
    ("council", "议事", "Council", "议事 议事会 联席会议 协商 恳谈 听证", 90),
    (
        "service",
        "办事",
        "Counter services",
        "办事 办件 咨询 法律咨询 律师 调解 预约 窗口 代办 值班 磨刀 理发 维修",
        120,
    ),
    ("volunteer", "志愿", "Volunteering", "志愿 值守 公益 义工 清扫 包饺子 探访 巡河 桶前", 120),
    ("film", "电影", "Film and exhibitions", "电影 放映 观影 展览 照片展 画展 展", 100),
    ("social", "联谊", "Meeting people", "联谊 交友 相亲 聚会 邻里节 百家宴 茶话", 120),
    ("job", "招聘", "Job fairs", "招聘 招聘会 零工 拉勾 就业 求职 见面会", 150),
    ("other", "其他", "Other", "", 90),
]
AUDIENCES = [
    ("all", "所有人", "Everybody", "所有人 全体 谁都可以 不限"),
    ("child", "孩子", "Children", "孩子 儿童 少儿 小学生 中学生 学生 岁儿童 8岁以上 青少年"),
    ("family", "亲子家庭", "Families", "亲子 家庭 家长 宝宝 婴幼儿"),
    ("youth", "青年", "Young people", "青年 单身 年轻人 大学生"),
    ("senior", "老年人", "Seniors", "老年 老人 长者 退休 独居 60岁"),
    ("woman", "女性", "Women", "女性 女职工 妇女 妈妈 女士"),
    (
        "worker",
        "职工",
        "Working people",
        "职工 员工 企业员工 上班 店员 务工 工友 财务人员 演职人员",
    ),
    ("rider", "骑手快递员", "Riders and couriers", "骑手 快递 外卖 新就业 司机"),
    ("party", "党员", "Party members", "党员"),
    ("jobseeker", "求职者", "People looking for work", "求职 待业 找工作 零工 失业"),
    ("company", "企业商户", "Companies and shops", "企业主 商户 业主 企业负责人 企业代表 店长"),
    ("volunteer", "志愿者", "Volunteers", "志愿者 义工 楼门长"),
]


def plant(apps, schema_editor):
    # A first reader must find them: made by his request, they would change what he just read.
    apps.get_model("common", "SiteTexts").objects.create()
    Kind = apps.get_model("common", "Kind")
    Audience = apps.get_model("common", "Audience")
    Kind.objects.bulk_create(
        Kind(
            code=code,
            name=name,
            name_en=name_en,
            words=words,
            usual_minutes=minutes,
            position=10 * number,
        )
        for number, (code, name, name_en, words, minutes) in enumerate(KINDS, 1)
    )
    Audience.objects.bulk_create(
        Audience(code=code, name=name, name_en=name_en, words=words, position=10 * number)
        for number, (code, name, name_en, words) in enumerate(AUDIENCES, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("common", "0001_vocabulary_holidays_texts_versions")]

    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
