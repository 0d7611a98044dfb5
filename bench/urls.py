"""The site's own addresses, and hello."""

from django.db import connection
from django.http import HttpResponse
from django.urls import path

from config import urls


def hello(request):
    """Say hello after some queries that ask nothing."""
    with connection.cursor() as cursor:
        for _ in range(int(request.GET.get("queries", 0))):
            cursor.execute("SELECT 1")
    return HttpResponse("hello")


handler404 = urls.handler404
urlpatterns = [path("hello/", hello), *urls.urlpatterns]
