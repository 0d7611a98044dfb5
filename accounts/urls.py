"""Addresses of people, below /admin/people/."""

from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("", views.PeopleView.as_view(), name="index"),
    path("results/", views.PeopleView.as_view(results_only=True), name="results"),
    path("unused/", views.UnusedPeopleView.as_view(), name="unused"),
    path(
        "unused/results/",
        views.UnusedPeopleView.as_view(results_only=True),
        name="unused_results",
    ),
    path("add/", views.AddPersonView.as_view(), name="add"),
    path("<int:person_id>/", views.PersonView.as_view(), name="person"),
]
