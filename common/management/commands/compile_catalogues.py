from django.core.management.base import BaseCommand

from common import catalogues


class Command(BaseCommand):
    help = "Compile the message catalogues; needs no system gettext."
    requires_system_checks = []

    def handle(self, *args, **options):
        if done := catalogues.compile_all():
            self.stdout.write(f"{done} catalogues compiled.")
