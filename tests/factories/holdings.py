"""One of everything that belongs to a centre, so that walls can be tried against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Comment, Locale, Page, UploadedFile
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import NodeCollection, ReviewRule
from accounts.roles import Role
from common.models import Holiday
from events.models import Activity, Attendance, CalendarSource
from inspection.models import Dismissal, Wording
from media.models import LivestreamPage, SiteDocument, SiteImage, SiteMedia
from search.models import PinnedResult, SynonymGroup
from tests.factories import accounts, events, media, notices
from tests.factories.menu_form import BLANK

PAST = date(2026, 10, 1)


@dataclass
class Holdings:
    """What a centre has: `name` stands in all of it, `draft` in all that is not public."""

    centre: Page
    name: str
    things: dict[str, Model] = field(default_factory=dict)

    @property
    def draft(self) -> str:
        return f"草稿{self.name}"

    def __getattr__(self, name: str) -> Model:
        try:
            return self.things[name]
        except KeyError:
            raise AttributeError(name) from None


def fill(centre, network, name: str) -> Holdings:
    """Give a live centre one of everything: pages in review, files, people, rows of tables."""
    held = Holdings(centre, name)
    things = held.things
    things["editor"] = editor = accounts.person(
        f"{name}-editor", role=Role.EDITOR, node=centre, full_name=f"{name}的编辑"
    )
    things["centre"] = centre
    things["network"] = network
    things["group"] = editor.groups.get()
    things["collection"] = NodeCollection.objects.get(node=centre).collection
    things.update(pages(centre, held, editor))
    things.update(files(held, editor))
    things.update(beside_pages(held, editor))
    things.update(rows_of_tables(held, network))
    centre.title = f"{held.draft}中心"
    centre.save_revision(user=editor, log_action=True)
    return held


def pages(centre, held, editor) -> dict:
    """A public menu of the past, one with changes under review, two withdrawn pages."""
    rows = [row(f"{held.name}书会", "10月8日 14:00-15:00")]
    past = events.publish(events.make_menu(centre, rows, PAST, title=f"{held.name}旧菜单"))
    menu = events.make_menu(centre, [row(f"{held.name}画会")], title=f"{held.name}菜单")
    menu = events.publish(menu)
    menu.title = f"{held.draft}菜单"
    menu.rows = [*menu.rows.raw_data, row(f"{held.draft}新会")]
    menu.save_revision(user=editor, log_action=True)
    menu.get_workflow().start(menu, editor)
    Page.objects.filter(pk=menu.pk).update(locked=True, locked_by=editor, owner=editor)
    menu = type(menu).objects.get(pk=menu.pk)
    state = menu.current_workflow_state
    activity = Activity.objects.get(menu=past)
    Attendance.objects.create(activity=activity, people=5, entered_at=timezone.now())
    return {
        "menu": menu,
        "past": past,
        "activity": activity,
        "revision": menu.latest_revision,
        "workflow_state": state,
        "task_state": state.current_task_state,
        "task": state.current_task_state.task,
        "notice": withdrawn(notices.make_notice(centre, title=f"{held.draft}招人")),
        "livestream": withdrawn(media.make_livestream(centre, title=f"{held.draft}直播")),
    }


def withdrawn(page):
    """Return a page that was public, so that it has a code, and is not any more."""
    page.unpublish()
    return type(page).objects.get(pk=page.pk)


def row(title: str, when: str = "12月8日 14:00-15:30") -> dict:
    rest = {name: "" for name in (*BLANK, "series") if name not in ("title", "when", "status")}
    return events.row(title, when, **rest)


def files(held, editor) -> dict:
    own = {"collection": held.collection, "uploaded_by_user": editor}
    image = SiteImage.objects.create(title=f"{held.draft}照片", file=get_test_image_file(), **own)
    image.tags.add(held.draft)
    document = SiteDocument(title=f"{held.draft}文件", **own)
    document.file.save("secret.txt", ContentFile(held.draft.encode()), save=False)
    document.save()
    sound = SiteMedia(title=f"{held.draft}录像", type="video", duration=1, **own)
    sound.file.save("secret.mp4", ContentFile(b"v"), save=False)
    sound.save()
    uploaded = {"uploaded_by_user": editor, "file": ContentFile(b"x", f"{held.draft}.png")}
    return {
        "image": image,
        "document": document,
        "media": sound,
        "uploaded_image": uploaded_file(SiteImage, **uploaded),
        "uploaded_document": uploaded_file(SiteDocument, **uploaded),
    }


def uploaded_file(model, **values) -> UploadedFile:
    kind = ContentType.objects.get_for_model(model)
    return UploadedFile.objects.create(for_content_type=kind, **values)


def beside_pages(held, editor) -> dict:
    """What hangs on pages: a remark, a translation, a session, a calendar of others."""
    now = timezone.now()
    english = Locale.objects.get_or_create(language_code="en")[0]
    source, _made = TranslationSource.update_or_create_from_instance(held.livestream)
    translation = Translation.objects.create(source=source, target_locale=english)
    translated = held.centre.add_child(
        instance=LivestreamPage(
            title=f"{held.draft} in English",
            slug="live-in-english",
            start_at=media.START,
            end_at=media.START + timedelta(hours=1),
            locale=english,
            translation_key=held.livestream.translation_key,
            live=False,
        )
    )
    return {
        "comment": Comment.objects.create(
            page=held.menu, user=editor, text=f"{held.draft}意见", contentpath="rows"
        ),
        "dismissal": Dismissal.objects.create(
            page=held.menu, fingerprint=held.name, rule="x", place=held.draft,
            reason=f"{held.draft}理由", user=editor, at=now,
        ),
        "translation_source": source,
        "translation": translation,
        "translated": translated,
        "segment": source.stringsegment_set.first(),
        "session": EditingSession.objects.create(
            user=editor, content_object=held.menu, last_seen_at=now
        ),
        "redirect": Redirect.objects.create(
            old_path=f"/{held.draft}", redirect_page=held.menu
        ),
        "calendar_source": CalendarSource.objects.create(
            centre=held.centre, address="https://example.org/a.ics", label=held.draft,
            asked_at=now,
        ),
    }  # fmt: skip


def rows_of_tables(held, network) -> dict:
    """A row of each table that networks keep."""
    return {
        "holiday": Holiday.objects.create(network=network, date=PAST, name=held.draft),
        "wording": Wording.objects.create(network=network, word=held.draft),
        "synonym": SynonymGroup.objects.create(network=network, words=f"{held.draft}、{held.name}"),
        "review_rule": ReviewRule.objects.get_or_create(network=network)[0],
        "pin": PinnedResult.objects.create(
            network=network, words=held.draft, address="/x/", ends_on=PAST + timedelta(200)
        ),
    }
