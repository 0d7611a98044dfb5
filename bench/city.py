"""The admin of a city of 706 centres, 700 editors and 50,000 occurrences, against the demo's"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from io import StringIO
from itertools import islice

from django.core.management import call_command
from django.urls import reverse

from accounts import services
from accounts.models import User
from accounts.roles import Role
from bench.frame import Bench, Line
from brands.models import AreaPage, CentrePage
from common.models import Kind
from events.models import Activity, ActivityMenuPage, Occurrence
from events.rows import ZONE
from tests.factories import brands, events

CENTRES, EDITORS, STREETS = 706, 700, 47
ACTIVITIES, DATES = 6, 12  # of each centre
MONTH = date(2027, 12, 1)
MOST_QUERIES, MOST_TIMES = 60, 3


def measure(bench: Bench) -> Iterator[Line]:
    call_command("load_demo", stdout=StringIO())
    district = AreaPage.objects.networks().get(slug="fangshan")
    before = {name: cost(call) for name, call in views_of(district)}
    city = build()
    yield Line("centres", f"{CentrePage.objects.descendant_of(city).count():,}")
    yield Line("editors", f"{User.objects.filter(username__startswith='city-').count():,}")
    there = Occurrence.objects.filter(centre__path__startswith=city.path)
    yield Line("occurrences", f"{there.count():,}")
    for name, call in views_of(city):
        queries, times = cost(call)
        against = times / before[name][1]
        yield Line(
            name,
            f"{queries} queries, {against:.1f} × demo",
            f"at most {MOST_QUERIES} queries, {MOST_TIMES} × demo",
            queries <= MOST_QUERIES and against <= MOST_TIMES,
        )


def cost(call: Callable[[], object]) -> tuple[int, float]:
    """Return the queries of a call, and its time against the hello view."""
    bench = Bench()
    return bench.queries(call), bench.ratio(call, bench.hello())


def views_of(network: AreaPage) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what the reviewer of a street and the editor of one of its centres open."""
    centre = CentrePage.objects.descendant_of(network).filter(depth=5).order_by("path").first()
    street = centre.get_parent()
    menu = events.publish(events.make_menu(centre, rows(), MONTH.replace(year=2028)))
    people = {"reviewer": (Role.REVIEWER, street), "editor": (Role.EDITOR, centre)}
    for name, (role, node) in people.items():
        bench = Bench()
        bench.client.force_login(person(f"{name}-of-{network.code}", role, node))
        for view, address in addresses(node, centre, menu).items():
            yield f"{view}, {name}", lambda bench=bench, address=address: bench.get(address)


def addresses(node, centre, menu) -> dict[str, str]:
    explore, choose = "wagtailadmin_explore", "wagtailadmin_choose_page_child"
    return {
        "desk": reverse("wagtailadmin_home"),
        "explorer": reverse(explore, args=[node.pk]),
        "a centre in the explorer": reverse(explore, args=[centre.pk]),
        "page chooser": reverse(choose, args=[node.pk]),
        "page chooser's search": f"{reverse('wagtailadmin_choose_page_search')}?q=菜单",
        "image chooser": reverse("wagtailimages_chooser:choose"),
        "board": reverse("menus:board"),
        "menu editor": reverse("wagtailadmin_pages:edit", args=[menu.pk]),
    }


def rows() -> list[dict]:
    return [events.row(f"第{n}课", "12月8日 14:00-15:30") for n in range(20)]


def person(username: str, role: Role, node) -> User:
    user = User.objects.create_user(username, full_name=username)
    services.grant(user, role, node)
    return user


def build() -> AreaPage:
    """Make the city: streets, centres with a published menu each, editors for most of them."""
    city = brands.make_area(code="city", title="大城")
    streets = [brands.make_area(city, tier="street") for _ in range(STREETS)]
    centres = [brands.make_centre(streets[n % STREETS]) for n in range(CENTRES)]
    for number, centre in enumerate(islice(centres, EDITORS)):
        person(f"city-{number}", Role.EDITOR, centre)
    fill([events.make_menu(centre, rows(), MONTH) for centre in centres])
    city.refresh_from_db()
    return city


def fill(menus: list[ActivityMenuPage]) -> None:
    """Store what publication would: the figures are of reading, so it need not run 706 times."""
    ActivityMenuPage.objects.filter(pk__in=[menu.pk for menu in menus]).update(live=True)
    kind = Kind.objects.first()
    activities = Activity.objects.bulk_create(
        Activity(
            menu=menu,
            block_id=menu.rows[n].id,
            centre=menu.centre,
            position=n,
            title=f"第{n}课",
            kind=kind,
            when="周三 14:00",
        )
        for menu in menus
        for n in range(ACTIVITIES)
    )
    Occurrence.objects.bulk_create(
        (occurrence(activity, day) for activity in activities for day in range(DATES)),
        batch_size=2000,
    )


def occurrence(activity: Activity, day: int) -> Occurrence:
    local = MONTH + timedelta(days=2 * day)
    start = datetime.combine(local, time(activity.position + 9), ZONE)
    end = start + timedelta(minutes=90)
    return Occurrence(
        activity=activity,
        centre=activity.centre,
        start=start,
        end=end,
        planned_start=start,
        planned_end=end,
    )
