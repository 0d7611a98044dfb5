"""Registers the tables that administrators keep, and what their front page says of the site."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .home_panels import DueWorkPanel
from .viewsets import SiteGroup


@hooks.register("insert_global_admin_js")
def progress_script():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/progress.js"))


@hooks.register("insert_global_admin_css")
def style_everywhere():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/everywhere.css"))


@hooks.register("register_admin_viewset")
def site_tables():
    return SiteGroup()


@hooks.register("construct_homepage_panels")
def due_work_panel(request, panels):
    panels.append(DueWorkPanel())


@hooks.register("before_edit_page")
def read_the_review_once(request, page):
    """Drawing the editor asks a dozen times whether the page is under review; it is read once."""
    if request.method == "GET":
        states = page.workflow_states.active().select_related("current_task_state__task")
        page._current_workflow_states = list(states)  # where Wagtail's own prefetch puts them
