"""The judged queries: no change of analysis or ranking may make the answers worse.

tests/data/search: 70 documents in the field's own words; 20 queries with graded answers (3 exactly
this, 2 relevant, 1 touches it).
"""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from search import scoring
from search.models import PendingWrite, SearchEntry
from search.trial import ask, loaded

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data" / "search"
DOCUMENTS, QUERIES = DATA / "documents.jsonl", DATA / "relevance_public.jsonl"


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def judged():
    with loaded(lines(DOCUMENTS)) as network:
        pairs = [(query, ask(query, network)) for query in lines(QUERIES)]
    return {name: scoring.mean(pairs) for name, pairs in scoring.scores(pairs).items()}


def is_good(means):
    ndcg, recall = means["all"]
    assert ndcg >= 0.95
    assert recall >= 0.95
    assert means["suggest"][0] >= 0.97
    assert min(ndcg for ndcg, _recall in means.values()) >= 0.80
    return True


def test_judged_queries_are_answered_well():
    assert is_good(judged())


@pytest.mark.elasticsearch
def test_judged_queries_are_answered_well_by_the_engine(engine, fallbacks):
    assert is_good(judged())
    assert fallbacks == []


def counts():
    return [model.objects.count() for model in (Page, SearchEntry, PendingWrite)]


def test_the_command_says_the_scores_and_leaves_nothing_behind():
    before = counts()
    out = io.StringIO()
    call_command("score_search", str(DOCUMENTS), str(QUERIES), stdout=out)
    assert out.getvalue().startswith("all         20 queries  nDCG@10 0.9")
    assert "natural" in out.getvalue()
    assert counts() == before


@pytest.mark.parametrize("content", ["{", "[]\n", '{"id": "a"}'])
def test_files_that_cannot_be_read_are_named(tmp_path, content):
    path = tmp_path / "x.jsonl"
    path.write_text(content)
    with pytest.raises(CommandError, match=r"x\.jsonl"):
        call_command("score_search", str(path), str(QUERIES))
    with pytest.raises(CommandError, match=r"none\.jsonl"):
        call_command("score_search", str(tmp_path / "none.jsonl"), str(QUERIES))


@pytest.mark.parametrize(
    ("found", "grades", "ndcg", "recall"),
    [
        (["a", "b"], {"a": 3, "b": 2}, 1.0, 1.0),
        (["b", "a"], {"a": 3, "b": 2}, 0.834, 1.0),
        (["c"], {"a": 3, "b": 1}, 0.0, 0.0),
        ([], {}, 1.0, 1.0),
        (["a"], {}, 0.0, 0.0),
        ([], {"a": 1}, 0.0, 1.0),
    ],
)
def test_scores(found, grades, ndcg, recall):
    assert round(scoring.ndcg(found, grades), 3) == ndcg
    assert scoring.recall(found, grades) == recall
