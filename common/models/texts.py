"""Sentences of the site that an administrator may word differently."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="edit", order=100)
class SiteTexts(BaseGenericSetting):
    """Wording of the front page, the foot of every page and the way to reach the editors."""

    greeting = models.CharField(
        _("greeting"),
        max_length=30,
        default="今天，去哪儿坐坐",
        help_text=_("The headline of the front page; it stands beside today's date."),
    )
    footer = models.CharField(
        _("foot of the page"),
        max_length=120,
        default="常来：家门口的党群服务中心。时间、地点以各中心当天公告为准。",
        help_text=_("One sentence at the very end of every page."),
    )
    feedback_phone = models.CharField(
        _("telephone for remarks"),
        max_length=30,
        blank=True,
        help_text=_("An office number; shown where somebody could not find what they wanted."),
    )

    class Meta:
        verbose_name = _("site texts")
