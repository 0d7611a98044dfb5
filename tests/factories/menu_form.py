"""What the menu's form in the admin sends: rows typed, saved, submitted and approved by hand."""

from __future__ import annotations

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from events.models import ActivityMenuPage

BLANK = dict.fromkeys(
    [
        "title",
        "kind",
        "when",
        "place",
        "audience",
        "fee",
        "sign_up",
        "capacity",
        "presenter",
        "contact",
        "summary",
        "reason_code",
        "reason",
    ],
    "",
)


def form_data(rows, month="2027-12-01", **extra) -> dict:
    """Return the fields that the browser would post for these raw rows."""
    blocks = {
        str(index): {
            "type": "activity",
            "id": row["id"],
            "value": BLANK | {"status": "on"} | row["value"],
            "deleted": "",
            "order": str(index),
        }
        for index, row in enumerate(rows)
    }
    fields = {
        "month": month,
        "note": "",
        "missing_code": "",
        "missing_reason": "",
        "rows": blocks | {"count": str(len(rows))},
        "comments": inline_formset([]),
        "go_live_at": "",
    }
    return nested_form_data(fields) | extra


def edit_address(menu) -> str:
    return reverse("wagtailadmin_pages:edit", args=[menu.pk])


def create_address(centre) -> str:
    return reverse("wagtailadmin_pages:add", args=["events", "activitymenupage", centre.pk])


def create(client, centre, rows, **extra) -> ActivityMenuPage:
    """Make a menu by the form of a new page and return it."""
    answer = client.post(create_address(centre), form_data(rows, **extra))
    assert answer.status_code == 302, answer.context["form"].errors
    return ActivityMenuPage.objects.child_of(centre).latest("pk")


def save(client, menu, rows, **extra):
    """Save the draft by the button and return the answer."""
    answer = client.post(edit_address(menu), form_data(rows, **extra))
    assert answer.status_code == 302, answer.context["form"].errors
    return answer


def autosave(client, menu, rows, **extra) -> dict:
    """Save as the editor's script does and return what it is told."""
    data = form_data(rows, **extra)
    answer = client.post(edit_address(menu), data, headers={"Accept": "application/json"}).json()
    assert answer["success"], answer
    return answer


def approve(client, menu, *people) -> ActivityMenuPage:
    """Let people approve one step after the other, by the buttons of the review."""
    for one in people:
        menu = ActivityMenuPage.objects.get(pk=menu.pk)
        task = menu.current_workflow_task_state
        client.force_login(one)
        address = reverse("wagtailadmin_pages:workflow_action", args=[menu.pk, "approve", task.pk])
        client.post(address, follow=True)
    return ActivityMenuPage.objects.get(pk=menu.pk)
