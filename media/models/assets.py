"""The site's own image, document and media models, fixed before the first migration."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtailmedia.models import AbstractMedia


class SiteImage(AbstractImage):
    """A picture with the two things that the public asks for: whose it is and who agreed."""

    credit = models.CharField(
        _("credit"), max_length=60, blank=True, help_text=_("Who took or drew it.")
    )
    has_consent = models.BooleanField(
        _("people shown have agreed"),
        default=False,
        help_text=_("Tick when everybody who can be recognised has agreed to be shown."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "has_consent")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition of a picture")
        verbose_name_plural = _("renditions of pictures")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


class SiteDocument(AbstractDocument):
    """A file to take away, always handed out by Wagtail's serve view."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]


class SiteMedia(AbstractMedia):
    """A sound or video file that the site itself plays."""

    admin_form_fields = ("title", "file", "collection", "duration", "width", "height", "thumbnail")

    class Meta:
        verbose_name = _("sound or video")
        verbose_name_plural = _("sounds and videos")
