"""hoi at a pseudo-terminal, and what its screen shows.

Nothing sleeps: the emulator is fed until the screen shows what is waited for, or time is up.
"""

import os
import tempfile
import time
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = str(ROOT / "samples" / "bangmac")
PATIENCE = 20.0


def binary():
    """The program under test: HOI, or else what was built last."""
    named = os.environ.get("HOI")
    if named:
        return os.path.abspath(named)
    built = [ROOT / ".build" / kind / "hoi" for kind in ("release", "debug")]
    found = [path for path in built if path.exists()]
    if not found:
        raise SystemExit("there is no hoi to look at: run `make build` first")
    return str(max(found, key=lambda path: path.stat().st_mtime))


class Screen:
    """One session, with a home of its own."""

    def __init__(
        self, arguments=(SAMPLE, "--lang", "vi"), columns=80, rows=24, home=None, folder=None, **environment
    ):
        self.home = home or tempfile.mkdtemp(prefix="hoi-screen-")
        variables = {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HOME": self.home,
            "EDITRC": "",
            "PATH": "/usr/bin:/bin",
            "PAGER": "",
        }
        variables.update(environment)
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            binary(), list(arguments), env=variables, dimensions=(rows, columns), cwd=folder or self.home, timeout=PATIENCE
        )
        self.is_over = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.close(force=True)

    def type(self, text):
        self.child.send(text)

    def paste(self, text):
        self.child.send("\x1b[200~" + text + "\x1b[201~")

    def resize(self, columns, rows=24):
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def text(self):
        return "\n".join(self.lines()).rstrip()

    def row(self):
        """The row of the cursor."""
        return self.lines()[self.screen.cursor.y]

    def wait(self, holds, what):
        """Feeds the emulator until something holds of the screen."""
        end = time.monotonic() + PATIENCE
        while not holds(self):
            if time.monotonic() > end:
                raise AssertionError(f"waited for {what}; the screen shows:\n{self.text()}")
            try:
                self.stream.feed(self.child.read_nonblocking(1 << 16, timeout=0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                self.is_over = True
                if holds(self):
                    return
                raise AssertionError(f"it ended before {what}; the screen shows:\n{self.text()}") from None

    def wait_for(self, text):
        self.wait(lambda screen: text in screen.text(), repr(text))

    def wait_for_row(self, text):
        """Until the row of the cursor is exactly this."""
        self.wait(lambda screen: screen.row() == text.rstrip(), f"a row {text!r}")

    def prompt(self):
        self.wait_for_row("hoi>")

    def enter(self, text):
        """Types a line, waits for its answer and the next prompt."""
        self.type(text + "\r")
        self.wait(lambda screen: screen.row() == "hoi>", f"a prompt after {text!r}")

    def style(self, text):
        """The colour of a text in the row of the cursor; None where it does not stand there."""
        row = self.screen.cursor.y
        start = self.screen.display[row].find(text)
        return self.screen.buffer[row][start].fg if start >= 0 else None
