"""A menu goes out as a sheet, is worked on, and comes back: nothing is lost, nothing doubled."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.roles import Role
from common.models import Kind
from events.menu_months import next_free_month
from events.models import Activity, ActivityMenuPage, SheetBase
from tests.events.test_sheet_upload import address, draft_of, filled, rows_of, upload
from tests.factories import accounts as people
from tests.factories import brands as brand_factory
from tests.factories import events as factory

pytestmark = pytest.mark.django_db

ODD_ROWS = [
    factory.row(
        "书法课", "每周二 14:00-15:30", kind="art", fee="材料费10元", series="书法", capacity="20"
    ),
    factory.row("=1+1 数学角", "12月9日 19:00", place="", summary="第一行\n\n第二行，时长90分钟"),
    factory.row("@大家 跳舞", "12月10日 19:00-20:30", sign_up="电话报名 010-69370001"),
    factory.row("-5℃ 也来", "12月11日", summary="名额：男女各20", audience="+65 长者"),
    factory.row("双  空格", " 12月12日 9:00 ", status="cancelled", reason="老师生病"),
    factory.row("<b>合唱</b>", "3日、10日 9:00-10:00", kind=""),
]


@pytest.fixture
def as_editor(client, centre):
    client.force_login(people.person("editor", role=Role.EDITOR, node=centre))
    return client


@pytest.fixture
def menu(centre):
    return factory.make_menu(centre, ODD_ROWS)


def exported(client, menu):
    """Return the menu's sheet as an open workbook."""
    answer = client.get(reverse("menus:export", args=[menu.pk]))
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def as_file(book) -> SimpleUploadedFile:
    octets = io.BytesIO()
    book.save(octets)
    return SimpleUploadedFile("menu.xlsx", octets.getvalue())


def fates(response) -> list[str]:
    return [form.merged.fate for form in response.context["forms"]]


def column(book, label: str) -> int:
    return next(cell.column for cell in book.active[2] if cell.value == label)


def test_an_exported_menu_comes_back_with_no_change(as_editor, centre, menu):
    revision = menu.latest_revision_id
    checked = upload(as_editor, centre, as_file(exported(as_editor, menu)))

    assert fates(checked) == ["unchanged"] * len(ODD_ROWS)
    assert checked.context["check"].absences == []
    saved = as_editor.post(address(centre), filled(checked), follow=True)
    assert "No change" in saved.content.decode()
    assert ActivityMenuPage.objects.get().latest_revision_id == revision


def test_every_kind_comes_back_as_itself(as_editor, centre):
    rows = [factory.row(kind.name, "12月8日 9:00", kind=kind.code) for kind in Kind.objects.all()]
    menu = factory.make_menu(centre, rows)

    checked = upload(as_editor, centre, as_file(exported(as_editor, menu)))

    assert set(fates(checked)) == {"unchanged"}


def test_cells_that_begin_like_formulas_are_text(as_editor, menu):
    book = exported(as_editor, menu)

    cell = book.active["A4"]
    assert (cell.value, cell.data_type) == ("=1+1 数学角", "s")
    assert cell.quotePrefix
    assert not any(cell.data_type == "f" for row in book.active for cell in row)


def test_keys_and_bases_are_hidden(as_editor, menu):
    book = exported(as_editor, menu)

    for label in ("系统编号", "系统底稿"):
        letter = book.active.cell(2, column(book, label)).column_letter
        assert book.active.column_dimensions[letter].hidden


def test_a_row_is_known_by_its_key_whatever_else_changed(as_editor, centre, menu):
    ids = [block.id for block in menu.rows]
    book = exported(as_editor, menu)
    book.active["A3"], book.active["B3"] = "国画课", "12月20日 9:00"
    checked = upload(as_editor, centre, as_file(book))

    assert fates(checked)[0] == "changed"
    assert "<del>书法课</del>" in checked.content.decode()
    as_editor.post(address(centre), filled(checked))
    draft = draft_of(menu)
    assert [block.id for block in draft.rows] == ids
    assert draft.rows[0].value["title"] == "国画课"


def test_a_row_copied_in_the_sheet_is_a_new_one(as_editor, centre, menu):
    book = exported(as_editor, menu)
    for cell in book.active[3]:
        book.active.cell(9, cell.column, cell.value)
    book.active["A9"] = "书法课（周末班）"
    as_editor.post(address(centre), filled(upload(as_editor, centre, as_file(book))))

    draft = draft_of(menu)
    assert len(draft.rows) == len(ODD_ROWS) + 1
    assert len({block.id for block in draft.rows}) == len(draft.rows)
    assert draft.rows[0].value["title"] == "书法课"


def test_a_cell_that_was_emptied_is_empty(as_editor, centre, menu):
    book = exported(as_editor, menu)
    book.active.cell(3, column(book, "收费")).value = None
    as_editor.post(address(centre), filled(upload(as_editor, centre, as_file(book))))

    assert rows_of(menu)[0]["fee"] == ""


