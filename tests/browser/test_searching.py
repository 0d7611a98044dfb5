"""A visitor on a phone types 书法, shufa and 书发, and reaches the same activity."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = ["书法", "shufa", "书发"]
NAME = "书法入门班"


@pytest.fixture
def phone(published):
    with published.visitor(360) as visitor:
        visitor.open("empty search")
        yield visitor
        assert visitor.take_complaints() == []


@pytest.fixture
def field(phone):
    return phone.page.locator("#q")


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_leads_to_the_activity(phone, field, typed):
    field.fill(typed)
    field.press("Enter")
    phone.page.locator(".hit h3 a", has_text=NAME).first.click()
    expect(phone.page.locator("h1")).to_have_text(re.compile(NAME))
    assert phone.too_wide() == []


@pytest.mark.parametrize("typed", TYPED)
def test_a_name_is_chosen_while_typing_by_keys_alone(phone, field, typed):
    field.press_sequentially(typed)
    option = phone.page.get_by_role("option", name=NAME)
    expect(option).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    while field.get_attribute("aria-activedescendant") != option.get_attribute("id"):
        field.press("ArrowDown")
    assert option.get_attribute("aria-selected") == "true"
    assert phone.too_wide() == []
    field.press("Enter")
    expect(phone.page.locator("h1")).to_have_text(re.compile(NAME))


def test_a_name_is_chosen_by_touch(phone, field):
    field.press_sequentially("shuf")
    phone.page.get_by_role("option", name=NAME).click()
    expect(phone.page.locator("h1")).to_have_text(re.compile(NAME))


def test_the_list_closes_and_opens_with_the_text(phone, field):
    field.press_sequentially("书")
    names = phone.page.get_by_role("listbox")
    expect(names).to_be_visible()
    field.press("Escape")
    expect(names).to_be_hidden()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "书"
    field.fill("s")
    phone.page.wait_for_timeout(400)
    expect(names).to_be_hidden()


def test_nothing_is_asked_while_an_input_method_composes(phone, field):
    asked = []
    phone.page.on("request", lambda request: asked.append(request.url))
    field.focus()
    session = phone.page.context.new_cdp_session(phone.page)
    for letters in ("s", "sh", "shu", "shu'f", "shu'fa"):
        step = {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        session.send("Input.imeSetComposition", step)
    phone.page.wait_for_timeout(400)
    assert [url for url in asked if "suggest" in url] == []
    session.send("Input.insertText", {"text": "书法"})
    expect(phone.page.get_by_role("option", name=NAME)).to_be_visible()


def test_what_was_looked_for_is_kept_in_this_browser_until_it_is_forgotten(phone, field):
    field.fill("合唱")
    field.press("Enter")
    expect(phone.page.locator("#res")).to_be_visible()
    phone.open("empty search")
    recent = phone.page.locator("recent-searches")
    expect(recent.get_by_role("link", name="合唱")).to_be_visible()
    recent.get_by_role("button").click()
    phone.open("empty search")
    expect(recent).to_be_hidden()
    assert phone.page.context.cookies() == []


def test_the_centre_one_often_comes_to_is_first_among_equals(phone, field):
    phone.open("centre")
    button = phone.page.get_by_role("button", name="我常来这里")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    phone.open("empty search")
    field.fill("书法")
    field.press("Enter")
    phone.page.wait_for_url(re.compile("near="))
    said = phone.page.locator("[data-near] .quiet", has_text="差不多的，先看")
    expect(said).to_be_visible()
    assert phone.too_wide() == []
    said.get_by_role("link").click()
    phone.page.wait_for_url(lambda url: "near=" not in url)
    phone.page.locator("#q").press("Enter")
    phone.page.wait_for_load_state()
    assert "near=" not in phone.page.url


def test_a_centre_that_is_gone_is_forgotten(phone, field):
    phone.page.evaluate("localStorage.setItem('changlai-near', 'c.gone')")
    field.fill("书法")
    field.press("Enter")
    phone.page.wait_for_url(re.compile("near=c.gone"))
    phone.page.wait_for_load_state()
    assert phone.page.evaluate("localStorage.getItem('changlai-near')") is None
