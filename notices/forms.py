"""The form of a talent notice in the admin."""

from __future__ import annotations

from media.forms import ToldForm


class NoticeForm(ToldForm):
    """Why a notice cannot wait is asked anew once that has been published."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.live and not self.instance.has_unpublished_changes:
            self.initial["urgent_reason"] = ""
