"""The whole way from an empty folder to a running site; a second start takes seconds."""

import socket
import subprocess
import sys
import threading
import time

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

from demo.build.people import PASSWORD, PEOPLE

ADDRESSES = (
    ("网站 Site", "/"),
    ("本月活动 What is on", "/events/?view=month"),
    ("活动菜单 Menu", "/c/fangshan-suzhuang/"),
    ("English", "/en/"),
    ("编辑后台 Admin", "/admin/"),
)


class Command(BaseCommand):
    help = "Prepare the demo where needed, then serve it with its worker on one port."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args, port, **options):
        self.refuse_taken(port)
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        self.say("[2/6] Message catalogues")
        call_command("compile_catalogues", verbosity=0)
        self.say("[3/6] Database")
        call_command("migrate", verbosity=0, interactive=False)
        self.say("[4/6] Five networks, their menus, notices and replays (the first time a minute)")
        call_command("load_demo", stdout=self.stdout)
        self.say("[5/6] Worker and due work")
        threading.Thread(target=self.work, daemon=True).start()
        self.say("[6/6] Site")
        self.greet(port)
        call_command("runserver", str(port), use_reloader=False, verbosity=0)

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()

    def refuse_taken(self, port):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise CommandError(
                    f"Port {port} is taken by another program. Choose another: make demo PORT=8001"
                )

    def work(self):
        """Do due work and queued tasks each minute; a process of its own, as under cron."""
        command = [sys.executable, sys.argv[0], "run_due_work", "--verbosity", "0"]
        while True:
            subprocess.run(command, check=False)  # noqa: S603 (our own command)
            time.sleep(60)

    def greet(self, port):
        base = f"http://localhost:{port}"
        lines = ["", *(f"  {name}: {base}{path}" for name, path in ADDRESSES), ""]
        lines.append(f"  登录 Logins (密码 password: {PASSWORD})")
        lines += [f"    {username}: {name}" for username, name, *_ in PEOPLE]
        lines += ["    root: 全站管理员 superuser", "", "  Ctrl+C 停止 stops the site.", ""]
        self.say("\n".join(lines))
