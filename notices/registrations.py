"""What the notices tell the apps below: their short addresses."""

from common import short_addresses

from .models import TalentNoticePage


def notice_address(code: str) -> str | None:
    page = TalentNoticePage.objects.listed().filter(code=code).only("url_path").first()
    return page and page.address


short_addresses.register("n", notice_address)
