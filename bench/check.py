"""The check before publication: 200 kB of a centre's story, against parsing it as HTML"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from bench.frame import Bench, Line
from inspection import services
from tests.factories import brands

OCTETS, MOST_TIMES = 200_000, 20
PARAGRAPHS = (
    "<p>2024 年 3 月，老屋翻修成了<b>邻里客厅</b>，一楼喝茶下棋，二楼是书画室和多功能厅。</p>",
    "<p>周一到周六 8:30—17:30 开放，电话 010-69370001，联系人王老师（13800000000）。</p>",
    '<p>活动照片见<a href="https://example.org/album">相册</a>；12月8日（周二）还有一场。</p>',
    "<ul><li>每周三下午：合唱团；</li><li>每月第二个周末：义剪、磨刀、修伞。</li></ul>",
)


def measure(bench: Bench) -> Iterator[Line]:
    centre = brands.make_centre()
    while len(centre.story.encode()) < OCTETS:
        centre.story += "".join(PARAGRAPHS)
    report = services.inspect(centre)
    if report.unchecked:
        raise RuntimeError(f"not checked: {report.unchecked}")
    times = bench.ratio(lambda: services.inspect(centre), lambda: parse(centre.story))
    figure = f"{times:.1f} × parsing, {len(report.findings):,} findings"
    yield Line("200 kB of text", figure, f"less than {MOST_TIMES} ×", times < MOST_TIMES)


def parse(text: str) -> None:
    HTMLParser().feed(text)
