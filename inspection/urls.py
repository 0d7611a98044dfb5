"""Addresses below /admin/check/."""

from django.urls import path

from . import views

app_name = "inspection"
urlpatterns = [
    path("clean/", views.CleanView.as_view(), name="clean"),
    path("<int:page_id>/", views.CheckView.as_view(), name="check"),
]
