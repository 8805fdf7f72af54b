#!/usr/bin/env python3
"""Runs every test of this folder: the functions named test_… in the files named test_….py.

Arguments choose tests whose name holds one of them.
"""

import importlib
import sys
import traceback
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main():
    sys.path.insert(0, str(FOLDER))
    wanted = sys.argv[1:]
    passed = failed = 0
    for path in sorted(FOLDER.glob("test_*.py")):
        module = importlib.import_module(path.stem)
        for name, test in vars(module).items():
            if not name.startswith("test_") or not callable(test):
                continue
            if wanted and not any(word in name for word in wanted):
                continue
            try:
                test()
                passed += 1
            except Exception:
                failed += 1
                print(f"✘ {path.stem}.{name}")
                traceback.print_exc(limit=-2, file=sys.stdout)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
