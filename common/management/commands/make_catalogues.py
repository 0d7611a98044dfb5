from django.conf import settings
from django.core.management.base import BaseCommand

from common import catalogues, library_catalogues


class Command(BaseCommand):
    help = "Collect the messages of the interface, complete the catalogues and compile them."

    def handle(self, *args, **options):
        root = settings.ROOT
        catalogues.write_all(root)
        library_catalogues.write_all()
        catalogues.compile_all()
        lacking = {
            "ours": catalogues.missing(root)["zh_Hans"],
            "of libraries": library_catalogues.lacking("zh_Hans"),
        }
        for owner, messages in lacking.items():
            for message in messages:
                self.stdout.write(f"no Chinese yet, {owner}: {message.text!r}")
            self.stdout.write(f"{len(messages)} messages {owner} without Chinese.")
