"""Pages of changes, and their Atom feeds."""

from django.urls import path

from . import change_views

app_name = "changes"
urlpatterns = [
    path("", change_views.changes, name="all"),
    path("<str:code>.atom", change_views.atom, name="atom"),
    path("<str:code>/", change_views.changes, name="of"),
]
