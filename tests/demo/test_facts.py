"""The demo facts keep the promises on which the loader builds."""

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from chinese.when import parse
from demo.activities import LONGEST, menu_rows
from demo.changes import CHANGES
from demo.library import GROUPS
from demo.livestreams import LIVESTREAMS
from demo.networks import NETWORKS, all_centres
from demo.notices import NOTICES
from demo.rooms import WORDS, is_shared

CENTRES = all_centres()
BY_CODE = {centre.code: centre for centre in CENTRES}
AREAS = [area for network in NETWORKS for area in network.area.all_areas()]
MONTHS = ((2026, 11), (2026, 12), (2027, 1))

OUTLINES = {
    **dict.fromkeys(("city", "district"), "begonia"),
    **dict.fromkeys(("street", "town"), "circle"),
    **dict.fromkeys(("community", "village"), "square"),
    "building": "tall",
    "business-circle": "octagon",
    "park": "hexagon",
    "stop": "fan",
}
ACCENTS = {
    *("wall", "sea", "indigo", "teal", "bamboo"),
    *("ochre", "persimmon", "jujube", "rose", "tea"),
}
LATTICES = {
    *("boat", "hills", "tower", "maze", "diamond", "waves", "wheel", "roof", "book", "lamp"),
    *("ice", "plum", "cloud", "ruyi", "brocade", "rings", "bamboo", "fish", "bridge", "drum"),
    *("kite", "loom", "pagoda", "scale", "seed", "shuttle", "spring", "star", "well"),
}
SCENES = {
    *("harbour", "night-flats", "square", "courtyard", "workshop", "library", "stage"),
    *("lantern-street", "bridge-river", "hills-village", "office-towers", "market", "canteen"),
    *("dance-hall", "snow-yard", "playground", "clinic", "lecture", "garden", "stop-station"),
}
KINDS = {
    *("art", "stage", "sport", "child", "health", "study", "skill"),
    *("council", "service", "volunteer", "film", "social", "job", "other"),
}
MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
LANDLINE = re.compile(r"0\d{2,3}-\d{7,8}")
LIMITS = {
    "title": 120,
    "place": 120,
    "audience": 120,
    "capacity": 60,
    "fee": 60,
    "sign_up": 120,
    "presenter": 120,
    "contact": 60,
    "summary": 2000,
}


@pytest.fixture(scope="module")
def menus():
    """Return the menus of three months: (centre code, year, month) to rows."""
    return {
        (centre.code, year, month): menu_rows(centre, year, month)
        for centre in CENTRES
        for year, month in MONTHS
    }


def duplicates(values):
    return [value for value, count in Counter(values).items() if count > 1]


def test_five_networks_have_at_least_sixty_two_centres():
    assert len(NETWORKS) == 5
    assert len(CENTRES) >= 62


def test_about_twenty_centres_have_a_story_with_pillars():
    rich = [centre for centre in CENTRES if centre.is_rich]
    assert len(rich) >= 20
    assert [centre.code for centre in rich if not centre.pillars or not centre.figures] == []


def test_codes_and_slugs_are_unique():
    assert duplicates(centre.code for centre in CENTRES) == []
    assert duplicates(centre.slug for centre in CENTRES) == []
    assert duplicates(area.code for area in AREAS) == []


def test_siblings_in_the_tree_have_different_slugs():
    for area in AREAS:
        children = [*area.areas, *area.centres, *([area.centre] if area.centre else [])]
        assert duplicates(child.slug for child in children) == []


def test_area_code_that_is_a_centre_code_is_its_own_centre():
    for area in AREAS:
        if area.code in BY_CODE:
            assert area.centre is BY_CODE[area.code]


@pytest.mark.parametrize("node", [*CENTRES, *AREAS], ids=lambda node: node.code)
def test_node_uses_the_drawn_vocabulary(node):
    assert node.tier in OUTLINES
    assert node.accent in ACCENTS
    assert node.lattice in LATTICES
    assert node.scene in SCENES
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", node.slug)
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", node.code)
    assert LANDLINE.fullmatch(node.phone)


def test_emblems_of_centres_are_distinct():
    emblems = [(OUTLINES[centre.tier], centre.lattice, centre.accent) for centre in CENTRES]
    assert duplicates(emblems) == []


@pytest.mark.parametrize("centre", CENTRES, ids=lambda centre: centre.code)
def test_centre_is_complete(centre):
    assert len(centre.facilities) >= 2
    assert centre.windows
    assert centre.opening
    assert all(rule.weekdays for rule in centre.opening)
    assert 18 < centre.latitude < 54
    assert 73 < centre.longitude < 136
    assert centre.intro
    assert centre.scene_alt


def test_every_telephone_is_a_landline():
    phones = [entry.phone for centre in CENTRES for entry in (*centre.people, *centre.stops)]
    phones += [notice.contact for notice in NOTICES]
    assert [phone for phone in phones if not LANDLINE.fullmatch(phone)] == []


def test_no_text_holds_a_mobile_number():
    text = repr((CENTRES, AREAS, NOTICES, LIVESTREAMS, CHANGES, GROUPS))
    assert MOBILE.search(text) is None


def test_no_text_raises_its_voice():
    text = repr((CENTRES, AREAS, NOTICES, LIVESTREAMS, CHANGES, GROUPS))
    assert "！" not in text
    assert "TODO" not in text


