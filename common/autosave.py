"""The editor's script saves a draft every few seconds, and shows no messages."""


def is_autosave(request) -> bool:
    """Whether the editor's script saves by itself: it asks for JSON."""
    return "application/json" in request.headers.get("Accept", "")
