"""People, and a small tree of two networks for them to work in."""

from dataclasses import dataclass
from itertools import count

from wagtail.models import Page

from accounts import services
from accounts.models import User
from accounts.roles import Role
from brands.models import AreaPage, CentrePage
from tests.factories.brands import make_area, make_centre

PASSWORD = "a long enough password"
_numbers = count(1)


def person(username: str = "", *, role: Role | None = None, node=None, **fields) -> User:
    """Return a stored person, with a role when `role` and `node` are given."""
    username = username or f"person-{next(_numbers)}"
    made = User.objects.create_user(
        username, password=PASSWORD, **{"full_name": username.title(), **fields}
    )
    if role:
        services.grant(made, role, node)
    return User.objects.get(pk=made.pk)


def area(parent, code: str, title: str, **values) -> AreaPage:
    return make_area(parent, code=code, title=title, short_name=title, **values)


def centre(parent, code: str, title: str, **values) -> CentrePage:
    return make_centre(parent, code=code, title=title, short_name=title, **values)


@dataclass
class Tree:
    """Two networks; `street` and its two centres lie in the first, `far` in the second."""

    home: Page
    network: AreaPage
    street: AreaPage
    near: CentrePage
    next_door: CentrePage
    other_network: AreaPage
    far: CentrePage

    def again(self, name: str):
        """Return a page of the tree as it is now stored."""
        return Page.objects.get(pk=getattr(self, name).pk).specific


def tree() -> Tree:
    home = Page.objects.filter(depth=2).first()
    network = area(home, "lake", "湖滨区")
    street = area(network, "lake-east", "湖滨东街道")
    near = centre(street, "east-lane", "东巷社区服务中心")
    next_door = centre(street, "west-lane", "西巷社区服务中心")
    other = area(home, "hill", "青山区")
    far = centre(other, "pine", "松林村服务中心", live=False)
    made = Tree(home, network, street, near, next_door, other, far)
    for name in ("home", "network", "street", "near", "next_door", "other_network", "far"):
        setattr(made, name, made.again(name))
    return made
