"""Addresses below /admin/menus/."""

from django.urls import path

from . import board_views, sheet_downloads, sheet_views

app_name = "menus"
urlpatterns = [
    path("board/", board_views.BoardView.as_view(), name="board"),
    path("when/", sheet_views.when_dates, name="when"),
    path("upload/<int:centre_id>/", sheet_views.UploadSheetView.as_view(), name="upload"),
    path("template/<int:centre_id>/", sheet_downloads.template, name="template"),
    path("sheet/<int:menu_id>/", sheet_downloads.export, name="export"),
]
