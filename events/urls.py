from django.urls import path

from . import desk_views, views

app_name = "events"
urlpatterns = [
    path("", views.whats_on, name="list"),
    path("desk/<str:code>/", desk_views.buttons, name="desk"),
]
