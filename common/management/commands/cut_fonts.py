"""For maintainers: cuts the fonts of pictures anew, after `npm pack` of their package."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

from django.core.management.base import BaseCommand

from common import glyphs

WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}
RECORD = """# What is vendored here and where it came from; a test compares the sums.
# Made anew: npm pack @expo-google-fonts/noto-sans-sc, unpack, manage.py cut_fonts FOLDER.
name = "Noto Sans SC"
package = "@expo-google-fonts/noto-sans-sc"
version = "{version}"
licence = "OFL-1.1"
cut_to = "GB 2312, Big5, characters of rare names, punctuation"

[sha256]
{sums}
"""


class Command(BaseCommand):
    help = "Cut Noto Sans SC to the characters that pictures need, from the unpacked npm package."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)

    def handle(self, *args, folder, **options):
        from fontTools import subset, ttLib  # of the development list; nothing else needs it

        logging.getLogger("fontTools").setLevel(logging.WARNING)
        covered: set[int] | None = None
        for weight, below in WEIGHTS.items():
            font = ttLib.TTFont(folder / below / f"NotoSansSC_{below}.ttf")
            cutter = subset.Subsetter(subset.Options(hinting=False, layout_features=["*"]))
            cutter.populate(unicodes=glyphs.wanted())
            cutter.subset(font)
            font.save(glyphs.FONTS / f"NotoSansSC-{weight}.ttf")
            found = set(font.getBestCmap())
            covered = found if covered is None else covered & found
        glyphs.COVERAGE.write_text(glyphs.as_ranges(covered), encoding="ascii")
        (glyphs.FONTS / "OFL.txt").write_bytes((folder / "LICENSE_FONT").read_bytes())
        version = json.loads((folder / "package.json").read_text())["version"]
        sums = "\n".join(f'"{path.name}" = "{digest(path)}"' for path in glyphs.vendored())
        (glyphs.FONTS / "fonts.toml").write_text(RECORD.format(version=version, sums=sums))
        self.stdout.write(f"{len(covered)} characters")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
