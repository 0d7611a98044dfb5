"""Addresses below /admin/menus/."""

from django.urls import path

from . import (
    attendance_views,
    board_views,
    calendar_views,
    date_views,
    sheet_downloads,
    sheet_sources,
    sheet_views,
)

app_name = "menus"
urlpatterns = [
    path("people/", attendance_views.ReportView.as_view(), name="attendance_report"),
    path("people/<int:centre_id>/", attendance_views.EnterView.as_view(), name="attendance"),
    path("board/", board_views.BoardView.as_view(), name="board"),
    path("<int:menu_id>/dates/", date_views.MenuDatesView.as_view(), name="dates"),
    path("<int:menu_id>/dates/<str:verb>/", date_views.ChangeDatesView.as_view(), name="change"),
    path("when/", sheet_views.when_dates, name="when"),
    path("upload/<int:centre_id>/", sheet_sources.UploadSheetView.as_view(), name="upload"),
    path("paste/<int:centre_id>/", sheet_sources.PasteView.as_view(), name="paste"),
    path("copy/<int:centre_id>/", sheet_sources.CopyMonthView.as_view(), name="copy"),
    path("calendar/<int:centre_id>/", calendar_views.ReadCalendarView.as_view(), name="calendar"),
    path(
        "calendar/<int:centre_id>/<int:source_id>/",
        calendar_views.CalendarSourceView.as_view(),
        name="calendar_source",
    ),
    path("template/<int:centre_id>/", sheet_downloads.template, name="template"),
    path("sheet/<int:menu_id>/", sheet_downloads.export, name="export"),
]
