"""A sheet of centres becomes the tree: checked row by row, saved at once, kept up by code."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page

from brands.models import AreaPage, CentrePage
from inspection import registry
from inspection.models import Wording
from tests.factories import accounts as people
from tests.factories import brands as factory

SHEET = Path(__file__).parent.parent / "data/sheets/centres-linhai.xlsx"
HEADER = "编号,中心名称,上级中心,层级,品牌,地址,电话,纬度,经度,开放时间,标签\n"


def upload(client, node, content: bytes | str, name="centres.csv"):
    octets = content.encode() if isinstance(content, str) else content
    address = reverse("network:centres", args=[node.pk])
    return client.post(address, {"file": SimpleUploadedFile(name, octets)})


def save(client, node, answer):
    [rows] = re.findall(r'name="rows" value="([^"]+)"', answer.content.decode())
    address = reverse("network:centres", args=[node.pk])
    return client.post(address, {"rows": rows, "save": "1"}, follow=True)


def bring(client, node, content, name="centres.csv"):
    return save(client, node, upload(client, node, content, name))


def remarks(answer) -> list[str]:
    return [str(one) for step in answer.context["plan"].steps for one in step.remarks]


@pytest.fixture
def linhai(admin_page, home):
    """The network of the sheet, brought in at the front page."""
    bring(admin_page, home, SHEET.read_bytes(), "centres-linhai.xlsx")
    return AreaPage.objects.get(code="LH")


def test_nothing_is_stored_before_it_is_confirmed(admin_page, home):
    answer = upload(admin_page, home, SHEET.read_bytes(), "centres-linhai.xlsx")

    assert answer.context["counts"] == {"new": 8, "changed": 0, "unchanged": 0, "wrong": 0}
    assert not CentrePage.objects.exists()


def test_the_sheet_becomes_the_tree(linhai, home):
    centres = {page.code: page for page in CentrePage.objects.all()}

    def area_of(code):
        return centres[code].get_parent().specific.code

    assert linhai.get_parent() == home.page_ptr
    assert sorted(AreaPage.objects.values_list("code", flat=True)) == [
        "LH",
        "LH-DC",
        "LH-DY",
        "LH-XQ",
        "LH-YX",
    ]
    assert len(centres) == 8
    assert {area_of(code) for code in ("LH-DY", "LH-DY-DY")} == {"LH-DY"}
    assert area_of("LH") == "LH"
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_centre_holds_what_its_row_says(linhai):
    town = CentrePage.objects.get(code="LH-XQ")

    assert (town.title, town.tier, town.brand_name) == (
        "汛桥镇党群服务中心",
        "town",
        "一件事内循环",
    )
    assert (town.latitude, town.longitude) == (Decimal("28.79020"), Decimal("121.22600"))
    assert (town.phone, town.labels) == ("0576-85120001", "便民服务型")
    assert [(one.days, f"{one.closes:%H:%M}", one.note) for one in town.opening_hours.all()] == [
        ("12345", "17:00", ""),
        ("24", "20:00", "延时"),
    ]
    assert town.live
    assert not town.has_unpublished_changes
    assert town.live_revision == town.latest_revision
    assert town.get_latest_revision_as_object().opening_hours.count() == 2
    assert town.get_parent().title == "汛桥镇"


def test_the_pages_open(linhai, client):
    for page in [*AreaPage.objects.all(), *CentrePage.objects.all()]:
        assert client.get(page.address).status_code == 200, page.address


def test_the_same_file_again_is_no_change(linhai, admin_page, home):
    answer = upload(admin_page, home, SHEET.read_bytes(), "centres-linhai.xlsx")

    assert answer.context["counts"] == {"new": 0, "changed": 0, "unchanged": 8, "wrong": 0}
    assert 'name="save"' not in answer.content.decode()


def test_a_second_sheet_changes_by_code(linhai, admin_page, home):
    before = CentrePage.objects.get(code="LH-YX")
    row = "LH-YX,尤溪镇邻里中心,LH,镇,,,,,,周一至周五 9:00-17:00；周一、四 18:00-20:00,\n"
    answer = upload(admin_page, home, HEADER + row)
    [step] = answer.context["plan"].steps

    assert [(one.field, one.old != one.new) for one in step.changes] == [
        ("title", True),
        ("hours", True),
    ]

    save(admin_page, home, answer)
    after = CentrePage.objects.get(code="LH-YX")

    assert (after.pk, after.title, after.phone) == (before.pk, "尤溪镇邻里中心", before.phone)
    assert [one.days for one in after.opening_hours.all()] == ["12345", "1", "4"]
    assert CentrePage.objects.count() == 8


def test_an_editors_draft_stays_a_draft(linhai, admin_page, home):
    page = CentrePage.objects.get(code="LH-YX")
    page.intro = "draft words"
    page.save_revision()
    bring(admin_page, home, HEADER + "LH-YX,尤溪镇党群服务中心,LH,镇,,新路 1 号,,,,,\n")
    page = CentrePage.objects.get(code="LH-YX")
    draft = page.get_latest_revision_as_object()

    assert (page.intro, page.address_line) == ("", "新路 1 号")
    assert (draft.intro, draft.address_line) == ("draft words", "新路 1 号")
    assert page.has_unpublished_changes


def test_a_street_below_a_community_belongs_to_its_area(linhai, admin_page, home):
    bring(admin_page, home, HEADER + "LH-DY-S1,东门驿站,LH-DY-DY,驿站,,,,,,,\n")

    assert CentrePage.objects.get(code="LH-DY-S1").get_parent().specific.code == "LH-DY"


@pytest.mark.parametrize(
    ("rows", "cell", "words"),
    [
        ("A1,甲中心,XX,社区,,,,,,,\n", "C2", "XX"),
        ("A1,甲中心,LH-XX,社区,,,,,,,\n", "C2", "“LH-"),
        ("A1,甲中心,LH,宇宙,,,,,,,\n", "D2", "宇宙"),
        ("A1,甲中心,LH,,,,,,,,\n", "D2", ""),
        ("A 1,甲中心,LH,社区,,,,,,,\n", "A2", "A 1"),
        (",甲中心,LH,社区,,,,,,,\n", "A2", ""),
        ("A1,,LH,社区,,,,,,,\n", "B2", ""),
        ("A1,甲中心,LH,社区,,,,121.1,28.8,,\n", "H2", ""),
        ("A1,甲中心,LH,社区,,,,1,121,,\n", "H2", ""),
        ("A1,甲中心,LH,社区,,,,nan,121,,\n", "H2", "nan"),
        ("A1,甲中心,LH,社区,,,,28.8,,,\n", "I2", ""),
        ("A1,甲中心,LH,社区,,,,,,随时来,\n", "J2", "随时来"),
        ("A1,甲中心,,社区,,,,,,,\n", "C2", ""),
        (f"A1,甲中心,LH,社区,{'长' * 21},,,,,,\n", "E2", "20"),
        ("LH-YX,尤溪镇中心,LH,社区,,,,,,,\n", "D2", ""),
        ("LH-DY-DY,大洋社区,LH-XQ,社区,,,,,,,\n", "C2", ""),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(linhai, admin_page, home, rows, cell, words):
    answer = upload(admin_page, home, HEADER + rows)
    first = remarks(answer)[0]

    assert first.startswith(f"{cell}: ")
    assert words in first
    assert answer.context["counts"]["wrong"] == 1


def test_codes_twice_and_circles_are_said(admin_page, home):
    rows = "A1,甲区,,区,,,,,,,\na1,乙区,,区,,,,,,,\n"
    rows += "B1,丙街道,B2,街道,,,,,,,\nB2,丁街道,B1,街道,,,,,,,\n"
    found = remarks(upload(admin_page, home, HEADER + rows))

    assert [one.split(":")[0] for one in found] == ["A2", "A3", "C4", "C5"]


def test_good_rows_go_ahead_and_rows_below_a_wrong_one_wait(admin_page, home):
    rows = "B,乙区,,区,,,,,,,\nC,丙街道,D,街道,,,,,,,\nD,丁区,,区,,,,,,随时来,\n"
    answer = upload(admin_page, home, HEADER + rows)

    assert answer.context["counts"] == {"new": 1, "changed": 0, "unchanged": 0, "wrong": 2}
    save(admin_page, home, answer)
    assert list(CentrePage.objects.values_list("code", flat=True)) == ["B"]


def test_a_long_sheet_is_saved_in_parts(admin_page, home, monkeypatch):
    monkeypatch.setattr("brands.centre_plans.SAVED_AT_ONCE", 5)
    answer = upload(admin_page, home, SHEET.read_bytes(), "centres-linhai.xlsx")
    rest = save(admin_page, home, answer)

    assert rest.context["counts"] == {"new": 3, "changed": 0, "unchanged": 5, "wrong": 0}
    assert '<progress max="8" value="5"' in rest.text
    assert "data-goes-on" in rest.text
    assert "data-goes-on" not in answer.text
    save(admin_page, home, rest)
    assert CentrePage.objects.count() == 8


def test_a_step_that_saves_nothing_new_does_not_go_on_by_itself(admin_page, home, monkeypatch):
    monkeypatch.setattr("brands.centre_plans.SAVED_AT_ONCE", 5)
    answer = upload(admin_page, home, SHEET.read_bytes(), "centres-linhai.xlsx")
    monkeypatch.setattr("brands.bringing_views.save_centres", lambda *arguments: None)
    assert "data-goes-on" not in save(admin_page, home, answer).text


def test_a_failure_in_the_middle_leaves_nothing(admin_page, home, monkeypatch):
    answer = upload(admin_page, home, SHEET.read_bytes(), "centres-linhai.xlsx")
    real = CentrePage.save_revision

    def fail_at_the_last(page, *args, **kwargs):
        if page.code == "LH-YX":
            raise RuntimeError
        return real(page, *args, **kwargs)

    monkeypatch.setattr(CentrePage, "save_revision", fail_at_the_last)
    with pytest.raises(RuntimeError):
        save(admin_page, home, answer)

    assert not AreaPage.objects.exists()


def test_a_tree_that_changed_meanwhile_is_shown_again(linhai, admin_page, home):
    answer = upload(admin_page, home, HEADER + "LH-YX,新名字,LH,镇,,,,,,,\n")
    page = CentrePage.objects.get(code="LH-YX")
    page.title = "别的名字"
    page.save()
    again = save(admin_page, home, answer)

    assert again.context["wrong"]
    assert CentrePage.objects.get(code="LH-YX").title == "别的名字"


@pytest.mark.parametrize("rows", ["", "x", "AAAA:bbbb:cccc"])
def test_a_check_that_was_tampered_with_begins_again(admin_page, home, rows):
    answer = admin_page.post(reverse("network:centres", args=[home.pk]), {"rows": rows})

    assert answer.status_code == 302
    assert not AreaPage.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", "名字,电话\n甲,1\n".encode()])
def test_a_file_that_is_no_sheet_of_centres_gets_one_sentence(admin_page, home, content):
    answer = upload(admin_page, home, content)

    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]


def test_administrators_bring_in_below_their_own_area_only(client, home):
    tree = people.tree()
    boss = people.person("boss", role="administrator", node=tree.street)
    client.force_login(boss)

    for node in (tree.network, tree.other_network, home, tree.near):
        assert upload(client, node, HEADER).status_code in (302, 403)
    rows = "pine,抢来的中心,lake-east,社区,,,,,,,\nnew,新社区中心,lake-east,社区,,,,,,,\n"
    answer = upload(client, tree.street, HEADER + rows)

    assert [one.split(":")[0] for one in remarks(answer)] == ["A2"]
    assert "松林村" not in answer.content.decode()
    save(client, tree.street, answer)
    assert CentrePage.objects.get(code="new").get_parent() == Page.objects.get(pk=tree.street.pk)
    assert CentrePage.objects.get(code="pine").title == "松林村服务中心"


@pytest.mark.parametrize("role", ["reviewer", "approver"])
def test_who_does_not_administer_brings_nothing_in(client, db, role):
    tree = people.tree()
    client.force_login(people.person("someone", role=role, node=tree.network))

    for address in (
        reverse("network:choose"),
        reverse("network:centres", args=[tree.network.pk]),
    ):
        assert client.get(address).status_code in (302, 403)


def test_the_way_there_is_offered(client, home):
    tree = people.tree()
    client.force_login(people.person("boss", role="administrator", node=tree.network))
    address = reverse("network:centres", args=[tree.network.pk])

    assert address in client.get(reverse("network:choose")).content.decode()
    explorer = client.get(reverse("wagtailadmin_explore", args=[tree.network.pk]))
    assert address in explorer.content.decode()


def test_the_check_costs_the_same_queries_for_any_sheet(
    admin_page, network, django_assert_max_num_queries
):
    for number in range(12):
        factory.make_centre(network, code=f"c{number}")
    rows = "".join(f"c{n},第{n}中心,fangshan,社区,,,,,,,\n" for n in range(12))
    with django_assert_max_num_queries(25):
        upload(admin_page, network, HEADER + rows)


def test_what_must_be_mended_is_not_brought_in(admin_page, network):
    sheet = HEADER + "A1,幸福社区中心,,社区,,幸福路3号（&nbsp;东门）\ufffd,,,,,\n"
    answer = upload(admin_page, network, sheet)
    assert answer.context["counts"]["wrong"] == 1
    assert any("F2" in one for one in remarks(answer))
    save_button = 'name="save"' in answer.text
    assert not save_button


def test_what_is_to_be_looked_at_is_shown_and_named_after_saving(admin_page, network):
    Wording.objects.create(network=network, word="老年人", better="长者")
    sheet = HEADER + "A1,老年人活动中心,,社区,,幸福路3号,,,,,\nA2,东街中心,,社区,,东街1号,,,,,\n"
    answer = upload(admin_page, network, sheet)
    assert answer.context["counts"]["new"] == 2
    assert "长者" in answer.text
    said = [str(one) for one in save(admin_page, network, answer).context["messages"]]
    assert "老年人活动中心" in said[0]
    assert "东街中心" not in said[0]
    assert CentrePage.objects.filter(code="A1", live=True).exists()


def test_a_rule_that_fails_is_told(admin_page, network, monkeypatch):
    def fails(subject):
        raise RuntimeError

    monkeypatch.setitem(registry.rules, "damage", registry.Named("damage", "损伤", fails))
    answer = upload(admin_page, network, HEADER + "A1,东街中心,,社区,,东街1号,,,,,\n")
    assert "损伤" in answer.text
