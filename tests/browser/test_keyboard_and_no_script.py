"""What a visitor does without a mouse, and without any script."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCUS = """
() => {
  const part = document.activeElement;
  const drawn = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const around = part.closest(".find");
  if (part.matches("body, video")) return null; // the end of the page; the browser's own buttons
  return {
    name: (part.getAttribute("aria-label") || part.textContent).trim().slice(0, 30),
    shown: drawn(getComputedStyle(part)) || drawn(getComputedStyle(part, "::after"))
      || Boolean(around && drawn(getComputedStyle(around))),
    seen: part.getBoundingClientRect().width > 1,
  };
}
"""
MOST_PRESSES = 40


@pytest.fixture(scope="module", params=[360, 1280], ids=["phone", "desk"])
def typist(request, published):
    with published.visitor(request.param) as visitor:
        yield visitor


@pytest.fixture(scope="module")
def scriptless(published):
    with published.visitor(360, java_script_enabled=False) as visitor:
        yield visitor


def focused(visitor) -> dict | None:
    """Return the name of what has the focus, whether a ring is drawn and whether it has a size."""
    return visitor.page.evaluate(FOCUS)


def test_the_first_key_offers_the_way_to_the_text(typist):
    typist.open("home")
    typist.page.keyboard.press("Tab")
    assert focused(typist)["name"] == "跳到正文"
    assert typist.page.locator(".skip").bounding_box()["y"] >= 0
    typist.page.keyboard.press("Enter")
    typist.page.keyboard.press("Tab")
    assert typist.page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", ["home", "week", "centre", "replay"])
def test_one_always_sees_where_one_is(typist, name):
    typist.open(name)
    places = []
    for _press in range(MOST_PRESSES):
        typist.page.keyboard.press("Tab")
        places.append(focused(typist))
    reached = [place for place in places if place]
    assert len(reached) > MOST_PRESSES / 2
    assert [p["name"] for p in reached if not (p["shown"] and p["seen"])] == []


@pytest.mark.parametrize(("name", "folded"), [("home", ".switch"), ("week", ".filters .fold")])
def test_what_is_folded_opens_by_key(typist, name, folded):
    typist.open(name)
    fold = typist.page.locator(folded).first
    fold.locator("summary").focus()
    for is_open in (True, False):
        typist.page.keyboard.press("Enter")
        assert fold.evaluate("part => part.open") is is_open


def test_without_script_a_visitor_narrows_the_list(scriptless):
    page = scriptless.page
    scriptless.open("week")
    page.locator(".filters summary").first.click()
    page.locator("select[name=kind]").select_option("art")
    page.locator(".filters__form button").click()
    assert "kind=art" in page.url
    assert page.locator(".rail .act").count() == 1
    assert page.locator(".chip--on").count() == 1


def test_without_script_a_visitor_searches_and_reads(scriptless):
    page = scriptless.page
    scriptless.open("empty search")
    page.locator("main input[type=search]").fill("电梯")
    page.locator("main input[type=search]").press("Enter")
    page.locator("main h3 a").first.click()
    assert "电梯" in page.locator("h1").inner_text()


def test_without_script_large_type_lasts_from_page_to_page(scriptless):
    page = scriptless.page
    scriptless.open("home")
    page.locator("a.size").first.click()
    page.locator(".nav a").first.click()
    assert page.locator("html").get_attribute("data-size") == "large"


def test_without_script_a_replay_has_the_browsers_own_buttons(scriptless):
    scriptless.open("replay")
    video = scriptless.page.locator("video")
    assert video.get_attribute("controls") is not None
    assert video.locator("track[kind=captions]").count() == 1


def test_nothing_is_offered_that_needs_a_script(scriptless):
    for name in ("menu by week", "calendar of a centre"):
        scriptless.open(name)
        for button in scriptless.page.locator("main button:not(form button)").all():
            assert not button.is_visible()
