from django.conf import settings
from django.core.management.base import BaseCommand

from common import catalogues


class Command(BaseCommand):
    help = "Collect the messages of the interface, complete the catalogues and compile them."

    def handle(self, *args, **options):
        root = settings.ROOT
        lacking = catalogues.write_all(root)
        catalogues.compile_all()
        for message in catalogues.missing(root)["zh_Hans"]:
            self.stdout.write(f"no Chinese yet: {message.text!r}")
        self.stdout.write(f"{lacking} messages without Chinese.")