def test_linhai_holds_the_centres_of_the_sheet():
    expected = {
        "LH": ("市", "0576-85110001", 28.8583, 121.1447),
        "LH-DY": ("街道", "0576-85110010", 28.8551, 121.1302),
        "LH-DY-DY": ("社区", "0576-85110011", 28.8539, 121.1287),
        "LH-XQ": ("镇", "0576-85120001", 28.7902, 121.226),
        "LH-XQ-LF": ("村", "0576-85120011", 28.7841, 121.2333),
        "LH-DC": ("镇", "0576-85130001", 28.9017, 121.3031),
        "LH-DC-MX": ("村", "0576-85130011", 28.9122, 121.318),
        "LH-YX": ("镇", "0576-85140001", 28.8304, 120.9871),
    }
    names = {"city": "市", "street": "街道", "town": "镇", "community": "社区", "village": "村"}
    found = {
        code: (names[centre.tier], centre.phone, centre.latitude, centre.longitude)
        for code, centre in BY_CODE.items()
        if code in expected
    }
    assert found == expected


def test_library_uses_known_kinds_and_rooms():
    rows = [row for table in GROUPS.values() for row in table]
    assert len(rows) >= 120
    assert {len(row) for row in rows} == {11}
    assert {row[1] for row in rows} <= KINDS
    assert {row[3] for row in rows} <= set(WORDS)


def test_own_activities_use_known_kinds_and_rooms_of_the_house():
    for centre in CENTRES:
        rooms = {facility.name for facility in centre.facilities}
        for row in centre.menu:
            assert row.kind in KINDS, row
            assert row.place in rooms or row.place == "各村村口", (centre.code, row)


def test_menus_have_six_to_twenty_four_rows(menus):
    assert {key: len(rows) for key, rows in menus.items() if not 6 <= len(rows) <= 24} == {}


def test_menus_give_more_than_1300_occurrences_in_three_months(menus):
    total = sum(
        len(parse(row["when"], year=year, month=month).slots())
        for (_, year, month), rows in menus.items()
        for row in rows
    )
    assert total >= 1300


def test_occurrences_stay_in_the_month_of_their_menu(menus):
    for (_, year, month), rows in menus.items():
        for row in rows:
            assert parse(row["when"], year=year, month=month).months() == [(year, month)]


def test_menu_rows_keep_the_limits_of_the_fields(menus):
    for rows in menus.values():
        for row in rows:
            assert all(len(row[field]) <= limit for field, limit in LIMITS.items())
            assert not any("{" in value or " / " in value for value in row.values())


def test_a_menu_does_not_offer_one_activity_twice(menus):
    for key, rows in menus.items():
        assert duplicates(row["title"] for row in rows) == [], key


def test_menu_is_the_same_on_every_run():
    centre = BY_CODE["fulaishan-haixin"]
    assert menu_rows(centre, 2026, 12) == menu_rows(centre, 2026, 12)


def test_row_identities_are_unique(menus):
    assert duplicates(row["id"] for rows in menus.values() for row in rows) == []


def test_months_of_one_centre_have_their_own_identities():
    centre = BY_CODE["fulaishan-hengshan"]
    november = {row["id"] for row in menu_rows(centre, 2026, 11)}
    assert november.isdisjoint(row["id"] for row in menu_rows(centre, 2026, 12))


def test_changes_name_own_activities_of_centres():
    for change in CHANGES:
        titles = {row.title for row in BY_CODE[change.centre].menu}
        assert change.title in titles
        assert change.reason
        assert bool(change.start) == (change.kind == "moved")


def test_forty_notices_with_six_fairs():
    assert len(NOTICES) == 40
    assert duplicates(notice.slug for notice in NOTICES) == []
    assert sum(notice.fair_in_days is not None for notice in NOTICES) == 6
    assert all(notice.centre in BY_CODE for notice in NOTICES)


def test_notices_say_pay_as_a_number_or_that_learning_is_free():
    for notice in NOTICES:
        for position in notice.positions:
            assert "面议" not in position.pay
            assert (position.pay_min is None) == (position.unit == "course")


def test_some_notices_are_over_and_some_end_soon():
    days = [notice.valid_days for notice in NOTICES]
    assert any(day < 0 for day in days)
    assert any(0 <= day <= 7 for day in days)


def test_livestreams_come_in_every_state():
    states = Counter(stream.state for stream in LIVESTREAMS)
    assert states == {"announced": 4, "live": 1, "ended": 2, "cancelled": 1, "replay": 4}
    assert duplicates(stream.slug for stream in LIVESTREAMS) == []
    assert all(stream.centre in BY_CODE and stream.scene in SCENES for stream in LIVESTREAMS)


def test_captions_follow_one_another():
    clips = [stream for stream in LIVESTREAMS if stream.clip]
    assert {stream.clip for stream in clips} == {"lantern", "noodle"}
    for stream in clips:
        moments = [moment for cue in stream.captions for moment in (cue.start, cue.end)]
        assert moments == sorted(moments)
        assert moments[-1] <= 36


def test_no_room_holds_two_activities_at_once(menus):
    for (code, year, month), rows in menus.items():
        taken = {}
        for row in rows:
            if is_shared(row["place"]):
                continue
            for slot in parse(row["when"], year=year, month=month).slots():
                end = slot.end or slot.start + timedelta(hours=1)
                if end - slot.start <= LONGEST:
                    taken.setdefault(row["place"], []).append((slot.start, end))
        for place, spans in taken.items():
            spans.sort()
            for (_, end), (start, _) in pairwise(spans):
                assert end <= start, (code, place, start)
