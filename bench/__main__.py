"""Makes a database, measures every part, prints the lines; 1 when a promise is broken."""

from __future__ import annotations

import logging
import os
import pkgutil
import sys
import warnings
from importlib import import_module
from pathlib import Path

FRAME = {"__main__", "frame", "memory", "rows", "urls"}


def main(wanted: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    from django.test.utils import (
        override_settings,
        setup_databases,
        setup_test_environment,
        teardown_databases,
    )

    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        with override_settings(ROOT_URLCONF="bench.urls"):
            return measure(wanted)
    finally:
        teardown_databases(made, verbosity=0)


def measure(wanted: list[str]) -> int:
    from bench.frame import Bench

    bench, broken = Bench(), 0
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    for name in sorted(set(names) - FRAME):
        if wanted and name not in wanted:
            continue
        part = import_module(f"bench.{name}")
        say(f"\n{(part.__doc__ or name).splitlines()[0]}")
        for line in part.measure(bench):
            broken += not line.holds
            mark = ("ok" if line.holds else "OVER") if line.promise else ""
            say(f"  {mark:<4} {line.name:<40} {line.figure:<30} {line.promise}")
    return 1 if broken else 0


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
