"""Codes of which a row has several, in one column: the same filter on a database and an engine."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models


class TokensField(models.TextField):
    """Codes of letters, digits and hyphens with spaces between: "d20261209 d20261209e"."""


@TokensField.register_lookup
class HasAny(models.Lookup):
    """`tokens__has_any=["d20261209", "d20261210"]`: rows that have at least one of these codes."""

    lookup_name = "has_any"
    prepare_rhs = False

    def __init__(self, lhs, rhs: Iterable[str]):
        super().__init__(lhs, sorted({str(token) for token in rhs}))

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        find = "strpos" if connection.vendor == "postgresql" else "instr"
        one = f"{find}(' ' || {column} || ' ', %s) > 0"
        every = " OR ".join([one] * len(self.rhs)) or "1 = 0"
        return f"({every})", [p for token in self.rhs for p in (*params, f" {token} ")]
