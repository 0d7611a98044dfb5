"""Pictures on an S3-compatible store, as production keeps them: saved, cut, linked for a while."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from django.core.files.images import ImageFile
from moto import mock_aws
from PIL import Image

from media.models import SiteImage

pytestmark = pytest.mark.django_db
BUCKET = "uploads"


@pytest.fixture
def bucket(settings):
    keys = {"aws_access_key_id": "key", "aws_secret_access_key": "secret"}
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1", **keys)
        client.create_bucket(Bucket=BUCKET)
        settings.STORAGES = settings.STORAGES | {
            "default": {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": {
                    "bucket_name": BUCKET,
                    "access_key": "key",
                    "secret_key": "secret",
                    "region_name": "us-east-1",
                    "signature_version": "s3v4",
                    "file_overwrite": False,
                },
            }
        }
        yield client


def keys_of(bucket) -> list[str]:
    return [one["Key"] for one in bucket.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


def test_a_picture_and_its_rendition_lie_in_the_bucket(bucket):
    octets = BytesIO()
    Image.new("RGB", (1600, 900), "teal").save(octets, "PNG")
    image = SiteImage.objects.create(title="门口", file=ImageFile(octets, "door.png"))
    rendition = image.get_rendition("fill-1200x630|format-jpeg")
    assert sorted(keys_of(bucket)) == sorted([image.file.name, rendition.file.name])
    stored = bucket.get_object(Bucket=BUCKET, Key=rendition.file.name)["Body"].read()
    assert Image.open(BytesIO(stored)).size == (1200, 630)


def test_links_carry_the_new_signature(bucket):
    octets = BytesIO()
    Image.new("RGB", (64, 64)).save(octets, "PNG")
    image = SiteImage.objects.create(title="门口", file=ImageFile(octets, "door.png"))
    asked = parse_qs(urlsplit(image.file.url).query)
    assert asked["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]


def test_an_equal_name_overwrites_nothing(bucket):
    octets = BytesIO()
    Image.new("RGB", (64, 64)).save(octets, "PNG")
    names = {
        SiteImage.objects.create(title="门口", file=ImageFile(octets, "door.png")).file.name
        for _ in range(2)
    }
    assert len(names) == 2
