"""The check of a menu: what stands before its review, mending, leaving, sending."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from accounts.roles import Role
from events.models import ActivityMenuPage
from inspection import registry, services
from inspection.models import Dismissal
from tests.factories import events as factory
from tests.factories import menu_form
from tests.factories.accounts import person
from tests.factories.brands import make_centre

pytestmark = pytest.mark.django_db

GOOD = {"title": "书法入门班", "when": "每周二 14:00-15:30"}


@pytest.fixture
def editor(centre):
    return person("editor", role=Role.EDITOR, node=centre)


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def row(**values):
    made = factory.row(GOOD["title"], GOOD["when"])
    return made | {"value": made["value"] | values}


@pytest.fixture
def make(desk, centre):
    def make(**values):
        return menu_form.create(desk, centre, [row(**values)])

    return make


def address(menu):
    return reverse("inspection:check", args=[menu.pk])


def draft_value(menu, name):
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    return menu.get_latest_revision_as_object().rows[0].value[name]


def only_finding(menu):
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    (finding,) = services.inspect(menu.get_latest_revision_as_object()).open
    return finding


def test_a_sound_menu_goes_to_review_from_the_check(desk, make):
    menu = make()
    assert services.inspect(menu.get_latest_revision_as_object()).open == []
    answer = desk.post(address(menu), {"submit": "1"})

    assert answer.status_code == 302
    menu.refresh_from_db()
    assert menu.current_workflow_state is not None


def test_what_is_found_stands_on_the_page_with_a_way_to_its_field(desk, make):
    menu = make(summary="请带水。。")
    text = desk.get(address(menu)).content.decode()

    finding = only_finding(menu)
    assert f"#:w:contentpath={finding.path}" in text
    assert "书法入门班" in text
    assert 'name="submit"' not in text


def test_markup_in_a_text_stays_text(desk, make):
    menu = make(summary="<script>alert(1)</script>13812345678。。")
    text = desk.get(address(menu)).content.decode()

    assert "<script>alert" not in text


def test_mending_saves_one_new_draft(desk, make):
    menu = make(summary="请带水。。衡héng山路13812345678")
    revisions = menu.revisions.count()
    findings = services.inspect(menu.get_latest_revision_as_object()).open
    desk.post(address(menu), {"mend_all": "1", "finding": [f.fingerprint for f in findings]})

    assert draft_value(menu, "summary") == "请带水。衡山路138****5678"
    assert menu.revisions.count() == revisions + 1


def test_the_same_damage_twice_is_shown_once_and_mended_twice(desk, make):
    menu = make(summary="衡héng山路的衡héng器")
    desk.post(address(menu), {"mend": only_finding(menu).fingerprint})

    assert draft_value(menu, "summary") == "衡山路的衡器"


def test_mending_what_has_changed_meanwhile_does_nothing(desk, make):
    menu = make(summary="请带水。。")
    finding = only_finding(menu)
    menu_form.save(desk, menu, [row(summary="请带水。")])
    revisions = menu.revisions.count()
    answer = desk.post(address(menu), {"mend": finding.fingerprint}, follow=True)

    assert answer.status_code == 200
    assert menu.revisions.count() == revisions


def test_a_finding_is_left_with_a_reason_that_reviewers_read_and_the_log_keeps(desk, make):
    menu = make(summary="值班手机 13812345678")
    finding = only_finding(menu)
    desk.post(
        address(menu), {"leave": "1", "finding": finding.fingerprint, "reason": "值班公用手机"}
    )

    report = services.inspect(menu.get_latest_revision_as_object())
    assert report.hindrances == []
    assert "值班公用手机" in desk.get(address(menu)).content.decode()
    assert PageLogEntry.objects.filter(action="inspection.leave", page=menu.pk).count() == 1
    desk.post(address(menu), {"submit": "1"})
    assert ActivityMenuPage.objects.get(pk=menu.pk).current_workflow_state is not None


def test_without_a_reason_nothing_is_left(desk, make):
    menu = make(summary="13812345678")
    desk.post(address(menu), {"leave": "1", "finding": only_finding(menu).fingerprint})

    assert not Dismissal.objects.exists()


def test_other_words_at_the_same_place_are_asked_about_anew(desk, make):
    menu = make(summary="13812345678")
    desk.post(
        address(menu), {"leave": "1", "finding": only_finding(menu).fingerprint, "reason": "公用"}
    )
    menu_form.save(desk, menu, [row(summary="13987654321")])

    assert only_finding(menu).excerpt == "13987654321"


def test_what_blocks_cannot_be_left(desk, make):
    menu = make(summary="老年\ufffd学")
    finding = only_finding(menu)
    desk.post(address(menu), {"leave": "1", "finding": finding.fingerprint, "reason": "算了"})
    desk.post(address(menu), {"submit": "1"})

    assert not Dismissal.objects.exists()
    assert ActivityMenuPage.objects.get(pk=menu.pk).current_workflow_state is None


def test_the_editor_is_told_before_the_review_and_keeps_the_text(desk, make):
    menu = make()
    data = menu_form.form_data([row(summary="老年\ufffd学")], **{"action-submit": "1"})
    answer = desk.post(menu_form.edit_address(menu), data)

    assert answer.status_code == 200
    assert "\ufffd" in str(answer.context["form"].non_field_errors())
    assert ActivityMenuPage.objects.get(pk=menu.pk).current_workflow_state is None
    assert answer.context["form"].instance.rows[0].value["summary"] == "老年\ufffd学"


def test_a_draft_is_saved_whatever_the_check_finds(desk, make):
    menu = make()
    menu_form.save(desk, menu, [row(summary="老年\ufffd学")])

    assert draft_value(menu, "summary") == "老年\ufffd学"


def test_a_rule_that_fails_is_told_as_not_checked(desk, make, monkeypatch):
    def crash(subject):
        raise RuntimeError("a rule of tomorrow")
        yield

    broken = registry.Named("damage", "文字损坏", crash)
    monkeypatch.setitem(registry.rules, "damage", broken)
    menu = make()

    assert services.inspect(menu.get_latest_revision_as_object()).unchecked == ["文字损坏"]
    assert "文字损坏" in desk.get(address(menu)).content.decode()


def test_an_editor_of_another_centre_meets_nothing(client, network, make):
    menu = make(summary="13812345678")
    other = make_centre(network)
    client.force_login(person("other", role=Role.EDITOR, node=other))

    assert client.get(address(menu)).status_code in (302, 403)
    assert client.post(address(menu), {"submit": "1"}).status_code in (302, 403)


def test_the_reviewer_reads_the_check_and_changes_nothing(client, desk, network, make):
    reviewer = person("reviewer", role=Role.REVIEWER, node=network)
    menu = make()
    desk.post(address(menu), {"submit": "1"})
    client.force_login(reviewer)

    assert client.get(address(menu)).status_code == 200


def test_a_page_under_review_is_not_sent_twice(desk, make):
    menu = make()
    desk.post(address(menu), {"submit": "1"})
    states = menu.workflow_states.count()
    desk.post(address(menu), {"submit": "1"})

    assert menu.workflow_states.count() == states


@pytest.mark.parametrize("number", [1, 60])
def test_the_check_asks_the_same_number_of_queries_for_any_number_of_rows(
    desk, centre, number, django_assert_max_num_queries
):
    rows = [row(title=f"活动{n}", summary="见 https://a.gov.cn/x") for n in range(number)]
    menu = menu_form.create(desk, centre, rows)
    with django_assert_max_num_queries(16):
        services.inspect(menu.get_latest_revision_as_object())


def test_cleaning_a_copied_text_shows_before_and_after(desk):
    answer = desk.post(reverse("inspection:clean"), {"text": "衡héng山路。。<b>"})
    text = answer.content.decode()

    assert "<mark>héng</mark>" in text
    assert "衡山路。&lt;b&gt;</textarea>" in text
