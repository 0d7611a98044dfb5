"""Pages that explain calendars, in the reader's language."""

from django.urls import path

from . import views

app_name = "calendars"

urlpatterns = [
    path("", views.choose, name="choose"),
    path("<str:code>/", views.subscribe, name="subscribe"),
]
