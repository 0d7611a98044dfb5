import pytest
from django.core.files.base import ContentFile

from media.models import SiteDocument

CONTENT = bytes(range(256)) * 4


@pytest.fixture
def video(uploads):
    path = uploads / "media" / "k3" / "clip.mp4"
    path.parent.mkdir(parents=True)
    path.write_bytes(CONTENT)
    return "/uploads/media/k3/clip.mp4"


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_the_whole_file_is_served_with_safe_headers(client, video):
    response = client.get(video)
    assert (response.status_code, body(response)) == (200, CONTENT)
    assert response["Content-Type"] == "video/mp4"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Accept-Ranges"] == "bytes"
    assert "attachment" not in response.get("Content-Disposition", "")
    assert not response.cookies


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-1", 0, 1),
        ("bytes=100-199", 100, 199),
        ("bytes=1000-", 1000, 1023),
        ("bytes=-24", 1000, 1023),
    ],
)
def test_a_range_is_served_alone(client, video, asked, first, last):
    response = client.get(video, headers={"range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == CONTENT[first : last + 1]


def test_a_range_past_the_end_is_refused(client, video):
    response = client.get(video, headers={"range": "bytes=5000-"})
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */1024"


def test_an_unchanged_file_is_not_sent_again(client, video):
    first = client.get(video)
    again = client.get(video, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, body(again)) == (304, b"")


def test_head_sends_no_body(client, video):
    response = client.head(video)
    assert (response.status_code, response["Content-Length"]) == (200, "1024")


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "feed.xml", "page.xhtml"])
def test_what_a_browser_would_run_is_a_download(client, uploads, name):
    (uploads / name).write_text("<script>alert(1)</script>")
    assert client.get(f"/uploads/{name}")["Content-Disposition"] == "attachment"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "media/../../secret.txt",
        "%2e%2e/secret.txt",
        "/etc/passwd",
        "media",
        "nothing.mp4",
        "documents/plan.pdf",
        "media/../documents/plan.pdf",
        "a\0b.mp4",
    ],
)
def test_nothing_else_can_be_reached(client, uploads, name):
    (uploads.parent / "secret.txt").write_text("secret")
    (uploads / "documents").mkdir()
    (uploads / "documents" / "plan.pdf").write_bytes(b"%PDF")
    (uploads / "media").mkdir()
    assert client.get("/uploads/" + name).status_code == 404


def test_posting_is_refused(client, video):
    assert client.post(video).status_code == 405


def test_a_document_is_handed_out_at_its_whole_address_alone(client, db):
    document = SiteDocument(title="通知")
    document.file.save("plan.pdf", ContentFile(b"%PDF-1.4"), save=False)
    document.save()
    assert client.get(document.url).status_code == 200
    for guess in (f"/documents/{document.pk}/plan.pdf", f"/documents/{document.pk:020d}/plan.pdf"):
        assert client.get(guess).status_code == 404
