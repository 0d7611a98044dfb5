"""Areas and centres of the five networks."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

from django.utils.html import escape

from brands.models import (
    AreaFigure,
    AreaPage,
    CentreFigure,
    CentrePage,
    Facility,
    OpeningHours,
    Person,
    Pillar,
    ServiceWindow,
    Stop,
)
from demo import facts
from demo.networks import NETWORKS
from demo.ways import WAYS, at_holidays
from home.models import HomePage


def build() -> dict[str, CentrePage]:
    """Make what is missing and return the centres by their code."""
    home = HomePage.objects.get()
    for network in NETWORKS:
        make_area(network.area, home)
    return {centre.code: centre for centre in CentrePage.objects.all()}


def make_area(area: facts.Area, parent) -> None:
    page = AreaPage.objects.filter(code=area.code).first() or add_area(area, parent)
    for centre in (*((area.centre,) if area.centre else ()), *area.centres):
        if not CentrePage.objects.filter(code=centre.code).exists():
            add_centre(centre, page)
    for below in area.areas:
        make_area(below, page)


def add_area(area: facts.Area, parent) -> AreaPage:
    names = "code slug title short_name tier place_name accent lattice scene slogan intro phone"
    page = AreaPage(**{name: getattr(area, name) for name in names.split()})
    page.figures = [
        AreaFigure(sort_order=n, label=one.label, number=one.number, unit=one.unit)
        for n, one in enumerate(area.figures)
    ]
    return added(page, parent)


def add_centre(centre: facts.Centre, area: AreaPage) -> CentrePage:
    names = (
        "code slug title short_name tier accent lattice scene scene_alt intro phone brand_name "
        "slogan quote"
    )
    page = CentrePage(
        **{name: getattr(centre, name) for name in names.split()},
        address_line=centre.address,
        latitude=Decimal(str(round(centre.latitude, 5))),
        longitude=Decimal(str(round(centre.longitude, 5))),
        directions=WAYS.get(centre.code, ""),
        at_holidays=at_holidays(centre.code),
        labels=" ".join(centre.labels),
        story="".join(f"<p>{escape(text)}</p>" for text in centre.story),
    )
    page.pillars = rows(Pillar, centre.pillars, "title text")
    page.figures = rows(CentreFigure, centre.figures, "label number unit")
    page.facilities = rows(Facility, centre.facilities, "name use capacity hours")
    page.windows = rows(ServiceWindow, centre.windows, "name services hours")
    page.people = rows(Person, centre.people, "name role phone duty")
    page.stops = rows(Stop, centre.stops, "name address phone")
    page.opening_hours = [hours_of(rule, n) for n, rule in enumerate(centre.opening)]
    return added(page, area)


def rows(model, values, names: str) -> list:
    return [
        model(sort_order=n, **{name: getattr(value, name) for name in names.split()})
        for n, value in enumerate(values)
    ]


def hours_of(rule: facts.Hours, number: int) -> OpeningHours:
    return OpeningHours(
        sort_order=number,
        days="".join(str(day + 1) for day in rule.weekdays),
        opens=clock(rule.opens),
        closes=clock(rule.closes),
        note=rule.note,
    )


def clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def added(page, parent):
    """Add a live page below another, with the revision from which its next edit begins."""
    parent.refresh_from_db()
    page = parent.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    return page
