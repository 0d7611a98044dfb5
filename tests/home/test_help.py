"""Beside every field of the admin that is ours stands a sentence of help."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from django import forms
from django.apps import apps
from django.conf import settings
from wagtail.admin.panels import get_edit_handler
from wagtail.admin.viewsets import viewsets
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, FieldBlock, ListBlock
from wagtail.documents.forms import get_document_form
from wagtail.fields import StreamField
from wagtail.images.forms import get_image_form
from wagtail.models import Page, get_page_models
from wagtailmedia.forms import get_media_form

from common.models import SiteTexts
from media.models import SiteDocument, SiteImage, SiteMedia

OURS = tuple(app.name for app in apps.get_app_configs() if "site-packages" not in app.path)
# Forms of readers: their pages explain themselves.
PUBLIC = ("calendars.", "events.filters", "search.forms")
SAYS_ALL = {
    "comment_notifications": "a switch of Wagtail's",
    "go_live_at": "Wagtail's dialogue explains the two together",
    "expire_at": "Wagtail's dialogue explains the two together",
    "RowForm": "rows of a sheet: its columns are explained before the upload, not at each row",
    "AskedText": "counts are only looked at",
    "SiteImage.title": "a name",
    "SiteDocument.title": "a name",
    "SiteMedia.title": "a name",
    "SiteDocument.file": "the only file that is asked for",
    "SiteImage.collection": "the centre or area, chosen by its name",
    "SiteDocument.collection": "the centre or area, chosen by its name",
    "SiteMedia.collection": "the centre or area, chosen by its name",
}
OF_A_FORMSET = {"DELETE", "ORDER", "id"}


def fields_of(name: str, fields) -> Iterator[tuple[str, str, object]]:
    """Yield form, field and its help for each field that is seen."""
    for key, field in fields.items():
        if not field.widget.is_hidden and key not in OF_A_FORMSET:
            yield name, key, field.help_text


def forms_below(base: type) -> Iterator[type]:
    for form in base.__subclasses__():
        yield form
        yield from forms_below(form)


def fields_of_blocks(name: str, block) -> Iterator[tuple[str, str, object]]:
    if isinstance(block, BaseStructBlock | BaseStreamBlock):
        for key, child in block.child_blocks.items():
            yield from fields_of_blocks(f"{name}.{key}", child)
    elif isinstance(block, ListBlock):
        yield from fields_of_blocks(name, block.child_block)
    elif isinstance(block, FieldBlock):
        yield name, block.name, block.field.help_text or block.meta.help_text


def fields_of_model(model) -> Iterator[tuple[str, str, object]]:
    """Yield the fields of the form by which a page or a setting is edited."""
    is_page = issubclass(model, Page)
    handler = model.get_edit_handler() if is_page else get_edit_handler(model)
    form = handler.get_form_class()
    name = model.__name__
    yield from fields_of(name, form.base_fields)
    for key, formset in getattr(form, "formsets", {}).items():
        if key != "comments":
            yield from fields_of(f"{name}.{key}", formset.form.base_fields)
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            yield from fields_of_blocks(f"{name}.{field.name}", field.stream_block)


def fields_of_the_admin() -> Iterator[tuple[str, str, object]]:
    for model in get_page_models():
        if model is not Page:
            yield from fields_of_model(model)
    yield from fields_of_model(SiteTexts)
    for form_of, model in (
        (get_image_form, SiteImage),
        (get_document_form, SiteDocument),
        (get_media_form, SiteMedia),
    ):
        yield from fields_of(model.__name__, form_of(model).base_fields)
    for viewset in viewsets.viewsets:
        model = getattr(viewset, "model", None)
        if model and type(viewset).__module__.startswith(OURS):
            yield from fields_of(model.__name__, viewset.get_form_class().base_fields)
    for form in forms_below(forms.BaseForm):
        if form.__module__.startswith(OURS) and not form.__module__.startswith(PUBLIC):
            yield from fields_of(form.__name__, form.base_fields)


def test_help_stands_beside_every_field(db):
    import_module(settings.ROOT_URLCONF)  # with it the views and their forms
    found = list(fields_of_the_admin())
    without = {
        f"{name}.{key}"
        for name, key, help_text in found
        if not str(help_text).strip() and not {key, name, f"{name}.{key}"} & set(SAYS_ALL)
    }
    assert sorted(without) == []
    assert len(found) > 200
