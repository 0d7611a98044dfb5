"""The people of the demo: who signs in as what. The password holds for this demo alone."""

from __future__ import annotations

from accounts.models import User
from accounts.roles import Role
from accounts.services import grant
from brands.models import AreaPage, CentrePage

PASSWORD = "changlai-demo"  # noqa: S105 (printed at every start of the demo; dev settings only)

PEOPLE = (
    # user name, name, role, node
    ("editor", "苏庄三里 编辑", Role.EDITOR, "fangshan-suzhuang"),
    ("editor2", "筑梦空间 编辑", Role.EDITOR, "fulaishan-dream-space"),
    ("reviewer", "房山区 审核人", Role.REVIEWER, None),
    ("approver", "房山区 审批人", Role.APPROVER, "fangshan"),
    ("admin", "房山区 管理员", Role.ADMINISTRATOR, "fangshan"),
)


def build(centres: dict[str, CentrePage]) -> None:
    for username, name, role, code in PEOPLE:
        user, made = User.objects.get_or_create(username=username, defaults={"full_name": name})
        if made:
            user.set_password(PASSWORD)
            user.save()
        grant(user, role, node_of(role, code, centres))
    if not User.objects.filter(username="root").exists():
        User.objects.create_superuser("root", password=PASSWORD, full_name="全站管理员")


def node_of(role, code, centres):
    if role == Role.EDITOR:
        return centres[code]
    if code is None:
        return centres["fangshan-suzhuang"].get_parent().specific
    return AreaPage.objects.get(code=code)
