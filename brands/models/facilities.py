"""What a centre offers: rooms, counter windows, hours, people to ask, rest stops."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from common.codes import new_code


class Facility(Orderable):
    """A named room or area with a use and a capacity (功能室)."""

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="facilities")
    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        default=new_code,
        editable=False,
        help_text=_("Calendars know the room by it, whatever it is called later."),
    )
    name = models.CharField(
        _("name"), max_length=40, help_text=_("As it stands on the door; menus name it like this.")
    )
    use = models.CharField(_("use"), max_length=80, blank=True, help_text=_("What people do here."))
    capacity = models.PositiveSmallIntegerField(
        _("capacity"), null=True, blank=True, help_text=_("How many people fit in.")
    )
    hours = models.CharField(
        _("hours"), max_length=60, blank=True, help_text=_("Only if other than the house's.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.keep_code()
        super().save(*args, **kwargs)

    def keep_code(self) -> None:
        """The code in the table is the true one: a revision may hold none, a copy another's."""
        rooms = Facility.objects
        stored = rooms.filter(pk=self.pk).values_list("code", flat=True).first() if self.pk else ""
        if stored:
            self.code = stored
        elif not self.code or rooms.filter(code=self.code).exists():
            self.code = new_code()


class ServiceWindow(Orderable):
    """A counter service and when it is open (窗口)."""

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="windows")
    name = models.CharField(_("name"), max_length=40, help_text=_("For example 一窗受理 1 号窗."))
    services = models.CharField(
        _("services"), max_length=160, help_text=_("What can be settled here, in everyday words.")
    )
    hours = models.CharField(_("hours"), max_length=80, blank=True, help_text=_("In words."))

    class Meta(Orderable.Meta):
        verbose_name = _("service window")
        verbose_name_plural = _("service windows")

    def __str__(self):
        return self.name


class OpeningHours(Orderable):
    """One rule of the house: on these days, from then till then."""

    class Days(models.TextChoices):
        DAILY = "1234567", _("every day")
        WORKDAYS = "12345", _("Monday to Friday")
        WEEKEND = "67", _("Saturday and Sunday")
        MON_SAT = "123456", _("Monday to Saturday")
        MON = "1", _("Monday")
        TUE = "2", _("Tuesday")
        WED = "3", _("Wednesday")
        THU = "4", _("Thursday")
        FRI = "5", _("Friday")
        SAT = "6", _("Saturday")
        SUN = "7", _("Sunday")
        TUE_THU = "24", _("Tuesday and Thursday")
        MON_WED_FRI = "135", _("Monday, Wednesday, Friday")
        TUE_SUN = "234567", _("Tuesday to Sunday")

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="opening_hours")
    days = models.CharField(
        _("days"), max_length=7, choices=Days, default=Days.DAILY, help_text=_("On which days.")
    )
    opens = models.TimeField(_("opens"), help_text=_("For example 8:30."))
    closes = models.TimeField(_("closes"), help_text=_("For example 20:00."))
    note = models.CharField(
        _("note"), max_length=40, blank=True, help_text=_("For example 延时服务 or 预约.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return f"{self.get_days_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self):
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("The house closes before it opens. Please check.")})


class ClosedDays(Orderable):
    """Days on which the house is closed though the week says otherwise."""

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="closed_days")
    first_on = models.DateField(_("first day"), help_text=_("Closed from this day on."))
    last_on = models.DateField(_("last day"), help_text=_("Closed to the end of this day."))
    reason = models.CharField(
        _("reason"), max_length=40, help_text=_("Residents read it, for example 电梯检修.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("closed days")
        verbose_name_plural = _("closed days")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_on__gte=models.F("first_on")), name="closed_days_in_order"
            )
        ]

    def __str__(self):
        return f"{self.first_on} – {self.last_on} {self.reason}"

    def clean(self):
        if self.first_on and self.last_on and self.last_on < self.first_on:
            raise ValidationError({"last_on": _("The last day lies before the first.")})


class Person(Orderable):
    """A line of the contact card (便民服务卡): who helps with what, by an office number."""

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="people")
    name = models.CharField(_("name"), max_length=30, help_text=_("As residents address them."))
    role = models.CharField(_("role"), max_length=40, help_text=_("For example 调解员."))
    phone = models.CharField(
        _("telephone"), max_length=30, blank=True, help_text=_("An office number.")
    )
    duty = models.CharField(
        _("helps with"), max_length=80, blank=True, help_text=_("For example 邻里纠纷.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contact card")

    def __str__(self):
        return f"{self.name} {self.role}"


class Stop(Orderable):
    """A light stop (驿站) of a centre: a place to sit, to drink, to charge a telephone."""

    page = ParentalKey("brands.CentrePage", on_delete=models.CASCADE, related_name="stops")
    name = models.CharField(_("name"), max_length=40, help_text=_("For example 黄山路驿站."))
    address = models.CharField(_("address"), max_length=100, help_text=_("Street and number."))
    phone = models.CharField(
        _("telephone"), max_length=30, blank=True, help_text=_("An office number.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("rest stop")
        verbose_name_plural = _("rest stops")

    def __str__(self):
        return self.name