def edit(menu, position: int, **values) -> None:
    """Change a row of the newest draft, as an editor would in the admin."""
    draft = draft_of(menu)
    raw = [dict(block) for block in draft.rows.get_prep_value()]
    raw[position]["value"] |= values
    draft.rows = raw
    draft.save_revision()


def test_edits_on_both_sides_join_where_they_do_not_meet(as_editor, centre, menu):
    book = exported(as_editor, menu)
    edit(menu, 0, place="多功能厅")
    book.active.cell(3, column(book, "名额")).value = "30"
    checked = upload(as_editor, centre, as_file(book))

    assert fates(checked)[0] == "changed"
    as_editor.post(address(centre), filled(checked))
    assert (rows_of(menu)[0]["place"], rows_of(menu)[0]["capacity"]) == ("多功能厅", "30")


@pytest.mark.parametrize(
    ("says", "place"), [({}, "多功能厅"), ({"r0__sheet_wins": "on"}, "舞蹈室")]
)
def test_in_a_conflict_the_admin_wins_unless_the_editor_says_otherwise(
    as_editor, centre, menu, says, place
):
    book = exported(as_editor, menu)
    edit(menu, 0, place="多功能厅")
    book.active.cell(3, column(book, "地点")).value = "舞蹈室"
    checked = upload(as_editor, centre, as_file(book))

    assert fates(checked)[0] == "conflict"
    as_editor.post(address(centre), filled(checked, **says))
    assert rows_of(menu)[0]["place"] == place

    again = upload(as_editor, centre, as_file(book))
    assert fates(again)[0] == "unchanged", "who has decided is not asked again"


HEADER = ("活动名称", "活动时间", "地点", "名额")
PLAIN = [("书法课", "12月8日 14:00", "书画室", "20"), ("舞蹈课", "12月9日 19:00", "舞蹈室", "")]


def plain_sheet(*rows) -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    for row in (("2026年12月活动安排",), HEADER, *rows):
        book.active.append(row)
    return as_file(book)


def save(client, centre, file, **changes):
    return client.post(address(centre), filled(upload(client, centre, file), **changes))


def test_the_same_plain_sheet_again_is_no_change(as_editor, centre):
    save(as_editor, centre, plain_sheet(*PLAIN))
    menu = ActivityMenuPage.objects.get()
    again = upload(as_editor, centre, plain_sheet(*PLAIN))

    assert fates(again) == ["unchanged", "unchanged"]
    as_editor.post(address(centre), filled(again))
    assert ActivityMenuPage.objects.get().latest_revision_id == menu.latest_revision_id


def test_an_edit_in_the_admin_outlives_the_same_sheet(as_editor, centre):
    save(as_editor, centre, plain_sheet(*PLAIN))
    menu = ActivityMenuPage.objects.get()
    edit(menu, 0, capacity="25")
    again = upload(as_editor, centre, plain_sheet(*PLAIN))

    assert fates(again) == ["unchanged", "unchanged"]
    as_editor.post(address(centre), filled(again))
    assert rows_of(menu)[0]["capacity"] == "25"


def test_the_same_file_again_leaves_the_feeds_octets_alone(client, as_editor, centre):
    file = plain_sheet(*PLAIN).read()

    def publish():
        save(as_editor, centre, SimpleUploadedFile("menu.xlsx", file))
        factory.publish(
            ActivityMenuPage.objects.get(), draft_of(ActivityMenuPage.objects.get()).rows
        )
        return client.get(f"/calendar/{centre.address_code}.ics").content

    first = publish()
    assert first.count(b"BEGIN:VEVENT") == 2
    assert publish() == first


def test_two_that_fit_are_asked_about(as_editor, centre):
    menu = factory.make_menu(
        centre,
        [
            factory.row("书法课", "12月8日 9:00", place="书画室"),
            factory.row("书法课", "12月8日 14:00", place="书画室"),
        ],
    )
    ids = [block.id for block in menu.rows]
    checked = upload(as_editor, centre, plain_sheet(("书法课", "12月8日 16:00", "书画室", "")))
    [form] = checked.context["forms"]
    assert [identity for identity, _text in form.candidates] == ids
    refused = as_editor.post(address(centre), filled(checked))
    assert refused.context["wrong"]

    as_editor.post(address(centre), filled(refused, r0__which=ids[1]))
    assert [row["when"] for row in rows_of(menu)] == ["12月8日 9:00", "12月8日 16:00"]


def test_of_two_that_fit_it_may_be_neither(as_editor, centre):
    menu = factory.make_menu(centre, [factory.row("书法课", f"12月8日 {n}:00") for n in (9, 14)])
    checked = upload(as_editor, centre, plain_sheet(("书法课", "12月8日 16:00", "", "")))
    as_editor.post(address(centre), filled(checked, r0__which="new"))

    assert len(rows_of(menu)) == 3


def test_a_time_and_a_room_tell_a_renamed_activity(as_editor, centre):
    menu = factory.make_menu(centre, [factory.row("书法课", "12月8日 9:00", place="书画室")])
    ids = [block.id for block in menu.rows]
    save(as_editor, centre, plain_sheet(("书法提高班", "12月8日 9:00", "书画室", "")))

    draft = draft_of(menu)
    assert [block.id for block in draft.rows] == ids
    assert draft.rows[0].value["title"] == "书法提高班"


