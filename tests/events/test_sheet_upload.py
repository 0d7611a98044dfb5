"""A month's sheet goes through the admin: read, checked, corrected, saved as a draft."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.roles import Role
from events.models import Activity, ActivityMenuPage
from tests.factories import accounts as people
from tests.factories import brands as brand_factory
from tests.factories import events as factory
from tests.factories.sheet_files import compound

DATA = Path(__file__).parent.parent / "data" / "sheets"
HEADER = "活动名称,活动时间,活动地点,类别\n"
TITLE = "2026年12月活动安排表\n"
DECEMBER = date(2026, 12, 1)


def address(centre) -> str:
    return reverse("menus:upload", args=[centre.pk])


def csv(*rows: str, title: str = TITLE) -> SimpleUploadedFile:
    return SimpleUploadedFile("menu.csv", (title + HEADER + "\n".join(rows)).encode())


def upload(client, centre, file, month=""):
    return client.post(address(centre), {"file": file, "month": month})


def filled(response, **changes) -> dict:
    """Return what the check screen's form would send, with some fields changed."""
    data = {"sheet": response.context["signed"], "save": "1"}
    for form in [*response.context["forms"], *response.context["check"].absences]:
        for field in form:
            if field.name != "left_out":
                data[field.html_name] = field.value() or ""
    return data | {name.replace("__", "-"): value for name, value in changes.items()}


def draft_of(menu) -> ActivityMenuPage:
    return ActivityMenuPage.objects.get(pk=menu.pk).get_latest_revision_as_object()


def rows_of(menu) -> list[dict]:
    return [dict(block.value) for block in draft_of(menu).rows]


@pytest.fixture
def editor(centre):
    return people.person("editor", role=Role.EDITOR, node=centre)


@pytest.fixture
def as_editor(client, editor):
    client.force_login(editor)
    return client


def test_an_editor_uploads_checks_and_saves_a_draft(as_editor, centre):
    checked = upload(as_editor, centre, csv("书法课,每周三 14:00-15:30,书画室,书画"))

    assert "events/admin/sheet_check.html" in [one.name for one in checked.templates]
    assert not ActivityMenuPage.objects.exists(), "nothing is stored before the editor confirms"

    saved = as_editor.post(address(centre), filled(checked))

    menu = ActivityMenuPage.objects.get()
    assert saved.url == reverse("wagtailadmin_pages:edit", args=[menu.pk])
    assert (menu.live, menu.month, menu.slug) == (False, DECEMBER, "2026-12")
    assert menu.get_parent().pk == centre.pk
    [row] = rows_of(menu)
    assert (row["title"], row["when"], row["place"]) == ("书法课", "每周三 14:00-15:30", "书画室")
    assert row["kind"] == "art"
    assert not Activity.objects.exists()


def test_the_check_screen_names_cells_and_dates(as_editor, centre):
    page = upload(as_editor, centre, csv("书法课,12月8日 14:00-15:30,书画室,书画")).content.decode()

    assert "<code>A3</code>" in page
    assert "<code>B3</code>" in page
    assert "12月8日 周二 14:00–15:30" in page


def test_a_wrong_row_is_corrected_in_place(as_editor, centre):
    checked = upload(as_editor, centre, csv("书法课,12月32日 14:00,书画室,"))
    refused = as_editor.post(address(centre), filled(checked))

    assert not ActivityMenuPage.objects.exists()
    assert refused.context["wrong_rows"]
    assert "B3" in refused.content.decode()

    as_editor.post(address(centre), filled(refused, r0__when="12月30日 14:00"))

    assert rows_of(ActivityMenuPage.objects.get())[0]["when"] == "12月30日 14:00"


def test_a_correction_can_be_wrong_too(as_editor, centre):
    checked = upload(as_editor, centre, csv("书法课,12月8日 14:00,书画室,"))

    refused = as_editor.post(
        address(centre), filled(checked, r0__when="12月8日 15:00-14:00", r0__title=" ")
    )

    assert not ActivityMenuPage.objects.exists()
    codes = {problem.code for problem in refused.context["forms"][0].row.problems}
    assert {"end-before-start", "no-title"} <= codes


def test_a_row_that_is_left_out_is_not_saved(as_editor, centre):
    checked = upload(
        as_editor, centre, csv("书法课,12月8日 14:00,书画室,", "舞蹈课,看通知,舞蹈室,")
    )
    as_editor.post(address(centre), filled(checked, r1__left_out="on"))

    assert [row["title"] for row in rows_of(ActivityMenuPage.objects.get())] == ["书法课"]


