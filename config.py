"""Import name of the Django project, whose files live in site/ (a name Python keeps for itself)."""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().with_name("site"))]
