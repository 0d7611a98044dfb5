"""People brought in from a sheet, and their invitations by mail or as cards to print."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts import password_links, querysets
from accounts.admin_views import AdminView, whole_number
from accounts.errors import NotAllowed, WrongNode
from accounts.views import people_crumbs
from calendars.links import qr_code
from common.sheet_tables import Table

from . import people_sheets
from .bringing_views import BringView
from .people_saving import AccountsChanged, invite_by_mail, save_people, to_invite
from .people_sheets import PeoplePlan

CARDS_AT_ONCE = 200


class BringPeopleView(BringView):
    """Accounts with roles at or below one's own nodes."""

    page_title = gettext_lazy("Bring people in from a sheet")
    template_name = "brands/admin/bring_people_start.html"
    salt = "brands.people-sheet"
    columns = people_sheets.FIELD_OF
    needed = people_sheets.NEEDED

    def is_allowed(self) -> bool:
        return bool(querysets.managed_paths(self.request.user))

    def get_path_items(self):
        return people_crumbs()

    def show(self, table: Table, **context) -> HttpResponse:
        self.template_name = "brands/admin/bring_people.html"
        plan = PeoplePlan(table, self.request.user)
        values = {
            "plan": plan,
            "counts": plan.counts,
            "unknown": table.unknown,
            "signed": self.signed(table, plan.fingerprint),
        }
        return self.render_to_response(self.get_context_data(**values, **context))

    def save(self, table: Table, fingerprint: str) -> HttpResponse:
        plan = PeoplePlan(table, self.request.user)
        try:
            save_people(plan, fingerprint)
        except AccountsChanged:
            wrong = _(
                "Nothing is saved: the accounts have changed meanwhile. Please look once more."
            )
            return self.show(table, wrong=wrong)
        except (NotAllowed, WrongNode) as error:
            return self.show(table, wrong=str(error))
        text = _("New accounts: %(new)d, roles given: %(changed)d.") % plan.counts
        messages.success(self.request, text)
        return redirect("network:invitations")


class InvitationsView(AdminView):
    """Those without a password: a mail for each, or a card with a one-time link."""

    page_title = gettext_lazy("Invite people")
    header_icon = "mail"
    template_name = "brands/admin/invitations.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not querysets.managed_paths(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_path_items(self):
        return people_crumbs()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"people": to_invite(self.request.user), **kwargs})

    def post(self, request, *args, **kwargs):
        asked = [whole_number(pk) for pk in request.POST.getlist("person")]
        chosen = list(to_invite(request.user).filter(pk__in=filter(None, asked))[:CARDS_AT_ONCE])
        if not chosen:
            messages.error(request, _("Tick the people first."))
            return redirect("network:invitations")
        return self.print_cards(chosen) if "print" in request.POST else self.write(chosen)

    def write(self, chosen) -> HttpResponse:
        number = invite_by_mail(chosen)
        text = ngettext("%(number)d mail is sent.", "%(number)d mails are sent.", number)
        messages.success(self.request, text % {"number": number})
        if number < len(chosen):
            text = _("People without an e-mail address get a card: tick them and print.")
            messages.warning(self.request, text)
        return redirect("network:invitations")

    def print_cards(self, chosen) -> HttpResponse:
        self.template_name = "brands/admin/invitation_cards.html"
        cards = []
        for person in chosen:
            link = password_links.make(person)
            label = _("Code for the address by which the password is set")
            cards.append({"person": person, "link": link, "code": qr_code(link, label)})
        return self.render_to_response(self.get_context_data(cards=cards))
