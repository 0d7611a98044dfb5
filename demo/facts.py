"""Shapes of the demo facts: networks, areas, centres and what belongs to a centre.

Plain values without Django: the loader turns them into pages and rows. Codes of tiers, accents,
lattices, scenes and kinds are those of the site; a test holds them to the allowed lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

WEEKDAYS: dict[str, tuple[int, ...]] = {
    "每天": (0, 1, 2, 3, 4, 5, 6),
    "周一至周五": (0, 1, 2, 3, 4),
    "周一至周六": (0, 1, 2, 3, 4, 5),
    "周二至周日": (1, 2, 3, 4, 5, 6),
    "周一、三、五": (0, 2, 4),
    "周二、四": (1, 3),
    "周一": (0,),
    "周三": (2,),
    "周五": (4,),
    "周六": (5,),
    "周六、日": (5, 6),
    "周日": (6,),
}


@dataclass(frozen=True)
class Figure:
    """One number that a centre or area is known by; `number` is text ("近 30", "9,265.4")."""

    label: str
    number: str
    unit: str


@dataclass(frozen=True)
class Pillar:
    """One of the things a house stands for."""

    title: str
    text: str


@dataclass(frozen=True)
class Facility:
    """A named room; `capacity` counts people, `hours` is a text ("预约", "每天 8:00–20:00")."""

    name: str
    use: str
    capacity: int | None
    hours: str


@dataclass(frozen=True)
class Window:
    """A service window: which services it offers and when."""

    name: str
    services: str
    hours: str


@dataclass(frozen=True)
class Hours:
    """One opening rule; clocks are "8:30" or "20:00", a note says what is special about it."""

    days: str
    opens: str
    closes: str
    note: str = ""

    @property
    def weekdays(self) -> tuple[int, ...]:
        """Weekdays of the rule, Monday is 0."""
        return WEEKDAYS[self.days]


@dataclass(frozen=True)
class Person:
    """An entry of the contact card; every phone is a landline."""

    name: str
    role: str
    phone: str
    duty: str


@dataclass(frozen=True)
class Stop:
    """A rest stop that a centre keeps."""

    name: str
    address: str
    phone: str


@dataclass(frozen=True)
class MenuRow:
    """One activity of a menu; `when` holds in any month and may use {m} for its number."""

    title: str
    kind: str
    when: str
    place: str
    audience: str = ""
    capacity: str = ""
    fee: str = ""
    sign_up: str = ""
    presenter: str = ""
    contact: str = ""
    summary: str = ""
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Centre:
    """A centre with all that its brand page shows and what its menus are made of.

    `menu` holds its own activities; `groups` names the parts of the activity library from which
    `menu_size` rows a month are filled up; `sheets` maps "2026-12" to a file read by the importer.
    """

    code: str
    slug: str
    title: str
    short_name: str
    tier: str
    accent: str
    lattice: str
    scene: str
    scene_alt: str
    intro: str
    address: str
    phone: str
    latitude: float
    longitude: float
    labels: tuple[str, ...]
    opening: tuple[Hours, ...]
    facilities: tuple[Facility, ...]
    windows: tuple[Window, ...] = ()
    brand_name: str = ""
    slogan: str = ""
    story: tuple[str, ...] = ()
    quote: str = ""
    pillars: tuple[Pillar, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    stops: tuple[Stop, ...] = ()
    menu: tuple[MenuRow, ...] = ()
    groups: tuple[str, ...] = ()
    menu_size: int = 8
    sheets: tuple[tuple[str, str], ...] = ()

    @property
    def is_rich(self) -> bool:
        """The centre has a story to tell, not only rooms and hours."""
        return bool(self.story)


@dataclass(frozen=True)
class Area:
    """A node of the tree; its own centre, if it has one, carries the same code."""

    code: str
    slug: str
    title: str
    short_name: str
    tier: str
    place_name: str
    accent: str
    lattice: str
    scene: str
    slogan: str
    intro: str
    phone: str
    reviewer: str
    figures: tuple[Figure, ...] = ()
    centre: Centre | None = None
    centres: tuple[Centre, ...] = ()
    areas: tuple[Area, ...] = ()

    def all_areas(self) -> Iterator[Area]:
        """Yield this area and all below it, parents first."""
        yield self
        for area in self.areas:
            yield from area.all_areas()

    def all_centres(self) -> Iterator[Centre]:
        """Yield the centres here and below, an area's own centre first."""
        if self.centre:
            yield self.centre
        yield from self.centres
        for area in self.areas:
            yield from area.all_centres()


@dataclass(frozen=True)
class Network:
    """One of the five networks: its top-level area and all below."""

    area: Area
