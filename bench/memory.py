"""How much memory a process has for itself; a mapped database is not its own."""

from pathlib import Path


def own_memory() -> float:
    """Return megabytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("RssAnon")).split()[1]) / 1024
