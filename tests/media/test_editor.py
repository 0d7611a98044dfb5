"""The editor's form of a livestream, posted as a browser would."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from media.models import LivestreamPage

SRT = "1\n00:00:01,000 --> 00:00:04,500\n大家好\n".encode("gb18030")


@pytest.fixture
def form():
    values = nested_form_data(
        {
            "title": "冬夜用火用电",
            "slug": "fire",
            "start_at": "2026-12-03 19:30",
            "end_at": "2026-12-03 20:15",
            "story": rich_text("<p>讲完留半小时回答问题。</p>"),
            "scene": "lecture",
            "chapters": inline_formset([{"seconds": "6:40", "title": "第一次进病区"}]),
            "comments": inline_formset([]),
        }
    )
    for name in ("summary", "presenter", "live_url", "replay_url", "replay_note", "captions_vtt"):
        values[name] = ""
    return values


def address(centre) -> str:
    return f"/admin/pages/add/media/livestreampage/{centre.pk}/"


def test_the_editor_opens_with_every_field(admin_page, centre):
    text = admin_page.get(address(centre)).content.decode()
    for name in ("start_at", "live_url", "captions_file", "chapters-TOTAL_FORMS", "cancel_reason"):
        assert f'name="{name}"' in text
    assert 'enctype="multipart/form-data"' in text


def test_a_draft_is_saved_with_captions_from_windows_and_a_typed_chapter(admin_page, centre, form):
    form["captions_file"] = SimpleUploadedFile("talk.srt", SRT)
    response = admin_page.post(address(centre), form)
    assert response.status_code == 302
    page = LivestreamPage.objects.get().get_latest_revision_as_object()
    assert not page.live
    assert page.captions_vtt.startswith("WEBVTT")
    assert "大家好" in page.captions_vtt
    assert [chapter.seconds for chapter in page.chapter_list] == [400]


def test_asking_to_publish_by_hand_leaves_a_draft(admin_page, centre, form):
    admin_page.post(address(centre), form | {"action-publish": "1"})
    assert not LivestreamPage.objects.filter(live=True).exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"captions_file": SimpleUploadedFile("a.srt", b"no captions")}, "captions_file"),
        ({"chapters-0-seconds": "soon"}, "seconds"),
        ({"live_url": "https://evil.example/x"}, "live_url"),
        ({"end_at": "2026-12-03 19:00"}, "end_at"),
    ],
)
def test_wrong_input_is_sent_back_with_its_field(admin_page, centre, form, values, sentence):
    response = admin_page.post(address(centre), form | values)
    assert response.status_code == 200
    errors = str(response.context["form"].errors) + str(
        response.context["form"].formsets["chapters"].errors
    )
    assert sentence in errors
    assert not LivestreamPage.objects.exists()
