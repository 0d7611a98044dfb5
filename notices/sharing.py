"""A talent notice as it is shared, and as machines read it (schema.org JobPosting)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from common import dates
from common.cards import Card
from common.links import absolute
from common.sharing import Sharing, sharing
from media.centres import house_card, with_centres

from .enums import NoticeKind
from .models import TalentNoticePage

MOST_POSTINGS = 12


def notice_card(page) -> Card:
    """Return the card of a notice whose house is known (`with_centres`)."""
    if page.fair_start:
        when = f"{dates.day_week(page.fair_start)} {dates.clock(page.fair_start)}"
    else:
        when = _("Until %(day)s") % {"day": dates.day(page.valid_until)}
    place = page.fair_place or page.work_place or page.employer
    return house_card(page.centre, title=page.title, when=when, place=place)


def find_notice_card(code: str) -> Card | None:
    notice = TalentNoticePage.objects.live().filter(code=code).first()
    return notice and notice_card(*with_centres([notice]))


def sharing_of(page) -> Sharing:
    return sharing(
        page,
        "notice",
        page.code,
        lambda: notice_card(page),
        title=page.title,
        description=page.search_description or " · ".join(filter(None, (page.pay, page.summary))),
        kind="article",
    )


def job_data(page) -> list[dict]:
    """Return one JobPosting for each position; a course or a fair is no posting."""
    if page.kind in (NoticeKind.COURSE, NoticeKind.FAIR):
        return []
    return [posting(page, position) for position in page.position_list[:MOST_POSTINGS]]


def posting(page, position) -> dict:
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": position.title,
        "description": page.summary or page.title,
        "datePosted": page.first_published_at and page.first_published_at.date().isoformat(),
        "validThrough": page.valid_until.isoformat(),
        "hiringOrganization": {"@type": "Organization", "name": page.employer},
        "jobLocation": {"@type": "Place", "address": page.work_place or page.centre.title},
        "url": absolute(page.address),
    }
    return {name: value for name, value in data.items() if value}
