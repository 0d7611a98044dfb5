"""Tables that every app of the site leans on."""

from .due_work import DueWorkRun
from .holidays import Holiday
from .texts import SiteTexts
from .versions import NodeVersion
from .vocabulary import Audience, Kind, words_of

__all__ = ["Audience", "DueWorkRun", "Holiday", "Kind", "NodeVersion", "SiteTexts", "words_of"]
