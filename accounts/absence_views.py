"""“I am away”: who stands in from when to when, and for whom one stands in."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.mail import send_mail
from wagtail.admin.widgets import AdminDateInput

from . import absences
from .admin_views import AdminView
from .errors import NotAllowed
from .models import Absence, User

LONGEST = timedelta(days=180)


class AbsenceForm(forms.ModelForm):
    """Only people who may stand in can be chosen; a day has gone by or is too far: a sentence."""

    class Meta:
        model = Absence
        fields = ["first", "last", "delegate"]
        widgets = {"first": AdminDateInput, "last": AdminDateInput}

    def __init__(self, *args, person: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delegate"].queryset = absences.possible_delegates(person)
        self.fields["delegate"].label_from_instance = User.get_full_name

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last:
            if last < first or last < timezone.localdate():
                self.add_error("last", _("The last day comes after the first, and is to come."))
            elif last - first > LONGEST:
                text = _("Half a year at most; for longer, ask to hand your account over.")
                self.add_error("last", text)
        return cleaned


class AbsenceView(AdminView):
    """One's own absences, a new one, and those of others for whom one stands in."""

    page_title = gettext_lazy("When I am away")
    header_icon = "user"
    template_name = "accounts/absence.html"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not absences.acting_roles(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def own(self):
        absent = Absence.objects.filter(person=self.request.user)
        return absent.not_over(timezone.localdate()).select_related("delegate")

    def get_context_data(self, **kwargs):
        stands_in = Absence.objects.filter(delegate=self.request.user)
        context = {
            "form": AbsenceForm(person=self.request.user),
            "own": self.own,
            "others": stands_in.not_over(timezone.localdate()).select_related("person"),
        }
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request, *args, **kwargs):
        if "end" in request.POST:
            return self.end(request.POST["end"])
        form = AbsenceForm(request.POST, person=request.user)
        if form.is_valid():
            try:
                self.name(form.cleaned_data)
            except NotAllowed as error:
                form.add_error(None, ValidationError(str(error)))
            else:
                messages.success(request, _("Noted. Have a good time."))
                return redirect("absence")
        return self.render_to_response(self.get_context_data(form=form))

    def name(self, chosen: dict) -> None:
        with transaction.atomic():
            absence = absences.name_delegate(self.request.user, **chosen)
            transaction.on_commit(lambda: tell_delegate(absence))

    def end(self, key: str):
        absence = self.own.filter(pk=int(key) if key.isdecimal() and len(key) < 19 else 0).first()
        if absence:
            absences.come_back(absence, timezone.localdate())
            messages.success(self.request, _("Welcome back; what waits comes to you again."))
        return redirect("absence")


def tell_delegate(absence: Absence) -> None:
    """Write to who stands in, in the language of the site."""
    if not absence.delegate.email:
        return
    with translation.override(settings.LANGUAGE_CODE):
        name = absence.person.get_full_name()
        subject = _("You stand in for %(name)s") % {"name": name}
        body = _(
            "From %(first)s to %(last)s what waits for %(name)s in reviews comes to you as well.\n"
            "You find it on your desk: %(link)s"
        ) % {
            "name": name,
            "first": absence.first,
            "last": absence.last,
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
        }
    send_mail(subject, body, [absence.delegate.email])