def test_leaving_out_every_row_saves_nothing(as_editor, centre):
    checked = upload(as_editor, centre, csv("书法课,12月8日 14:00,书画室,"))
    as_editor.post(address(centre), filled(checked, r0__left_out="on"))

    assert not ActivityMenuPage.objects.exists()


def test_an_unknown_room_is_a_warning_and_stays_as_written(as_editor, centre):
    checked = upload(as_editor, centre, csv("书法课,12月8日 14:00,书画间,"))

    [message] = checked.context["forms"][0].messages
    assert (message.severity, message.value) == ("warning", "书画室")

    as_editor.post(address(centre), filled(checked))
    assert rows_of(ActivityMenuPage.objects.get())[0]["place"] == "书画间"


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("menu.pdf", b"%PDF-1.7 nothing"), "menu.pdf"),
        (SimpleUploadedFile("menu.csv", b""), ""),
        (SimpleUploadedFile("menu.xlsx", b"PK\x03\x04 half a file"), ""),
        (SimpleUploadedFile("menu.csv", b"x" * (5 * 1024 * 1024 + 1)), "5 MB"),
        (SimpleUploadedFile("menu.csv", "随便,写写\n".encode()), "随便"),
        (csv("书法课,12月8日 14:00,书画室,", title="2026年11月活动表\n"), "A1"),
        (SimpleUploadedFile("a.xlsx", compound("EncryptedPackage", b"\1" * 5000)), "password"),
        (csv(*["书法课,12月8日,书画室,"] * 2000), "2000 rows"),
        (csv(*["书法课,12月8日,书画室,"] * 501), "501"),
        (csv(f"书法课,12月8日,{'长' * 10_001},"), "C3"),
    ],
    ids=[
        *("no sheet", "empty", "damaged", "too big", "no columns", "another month"),
        *("protected", "too many rows", "too many activities", "long cell"),
    ],
)
def test_a_file_that_is_not_the_months_sheet_gets_a_sentence(as_editor, centre, file, sentence):
    file.seek(0)
    answer = upload(as_editor, centre, file, month="2026-12")

    assert answer.status_code == 200
    [error] = answer.context["form"].errors["file"]
    assert sentence in error
    assert not ActivityMenuPage.objects.exists()


def test_one_cell_in_the_last_row_gets_a_sentence(as_editor, centre):
    from openpyxl import Workbook

    book, content = Workbook(), io.BytesIO()
    book.active["A1048576"] = "x"
    book.save(content)
    answer = upload(as_editor, centre, SimpleUploadedFile("far.xlsx", content.getvalue()))

    assert "1048576" in answer.context["form"].errors["file"][0]


def test_a_sheet_without_a_month_asks_for_it(as_editor, centre):
    answer = upload(as_editor, centre, csv("书法课,8日 14:00,书画室,", title="活动表\n"))
    assert "month" in answer.context["form"].errors

    chosen = upload(
        as_editor, centre, csv("书法课,8日 14:00,书画室,", title="活动表\n"), month="2026-12"
    )
    assert chosen.context["month"] == DECEMBER


@pytest.mark.parametrize("month", ["0001-01", "2026-13", "十二月", "2026-12-01x", "9999-12"])
def test_a_month_that_is_none_is_refused(as_editor, centre, month):
    answer = upload(as_editor, centre, csv("书法课,12月8日 14:00,书画室,"), month=month)
    assert answer.context["form"].errors["month"]


def test_the_real_sheets_pass_without_errors(as_editor, centre):
    for name in ("menu-suzhuang-sanli-2026-12.xlsx", "menu-dream-space-2026-12.xlsx"):
        file = SimpleUploadedFile(name, (DATA / name).read_bytes())
        checked = upload(as_editor, centre, file)
        assert checked.context["month"] == DECEMBER
        assert checked.context["wrong_rows"] == []
        as_editor.post(address(centre), filled(checked))
    titles = [row["title"] for row in rows_of(ActivityMenuPage.objects.get())]
    assert len(titles) == 20 + 12


