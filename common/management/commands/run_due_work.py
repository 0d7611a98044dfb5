from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from common import due_work


class Command(BaseCommand):
    help = "Do everything that has fallen due and every queued task, once; run it each minute."

    def handle(self, *args, verbosity=1, **options):
        try:
            done = due_work.run(timezone.now())
        except due_work.AlreadyRunning:
            self.stderr.write("Due work is being done by another process.")
            return
        call_command("db_worker", batch=True, verbosity=0)
        if verbosity:
            for name, number in done.items():
                self.stdout.write(f"{name}: {'failed' if number is None else number}")
