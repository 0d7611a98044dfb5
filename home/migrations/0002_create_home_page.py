"""The first page and the site that shows it; about and accessibility below it."""

from django.db import migrations

TEXT_PAGES = {
    "about": (
        "这是什么",
        "<p>常来是家门口的党群服务中心办的网站。每个中心把这个月的活动、招聘和直播写在这里，"
        "谁都可以看，不用登录，不用注册。</p>"
        "<h2>能在这里做什么</h2>"
        "<ul><li>看今天、这一周、这个月附近有什么活动，按孩子、长辈、下班后来找。</li>"
        "<li>看哪里在招人，工钱多少，怎么报名。</li>"
        "<li>错过的讲座，看回放。</li>"
        "<li>把一个中心订阅到手机日历，以后改时间、取消，日历自己会变。</li></ul>"
        "<h2>写错了怎么办</h2>"
        "<p>每一页都写着这个中心的电话，打过去说一声就行。</p>",
    ),
    "accessibility": (
        "无障碍说明",
        "<p>我们希望眼睛不好、手不方便、用读屏软件的人，都能自己看完每一页。</p>"
        "<h2>怎么用</h2>"
        "<ul><li>每页右上角有“大字版”，字大、按钮大、一栏到底，选一次就记住。</li>"
        "<li>全部内容都能用键盘走到，按 Tab 键时有明显的框。</li>"
        "<li>颜色从不单独表示意思：改期、取消都写成字。</li>"
        "<li>不打开脚本，也能看到全部内容。</li>"
        "<li>视频有字幕；活动菜单可以打印。</li></ul>"
        "<h2>我们按什么标准做</h2>"
        "<p>网页按《Web 内容无障碍指南》（WCAG）2.2 的 AA 级来做，每一种页面都用工具查过。</p>"
        "<h2>还没做好的</h2>"
        "<p>有些中心上传的图片和文件，文字说明可能不全。遇到了，请打这个中心的电话，"
        "我们念给您听，也会补上。</p>",
    ),
}


def create(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")
    TextPage = apps.get_model("home", "TextPage")

    locale, _ = Locale.objects.get_or_create(language_code="zh-hans")
    for code in ("zh-hant", "en"):
        Locale.objects.get_or_create(language_code=code)
    Page.objects.filter(depth=1).update(locale=locale)
    # Wagtail's own welcome page makes room.
    Page.objects.filter(depth=2, slug="home").delete()

    def kind(model):
        return ContentType.objects.get_or_create(model=model, app_label="home")[0]

    home = HomePage.objects.create(
        title="常来",
        draft_title="常来",
        slug="home",
        content_type=kind("homepage"),
        path="00010001",
        depth=2,
        numchild=len(TEXT_PAGES),
        url_path="/home/",
        locale=locale,
    )
    for number, (slug, (title, body)) in enumerate(TEXT_PAGES.items(), 1):
        TextPage.objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            body=body,
            content_type=kind("textpage"),
            path=f"00010001{number:04d}",
            depth=3,
            numchild=0,
            url_path=f"/home/{slug}/",
            locale=locale,
        )
    Page.objects.filter(depth=1).update(numchild=1)
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost", root_page=home, is_default_site=True, site_name="常来"
    )


def remove(apps, schema_editor):
    apps.get_model("wagtailcore", "Site").objects.filter(root_page__depth=2).delete()
    apps.get_model("home", "TextPage").objects.all().delete()
    apps.get_model("home", "HomePage").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("home", "0001_front_and_text_pages")]

    operations = [migrations.RunPython(create, remove)]
