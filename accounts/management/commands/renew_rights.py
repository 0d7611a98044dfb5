from django.core.management.base import BaseCommand
from wagtail.models import Page

from accounts.rights import renew_below


class Command(BaseCommand):
    help = "Bring the rights of all roles up to date, after an update that brings new tables."

    def handle(self, *args, **options):
        renew_below(Page.get_first_root_node())
