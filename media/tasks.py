"""Work off the request: an uploaded sound or video is looked into."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django_tasks import task

from . import probing
from .models import SiteMedia


@task()
def look_into(media_id: int) -> str:
    """Fill in length, size and still picture of an upload; returns its problem, "" if none."""
    media = SiteMedia.objects.filter(pk=media_id).first()
    if media is None:
        return ""
    try:
        with on_this_machine(media.file) as path:
            facts = probing.probe(path)
    except probing.Unplayable as error:
        SiteMedia.objects.filter(pk=media_id).update(problem=error.problem)
        return error.problem.value
    values = {
        "duration": facts.duration,
        "width": facts.width or None,
        "height": facts.height or None,
        "problem": "",
    }
    if facts.still and not media.thumbnail:
        media.thumbnail.save("still.jpg", ContentFile(facts.still), save=False)
        values["thumbnail"] = media.thumbnail.name
    SiteMedia.objects.filter(pk=media_id).update(**values)
    return ""


@contextmanager
def on_this_machine(file) -> Iterator[str]:
    """Give the path of a stored file; one that lies in an object store is copied first."""
    try:
        path = file.path
    except NotImplementedError:
        with file.open("rb") as source, tempfile.NamedTemporaryFile() as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            yield copy.name
    else:
        yield path
