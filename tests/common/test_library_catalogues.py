"""What Wagtail and its add-ons say is said in Chinese, and with our words."""

from __future__ import annotations

import re

import pytest

from common import catalogues, library_catalogues
from common.catalogues import Message

PLACES = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w*\}")
TAGS = re.compile(r"<[^>]+>")
COPIES = [
    (language, domain) for language in ("zh_Hans", "zh_Hant") for domain in ("django", "djangojs")
]


@pytest.mark.parametrize("language", library_catalogues.LANGUAGES)
def test_packages_lack_nothing_that_we_do_not_bring(language):
    assert library_catalogues.lacking(language) == []


@pytest.mark.parametrize(("language", "domain"), COPIES)
def test_only_what_a_package_says_is_kept(language, domain):
    said = library_catalogues.messages(domain)
    kept = library_catalogues.load(language, domain)
    assert [message.text for message in kept if message not in said] == []


@pytest.mark.parametrize(("language", "domain"), COPIES)
def test_places_and_tags_are_kept(language, domain):
    for message, texts in library_catalogues.load(language, domain).items():
        asked = message.plural or message.text
        for text in texts:
            assert sorted(set(PLACES.findall(text))) == sorted(set(PLACES.findall(asked))), asked
            assert sorted(TAGS.findall(text)) == sorted(TAGS.findall(asked)), asked


@pytest.mark.parametrize(
    ("english", "theirs", "ours"),
    [
        ("Add to collection", "添加到集合", "添加到文件夹"),
        ("Workflow task approved", "工作流任务已批准", "审核流程步骤已通过"),
        ("Locale", "区域", "语言"),
        ("Landmark region", "区域", "区域"),
    ],
)
def test_one_thing_has_one_name(english, theirs, ours):
    assert library_catalogues.in_house_words(Message(english), theirs) == ours


def test_writing_again_changes_nothing(settings, tmp_path):
    before = {copy: library_catalogues.load(*copy) for copy in COPIES}
    for language, domain in COPIES:
        rows = list(library_catalogues.load(language, domain).items())
        settings.ROOT = tmp_path
        catalogues.save(language, rows, library_catalogues.PART, domain)
        settings.ROOT = catalogues.Path(__file__).resolve().parents[2]
    settings.ROOT = tmp_path
    library_catalogues.write_all()
    assert {copy: library_catalogues.load(*copy) for copy in COPIES} == before
