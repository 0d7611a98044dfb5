"""The tree is the organisation chart: areas nest, centres are leaves (design: decision 1)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.fields import RichTextField

from common import nodes
from common.codes import node_code
from common.pages import BasePage
from common.reviewed import ParentPermissions

from .. import panels
from ..enums import AtHolidays
from ..forms import NodeForm
from ..querysets import AreaManager, CentreManager
from .identity import BrandFields


class NodePage(BasePage):
    """What areas and centres have in common."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return ParentPermissions(user, self)

    def was_public(self) -> bool:
        """Whether something at or below this node was ever published; such a node stays."""
        if self.live or self.first_published_at:
            return True
        return self.get_descendants().exclude(first_published_at=None).exists()

    def clean(self):
        super().clean()
        if self.code:
            try:
                node_code(self.code)
            except ValidationError as error:
                raise ValidationError({"code": error.messages}) from error
        if self.code and self.path and not self.pk:
            self.refuse_foreign_code(self.path[: -self.steplen])

    def refuse_foreign_code(self, parent_path: str) -> None:
        """An area and a centre share a code only when the centre lies directly in the area.

        Otherwise a bare code in somebody's calendar would come to mean another place.

        Raises:
            ValidationError: on the code.
        """
        is_area = self.node_kind == "area"
        others = (CentrePage if is_area else AreaPage).objects.filter(code=self.code)
        for path in others.values_list("path", flat=True):
            own = path[: -self.steplen] == self.path if is_area else path == parent_path
            if not own:
                text = _("Another place has this code. Only an area and its own centre share one.")
                raise ValidationError({"code": text})


class AreaPage(BrandFields, NodePage):
    """A city, district, street, town or park: carries rights, review and what is below it.

    An area directly under the home page is a network.
    """

    node_kind = "area"
    base_form_class = NodeForm
    parent_page_types = ["home.HomePage", "brands.AreaPage"]
    subpage_types = ["brands.AreaPage", "brands.CentrePage"]
    template = "brands/area_page.html"

    place_name = models.CharField(
        _("place"),
        max_length=20,
        blank=True,
        help_text=_("The city people know, for example 烟台; shown above the name."),
    )

    objects = AreaManager()

    content_panels = panels.area_panels
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Area")),
            ObjectList(BasePage.promote_panels, heading=_("Sharing")),
        ]
    )

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")

    @property
    def address_code(self) -> str:
        """The code by which addresses name this area with everything below it."""
        return self.code

    @property
    def display_name(self) -> str:
        return self.short_name

    def after_save(self):
        from ..publication import publish_node

        publish_node(self)

    def get_context(self, request, *args, **kwargs):
        from ..pages import area_context

        return super().get_context(request, *args, **kwargs) | area_context(self, request)


class CentrePage(BrandFields, NodePage):
    """A house with rooms, windows and staff; its menus, notices and replays lie below it."""

    node_kind = "centre"
    base_form_class = NodeForm
    parent_page_types = ["brands.AreaPage"]
    subpage_types = [
        "events.ActivityMenuPage",
        "notices.TalentNoticePage",
        "media.LivestreamPage",
    ]
    template = "brands/centre_page.html"

    brand_name = models.CharField(
        _("brand"),
        max_length=20,
        blank=True,
        help_text=_("The name under which the house is known, for example 初心航线."),
    )
    scene_alt = models.CharField(
        _("the view in words"),
        max_length=60,
        blank=True,
        help_text=_("For people who cannot see the picture, for example 窗外：海面和一座灯塔."),
    )
    story = RichTextField(
        _("story"),
        blank=True,
        features=["bold", "link", "ul"],
        help_text=_("How this house came to be; two or three short paragraphs."),
    )
    quote = models.CharField(
        _("quotation"), max_length=80, blank=True, help_text=_("A sentence somebody here said.")
    )
    address_line = models.CharField(
        _("street address"), max_length=100, blank=True, help_text=_("Street, number, landmark.")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(3), MaxValueValidator(54)],
        help_text=_("WGS 84, for example 28.85830."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(73), MaxValueValidator(136)],
        help_text=_("WGS 84, for example 121.14470."),
    )
    directions = models.CharField(
        _("how to get here"),
        max_length=200,
        blank=True,
        help_text=_("Bus and stop, which gate, where bicycles stand, the way without steps."),
    )
    at_holidays = models.CharField(
        _("on public holidays"),
        max_length=10,
        choices=AtHolidays,
        default=AtHolidays.CLOSED,
        help_text=_("Which days are holidays stands in the table of holidays."),
    )
    labels = models.CharField(
        _("labels"),
        max_length=80,
        blank=True,
        help_text=_("Words the directory can be filtered by, separated by spaces."),
    )

    objects = CentreManager()

    content_panels = panels.centre_panels
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Centre")),
            ObjectList(panels.brand_panels, heading=_("Brand")),
            ObjectList(panels.offer_panels, heading=_("Rooms, windows, people")),
            ObjectList(BasePage.promote_panels, heading=_("Sharing")),
        ]
    )

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")

    @property
    def address_code(self) -> str:
        """The code by which addresses name this centre alone."""
        return nodes.CENTRE + self.code

    @property
    def display_name(self) -> str:
        return self.brand_name or self.short_name

    @property
    def label_list(self) -> list[str]:
        return self.labels.split()

    def after_save(self):
        from ..publication import publish_node

        publish_node(self)

    def get_context(self, request, *args, **kwargs):
        from ..pages import centre_context

        return super().get_context(request, *args, **kwargs) | centre_context(self, request)
