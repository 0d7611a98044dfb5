"""Tables that every app of the site leans on."""

from .holidays import Holiday
from .texts import SiteTexts
from .versions import NodeVersion
from .vocabulary import Audience, Kind, words_of

__all__ = ["Audience", "Holiday", "Kind", "NodeVersion", "SiteTexts", "words_of"]
