"""Addresses of calendars; outside the languages, for they are the same octets for everybody."""

from django.urls import path

from . import feed_views, personal_views

app_name = "feeds"

urlpatterns = [
    path("<str:code>.ics", feed_views.feed, name="feed"),
    path("my/<str:token>.ics", personal_views.feed, name="my"),
    path("e/<str:thing_id>.ics", feed_views.entry_feed, name="entry"),
    path("<str:code>.atom", feed_views.atom_feed, name="atom"),
]
