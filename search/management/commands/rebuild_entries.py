from django.core.management.base import BaseCommand

from search import sources


class Command(BaseCommand):
    help = "Make all search entries again from what is public now."

    def handle(self, *args, **options):
        for name, number in sources.rebuild():
            self.stdout.write(f"{name}: {number}")
