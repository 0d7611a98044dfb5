"""Pages that explain calendars, in the reader's language."""

from django.urls import path

from . import personal_views, views

app_name = "calendars"

urlpatterns = [
    path("", views.choose, name="choose"),
    path("my/", personal_views.mine, name="mine"),
    path("my/edit/<str:token>/", personal_views.edit, name="edit"),
    path("<str:code>/", views.subscribe, name="subscribe"),
]
