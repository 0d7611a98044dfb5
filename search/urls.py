from django.urls import path

from . import views

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
    path("atom/", views.atom, name="atom"),
    path("suggest/", views.suggest, name="suggest"),
]
