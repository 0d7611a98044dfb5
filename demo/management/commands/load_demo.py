import time

from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from demo.build import menus, pages, people, tree, withdrawals


class Command(BaseCommand):
    help = "Build the five demo networks; what is there already stays as it is."

    def handle(self, *args, **options):
        now = timezone.now()
        today = timezone.localdate(now)
        # The index of references is for the editor's "usage" pages; it is rebuilt on demand.
        with disable_reference_index_auto_update():
            centres = self.step("areas and centres", tree.build)
            self.step("people", people.build, centres)
            self.step("named days", pages.build_holidays)
            self.step("talent notices", pages.build_notices, centres, today)
            self.step("livestreams and videos", pages.build_livestreams, centres, now)
            self.step("menus of three months", menus.build, centres, today)
            self.step("announced changes", menus.change, centres, now)
            self.step("withdrawn activities", withdrawals.withdraw, centres, now)

    def step(self, name, build, *arguments):
        begun = time.monotonic()
        result = build(*arguments)
        self.stdout.write(f"      {name} ({time.monotonic() - begun:.0f} s)")
        return result
