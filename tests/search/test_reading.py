"""What a query means: which words narrow the results, which are looked for."""

import datetime as dt

import pytest
from modelsearch.query import And, Or, PlainText

from search.names import Name
from search.reading import plain, read
from search.synonyms import Group, Synonyms

WEDNESDAY = dt.date(2026, 12, 9)
NAMES = {
    "海信社区": Name("at", "haixin", "海信社区", "海信社区"),
    "福莱山街道": Name("at", "fulaishan", "福莱山街道", "福莱山街道"),
    "老年人": Name("for", "senior", "老年人", "老年人"),
    "健身": Name("about", "sport", "健身", "健身"),
    "招聘": Name("kind", "notice", "招聘", "招聘"),
}
SYNONYMS = Synonyms.of([Group(("书法", "毛笔字")), Group(("律师", "法律顾问"))])


def meant(words, today):
    return {word: NAMES[word] for word in words if word in NAMES}


def named_days(text, today):
    yield Name("on", "2026-10-01..2026-10-07", "国庆", "国庆")
    yield Name("on", "2027-01-01", "元旦", "元旦")


def reading(text):
    return read(text, WEDNESDAY, meant=meant, named_days=named_days)


@pytest.mark.parametrize(
    ("typed", "text", "filters"),
    [
        ("书法", "书法", []),
        ("今天", "", ["on=2026-12-09"]),
        ("今天有什么活动", "", ["on=2026-12-09"]),
        ("周末有哪些活动？", "", ["on=2026-12-12..2026-12-13"]),
        ("下周三晚上书法", "书法", ["on=2026-12-16-e"]),
        ("書法 下週三晚上", "書法", ["on=2026-12-16-e"]),
        ("１２月５日", "", ["on=2026-12-05"]),
        ("本月 免费 书法", "书法", ["on=2026-12-01..2026-12-31", "fee=free"]),
        ("免费理发", "理发", ["fee=free"]),
        ("晚上 瑜伽", "瑜伽", ["part=evening"]),
        ("周六 下午 瑜伽", "瑜伽", ["on=2026-12-12-a"]),
        ("周六 12月20日 瑜伽", "瑜伽", ["on=2026-12-12", "on=2026-12-20"]),
        ("寒假托管", "托管", ["on=2027-01-10..2027-02-28"]),
        ("1月1日至12月31日", "", ["on=2027-01-01..2027-04-02"]),
        ("海信社区 书法", "书法", ["at=haixin"]),
        ("海信社区 老年人", "", ["at=haixin", "for=senior"]),
        ("今天 海信社区", "", ["on=2026-12-09", "at=haixin"]),
        ("骑手 招聘", "骑手", ["kind=notice"]),
        ("健身 周末", "", ["about=sport", "on=2026-12-12..2026-12-13"]),
        ("国庆亲子", "亲子", ["on=2026-10-01..2026-10-07"]),
        ("元旦晚上有什么活动", "", ["on=2027-01-01", "part=evening"]),
        # A name alone is looked for, and so is one inside a longer word.
        ("海信社区", "海信社区", []),
        ("海信社区在哪里", "海信社区在哪里", []),
        ("海信社区书法", "海信社区书法", []),
        ("老年人合唱", "老年人合唱", []),
        # One node, or none: the second one is looked for.
        ("海信社区 福莱山街道", "福莱山街道", ["at=haixin"]),
        # A word that only holds 活动 is no question.
        ("今天 活动室", "活动室", ["on=2026-12-09"]),
        ("2月30日", "2月30日", []),
        ("", "", []),
        ("  \x00 ？", "\x00 ？", []),
    ],
)
def test_words_for_times_and_names_become_filters(typed, text, filters):
    found = reading(typed)
    assert [f"{one.filter}={one.value}" for one in found.meanings] == filters
    assert found.text == text


def test_a_filter_is_taken_off_by_taking_its_words_out_of_what_was_typed():
    on, free = reading("書法 下週三晚上 免费").meanings
    assert (on.said, on.rest) == ("下週三晚上", "書法 免费")
    assert (free.said, free.rest) == ("免费", "書法 下週三晚上")


def test_words_alone_are_read_as_they_stand():
    found = plain("周末剧场")
    assert (found.text, found.meanings, found.wanted) == ("周末剧场", (), None)


def test_no_more_than_two_hundred_characters_are_read():
    assert len(reading("书" * 500).typed) == 200


def words(query):
    """Return a tree as nested lists: ["or", …], ["and", …]."""
    if isinstance(query, PlainText):
        assert query.operator == "and"
        return query.query_string
    kind = {And: "and", Or: "or"}[type(query)]
    return [kind, *(words(part) for part in query.subqueries)]


@pytest.mark.parametrize(
    ("typed", "tree", "beside"),
    [
        ("合唱", None, ()),
        ("书法", ["or", "书法", "毛笔字"], ("毛笔字",)),
        ("学书法", ["or", "学书法", ["or", "书法", "毛笔字"]], ("毛笔字",)),
        ("合唱 書法", ["and", "合唱", ["or", "书法", "毛笔字"]], ("毛笔字",)),
        ("在哪里学书法", ["or", "学书法", ["or", "书法", "毛笔字"]], ("毛笔字",)),
        ("今天 律师", ["or", "律师", "法律顾问"], ("法律顾问",)),
    ],
)
def test_synonyms_are_looked_for_beside_what_was_said(typed, tree, beside):
    found = read(typed, WEDNESDAY, synonyms=SYNONYMS)
    assert (found.wanted and words(found.wanted)) == tree
    assert found.beside == beside


def test_a_query_of_many_known_words_stays_small():
    groups = [Group(tuple(f"词{a}{b}字" for b in "甲乙丙丁戊己庚辛")) for a in "子丑寅卯辰巳午未"]
    found = read(
        " ".join(group.words[0] for group in groups), WEDNESDAY, synonyms=Synonyms.of(groups)
    )
    assert len(found.beside) <= 40
