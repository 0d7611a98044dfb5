"""The editor's form of a livestream, and the filters of the list."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from inspection.forms import InspectedForm

from . import captions, told


class ToldForm(InspectedForm):
    """Asks why something public is changed; a draft is kept without."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.live and not self.instance.has_unpublished_changes:
            self.initial |= {"change_code": "", "change_reason": ""}

    def _post_clean(self):
        super()._post_clean()
        if not self.instance.pk or self.is_deferred_validation or self.errors:
            return
        if sentence := told.missing_reason(self.instance, timezone.now()):
            self.add_error("change_code", sentence)


class LivestreamForm(ToldForm):
    """Takes a caption file and keeps its text; refuses a video that cannot be played."""

    captions_file = forms.FileField(
        label=_("caption file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".srt,.vtt"}),
        help_text=_("SRT or WebVTT, from any program; it replaces the text below."),
    )

    def clean_captions_file(self):
        file = self.cleaned_data.get("captions_file")
        if not file:
            return None
        try:
            return captions.vtt_of(file.read(captions.MAX_BYTES + 1))
        except captions.NotCaptions as error:
            raise ValidationError(
                _("No captions were found in this file. Save it as SRT or WebVTT.")
            ) from error

    def clean_captions_vtt(self):
        text = (self.cleaned_data.get("captions_vtt") or "").strip()
        if not text:
            return ""
        try:
            return captions.vtt_of(text.encode())
        except captions.NotCaptions as error:
            raise ValidationError(
                _("The captions cannot be read. Each needs a line such as 00:05.000 --> 00:08.000.")
            ) from error

    def clean_video(self):
        video = self.cleaned_data.get("video")
        if video and video.problem:
            raise ValidationError(
                _("This file cannot be played: %(problem)s. Upload it as an MP4.")
                % {"problem": video.get_problem_display()}
            )
        return video

    def clean(self):
        cleaned = super().clean()
        if text := cleaned.get("captions_file"):
            cleaned["captions_vtt"] = text
            self.instance.captions_vtt = text
        return cleaned