def test_a_second_upload_keeps_the_identity_of_rows(as_editor, centre):
    menu = factory.make_menu(
        centre,
        rows=[
            factory.row("书法课", "12月8日 14:00", fee="材料费10元"),
            factory.row("舞蹈课", "12月9日 19:00", status="cancelled", reason="老师生病"),
            factory.row("合唱团", "12月10日 19:00"),
        ],
    )
    ids = [block.id for block in menu.rows]
    checked = upload(
        as_editor,
        centre,
        csv(
            "舞蹈课,12月16日 19:00,多功能厅,",
            "书法课,12月8日 14:00,书画室,",
            "新课,12月20日 9:00,,",
        ),
    )
    fates = [form.merged.fate for form in checked.context["forms"]]
    assert fates == ["changed", "unchanged", "added"]
    as_editor.post(address(centre), filled(checked))

    assert [block.id for block in draft_of(menu).rows][:3] == ids
    values = rows_of(ActivityMenuPage.objects.get())
    assert [row["title"] for row in values] == ["书法课", "舞蹈课", "合唱团", "新课"]
    assert values[0]["fee"] == "材料费10元", "a sheet without the column says nothing of the fee"
    assert values[1]["when"] == "12月16日 19:00"
    assert values[1]["status"] == "cancelled"


def test_an_upload_changes_nothing_public(as_editor, centre):
    menu = factory.publish(factory.make_menu(centre, rows=[factory.row("书法课", "12月8日 14:00")]))
    checked = upload(as_editor, centre, csv("书法课,12月9日 14:00,书画室,"))
    as_editor.post(address(centre), filled(checked))

    assert Activity.objects.get().when == "12月8日 14:00"
    menu.refresh_from_db()
    assert menu.live
    assert menu.has_unpublished_changes


def test_a_locked_menu_is_not_overwritten(as_editor, centre, superuser):
    menu = factory.make_menu(centre)
    ActivityMenuPage.objects.filter(pk=menu.pk).update(locked=True, locked_by=superuser)
    checked = upload(as_editor, centre, csv("新课,12月20日 9:00,,"))
    answer = as_editor.post(address(centre), filled(checked))

    assert answer.context["wrong"]
    assert len(rows_of(menu)) == 1


def test_an_altered_check_is_refused(as_editor, centre):
    checked = upload(as_editor, centre, csv("书法课,12月8日 14:00,书画室,"))
    data = filled(checked)
    answer = as_editor.post(address(centre), data | {"sheet": data["sheet"] + "x"})

    assert answer.url == address(centre)
    assert not ActivityMenuPage.objects.exists()


def test_a_check_of_another_centre_is_refused(client, superuser, centre, network):
    client.force_login(superuser)
    checked = upload(client, centre, csv("书法课,12月8日 14:00,书画室,"))
    other = brand_factory.make_centre(network)

    assert client.post(address(other), filled(checked)).status_code == 302
    assert not ActivityMenuPage.objects.exists()


def test_markup_and_formulas_are_shown_as_text(as_editor, centre):
    page = upload(
        as_editor, centre, csv("<script>alert(1)</script>,12月8日 14:00,=1+1,")
    ).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_stranger_to_the_centre_is_turned_away(client, centre, network):
    other = brand_factory.make_centre(network)
    client.force_login(people.person("elsewhere", role=Role.EDITOR, node=other))

    assert client.get(address(centre)).status_code == 302
    assert upload(client, centre, csv("书法课,12月8日 14:00,书画室,")).status_code == 302
    assert client.get(address(other)).status_code == 200


def test_the_button_stands_at_the_centre_and_at_its_menus(as_editor, centre):
    menu = factory.make_menu(centre)
    for view, page in (
        ("wagtailadmin_explore", centre),
        ("wagtailadmin_pages:edit", centre),
        ("wagtailadmin_pages:edit", menu),
    ):
        answer = as_editor.get(reverse(view, args=[page.pk])).content.decode()
        assert address(centre) in answer, view


def test_dates_are_told_while_typing(as_editor):
    answer = as_editor.get(
        reverse("menus:when"), {"text": "每周三 19:00-20:30", "month": "2026-12"}
    ).json()
    assert answer["dates"][0] == "12月2日 周三 19:00–20:30"
    assert len(answer["dates"]) == 5


@pytest.mark.parametrize("text", ["", "<b>", "看通知", "12月32日", "每" * 10_000, "\0"])
def test_a_text_that_means_no_date_gets_a_sentence(as_editor, text):
    answer = as_editor.get(reverse("menus:when"), {"text": text, "month": "x"}).json()
    assert answer["error"]
    assert answer["dates"] == []


def test_dates_are_told_to_editors_alone(client):
    answer = client.get(reverse("menus:when"), {"text": "12月8日", "month": "2026-12"})
    assert answer.status_code == 302
    assert re.search("login", answer.url)
