"""The characters that the fonts of pictures and posters hold.

A missing glyph is silent in a picture, so text is cleaned before it is set: what the fonts lack
is left out. `coverage.txt` is written when the fonts are cut (`manage.py cut_fonts`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
COVERAGE = FONTS / "coverage.txt"

# Seen in names of people and places, in neither GB 2312 nor Big5.
NAMES = (
    "䶮㛃㙦㸆喆犇堃骉浉浛涢玘玚玧琎瞾硚碶祎箓缐翙翚訚詝誩谞貟赟赪跶辀辻鄌鉷鍀钖钘锜锳镕镠阇阛"
    "頔颋颎颙飏骎骕鳀鸰鹔"
)
SIGNS = (
    "·—–…‘’“”《》〈〉「」『』【】〔〕（）、。，；：？！％＋－～￥¥×÷°℃㎡㎞№"
    "→←↑↓★☆■□●○◆◇△▲▽▼①②③④⑤⑥⑦⑧⑨⑩〇"
)
LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"


def wanted() -> set[int]:
    """Return the code points that pictures need: both scripts, names, signs, Latin."""
    return {ord(one) for one in NAMES + SIGNS + LATIN + TONES} | encodable("gb2312", "big5")


def encodable(*encodings: str) -> set[int]:
    """Return the characters of the basic plane that one of these encodings holds."""
    found = set()
    for encoding in encodings:
        for point in (*range(0x20, 0xD800), *range(0xE800, 0x10000)):
            try:
                chr(point).encode(encoding)
            except UnicodeEncodeError:
                continue
            found.add(point)
    return found


def as_ranges(points: Iterable[int]) -> str:
    """Return code points as hexadecimal ranges, one a line: "20-7e"."""
    lines, first, last = [], None, None
    for point in sorted(points):
        if last is not None and point == last + 1:
            last = point
            continue
        if first is not None:
            lines.append(f"{first:x}-{last:x}")
        first = last = point
    if first is not None:
        lines.append(f"{first:x}-{last:x}")
    return "\n".join(lines) + "\n"


@cache
def covered() -> frozenset[int]:
    """Return the code points that all our fonts hold."""
    spans = (line.split("-") for line in COVERAGE.read_text(encoding="ascii").split())
    return frozenset(
        point for first, last in spans for point in range(int(first, 16), int(last, 16) + 1)
    )


def settable(text: str) -> str:
    """Return the text without what the fonts lack, white space made one space.

    Example: "冬至🎉包饺子" gives "冬至包饺子".
    """
    known = covered()
    kept = "".join(one if ord(one) in known else " " * one.isspace() for one in text)
    return " ".join(kept.split())


def vendored() -> list[Path]:
    """Return the files whose sums are recorded."""
    return sorted(path for path in FONTS.iterdir() if path.name != "fonts.toml")
