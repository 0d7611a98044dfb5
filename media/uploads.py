"""Names of uploaded files: nobody can guess the address of a file that no page shows yet."""

import os
import secrets

KEPT = 60  # characters of the editor's own file name


def random_part() -> str:
    """Return 16 random characters for a file's address."""
    return secrets.token_hex(8)


def random_image_name(filename: str) -> str:
    """Return "original_images/<random>.<ending>"; renditions are named after it."""
    return f"original_images/{random_part()}{os.path.splitext(filename)[1].lower()[:8]}"


def random_folder(folder: str, filename: str) -> str:
    """Return "<folder>/<random>/<filename>": readers who save the file get its own name."""
    stem, ending = os.path.splitext(os.path.basename(filename))
    return f"{folder}/{random_part()}/{stem[:KEPT]}{ending[:8]}"


def document_name(instance, filename: str) -> str:
    return random_folder("documents", filename)


def media_name(instance, filename: str) -> str:
    return random_folder("media", filename)


def thumbnail_name(instance, filename: str) -> str:
    return random_folder("media_thumbnails", filename)
