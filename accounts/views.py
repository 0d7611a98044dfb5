"""People of the admin: list, new person, one person with roles."""

from datetime import timedelta

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin.ui.tables import Column, StatusFlagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from . import password_links, querysets, second_factor, services
from .admin_views import whole_number
from .errors import NotAllowed, WrongNode
from .forms import HandOverForm, PersonForm, RoleForm
from .models import NodeRole, User

UNUSED_DAYS = 180


class ManagesPeopleMixin(WagtailAdminTemplateMixin):
    """For administrators and superusers; everybody else is turned away."""

    header_icon = "group"

    def dispatch(self, request, *args, **kwargs):
        if not self.paths:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def paths(self) -> list[str]:
        return querysets.managed_paths(self.request.user)


class PeopleView(ManagesPeopleMixin, BaseListingView):
    """Everybody with a role at or below one's own nodes, with these roles."""

    page_title = _("People")
    index_url_name = "people:index"
    index_results_url_name = "people:results"
    is_searchable = True
    paginate_by = 50
    columns = [
        TitleColumn(
            "full_name",
            label=_("Name"),
            accessor="get_full_name",
            get_url=lambda user: reverse("people:person", args=[user.pk]),
        ),
        Column("username", label=_("Username")),
        Column("roles_text", label=_("Roles")),
        Column("last_login", label=_("Last sign-in")),
        StatusFlagColumn(
            "is_active",
            label=_("Account"),
            true_label=pgettext_lazy("account", "open"),
            false_label=pgettext_lazy("account", "closed"),
        ),
    ]

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(gettext("Add a person"), url=reverse("people:add"), icon_name="plus"),
            HeaderButton(
                gettext("From a sheet"), url=reverse("network:people"), icon_name="upload"
            ),
            HeaderButton(
                gettext("Not used for 180 days"), url=reverse("people:unused"), icon_name="history"
            ),
            HeaderButton(gettext("Invite"), url=reverse("network:invitations"), icon_name="mail"),
        ]

    def get_base_queryset(self):
        return querysets.visible_to(self.request.user).order_by("username")

    def search_queryset(self, queryset):
        words = self.search_query
        if not words:
            return queryset
        return queryset.filter(Q(username__icontains=words) | Q(full_name__icontains=words))

    def paginate_queryset(self, queryset, page_size):
        paginator, page, people, has_other = super().paginate_queryset(queryset, page_size)
        page.object_list = list(people)
        describe_roles(page.object_list, self.paths)
        return paginator, page, page.object_list, has_other


class UnusedPeopleView(PeopleView):
    """Accounts that nobody has used for half a year: to be closed or handed over."""

    page_title = _("Not used for 180 days")
    index_url_name = "people:unused"
    index_results_url_name = "people:unused_results"
    header_buttons = []

    def get_base_queryset(self):
        moment = timezone.now() - timedelta(days=UNUSED_DAYS)
        return querysets.unused_since(super().get_base_queryset(), moment)


def describe_roles(people, paths) -> None:
    """Give each person `roles_text`, the roles at or below `paths` in words; two queries."""
    held = {row.group_id: row for row in querysets.roles_within(paths).select_related("node")}
    texts = {person.pk: [] for person in people}
    members = User.groups.through.objects.filter(user__in=people, group__in=list(held))
    for user_id, group_id in members.values_list("user_id", "group_id"):
        row = held[group_id]
        texts[user_id].append(f"{row.node.title} · {row.get_role_display()}")
    for person in people:
        person.roles_text = "、".join(sorted(texts[person.pk]))


class AddPersonView(ManagesPeopleMixin, FormView):
    """A new person with a first role; the page after it offers the link for a password."""

    page_title = _("Add a person")
    template_name = "accounts/add_person.html"
    form_class = PersonForm

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *people_crumbs(), {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "by": self.request.user}

    def form_valid(self, form):
        by, role, node = self.request.user, form.cleaned_data["role"], form.cleaned_data["node"]
        try:
            person = services.open_account(form.save(commit=False), role, node, by=by)
        except (NotAllowed, WrongNode) as error:
            form.add_error("node", str(error))
            return self.form_invalid(form)
        messages.success(self.request, gettext("The account is open. Now make a password link."))
        return redirect("people:person", person.pk)


