"""The list of open jobs, courses and fairs."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from common import nodes
from common.caching import conditional

from .listings import jobs_context


@require_safe
def jobs(request):
    """Open notices at or below a node, the newest first."""
    code = request.GET.get("at", "")
    node = nodes.find(code)
    return conditional(
        request,
        nodes.path_of(node),
        lambda: render(request, "notices/jobs.html", jobs_context(request.GET, node, code)),
    )
