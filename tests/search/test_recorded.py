"""Every engine finds and counts the same for the judged queries: what stands in answers.json.

RECORD_ANSWERS=1 writes that file anew, from the database that the tests run on.
"""

import json
import os

import pytest

from tests.search import judged

pytestmark = pytest.mark.django_db

RECORDED = judged.DATA / "answers.json"


def test_the_database_finds_what_was_recorded():
    found = judged.answers(judged.put())
    if os.environ.get("RECORD_ANSWERS"):
        text = json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True)
        RECORDED.write_text(text + "\n", "utf-8")
    assert found == json.loads(RECORDED.read_text("utf-8"))


@pytest.mark.elasticsearch
def test_the_engine_finds_what_was_recorded(engine, fallbacks):
    assert judged.answers(judged.put()) == json.loads(RECORDED.read_text("utf-8"))
    assert fallbacks == []
