"""Mail to those who have to act on a page, for people who gave an address."""

from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import TaskState

from .models import RoleTask, User


class RoleTaskNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Wagtail's own mail about a page that waits for review, sent to whom the tree names."""

    def can_handle(self, instance, **kwargs):
        return isinstance(instance, TaskState) and isinstance(instance.task.specific, RoleTask)

    def get_recipient_users(self, task_state, **kwargs):
        page = task_state.workflow_state.content_object
        asked = task_state.task.specific.responsible_for(page)
        return User.objects.filter(pk__in=asked.people).exclude(email="")
