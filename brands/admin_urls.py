"""Addresses below /admin/network/."""

from django.urls import path

from . import bringing_views, people_views

app_name = "network"
urlpatterns = [
    path("", bringing_views.ChooseNodeView.as_view(), name="choose"),
    path("<int:node_id>/centres/", bringing_views.BringCentresView.as_view(), name="centres"),
    path("people/", people_views.BringPeopleView.as_view(), name="people"),
    path("invitations/", people_views.InvitationsView.as_view(), name="invitations"),
]
