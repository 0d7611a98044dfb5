"""Tables that every app of the site leans on."""

from .vocabulary import Audience, Kind, words_of
from .holidays import Holiday
from .texts import SiteTexts
from .versions import NodeVersion

__all__ = ["Audience", "Holiday", "Kind", "NodeVersion", "SiteTexts", "words_of"]
