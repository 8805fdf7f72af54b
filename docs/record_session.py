#!/usr/bin/env python3
"""Records a session of hoi as text and as a picture: docs/session.txt and docs/session.svg.

The keys below are typed into the real program at a pseudo-terminal; what its screen shows is written
down. `python docs/record_session.py` (with Tests/requirements.txt installed) makes both anew.
"""

import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "ScreenTests"))

from screen import Screen  # noqa: E402

COLUMNS, ROWS = 100, 40
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN = 8.43, 18, 14, 16
BACKGROUND, FOREGROUND, DIM = "#fdfdfb", "#24292e", "#8a9199"
COLOURS = {
    "black": "#24292e",
    "red": "#b3261e",
    "green": "#22703c",
    "brown": "#8a5a00",
    "yellow": "#8a5a00",
    "blue": "#1f5fbf",
    "magenta": "#8a2b8f",
    "cyan": "#0b6e75",
    "white": "#5b6269",
}


def play(screen):
    """A first look at the sample: by Tab, by accents, a name mistyped, a verdict."""
    screen.prompt()
    screen.type("xem huy\tth\tnam\tkh\tnho\t= nha\t")
    line = "hoi> xem mamnon.tyle_huydong theo nam khi nhom = nhatre"
    screen.wait(lambda s: s.row() == line and s.style("khi") == "magenta", "the line")
    screen.type("\r")
    screen.wait(lambda s: s.row() == "hoi>", "the answer")
    ask(screen, "xem mamnon.tyle_huydogn theo thôn", "the refusal")
    ask(screen, "kiểm mamnon.tyle_huydong khi năm=2027", "the verdicts")
    screen.type("xem mam")
    screen.wait(lambda s: s.row().startswith("hoi> xem mamnon.t"), "the hint")


def ask(screen, line, what):
    """Types a line as a person does, who sees it before Enter."""
    screen.type(line)
    screen.wait(lambda s: s.row() == "hoi> " + line and s.style(line.split()[0]) == "magenta", "the line")
    screen.type("\r")
    screen.wait(lambda s: s.row() == "hoi>", what)


def runs(cells, hint):
    """Neighbouring cells of one look, as (column, text, cell); a hint begins a new one."""
    found = []
    for column, cell in enumerate(cells):
        look = (cell.fg, cell.bold, hint is not None and column >= hint)
        if found and found[-1][3] == look:
            found[-1][1] += cell.data
        else:
            found.append([column, cell.data, cell, look])
    return [(column, text, cell) for column, text, cell, _ in found if text.strip()]


def colour(name):
    if name == "default":
        return FOREGROUND
    return COLOURS.get(name.replace("bright", ""), f"#{name}" if len(name) == 6 else FOREGROUND)


def picture(screen, hint):
    """The screen as SVG: one text a run of cells."""
    last = max(index for index, line in enumerate(screen.lines()) if line)
    width = COLUMNS * CELL_WIDTH + 2 * MARGIN
    height = (last + 1) * CELL_HEIGHT + 2 * MARGIN
    rows = []
    for y in range(last + 1):
        cells = [screen.screen.buffer[y][x] for x in range(COLUMNS)]
        hint_here = hint if y == screen.screen.cursor.y else None
        for column, text, cell in runs(cells, hint_here):
            look = f' fill="{colour(cell.fg)}"'
            if cell.bold:
                look += ' font-weight="700"'
            if hint_here is not None and column >= hint_here:
                look = f' fill="{DIM}"'
            base = MARGIN + y * CELL_HEIGHT + FONT_SIZE
            kept = text.rstrip()
            # Each letter at the place of its cell, whatever font draws it.
            places = " ".join(f"{MARGIN + (column + index) * CELL_WIDTH:.1f}" for index in range(len(kept)))
            rows.append(f'<text x="{places}" y="{base}"{look} xml:space="preserve">{escape(kept)}</text>')
    left = MARGIN + screen.screen.cursor.x * CELL_WIDTH
    top = MARGIN + screen.screen.cursor.y * CELL_HEIGHT + 1
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}"'
        f' height="{height}" role="img" aria-label="A session of hoi">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}" stroke="#d8dbdf"/>\n'
        f'<g font-family="\'Noto Sans Mono\', \'DejaVu Sans Mono\', Menlo, Consolas, monospace" font-size="{FONT_SIZE}">\n'
        + "\n".join(rows)
        + f'\n<rect x="{left:.2f}" y="{top}" width="2" height="{CELL_HEIGHT - 2}" fill="#1f5fbf"/>\n</g>\n</svg>\n'
    )


def main():
    with Screen(("samples/bangmac", "--lang", "vi", "--no-timing"), columns=COLUMNS, rows=ROWS, folder=ROOT) as screen:
        play(screen)
        text = "\n".join(screen.lines()).rstrip() + "\n"
        (ROOT / "docs" / "session.txt").write_text(text, encoding="utf-8")
        drawn = picture(screen, hint=screen.screen.cursor.x)
        (ROOT / "docs" / "session.svg").write_text(drawn, encoding="utf-8")
        screen.type("\x03\x04")


if __name__ == "__main__":
    main()
