"""Nobody meets English in the Chinese admin and site, nor our Chinese in the English one."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from accounts.roles import Role
from common import catalogues
from events.models import Activity, ActivityMenuPage
from media.models import SiteDocument, SiteImage
from tests.factories import events, media, notices
from tests.factories.accounts import person
from tests.walking import HAN, english_in, texts_of, walk

pytestmark = pytest.mark.django_db

MONTH = date(2027, 12, 1)
# Names that are the same in every language, codes, addresses, kinds of file, units.
ALLOWED = re.compile(
    r"https?://\S*|webcals?:\S*|localhost|\b[\w-]+\.(?:mp4|png|jpg|pdf|xlsx|ics)\b"
    r"|\b(?:accounts|brands|events|home|media|notices)\.[a-z]+\b|\b[kMG]B\b|\bWGS\b"
    r"|\.?\b(?:AVIF|GIF|JPE?G|PNG|WEBP|HEIC|MP[34]|AAC|H\.264|CSV|xlsx?|ods|csv|ics|SRT|WebVTT|PDF)\b"
    r"|\b(?:Excel|WPS|JavaScript|English|URL|SHA|Web|WCAG|VEVENT|QQ|KB|PO)\b"
    r"|\b(?:iPhone|iPad|Mac|Google|Outlook(?:\.com)?|Thunderbird|ICSx5|Apple|Android)\b"
    r"|\bMicrosoft 365\b|\bshufa\b|\bcalligraphy\b|\bAtom\b|\bJSON\b|manage\.py run_due_work"
    r"|^Search$"  # a button never seen, in a template of Wagtail without a message
)


@pytest.fixture
def spoken(settings, tmp_path):
    """The site with its compiled catalogues."""
    catalogues.compile_all(tmp_path)
    settings.LOCALE_PATHS = [tmp_path, tmp_path / "libraries"]


@pytest.fixture
def things(network, centre, spoken):
    """One of everything that editors make, in each of its states."""
    published = events.publish(events.make_menu(centre, month=MONTH))
    draft = events.make_menu(centre, [], date(2028, 1, 1))
    returned = events.make_menu(centre, month=date(2028, 2, 1))
    notices.make_notice(centre)
    media.make_livestream(centre)
    pixel = BytesIO()
    Image.new("RGB", (4, 3)).save(pixel, "PNG")
    SiteImage.objects.create(title="窗外", file=ContentFile(pixel.getvalue(), "chuang.png"))
    SiteDocument(title="通知", file=ContentFile(b"%PDF-1.4", "tongzhi.pdf")).save()
    return {"published": published, "draft": draft, "returned": returned}


@pytest.fixture
def staff(network, centre, superuser):
    superuser.full_name = "王站长"
    superuser.username = "10001"
    superuser.save()
    return {
        "editor": person("10002", role=Role.EDITOR, node=centre, full_name="李编辑"),
        "reviewer": person("10003", role=Role.REVIEWER, node=network, full_name="张审核"),
        "administrator": person("10005", role=Role.ADMINISTRATOR, node=network, full_name="孙管理"),
        "superuser": superuser,
    }


@pytest.fixture
def under_review(things, staff):
    """One menu waits for the reviewer, another came back."""
    for name in ("draft", "returned"):
        menu = ActivityMenuPage.objects.get(pk=things[name].pk)
        menu.save_revision(user=staff["editor"])
        menu.refresh_from_db()
        menu.get_workflow().start(menu, staff["editor"])
    state = ActivityMenuPage.objects.get(pk=things["returned"].pk).current_workflow_task_state
    state.reject(user=staff["reviewer"], comment="时间不对")
    return things


@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator", "superuser"])
def test_no_english_in_the_chinese_admin(client, staff, under_review, role):
    client.force_login(staff[role])
    home = reverse("wagtailadmin_home")
    starts = [home, reverse("wagtailadmin_account"), reverse("mfa_index")]
    for name in ("edit", "history", "usage"):
        starts += [
            reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for page in under_review.values()
        ]
    found, number = {}, 0
    for address, soup in walk(client, starts, (home, "/accounts/")):
        number += 1
        for text in english_in(soup, ALLOWED):
            found.setdefault(text, address)
    assert found == {}
    assert number > 40


@pytest.fixture
def public_pages(under_review, network, centre):
    menu, activity = under_review["published"], Activity.objects.first()
    listings = (
        "/ /events/ /events/?view=month&on=2027-12 /centres/ /jobs/ /live/ /search/ /calendar/"
    )
    texts = f"/about/ /accounts/login/ /no/ /search/?q=书法 /calendar/{centre.address_code}/"
    return [
        *listings.split(),
        *texts.split(),
        *(network.address, centre.address, menu.address, f"{menu.address}by-kind/"),
        f"{menu.address}{activity.code}/",
        *(page.get_url() for page in centre.get_children().live().exclude(pk=menu.pk)),
    ]


def read(client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content.decode(), "html.parser")


def test_no_english_on_the_chinese_site(client, public_pages):
    found = {
        text: address
        for address in public_pages
        for text in english_in(read(client, address), ALLOWED)
    }
    assert found == {}


@pytest.mark.parametrize(("prefix", "lang"), [("/en", "en"), ("/zh-hant", "zh-Hant")])
def test_no_simplified_words_of_ours_in_another_language(client, public_pages, prefix, lang):
    hant = {catalogues.key_of(e): catalogues.texts_of(e) for e in catalogues.load("zh_Hant")}
    foreign = {
        text
        for entry in catalogues.load("zh_Hans")
        for text in catalogues.texts_of(entry)
        if HAN.search(text) and (lang == "en" or text not in hant[catalogues.key_of(entry)])
    }
    for address in public_pages:
        soup = read(client, prefix + address)
        assert soup.html["lang"] == lang, address
        assert set(texts_of(soup)) & foreign <= DATA, address


# What editors and the first migrations wrote, and names of languages in their own script.
DATA = {"简体中文", "无障碍说明", "这是什么", "常来", "讲座", "书画室", "免费"}
