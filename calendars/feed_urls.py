"""Addresses of calendars; outside the languages, for they are the same octets for everybody."""

from django.urls import path

from . import feed_views

app_name = "feeds"

urlpatterns = [
    path("e/<str:thing_id>.ics", feed_views.entry_feed, name="entry"),
    path("<str:code>.ics", feed_views.node_feed, name="node"),
]
