"""Words of the same meaning: how they are written, found in a text, kept and read again."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import SynonymGroup
from search.synonyms import MAX_LENGTH, MAX_WORDS, Group, Synonyms, key_of, lines_of, split
from search.wording import synonyms_of
from tests.factories.brands import make_area

SHIPPED = Path(__file__).parents[2] / "search" / "data" / "synonyms.tsv"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("老娘舅、调解员，人民调解", ("老娘舅", "调解员", "人民调解")),
        ("老娘舅\n调解员 人民调解", ("老娘舅", "调解员", "人民调解")),
        ("招聘会、job  fair，招聘会", ("招聘会", "job fair")),
        ("托班 day care 托育", ("托班", "day care", "托育")),
        (" 、，; ", ()),
    ],
)
def test_words_are_divided_by_marks_and_by_spaces_beside_characters(text, words):
    assert split(text) == words


TABLE = Synonyms.of(
    [
        Group(("老娘舅", "调解员", "人民调解")),
        Group(("招聘会", "job fair")),
        Group(("舞",), ("交谊舞", "广场舞")),
        Group(("VR党建", "党建馆")),
        Group(("书法", "毛笔字")),
    ]
)


def cut(text):
    return [[(part.said, part.others) for part in run.parts] for run in TABLE.runs(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("老娘舅", [[("老娘舅", ("调解员", "人民调解"))]]),
        ("JOB fair", [[("job fair", ("招聘会",))]]),
        ("书法", [[("书法", ("毛笔字",))]]),
        ("書法", [[("书法", ("毛笔字",))]]),
        ("学书法", [[("书法", ("毛笔字",))]]),
        ("海信书法", [[("海信", ()), ("书法", ("毛笔字",))]]),
        ("舞", [[("舞", ("交谊舞", "广场舞"))]]),
        ("舞台", [[("舞台", ())]]),
        ("交谊舞", [[("交谊舞", ())]]),
        ("vr党建", [[("vr 党建", ("党建馆",))]]),
        ("人民调解员", [[("人民调解", ("老娘舅", "调解员"))]]),
        ("合唱 书法", [[("合唱", ())], [("书法", ("毛笔字",))]]),
        ("", []),
        ("，。", []),
    ],
)
def test_known_words_are_found_whole_or_inside_a_run(text, parts):
    assert cut(text) == parts


def test_first_set_is_large_and_every_group_may_be_edited():
    groups = list(lines_of(SHIPPED.read_text("utf-8")))
    assert len(groups) >= 150
    for group in groups:
        SynonymGroup(words="、".join(group.words), found="、".join(group.found)).clean()


@pytest.mark.parametrize(
    ("words", "found", "field"),
    [
        ("老娘舅", "", "words"),
        ("", "老娘舅、调解员", None),
        ("、".join(f"词{n}" for n in range(MAX_WORDS + 1)), "", "words"),
        ("老娘舅、" + "长" * (MAX_LENGTH + 1), "", "words"),
        ("老娘舅、！？", "", "words"),
        ("书法、書法", "", "words"),
        ("书法、写字", "Ｓhufa、shufa", "found"),
    ],
)
def test_what_search_could_not_use_is_refused_at_its_field(words, found, field):
    group = SynonymGroup(words=words, found=found)
    if field is None:
        return group.clean()
    with pytest.raises(ValidationError) as caught:
        group.clean()
    assert list(caught.value.message_dict) == [field]


@pytest.mark.django_db
def test_first_set_is_planted():
    assert SynonymGroup.objects.count() >= 150
    assert "调解员" in synonyms_of().others[key_of("老娘舅")]


@pytest.mark.django_db
def test_words_of_a_network_are_its_own():
    area, other = make_area(), make_area()
    SynonymGroup.objects.create(words="城诚驿、暖窝", network=area)
    assert "城诚驿" not in synonyms_of().others
    assert synonyms_of(area.path).others["城诚驿"] == ("暖窝",)
    assert "城诚驿" not in synonyms_of(other.path).others


@pytest.mark.django_db
def test_table_is_read_again_only_after_a_change():
    group = SynonymGroup.objects.create(words="暖窝、热炕")
    synonyms_of()
    with CaptureQueriesContext(connection) as counted:
        assert synonyms_of().others["暖窝"] == ("热炕",)
    assert len(counted) == 1
    group.words = "暖窝、火塘"
    group.save()
    assert synonyms_of().others["暖窝"] == ("火塘",)
    group.delete()
    assert "暖窝" not in synonyms_of().others
