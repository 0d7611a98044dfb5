"""The site's own image, document and media models, fixed before the first migration."""

import os
from functools import partial

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtailmedia.models import AbstractMedia

from .. import uploads
from ..enums import MediaProblem
from ..sniffing import check_content


class SiteImage(AbstractImage):
    """A picture with the two things that the public asks for: whose it is and who agreed."""

    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("For those who do not see the picture: who or what is on it, in a sentence."),
    )
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

    def get_upload_to(self, filename):
        return uploads.random_image_name(filename)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition of a picture")
        verbose_name_plural = _("renditions of pictures")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="unique_rendition",
            )
        ]


class SiteDocument(AbstractDocument):
    """A file to take away, always handed out by Wagtail's serve view.

    Its address holds the random part of the file's name: nobody finds it by counting.
    """

    file = models.FileField(_("file"), upload_to=uploads.document_name)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    @property
    def url(self):
        return reverse("wagtaildocs_serve", args=[self.pk, "/".join(self.address_parts)])

    @property
    def address_parts(self) -> tuple[str, str]:
        """The random part and the file's own name."""
        folder, name = os.path.split(self.file.name)
        return os.path.basename(folder), name


class SiteMedia(AbstractMedia):
    """A sound or video file that the site itself plays.

    Length, size and a still picture are read from the file after the upload (`media.tasks`).
    """

    file = models.FileField(
        _("file"),
        upload_to=uploads.media_name,
        help_text=_("MP4 (H.264 and AAC) plays on every phone."),
    )
    thumbnail = models.FileField(
        _("still picture"),
        upload_to=uploads.thumbnail_name,
        blank=True,
        help_text=_("Shown before the video begins. Empty: one is taken from the video."),
    )
    problem = models.CharField(
        _("problem"),
        max_length=20,
        choices=MediaProblem,
        blank=True,
        editable=False,
        help_text=_("Why the file cannot be played, found after the upload."),
    )

    admin_form_fields = ("title", "file", "collection", "thumbnail")

    class Meta:
        verbose_name = _("sound or video")
        verbose_name_plural = _("sounds and videos")

    def clean(self, *args, **kwargs):
        super().clean(*args, **kwargs)
        if self.file and not self.file._committed:
            check_content(self.file)

    def save(self, *args, **kwargs):
        """Save, and have a new file looked into once the row is there."""
        before = type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()
        super().save(*args, **kwargs)
        if self.file.name != before:
            from ..tasks import look_into  # the task needs the models

            transaction.on_commit(partial(look_into.enqueue, self.pk))

    @property
    def minutes(self) -> int:
        """Length in minutes, rounded, at least 1; 0 when it is not known."""
        return max(1, round(self.duration / 60)) if self.duration else 0
