"""“I am away”: who stands in from when to when, and for whom one stands in."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import absences
from .admin_views import AdminView, whole_number
from .errors import NotAllowed
from .forms import AbsenceForm
from .models import Absence


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
                absences.name_delegate(request.user, **form.cleaned_data)
            except NotAllowed as error:
                form.add_error(None, ValidationError(str(error)))
            else:
                messages.success(request, _("Noted. Have a good time."))
                return redirect("absence")
        return self.render_to_response(self.get_context_data(form=form))

    def end(self, key: str):
        absence = self.own.filter(pk=whole_number(key)).first()
        if absence:
            absences.come_back(absence, timezone.localdate())
            messages.success(self.request, _("Welcome back; what waits comes to you again."))
        return redirect("absence")
