"""What is filled in about people: by administrators, and by those who are away."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from . import absences, nodes, querysets
from .models import Absence, User
from .roles import Role

LONGEST_ABSENCE = timedelta(days=180)


class NodeField(forms.ModelChoiceField):
    """A select of nodes, indented as in the tree."""

    def label_from_instance(self, node):
        return "　" * max(node.depth - nodes.SITE_DEPTH, 0) + node.title


class RoleForm(forms.Form):
    """A role and where it holds; nodes are limited to those of `by`."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        help_text=_("Editors write for one centre; the others work for an area and all below it."),
    )
    node = NodeField(
        label=_("Area or centre"),
        queryset=None,
        help_text=_("The role holds here and for everything below."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["node"].queryset = nodes.within(querysets.managed_paths(by))


class PersonForm(RoleForm, forms.ModelForm):
    """A new person with a first role."""

    class Meta:
        model = User
        fields = ["username", "full_name", "mobile", "email"]
        help_texts = {
            "username": _("For signing in: letters, digits, a full stop or a hyphen."),
            "email": _("May stay empty; then the password is set with a one-time link."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True
        self.order_fields(["username", "full_name", "mobile", "email", "role", "node"])


class HandOverForm(forms.Form):
    """Who takes over."""

    to_person = forms.ModelChoiceField(
        label=pgettext_lazy("hand over", "To"),
        queryset=None,
        help_text=_("All roles move to this person and the present account is closed."),
    )

    def __init__(self, *args, by, from_person, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to_person"].queryset = (
            querysets.visible_to(by).filter(is_active=True).exclude(pk=from_person.pk)
        )
        self.fields["to_person"].label_from_instance = User.get_full_name


class AbsenceForm(forms.ModelForm):
    """From when to when somebody is away; only people who may stand in can be chosen."""

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
            elif last - first > LONGEST_ABSENCE:
                text = _("Half a year at most; for longer, ask to hand your account over.")
                self.add_error("last", text)
        return cleaned
