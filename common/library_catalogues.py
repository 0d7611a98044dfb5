"""What Wagtail and its add-ons lack in Chinese, or call by another name than we do.

Their own catalogues leave a fifth of the admin in English. What is missing stands in
`locale/libraries/` beside our own messages: catalogues of the project win over those of packages.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings

from . import catalogues
from .catalogues import Message, key_of, texts_of
from .translation import convert

PART = "libraries"
DOMAINS = ("django", "djangojs")
LANGUAGES = ("zh_Hans", "zh_Hant")

# (in the English message, their word, our word): one thing has one name wherever it is met, and
# 区域 is an area of the tree, never a language.
HOUSE_WORDS = (
    ("collection", "集合", "文件夹"),
    ("locale", "语言区域", "语言"),
    ("locale", "区域设置", "语言"),
    ("locale", "区域", "语言"),
    ("workflow", "工作流", "审核流程"),
    ("task", "任务", "步骤"),
    ("approv", "批准", "通过"),
    ("approv", "审批", "审核"),
    ("reject", "拒绝", "退回"),
    ("request", "请求修改", "退回修改"),
    ("request", "请求变更", "退回修改"),
    ("mail", "Email地址", "电子邮箱"),
    ("mail", "Email", "电子邮箱"),
    ("media", "多媒体", "影音"),
    ("media", "媒体", "影音"),
    ("account", "帐号", "账号"),
)


def roots() -> list[Path]:
    """Return the folders of packages that may hold a `locale`; the earlier one has its way."""
    installed = [Path(app.path) for app in apps.get_app_configs()]
    packages = [path for path in installed if not path.is_relative_to(settings.ROOT / path.name)]
    return [*packages, Path(django.__file__).parent / "conf"]


@cache
def messages(domain: str) -> frozenset[Message]:
    """Return what the packages say, by the English catalogues that they bring."""
    return frozenset(
        key_of(entry)
        for root in roots()
        for path in root.glob(f"locale/en/LC_MESSAGES/{domain}.po")
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    )


@cache
def own_texts(language: str, domain: str) -> dict[Message, list[str]]:
    """Return what the packages say in a language of their own accord."""
    return {
        key_of(entry): texts_of(entry)
        for root in reversed(roots())
        for path in root.glob(f"locale/{language}/LC_MESSAGES/{domain}.mo")
        for entry in polib.mofile(str(path))
    }


def in_house_words(message: Message, text: str) -> str:
    for english, theirs, ours in HOUSE_WORDS:
        if english in message.text.lower():
            text = text.replace(theirs, ours)
    return text


def load(language: str, domain: str) -> dict[Message, list[str]]:
    return {key_of(entry): texts_of(entry) for entry in catalogues.load(language, PART, domain)}


def lacking(language: str) -> list[Message]:
    """Return the messages that neither a package nor we say in a language."""
    said = {
        (domain, message)
        for domain in DOMAINS
        for message, texts in (own_texts(language, domain) | load(language, domain)).items()
        if all(texts)
    }
    return [
        message
        for domain in DOMAINS
        for message in sorted(messages(domain))
        if (domain, message) not in said
    ]


def write_all() -> None:
    """Write what is missing, what we say otherwise, and both in traditional characters.

    A text once written stays; what no package says any more is dropped.
    """
    for domain in DOMAINS:
        theirs, ours = own_texts("zh_Hans", domain), load("zh_Hans", domain)
        texts = {}
        for message in sorted(messages(domain)):
            given = theirs.get(message, [""])
            wanted = ours.get(message) or [in_house_words(message, text) for text in given]
            if wanted != given or not all(given):
                texts[message] = wanted
        catalogues.save("zh_Hans", list(texts.items()), PART, domain)
        traditional = own_texts("zh_Hant", domain)
        catalogues.save(
            "zh_Hant",
            [
                (message, [convert(text) for text in texts.get(message, theirs.get(message, [""]))])
                for message in sorted(messages(domain))
                if message in texts or message not in traditional
            ],
            PART,
            domain,
        )
