"""Thin subclasses of Wagtail's search backends that read Chinese: same analysis, same order."""
