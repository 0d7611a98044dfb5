"""The editor: opening and saving a menu of 1, 60 and 500 activities"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accounts.models import User
from bench.frame import Bench, Line
from tests.factories import brands, events
from tests.factories.menu_form import edit_address, form_data

SIZES = (1, 60, 500)


def measure(bench: Bench) -> Iterator[Line]:
    user = User.objects.create_superuser("bench", password=None)
    desk = Bench()
    desk.client.force_login(user)
    opening, saving = {}, {}
    for size in SIZES:
        rows = [events.row(f"第{n}课", "12月8日 14:00-15:30") for n in range(size)]
        menu = events.make_menu(brands.make_centre(), rows, date(2027, 12, 1))
        address = edit_address(menu)
        fields = form_data(rows, "2027-12-01")
        opening[size] = desk.queries(lambda address=address: desk.get(address))
        saving[size] = desk.queries(
            lambda address=address, fields=fields: desk.client.post(address, fields)
        )
    user.delete()
    for name, counts in (("opening", opening), ("saving a draft", saving)):
        figure = " = ".join(str(count) for count in counts.values())
        yield Line(f"queries of {name}", figure, "the same", len(set(counts.values())) == 1)
