"""Compares every search engine with the database, object by object."""

import elastic_transport
import elasticsearch
from django.core.management.base import BaseCommand, CommandError

from search import pending
from search.completeness import compare, mend


class Command(BaseCommand):
    help = "Compare the search engines with the database; fails (1) when something differs."

    def add_arguments(self, parser):
        parser.add_argument("--mend", action="store_true", help="write what differs, at once")

    def handle(self, *args, **options):
        try:
            differences = [found for found in map(self.said, compare()) if not found.is_complete]
            if options["mend"]:
                for difference in differences:
                    mend(difference)
                pending.deliver()
                differences = [found for found in compare() if not found.is_complete]
        except (elastic_transport.TransportError, elasticsearch.ApiError) as error:
            raise CommandError(f"The search engine does not answer: {error}") from error
        waiting = pending.unsent().count()
        self.stdout.write(f"{waiting} changes wait to be sent to an engine.")
        if differences:
            raise CommandError(
                "Search is not complete. Run search_check --mend; update_index if much is missing."
            )
        if waiting:
            raise CommandError("Changes wait to be sent. Run run_due_work, then check again.")

    def said(self, found):
        line = f"{found.engine}: {found.label}: {found.count} objects"
        for word, keys in (("missing", found.missing), ("too many", found.extra)):
            if keys:
                line += f", {len(keys)} {word} ({', '.join(sorted(keys)[:5])}…)"
        self.stdout.write(line)
        return found
