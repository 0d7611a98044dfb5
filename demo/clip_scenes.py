"""The pictures of the two demo videos: flat shapes seen through a window, drawn with Pillow."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

SIZE = (640, 360)
LAMP, FRAME, SILL = "#ffd257", "#2f3b36", "#5d6a60"
DUSK = ((126, 160, 168), (46, 64, 78))
LANTERNS = 9
LANTERN_FROM, LANTERN_STEP = 10.0, 2.6  # seconds: the first lamp, and from one to the next


def lantern(second: float, length: float) -> Image.Image:
    """Return the old street at a moment: the sky darkens, the lamps come on one by one."""
    image = Image.new("RGB", SIZE, _mix(*DUSK, min(1.0, second / (length * 0.7))))
    draw = ImageDraw.Draw(image)
    ground = _mix((112, 116, 108), (58, 68, 70), min(1.0, second / length))
    draw.rectangle([0, 222, 640, 360], fill=ground)
    _houses(draw, second)
    draw.polygon([(236, 360), (404, 360), (336, 222), (304, 222)], fill="#8b8f86")
    for y in range(232, 360, 20):
        half = 16 + (y - 222) * 0.48
        draw.line([(320 - half, y), (320 + half, y)], fill="#74786f", width=2)
    for number in range(LANTERNS):
        _lantern(draw, number, second)
    _walker(draw, second)
    _window_frame(draw)
    return image


def noodle(second: float, length: float) -> Image.Image:
    """Return the pot and the bowl at a moment: water boils, noodles go in, soup is poured."""
    image = Image.new("RGB", SIZE, "#efe3cc")
    draw = ImageDraw.Draw(image)
    for x in range(0, 640, 80):
        draw.rectangle([x, 0, x + 78, 96], fill="#e3d2b2")
    draw.rectangle([0, 268, 640, 360], fill="#a8643c")
    _steam(draw, second)
    _pot(draw, second)
    _bowl(draw, second, length)
    _window_frame(draw)
    return image


def _mix(start: tuple[int, ...], end: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(start, end, strict=True))


def _houses(draw: ImageDraw.ImageDraw, second: float) -> None:
    """Draw the two rows of houses; their windows light up from the twentieth second."""
    for side in (-1, 1):
        for step in range(4):
            near = 320 + side * (300 - step * 62)
            far = near - side * 62
            top = 70 + step * 26
            left, right = sorted((near, far))
            draw.rectangle(
                [left, top, right, 330 - step * 34], fill=("#e7dfcc", "#d9cfb6")[step % 2]
            )
            draw.polygon(
                [(left - 8, top), (right + 8, top), ((left + right) / 2, top - 26)], fill="#3b4440"
            )
            lit = second > 20 + step * 2 + (side > 0)
            draw.rectangle(
                [left + 20, top + 22, right - 20, top + 58], fill=LAMP if lit else "#56645f"
            )
            draw.line([left + 20, top + 34, right - 20, top + 34], fill=FRAME, width=2)


def _lantern(draw: ImageDraw.ImageDraw, number: int, second: float) -> None:
    side = 1 if number % 2 else -1
    depth = number / LANTERNS
    x = 320 + side * (210 - depth * 165)
    y = 120 + depth * 62
    radius = 20 - depth * 11
    is_lit = second >= LANTERN_FROM + number * LANTERN_STEP * (1 - depth * 0.2)
    draw.line([x, y - radius - 16, x, y - radius], fill=FRAME, width=2)
    if is_lit:
        flicker = 1.5 + 0.12 * math.sin(second * 5 + number)
        halo = radius * flicker
        draw.ellipse([x - halo, y - halo, x + halo, y + halo], fill="#e9a24a")
    fill = LAMP if is_lit else "#9a4a35"
    draw.ellipse([x - radius, y - radius * 0.85, x + radius, y + radius * 0.85], fill=fill)
    draw.rectangle([x - 4, y + radius * 0.8, x + 4, y + radius * 1.3], fill="#9a4a35")


def _walker(draw: ImageDraw.ImageDraw, second: float) -> None:
    """Draw the one who lights the lamps, coming nearer with a bamboo pole."""
    nearness = min(1.0, second / 34)
    x = 320 + 26 * math.sin(second / 2.4)
    base = 232 + 96 * nearness
    height = 24 + 64 * nearness
    lean = 2 * math.sin(second * 3)
    draw.polygon(
        [(x - height * 0.2, base), (x + height * 0.2, base), (x + lean, base - height * 0.7)],
        fill="#2f4a5a",
    )
    head = height * 0.13
    top = base - height * 0.8
    draw.ellipse([x + lean - head, top - head, x + lean + head, top + head], fill="#e8c8a4")
    pole_end = (x + height * 0.75, base - height * 1.35)
    draw.line([(x + height * 0.1, base - height * 0.4), pole_end], fill="#6a5a36", width=3)


def _pot(draw: ImageDraw.ImageDraw, second: float) -> None:
    draw.ellipse([70, 206, 330, 256], fill="#4a5450")
    draw.ellipse([82, 210, 318, 246], fill="#e9e4d2")
    draw.rectangle([70, 230, 330, 300], fill="#39423e")
    draw.ellipse([70, 276, 330, 322], fill="#39423e")
    draw.ellipse([92, 208, 308, 244], fill="#e9e4d2")
    for number in range(14):
        phase = second * 2.2 + number * 1.7
        x = 200 + 92 * math.sin(number * 2.4 + second * 0.4)
        radius = 3 + 3 * abs(math.sin(phase))
        y = 226 + 8 * math.sin(phase * 1.3)
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill="#c9c2a8")
    if second > 12:
        for strand in range(9):
            fall = min(1.0, (second - 12) / 4)
            bottom = 60 + 160 * fall
            sway = 6 * math.sin(second * 3 + strand)
            if second < 17:
                x = 170 + strand * 8
                draw.line([(x, 40), (x + sway, bottom)], fill="#f3d98c", width=4)
            x, shift = 130 + strand * 17, 4 * math.sin(second * 2 + strand)
            if fall == 1.0:
                draw.arc([x, 214 + shift, x + 34, 240 + shift], 180, 360, fill="#f3d98c", width=4)


def _bowl(draw: ImageDraw.ImageDraw, second: float, length: float) -> None:
    """Draw the bowl; soup from the twenty-third second, carried away at the end."""
    away = max(0.0, (second - (length - 4)) / 4)
    dx = 260 * away
    level = max(0.0, min(1.0, (second - 23) / 5))
    draw.pieslice([400 + dx, 170, 570 + dx, 340], 0, 180, fill="#3f6f78")
    draw.ellipse([400 + dx, 236, 570 + dx, 274], fill="#f5f0e2")
    if level:
        inset = 18 - 12 * level
        draw.ellipse([406 + inset + dx, 242, 564 - inset + dx, 269], fill="#d59a52")
        for strand in range(6):
            x = 432 + strand * 18 + dx
            draw.arc([x, 246, x + 22, 264], 180, 360, fill="#f3d98c", width=3)
        draw.ellipse([500 + dx, 246, 528 + dx, 260], fill="#fff6dc")
        draw.ellipse([510 + dx, 249, 520 + dx, 257], fill=LAMP)
        draw.polygon(
            [(440 + dx, 250), (470 + dx, 244), (476 + dx, 256)],
            fill="#4f8a4a",
        )
    if 22.5 < second < 28.5:
        draw.polygon([(440, 98), (468, 98), (462, 254), (454, 254)], fill="#d59a52")
        draw.rectangle([404, 78, 486, 100], fill="#5a4632")


def _steam(draw: ImageDraw.ImageDraw, second: float) -> None:
    for number in range(5):
        x = 120 + number * 42
        points = [
            (x + 10 * math.sin(second * 1.6 + number + step * 0.5), 200 - step * 12)
            for step in range(10)
        ]
        draw.line(points, fill="#fbf6ea", width=9, joint="curve")


def _window_frame(draw: ImageDraw.ImageDraw) -> None:
    """Draw the frame, the transom and the sill through which everything is seen."""
    draw.rectangle([0, 0, 639, 359], outline=FRAME, width=10)
    draw.rectangle([0, 34, 640, 40], fill=FRAME)
    draw.rectangle([316, 0, 322, 36], fill=FRAME)
    draw.rectangle([0, 340, 640, 360], fill=SILL)
