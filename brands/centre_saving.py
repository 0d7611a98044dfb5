"""Makes and changes areas and centres as a checked sheet says, all in one transaction."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from .centre_plans import CentrePlan, Step, storable
from .models import AreaPage, CentrePage, OpeningHours

# What a house is, after its place: 大洋街道党群服务中心 stands for 大洋街道.
ENDINGS = ("党群服务中心", "党群服务站", "便民服务中心", "邻里中心", "服务中心", "中心", "驿站")


class TreeChanged(Exception):
    """The tree is no longer what the check has shown."""


@transaction.atomic
def save_centres(plan: CentrePlan, fingerprint: str, user) -> None:
    """Carry out the good rows of a plan; wrong ones wait.

    The plan was made in this transaction, under the lock that `lock_tree` takes.

    Raises:
        TreeChanged: somebody changed the tree since the plan was shown; nothing is stored.
    """
    if plan.fingerprint != fingerprint:
        raise TreeChanged
    areas = dict(plan.areas)
    for step in plan.to_save:
        if step.centre is None:
            _make(step, areas, areas.get(plan.parent_area(step.row), plan.base), user)
        else:
            _change(step, user)


def lock_tree(base: Page) -> Page:
    """Return the node anew, locked, so that two sheets for it wait for each other."""
    return Page.objects.select_for_update().get(pk=base.pk).specific


def _make(step: Step, areas: dict[str, AreaPage], parent: Page, user) -> None:
    row = step.row
    if step.makes_area:
        if step.area is None:
            name = place_name(row.values["title"])
            page = AreaPage(title=name, short_name=name[:20], code=row.code, tier=row.tier)
            areas[row.code] = _add(parent, page, row.code.lower(), user)
        parent = areas[row.code]
    slug = f"{row.code.lower()}-centre" if step.makes_area else row.code.lower()
    title = row.values["title"]
    short_name = f"{place_name(title)}中心" if step.makes_area else place_name(title)
    centre = CentrePage(code=row.code, tier=row.tier, title=title, short_name=short_name[:20])
    _fill(centre, step)
    _add(parent, centre, slug, user)


def _add(parent: Page, page: Page, slug: str, user) -> Page:
    """Put a live page below another, logged and with its first revision."""
    page.slug = slug
    while parent.get_children().filter(slug=page.slug).exists():
        page.slug += "-2"
    page.owner = user
    page.first_published_at = page.last_published_at = timezone.now()
    page = parent.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user)
    page.live_revision = page.save_revision(user=user, changed=False)
    Page.objects.filter(pk=page.pk).update(live_revision=page.live_revision)
    return page


def _change(step: Step, user) -> None:
    """Change what readers see, and an editor's newer draft alike, which stays a draft."""
    page = CentrePage.objects.get(pk=step.centre.pk)
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    if page.live:
        _follow(step, page)
        _fill(page, step)
        page.save_revision(user=user).publish(user=user)
    if draft is not None or not page.live:
        draft = draft or page
        _fill(draft, step)
        draft.save_revision(user=user)


def _follow(step: Step, centre: CentrePage) -> None:
    """Keep the area of a centre at its tier, and at its name where it was named after it."""
    area, title = step.area, step.row.values["title"]
    if area is None:
        return
    name = place_name(title) if area.title == place_name(centre.title) else area.title
    if (name, step.row.tier) != (area.title, area.tier):
        area.title = area.draft_title = name
        area.short_name, area.tier = name[:20], step.row.tier
        area.save()


def _fill(centre: CentrePage, step: Step) -> None:
    row = step.row
    for name, text in row.values.items():
        setattr(centre, name, text)
    centre.tier = row.tier
    if row.position:
        centre.latitude, centre.longitude = row.position
    if row.hours:
        if row.hours.at_holidays:
            centre.at_holidays = row.hours.at_holidays
        centre.opening_hours = [
            OpeningHours(
                days=rule.days,
                opens=rule.opens,
                closes=rule.closes,
                note=rule.note,
                sort_order=order,
            )
            for order, rule in enumerate(storable(row.hours.rules))
        ]


def place_name(title: str) -> str:
    """Return the place that a centre is named after: 汛桥镇党群服务中心 gives 汛桥镇."""
    for ending in ENDINGS:
        if title.endswith(ending) and title != ending:
            return title.removesuffix(ending)
    return title
