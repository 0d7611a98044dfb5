"""Registers the check in the admin: its addresses, its button at a page, the words of the log."""

from django.contrib import messages
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem

from accounts.models import RoleTask
from common.viewsets import add_site_table

from . import outcomes, registry, urls
from .views import may_read
from .viewsets import ReviewRuleViewSet, WordingViewSet

add_site_table(WordingViewSet("wording"))
add_site_table(ReviewRuleViewSet("review_rules"))


@hooks.register("register_admin_urls")
def check_urls():
    return [path("check/", include(urls))]


class CheckButton(PageMenuItem):
    label = _("Check before publication")
    icon_name = "clipboard-list"

    @property
    def url(self):
        return reverse("inspection:check", args=[self.page.pk])

    def is_shown(self, user):
        return bool(self.page.pk) and may_read(self.page, user)


class ReviewButton(PageMenuItem):
    """For whom it is to decide now."""

    label = _("Review")
    icon_name = "check"

    @property
    def url(self):
        return reverse("inspection:review", args=[self.page.pk])

    def is_shown(self, user):
        task = self.page.current_workflow_task if self.page.pk else None
        return isinstance(task, RoleTask) and task.may_act(self.page, user)


@hooks.register("register_page_header_buttons")
def review_button(page, user, view_name, next_url=None):
    if registry.is_inspected(page.specific_class):
        yield ReviewButton(page=page, priority=11)


@hooks.register("register_page_header_buttons")
def check_button(page, user, view_name, next_url=None):
    if registry.is_inspected(page.specific_class):
        yield CheckButton(page=page, priority=14)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_who_has_it(request, page):
    """Whoever submits in the editor is told when it went to others than usual, or what lapses."""
    if "action-submit" not in request.POST or not registry.is_inspected(page.specific_class):
        return
    page = page.specific_class.objects.get(pk=page.pk)
    task = page.current_workflow_task
    if isinstance(task, RoleTask) and task.responsible_for(page).passed_by:
        messages.warning(request, outcomes.asked_next(page))
    if lapsed := outcomes.lapsed_in_words(page):
        messages.warning(request, lapsed)


@hooks.register("register_admin_menu_item")
def clean_menu_item():
    address = reverse("inspection:clean")
    return MenuItem(_("Clean a copied text"), address, icon_name="clipboard-list", order=680)


@hooks.register("register_log_actions")
def log_actions(actions):
    label = _("Finding left as it is")
    actions.register_action("inspection.leave", label, label)
