"""A sheet of people, read and compared with the accounts there are.

A row gives one person one role at one node; who holds several roles has several rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts import querysets
from accounts.models import User
from accounts.roles import CENTRE, Role
from common.sheet_remarks import Guesses, Remark
from common.sheet_tables import Table, field_words, header_word

from .models import AreaPage, CentrePage

SYNONYMS = {
    "username": "用户名 账号 登录名 username",
    "full_name": "姓名 名字 name",
    "role": "角色 权限 岗位 role",
    "code": "中心编号 编号 所在中心 区域编号 code",
    "email": "邮箱 电子邮箱 电子邮件 email",
    "mobile": "手机 手机号 手机号码 联系电话 电话 mobile",
}
FIELD_OF = field_words(SYNONYMS)
NEEDED = ("username", "full_name", "role", "code")
ROLE_SYNONYMS = {
    Role.EDITOR: "编辑 编辑员 信息员 editor",
    Role.REVIEWER: "审核 审核员 审核人 reviewer",
    Role.APPROVER: "审批 审批员 审批人 签发 签发人 终审 approver",
    Role.ADMINISTRATOR: "管理员 管理 administrator",
}
ROLE_WORDS = field_words(ROLE_SYNONYMS)
NEW, CHANGED, UNCHANGED, WRONG = "new", "changed", "unchanged", "wrong"
MOBILE_SIGNS = frozenset("0123456789+- ")


@dataclass
class PersonStep:
    """One row with what becomes of it.

    Attributes:
        is_first: whether no earlier row opens the same account.
    """

    number: int
    values: dict[str, str]
    cells: dict[str, str]
    role: Role | None = None
    node: Page | None = None
    user: User | None = None
    holds_already: bool = False
    is_first: bool = True
    remarks: list[Remark] = field(default_factory=list)

    def say(self, name: str, text: str, suggestion: str = "") -> None:
        self.remarks.append(Remark(self.cells.get(name, ""), text, suggestion))

    @property
    def fate(self) -> str:
        if self.remarks:
            return WRONG
        if self.user is None and self.is_first:
            return NEW
        return UNCHANGED if self.holds_already else CHANGED


class PeoplePlan:
    """The rows of a sheet against the accounts; `by` brings them in. Six queries."""

    def __init__(self, table: Table, by: User) -> None:
        self.by = by
        self.steps = [
            PersonStep(
                number,
                {name: " ".join(cell.text.split()) for name, cell in cells.items()},
                {name: cell.address for name, cell in cells.items()},
            )
            for number, cells in table.rows
        ]
        firsts: dict[str, PersonStep] = {}
        for step in self.steps:
            self.check_person(step)
            self.check_place(step)
            self.compare(step, firsts.get(step.values["username"].casefold()))
            firsts.setdefault(step.values["username"].casefold(), step)

    @cached_property
    def paths(self) -> list[str]:
        return querysets.managed_paths(self.by)

    @cached_property
    def nodes(self) -> dict[str, dict[str, Page]]:
        """The pages of one's own areas by code: areas, and centres."""
        found: dict[str, dict[str, Page]] = {}
        for model in (AreaPage, CentrePage):
            pages = model.objects.filter(alias_of=None).only("path", "depth", "title", "code")
            found[model.node_kind] = {page.code: page for page in pages if self.is_mine(page)}
        return found

    @cached_property
    def guesses(self) -> dict[str, Guesses]:
        return {kind: Guesses(pages) for kind, pages in self.nodes.items()}

    def is_mine(self, page: Page) -> bool:
        return any(page.path.startswith(path) for path in self.paths)

    @cached_property
    def accounts(self) -> dict[str, User]:
        """The accounts that bear one of the user names, whoever manages them."""
        names = {step.values["username"] for step in self.steps}
        found = User.objects.filter(username__in=names)
        return {user.username.casefold(): user for user in found}

    @cached_property
    def visible(self) -> set[int]:
        return set(querysets.visible_to(self.by).values_list("pk", flat=True))

    @cached_property
    def held(self) -> set[tuple[int, int, str]]:
        """Person, node and role of all that the people of the sheet hold in one's own areas."""
        rows = querysets.roles_within(self.paths).filter(group__user__in=self.accounts.values())
        return set(rows.values_list("group__user", "node", "role"))

    def check_person(self, step: PersonStep) -> None:
        username = step.values["username"]
        if not username:
            step.say("username", _("The user name is missing."), _("Write it here."))
        else:
            self.check_field(step, "username", _("Use letters, digits, full stops and hyphens."))
        if not step.values["full_name"]:
            step.say("full_name", _("The name is missing."), _("Write it here."))
        self.check_field(step, "full_name", _("Shorten it."))
        if email := step.values.get("email"):
            try:
                validate_email(email)
            except ValidationError:
                step.say(
                    "email",
                    _("“%(text)s” is no e-mail address.") % {"text": email[:60]},
                    _("Correct it, or leave the cell empty."),
                )
        mobile = step.values.get("mobile", "")
        if len(mobile) > 20 or set(mobile) - MOBILE_SIGNS:
            step.say(
                "mobile",
                _("“%(text)s” is no telephone number.") % {"text": mobile[:40]},
                _("Correct it, or leave the cell empty."),
            )

    def check_field(self, step: PersonStep, name: str, suggestion: str) -> None:
        """Ask the model's own rules about a text; an empty one was seen to before."""
        text = step.values[name]
        try:
            User._meta.get_field(name).run_validators(text)
        except ValidationError:
            step.say(name, _("“%(text)s” does not fit here.") % {"text": text[:60]}, suggestion)

    def check_place(self, step: PersonStep) -> None:
        """Find role and node; both lie within what `by` may give."""
        word, code = step.values["role"], step.values["code"]
        role = ROLE_WORDS.get(header_word(word))
        if role is None:
            names = "、".join(words.split()[0] for words in ROLE_SYNONYMS.values())
            step.say(
                "role",
                _("“%(word)s” is no role.") % {"word": word[:40]},
                _("Write one of these: %(tiers)s.") % {"tiers": names},
            )
            return
        step.role = Role(role)
        known = self.nodes[step.role.node_kind]
        step.node = known.get(code)
        if step.node is None:
            if step.role.node_kind != CENTRE and code in self.nodes[CENTRE]:
                hint = _("This role is given on an area, not on a single centre.")
            else:
                hint = self.guesses[step.role.node_kind].perhaps(code)
            step.say(
                "code",
                _("None of your places has the code “%(code)s”.") % {"code": code[:50]},
                hint or _("Bring the centre in first."),
            )

    def compare(self, step: PersonStep, first: PersonStep | None) -> None:
        step.user = self.accounts.get(step.values["username"].casefold())
        if first is not None:
            self.compare_rows(step, first)
        if step.user is None:
            return
        if step.user.pk not in self.visible or not step.user.is_active:
            step.say(
                "username",
                _("This user name is taken."),
                _("Choose another one, such as the name with a number."),
            )
        elif step.node and step.role:
            step.holds_already = (step.user.pk, step.node.pk, step.role.value) in self.held

    def compare_rows(self, step: PersonStep, first: PersonStep) -> None:
        """A second row gives the same person another role, and waits when the first is wrong."""
        step.is_first = False
        if step.values["full_name"] != first.values["full_name"]:
            step.say(
                "username",
                _("Row %(number)d gives this user name to somebody else.")
                % {"number": first.number},
                _("Choose another one, such as the name with a number."),
            )
        elif first.remarks and not step.remarks:
            text = _("Row %(number)d must be corrected first.") % {"number": first.number}
            step.say("username", text)

    @property
    def counts(self) -> dict[str, int]:
        return {
            fate: sum(step.fate == fate for step in self.steps)
            for fate in (NEW, CHANGED, UNCHANGED, WRONG)
        }

    @property
    def to_save(self) -> Sequence[PersonStep]:
        return [step for step in self.steps if step.fate in (NEW, CHANGED)]

    @property
    def fingerprint(self) -> str:
        """Tells whether accounts have changed between the check and saving."""
        return " ".join(f"{step.number}{step.fate}" for step in self.steps)
