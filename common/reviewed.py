"""Pages that go out through review alone, and never vanish once they were public."""

from __future__ import annotations

from wagtail.locks import ScheduledForPublishLock
from wagtail.models import LockableMixin, PagePermissionTester


class ReviewedPermissions(PagePermissionTester):
    """Nobody publishes or takes off-line by hand, superusers included (design: decision 8).

    Whoever may lock may take back a scheduled date: approvers and administrators.
    """

    def can_publish(self):
        return False

    def can_unpublish(self):
        return False

    def can_unschedule(self):
        return self.user.is_active and (
            self.user.is_superuser or bool({"unlock", "publish"} & self.permissions)
        )

    def can_delete(self, ignore_bulk=False):
        return not self.page.specific.was_public() and super().can_delete(ignore_bulk)

    def can_move(self):
        return False

    def can_move_to(self, destination):
        return False  # the confirming view asks for this alone


class ParentPermissions(PagePermissionTester):
    """Pages below are made as drafts: "create and publish" asks the parent only."""

    def can_publish_subpage(self):
        return False

    def can_delete(self, ignore_bulk=False):
        return not self.page.specific.was_public() and super().can_delete(ignore_bulk)


class ReviewedPage:
    """Mixin in front of BasePage for menus, notices and livestreams."""

    def permissions_for_user(self, user):
        return ReviewedPermissions(user, self)

    def get_lock(self):
        """What waits for its date is a revision of its own, so the draft stays open to change."""
        lock = super().get_lock()
        if not isinstance(lock, ScheduledForPublishLock):
            return lock
        task = self.current_workflow_task
        return LockableMixin.get_lock(self) or (task and task.lock_class(self, task))

    def was_public(self) -> bool:
        """Whether readers, calendars or codes on paper may know this page."""
        return self.first_published_at is not None
