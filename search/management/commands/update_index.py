"""Wagtail's command, with one plain sentence when the engine is away, and nothing left out."""

import elastic_transport
import elasticsearch
from django.core.management.base import CommandError
from modelsearch.management.commands.rebuild_modelsearch_index import Command as StockCommand

from search import pending
from search.completeness import compare, mend


class Command(StockCommand):
    help = "Build the search indexes anew; searches go on meanwhile."

    def handle(self, **options):
        try:
            super().handle(**options)
            # Rows removed during the rebuild shift the pages in which it reads; look again.
            name = options["backend_name"]
            for found in compare(*[name] if name else []):
                if not found.is_complete and not options["schema_only"]:
                    mend(found)
            pending.deliver()
        except (elastic_transport.TransportError, elasticsearch.ApiError) as error:
            raise CommandError(
                "The search engine does not answer, so its index was not built. Searches are "
                f"answered by the database; try again when the engine is back. ({error})"
            ) from error
