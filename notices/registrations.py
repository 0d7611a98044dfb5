"""What the notices tell the apps below: their short addresses, their part of a house's page."""

from django.utils.translation import gettext_noop

from brands import sections
from common import due_work, sharing, short_addresses
from inspection.registry import register_page
from search import sources

from .due_work import bring_in_last_days
from .inspected import subject_of
from .models import TalentNoticePage
from .publication import publish_notice
from .sections import TEMPLATE, notice_section
from .sharing import find_notice_card


def notice_address(code: str) -> str | None:
    notice = TalentNoticePage.objects.filter(code=code).only("url_path", "live").first()
    if notice and not notice.live:
        raise short_addresses.Gone
    return notice and notice.address


register_page(TalentNoticePage, subject_of)
sources.register("notices", lambda: TalentNoticePage.objects.live().iterator(100), publish_notice)
short_addresses.register("n", notice_address)
sharing.register("notice", find_notice_card)
sections.register("notices", TEMPLATE, notice_section, position=60)
due_work.register(gettext_noop("last days of notices"), bring_in_last_days)
