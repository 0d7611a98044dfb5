"""Files that editors upload, and what is broadcast."""

from .assets import SiteDocument, SiteImage, SiteMedia, SiteRendition
from .livestreams import Chapter, LivestreamPage

__all__ = [
    "Chapter",
    "LivestreamPage",
    "SiteDocument",
    "SiteImage",
    "SiteMedia",
    "SiteRendition",
]
