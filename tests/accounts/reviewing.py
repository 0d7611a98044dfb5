"""What a review's tests do again and again: ask for it, approve, look who may act."""

from __future__ import annotations

from wagtail.models import Page, TaskState

from accounts.models import User


def submit(page, author):
    """Save a draft of the page and ask for review as `author`; return the page as stored."""
    page.intro = f"Draft by {author.username}"
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return fresh(page)


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def act(page, person, action="approve", **values):
    page = fresh(page)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, person, action, **values)
    return fresh(page)


def approve(page, person):
    return act(page, person)


def may_act(page, person):
    page = fresh(page)
    return bool(page.current_workflow_task.get_actions(page, person))


def waiting_for(person):
    return list(TaskState.objects.reviewable_by(User.objects.get(pk=person.pk)))