class PersonView(ManagesPeopleMixin, TemplateView):
    """One person: roles given and taken, password link, closing, handing over.

    Every button posts `action` to this page.
    """

    template_name = "accounts/person.html"
    http_method_names = ["get", "post"]

    @cached_property
    def person(self) -> User:
        return get_object_or_404(
            querysets.visible_to(self.request.user), pk=self.kwargs["person_id"]
        )

    def get_page_title(self):
        return self.person.get_full_name()

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            *people_crumbs(),
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        by = self.request.user
        here = querysets.roles_within(self.paths).filter(group__user=self.person)
        return super().get_context_data(
            **{
                "person": self.person,
                "roles": here.select_related("node").order_by("node__path"),
                "may_manage": may_manage(by, self.person),
                "has_second_factor": is_mfa_enabled(self.person),
                "role_form": RoleForm(by=by),
                "hand_over_form": HandOverForm(by=by, from_person=self.person),
                **kwargs,
            }
        )

    def post(self, request, *args, **kwargs):
        actions = {
            "give": self.give,
            "take": self.take,
            "link": self.link,
            "forget": self.forget,
            "close": self.close,
            "reopen": self.reopen,
            "hand_over": self.hand_over,
        }
        act = actions.get(request.POST.get("action"))
        if act is None:
            return redirect("people:person", self.person.pk)
        try:
            return act() or self.after_action()
        except (NotAllowed, WrongNode) as error:
            messages.error(request, str(error))
            return redirect("people:person", self.person.pk)

    def after_action(self):
        """Go back to the person, or to the list when the last role in sight was taken."""
        if querysets.visible_to(self.request.user).filter(pk=self.person.pk).exists():
            return redirect("people:person", self.person.pk)
        return redirect("people:index")

    def give(self):
        form = RoleForm(self.request.POST, by=self.request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(role_form=form))
        role, node = form.cleaned_data["role"], form.cleaned_data["node"]
        services.grant(self.person, role, node, by=self.request.user)
        messages.success(self.request, gettext("The role is given."))
        return None

    def take(self):
        held = get_object_or_404(
            NodeRole.objects.select_related("node"),
            group__user=self.person,
            pk=whole_number(self.request.POST.get("held")),
        )
        services.revoke(self.person, held.role, held.node, by=self.request.user)
        messages.success(self.request, gettext("The role is taken back."))

    def link(self):
        services.check_manages(self.request.user, self.person)
        link = password_links.make(self.person)
        return self.render_to_response(self.get_context_data(password_link=link))

    def forget(self):
        services.check_manages(self.request.user, self.person)
        second_factor.forget(self.person)
        messages.success(self.request, gettext("The second factor is set up anew at next sign-in."))

    def close(self):
        services.close(self.person, by=self.request.user)
        messages.success(self.request, gettext("The account is closed."))

    def reopen(self):
        services.reopen(self.person, by=self.request.user)
        messages.success(self.request, gettext("The account is open again."))

    def hand_over(self):
        form = HandOverForm(self.request.POST, by=self.request.user, from_person=self.person)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(hand_over_form=form))
        services.hand_over(self.person, form.cleaned_data["to_person"], by=self.request.user)
        messages.success(self.request, gettext("All roles have moved; the account is closed."))
        return None


def people_crumbs() -> list[dict]:
    return [{"url": reverse_lazy("people:index"), "label": _("People")}]


def may_manage(by: User, person: User) -> bool:
    """Tell whether the account itself may be changed, for showing the buttons."""
    try:
        services.check_manages(by, person)
    except NotAllowed:
        return False
    return True