def test_a_missing_published_row_asks_cancel_or_remove(as_editor, centre):
    menu = factory.publish(factory.make_menu(centre, ODD_ROWS[:3]))
    book = exported(as_editor, menu)
    book.active.delete_rows(4, 2)
    checked = upload(as_editor, centre, as_file(book))
    first, second = checked.context["check"].absences
    assert first.is_public
    refused = as_editor.post(address(centre), filled(checked))
    assert refused.context["wrong"]

    answers = {
        f"{first.prefix}-choice": "cancel",
        f"{first.prefix}-reason": "老师生病",
        f"{second.prefix}-choice": "withdraw",
    }
    refused = as_editor.post(address(centre), {**filled(checked), **answers})
    assert refused.context["check"].absences[1].errors["reason"]
    answers[f"{second.prefix}-reason"] = "填错了"
    as_editor.post(address(centre), {**filled(checked), **answers})
    assert [row["status"] for row in rows_of(menu)] == ["on", "cancelled", "withdrawn"]
    assert Activity.objects.filter(status="on").count() == 3, "nothing public changes by itself"


def test_a_draft_row_deleted_from_our_sheet_goes_unless_kept(as_editor, centre, menu):
    book = exported(as_editor, menu)
    book.active.delete_rows(3)
    checked = upload(as_editor, centre, as_file(book))
    [absence] = checked.context["check"].absences
    assert absence.initial["choice"] == "delete"
    as_editor.post(address(centre), filled(checked))

    assert len(rows_of(menu)) == len(ODD_ROWS) - 1


def test_good_rows_are_saved_while_bad_ones_wait(as_editor, centre):
    rows = [*PLAIN, ("合唱团", "12月32日", "", "")]
    checked = upload(as_editor, centre, plain_sheet(*rows))
    data = filled(checked)
    del data["save"]
    waiting = as_editor.post(address(centre), {**data, "save_good": "1"})

    menu = ActivityMenuPage.objects.get()
    assert [row["title"] for row in rows_of(menu)] == ["书法课", "舞蹈课"]
    [form] = waiting.context["forms"]
    assert form.row.title == "合唱团"
    as_editor.post(address(centre), filled(waiting, r0__when="12月30日 9:00"))
    assert [row["title"] for row in rows_of(menu)] == ["书法课", "舞蹈课", "合唱团"]


def test_the_file_comes_back_with_coloured_commented_cells(as_editor, centre):
    rows = [("书法课", "12月32日", "书画间", ""), PLAIN[1]]
    data = filled(upload(as_editor, centre, plain_sheet(*rows)))
    del data["save"]
    answer = as_editor.post(address(centre), {**data, "remarks": "1"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active

    assert sheet["B3"].value == "12月32日"
    assert sheet["B3"].fill.fgColor.rgb.endswith("F8CBCB")
    assert sheet["B3"].comment.text
    assert sheet["C3"].fill.fgColor.rgb.endswith("FCE8B2")
    assert sheet["B4"].comment is None
    assert not ActivityMenuPage.objects.exists()


def test_a_crash_in_the_middle_leaves_nothing_half_done(as_editor, centre, monkeypatch):
    def crash(*args, **kwargs):
        raise RuntimeError

    checked = upload(as_editor, centre, plain_sheet(*PLAIN))
    monkeypatch.setattr(SheetBase.objects, "update_or_create", crash)
    with pytest.raises(RuntimeError):
        as_editor.post(address(centre), filled(checked))

    assert not ActivityMenuPage.objects.exists()
    assert not SheetBase.objects.exists()


def test_the_template_has_lists_and_an_example_that_is_not_imported(as_editor, centre):
    answer = as_editor.get(reverse("menus:template", args=[centre.pk]))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet, options = book["活动菜单"], book["选项"]
    assert options.sheet_state == "hidden"
    rules = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert len(rules) == 5
    offered = [cell.value for line in options.iter_cols() for cell in line]
    assert {"书画室", "免费", "无需报名", Kind.objects.first().name} <= set(offered)

    month = f"{next_free_month(centre):%Y-%m}"
    refused = upload(as_editor, centre, as_file(book), month=month)
    assert "no activity" in refused.context["form"].errors["file"][0]
    for number, text in enumerate(("太极拳", "每周一 8:00-9:00", "社区广场"), start=1):
        sheet.cell(4, number, text)
    checked = upload(as_editor, centre, as_file(book))
    assert [form.row.title for form in checked.context["forms"]] == ["太极拳"]


def test_sheets_of_a_centre_are_for_its_editors(client, centre, network, menu):
    other = brand_factory.make_centre(network)
    client.force_login(people.person("elsewhere", role=Role.EDITOR, node=other))

    for view, thing in (("menus:template", centre), ("menus:export", menu)):
        assert client.get(reverse(view, args=[thing.pk])).status_code == 302
