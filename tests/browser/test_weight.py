"""The front page arrives quickly over a slow line."""

from __future__ import annotations

import gzip

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST = 250_000
MOST_OF_TEXT = 60_000


@pytest.fixture
def answers(published):
    """What the browser loads for the front page when it is read to its end: type and body."""
    with published.visitor(1280) as visitor:
        loaded = []
        visitor.page.on("response", lambda answer: loaded.append(answer))
        visitor.open("home")
        visitor.page.keyboard.press("End")
        visitor.page.wait_for_load_state("networkidle")
        yield [(one.header_value("content-type") or "", one.body()) for one in loaded]


def test_the_front_page_is_light_with_its_pictures(answers):
    assert len(answers) > 5
    assert sum(len(body) for _type, body in answers) < MOST


def test_its_text_styles_and_scripts_are_small(answers):
    of_text = ("text/html", "text/css", "text/javascript")
    packed = [len(gzip.compress(body)) for kind, body in answers if kind.startswith(of_text)]
    assert len(packed) > 5
    assert sum(packed) < MOST_OF_TEXT
