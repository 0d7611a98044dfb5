"""The forty talent notices: work, paid piecework, free courses and six job fairs."""

from __future__ import annotations

from demo.happenings import Notice
from demo.notice_lists import courses, fairs, posts_cities, posts_linhai

NOTICES: tuple[Notice, ...] = (
    *posts_linhai.NOTICES,
    *posts_cities.NOTICES,
    *courses.NOTICES,
    *fairs.NOTICES,
)
