"""One workflow for the whole network: a reviewer near the page, then an approver near it."""

import swapper
from django.db import migrations

NAME = "网络审批"
STEPS = (("审核", "reviewer"), ("审批", "approver"))


def root_page(apps):
    page_model = apps.get_model(swapper.get_model_name("wagtailcore", "Page"))
    return page_model.objects.filter(depth=1).order_by("path").first()


def attach_network_workflow(apps, schema_editor):
    """Make the workflow and put it on the root in place of Wagtail's own."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    task_type, _made = content_types.get_or_create(app_label="accounts", model="roletask")
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=NAME, active=True)
    for order, (name, role) in enumerate(STEPS):
        task = apps.get_model("accounts", "RoleTask").objects.create(
            name=name, role=role, active=True, content_type=task_type
        )
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    if page := root_page(apps):
        apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(
            page=page, defaults={"workflow": workflow}
        )


def detach_network_workflow(apps, schema_editor):
    """Take the workflow away; the root gets back the oldest other workflow, Wagtail's own."""
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    ours = workflows.filter(name=NAME, workflow_tasks__task__roletask__isnull=False).distinct()
    placed = apps.get_model("wagtailcore", "WorkflowPage").objects
    stock = workflows.filter(active=True).exclude(pk__in=ours.values("pk")).order_by("pk").first()
    if stock:
        placed.filter(page=root_page(apps), workflow__in=ours).update(workflow=stock)
    for workflow in list(ours):
        workflow.delete()
    apps.get_model("accounts", "RoleTask").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_roles_on_nodes"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(attach_network_workflow, detach_network_workflow)]
