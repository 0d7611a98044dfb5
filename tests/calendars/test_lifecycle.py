"""A real client over HTTP: subscribe once, then see every change arrive (vdirsyncer and khal)."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from calendars.ledger import Reason
from events import services, verbs
from events.models import ActivityMenuPage, Occurrence
from events.services import Order
from tests.factories.brands import make_area, make_centre
from tests.factories.events import make_menu, publish, row

pytestmark = pytest.mark.django_db(transaction=True)
WHY = Reason("", "老师生病")
CONFIG = """
[general]
status_path = "{folder}/status/"

[pair feed]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"

[storage here]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"

[storage there]
type = "http"
url = "{url}"
"""
KHAL = """
[calendars]
[[feed]]
path = {folder}/calendar/

[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M

[sqlite]
path = {folder}/khal.db
"""


class Subscriber:
    """vdirsyncer fetches the feed into a folder, khal reads what lies there."""

    def __init__(self, folder: Path, url: str):
        self.folder = folder
        (folder / "calendar").mkdir()
        (folder / "vdirsyncer.conf").write_text(CONFIG.format(folder=folder, url=url))
        (folder / "khal.conf").write_text(KHAL.format(folder=folder))
        self.run("vdirsyncer", "-c", "vdirsyncer.conf", "discover")

    def run(self, program: str, *arguments: str) -> str:
        path = Path(sys.executable).parent / program
        environment = os.environ | {"HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [path, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def sees(self) -> list[tuple[str, str, str]]:
        """Fetch, and return title, start and state of each event, in order."""
        self.run("vdirsyncer", "-c", "vdirsyncer.conf", "sync", "--force-delete")
        form = "{title}|{start-long-full}|{status}"
        told = self.run("khal", "-c", "khal.conf", "list", "-df", "", "-f", form, "today", "40d")
        rows = (line.split("|") for line in told.splitlines() if "|" in line)
        return [(title, start, status.strip()) for title, start, status in rows]


@pytest.fixture
def menu(home):
    """A menu of next month with two classes; the client asks with the true clock."""
    first = (timezone.localdate().replace(day=1) + timedelta(days=32)).replace(day=1)
    centre = make_centre(make_area(home, code="fangshan"), code="suzhuang")
    rows = [
        row("书法入门班", f"{first.month}月3日 14:00-15:30"),
        row("太极拳", f"{first.month}月4日 8:00-9:00"),
    ]
    return publish(make_menu(centre, rows, month=first))


def test_every_change_reaches_a_subscriber(live_server, menu, tmp_path):
    client = Subscriber(tmp_path, f"{live_server.url}/calendar/fangshan.ics")
    day = f"{menu.month:%Y-%m}-03"
    other = ("太极拳", f"{menu.month:%Y-%m}-04 08:00", "CONFIRMED")
    assert client.sees() == [("书法入门班", f"{day} 14:00", "CONFIRMED"), other]

    occurrence = Occurrence.objects.get(activity__title="书法入门班")

    def do(verb):
        services.carry_out(Order((occurrence.pk,), WHY, timezone.now()), verb)

    later = occurrence.start + timedelta(hours=2)
    do(verbs.Move(later, later + timedelta(minutes=90)))
    assert client.sees() == [("【改期】书法入门班", f"{day} 16:00", "CONFIRMED"), other]

    do(verbs.Cancel())
    assert client.sees() == [("【已取消】书法入门班", f"{day} 16:00", "CANCELLED"), other]

    do(verbs.Reinstate())
    assert client.sees() == [("【改期】书法入门班", f"{day} 16:00", "CONFIRMED"), other]

    renamed = [block.get_prep_value() for block in ActivityMenuPage.objects.get(pk=menu.pk).rows]
    renamed[0]["value"]["title"] = "书法提高班"
    publish(menu, renamed)
    assert client.sees() == [("【改期】书法提高班", f"{day} 16:00", "CONFIRMED"), other]

    ActivityMenuPage.objects.get(pk=menu.pk).unpublish()
    assert client.sees() == []
