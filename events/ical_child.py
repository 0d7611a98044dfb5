"""What the child process does that reads a stranger's calendar; started by calendar_rows.py.

The file comes on standard input, month and limits as one JSON object in the first argument. One
JSON object goes to standard output: `{"rows", "unread"}` or `{"error"}`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date

from common.sheet_child import apply_limits

from .ical_reading import CalendarError, read_month


def main() -> None:
    """Read the calendar on standard input, write the answer to standard output."""
    request = json.loads(sys.argv[1])
    apply_limits(request["limits"])
    try:
        answer = asdict(read_month(sys.stdin.buffer.read(), date.fromisoformat(request["month"])))
    except CalendarError as error:
        answer = {"error": error.code}
    except Exception:
        answer = {"error": "no-calendar"}
    sys.stdout.write(json.dumps(answer))
