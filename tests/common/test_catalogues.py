"""The words of the interface: found in the sources, complete in each language."""

from __future__ import annotations

import re

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from common import catalogues
from common.catalogues import Message
from common.translation import convert

PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def entries(language: str):
    return list(catalogues.load(language))


def test_every_message_is_said_in_each_language():
    assert catalogues.missing(settings.ROOT) == {"zh_Hans": [], "zh_Hant": [], "en": []}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_no_catalogue_holds_what_the_sources_do_not_say(language):
    wanted = catalogues.find_messages(settings.ROOT)
    assert [e.msgid for e in entries(language) if catalogues.key_of(e) not in wanted] == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_places_for_values_are_kept(language):
    for entry in entries(language):
        wanted = sorted(set(PLACES.findall(entry.msgid_plural or entry.msgid)))
        for text in catalogues.texts_of(entry):
            assert set(PLACES.findall(text)) <= set(wanted), entry.msgid
            assert sorted(set(PLACES.findall(text))) == wanted or language == "en", entry.msgid


def test_traditional_chinese_follows_simplified():
    hant = {catalogues.key_of(e): catalogues.texts_of(e) for e in entries("zh_Hant")}
    for entry in entries("zh_Hans"):
        texts = [convert(text) for text in catalogues.texts_of(entry)]
        assert hant[catalogues.key_of(entry)] == texts


def test_chinese_is_written_in_chinese():
    """No entry is the English message taken over: words need a Chinese sign."""
    english = [
        entry.msgid
        for entry in entries("zh_Hans")
        for text in catalogues.texts_of(entry)
        if re.search("[A-Za-z]{2}", PLACES.sub("", entry.msgid))
        and not re.search("[\u3400-\u9fff]", text)
        and PLACES.sub("", text).strip(" ：，。（）:,()·")
    ]
    assert english == []


def test_messages_in_python_are_calls_with_literal_words():
    source = """
title = _("Menu")
_(f"{title}"), _(title), gettext("")
ngettext_lazy("%(n)d day", "%(n)d days", 3)
pgettext("public", "Open"), npgettext("public", "%d event", "%d events", 2)
forms.gettext_noop("Far " "away")
"""
    assert set(catalogues.messages_in_python(source)) == {
        Message("Menu"),
        Message(""),
        Message("%(n)d day", "%(n)d days"),
        Message("Open", context="public"),
        Message("%d event", "%d events", "public"),
        Message("Far away"),
    }


def test_messages_in_templates_are_found_with_context_and_plural():
    source = """{% load i18n %}{% translate "Log in" %} {% translate "Open" context "account" %}
      {% blocktranslate trimmed count counter=rows|length %}
        {{ counter }} row (all)
      {% plural %}
        {{ counter }} rows (all)
      {% endblocktranslate %}
      {% blocktranslate with name=page.title context "public" %}To {{ name }}{% endblocktranslate %}
      <p title="{% translate 'A “quoted” word' %}">{{ _("Sign out") }}</p>"""
    assert set(catalogues.messages_in_template(source)) == {
        Message("Log in"),
        Message("Open", context="account"),
        Message("%(counter)s row (all)", "%(counter)s rows (all)"),
        Message("To %(name)s", context="public"),
        Message("A “quoted” word"),
        Message("Sign out"),
    }


def test_compiling_takes_every_catalogue_of_the_project_and_only_what_is_newer(settings, tmp_path):
    settings.ROOT = tmp_path
    catalogues.save("zh_Hans", [(Message("Open"), ["开放"])])
    catalogues.save("zh_Hans", [(Message("Page"), ["页面"])], "libraries", "djangojs")
    assert catalogues.compile_all() == 2
    assert catalogues.compile_all() == 0
    compiled = tmp_path / "locale" / "libraries" / "zh_Hans" / "LC_MESSAGES" / "djangojs.mo"
    assert [(e.msgid, e.msgstr) for e in polib.mofile(str(compiled))] == [("Page", "页面")]


def test_a_process_that_compiles_speaks_with_the_new_words(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    with translation.override("zh-hans"):
        assert gettext("Activity") == "Activity"
    catalogues.compile_all(tmp_path)
    with translation.override("zh-hans"):
        assert gettext("Activity") == "活动"


def test_writing_keeps_what_was_said_and_drops_what_is_no_longer_asked(settings, tmp_path):
    settings.ROOT = tmp_path
    template = tmp_path / "home" / "templates" / "home.html"
    template.parent.mkdir(parents=True)
    template.write_text('{% load i18n %}{% translate "Hall" %}{% translate "Open" %}')
    catalogues.save("zh_Hans", [(Message("Hall"), ["后面的厅"]), (Message("Gone"), ["没了"])])
    assert catalogues.write_all(tmp_path) == 1
    assert catalogues.missing(tmp_path) == {
        "zh_Hans": [Message("Open")],
        "zh_Hant": [Message("Open")],
        "en": [],
    }
    assert [(e.msgid, e.msgstr) for e in entries("zh_Hans")] == [("Hall", "后面的厅"), ("Open", "")]
    assert [e.msgstr for e in entries("zh_Hant")] == ["後面的廳", ""]
