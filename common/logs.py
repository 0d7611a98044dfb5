"""What must not reach the logs: addresses that are secrets."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(/calendar/my/(?:edit/)?)[A-Za-z0-9_-]{16,}")


class MaskSecrets(logging.Filter):
    """Put stars in place of the tokens of personal menus, in messages and their arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        masked = SECRET.sub(r"\1***", message)
        if masked != message:
            record.msg, record.args = masked, ()
        return True
