"""Addresses below /admin/check/."""

from django.urls import path

from . import review_views, views

app_name = "inspection"
urlpatterns = [
    path("clean/", views.CleanView.as_view(), name="clean"),
    path("review/<int:page_id>/", review_views.ReviewView.as_view(), name="review"),
    path("record/<int:state_id>/", review_views.RecordView.as_view(), name="record"),
    path("<int:page_id>/", views.CheckView.as_view(), name="check"),
]
