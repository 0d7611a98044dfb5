"""Files that editors upload, and what is broadcast."""

from .assets import SiteDocument, SiteImage, SiteMedia, SiteRendition

__all__ = ["SiteDocument", "SiteImage", "SiteMedia", "SiteRendition"]
