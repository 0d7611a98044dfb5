"""Addresses below /live/."""

from django.urls import path

from . import views

app_name = "live"
urlpatterns = [
    path("", views.livestreams, name="list"),
    path("<code:code>/captions.vtt", views.captions, name="captions"),
]
