"""Scores the configured search with judged documents and queries, one JSON object a line."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from search.scoring import mean, scores
from search.trial import ask, loaded

NEEDED = {"documents": ("id", "kind", "title", "body"), "queries": ("query", "mode", "relevant")}


class Command(BaseCommand):
    help = "Print nDCG@10 and recall@10 by mode and category; leaves nothing behind."

    def add_arguments(self, parser):
        parser.add_argument("documents", type=Path)
        parser.add_argument("queries", type=Path)

    def handle(self, documents, queries, **options):
        documents = read(documents, NEEDED["documents"])
        queries = read(queries, NEEDED["queries"])
        with loaded(documents) as network:
            groups = scores((query, ask(query, network)) for query in queries)
        for group, pairs in groups.items():
            ndcg, recall = mean(pairs)
            self.stdout.write(
                f"{group:10} {len(pairs):3} queries  nDCG@10 {ndcg:.3f}  recall@10 {recall:.3f}"
            )


def read(path, needed):
    """Return the objects of a file of lines.

    Raises:
        CommandError: it cannot be read, or a line is no object with the needed names.
    """
    try:
        lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
        rows = [json.loads(line) for line in lines]
    except (OSError, ValueError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from error
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or any(name not in row for name in needed):
            raise CommandError(f"{path}, line {number}: needs {', '.join(needed)}.")
        row.setdefault("category", "other")
    return rows
