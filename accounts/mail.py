"""Mail to those who have to act on a page, for people who gave an address."""

from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import TaskState

from . import urgency
from .models import RoleTask, User
from .models.tasks import names_of


class RoleTaskNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Says what waits, why it comes to somebody, and for whom they stand in."""

    def can_handle(self, instance, **kwargs):
        return isinstance(instance, TaskState) and isinstance(instance.task.specific, RoleTask)

    def get_recipient_users(self, task_state, **kwargs):
        return User.objects.filter(pk__in=asked_for(task_state).people).exclude(email="")

    def get_context(self, task_state, **kwargs):
        asked = asked_for(task_state)
        return {
            **super().get_context(task_state, **kwargs),
            "asked": asked,
            "absent": {key: "、".join(names_of(ids)) for key, ids in asked.standing_in.items()},
            "urgency": urgency.of(task_state.workflow_state),
        }

    def get_template_set(self, instance, **kwargs):
        base = "accounts/mail/step_submitted"
        return {"subject": f"{base}_subject.txt", "text": f"{base}.txt"}


def asked_for(task_state):
    page = task_state.workflow_state.content_object
    return task_state.task.specific.responsible_for(page)
