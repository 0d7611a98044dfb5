"""What editors type as an address cannot reach into the house, and cannot hold the worker up."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from common import fetching
from common.fetching import FetchError, fetch, is_public


class Answers(BaseHTTPRequestHandler):
    """A server of the open Internet, as the tests see it."""

    def do_GET(self):
        name, _, rest = self.path.strip("/").partition("/")
        getattr(self, f"answer_{name or 'home'}")(rest)

    def answer_home(self, _rest):
        self.send(200, "活动".encode(), [("Content-Type", "text/plain; charset=utf-8")])

    def answer_missing(self, _rest):
        self.send(404, b"no")

    def answer_to(self, target):
        self.send(302, b"", [("Location", target)])

    def answer_back(self, _rest):
        self.send(301, b"", [("Location", "/")])

    def answer_loop(self, _rest):
        self.send(302, b"", [("Location", "/loop")])

    def answer_big(self, _rest):
        self.send(200, b"x" * (fetching.MAX_BYTES + 1))

    def answer_slow(self, _rest):
        self.send_response(200)
        self.end_headers()
        for _drop in range(40):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_host(self, _rest):
        self.send(200, self.headers["Host"].encode())

    def send(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="module")
def port():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


@pytest.fixture
def outside(monkeypatch, port):
    """The address of the test server, taken for a public one on a usual port."""
    monkeypatch.setattr(fetching, "PORTS", {"http": port, "https": 443})
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    return f"http://127.0.0.1:{port}"


def code_of(url, **options):
    with pytest.raises(FetchError) as caught:
        fetch(url, **options)
    return caught.value.code


def test_the_answer_is_given_with_its_body(outside):
    answer = fetch(f"{outside}/")
    assert (answer.status, answer.body.decode()) == (200, "活动")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_only_the_head_is_read_when_asked(outside):
    assert fetch(f"{outside}/big", only_head=True).body == b""


def test_a_missing_page_is_an_answer(outside):
    assert fetch(f"{outside}/missing").status == 404


def test_redirects_are_followed_and_told(outside):
    answer = fetch(f"{outside}/back")
    assert (answer.url, answer.status) == (f"{outside}/", 200)


def test_the_server_is_asked_by_its_name(outside, port, monkeypatch):
    monkeypatch.setattr(fetching, "resolved", lambda host, at: "127.0.0.1")
    body = fetch(f"http://library.example:{port}/host").body
    assert body.decode() == f"library.example:{port}"


@pytest.mark.parametrize(
    ("path", "code"),
    [("loop", "redirects"), ("big", "size"), ("to/file:///etc/passwd", "address")],
)
def test_what_goes_too_far_is_refused(outside, path, code):
    assert code_of(f"{outside}/{path}") == code


def test_a_server_that_drips_is_left_after_the_deadline(outside, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    begun = time.monotonic()
    assert code_of(f"{outside}/slow") == "time"
    assert time.monotonic() - begun < 3


def test_a_redirect_into_the_house_is_refused(outside, port):
    assert code_of(f"{outside}/to/http://10.0.0.1:{port}/") == "private"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://user:secret@example.org/",
        "http://example.org:6379/",
        "http://example.org:99999/",
        "http://[::1",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url):
    assert code_of(url) == "address"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "[::1]",
        "0",
        "2130706433",
    ],
)
def test_the_house_itself_is_not_asked(host):
    assert code_of(f"http://{host}/") == "private"


def test_without_the_check_the_house_would_answer(outside):
    """The twin of the test above: the guard alone keeps the loopback address out."""
    assert fetch(f"{outside}/").status == 200


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("1.1.1.1", True),
        ("2606:4700:4700::1111", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1", False),
        ("fc00::1", False),
    ],
)
def test_public_addresses_are_told_from_private_ones(address, public):
    assert is_public(address) is public


def test_a_name_nobody_knows_is_said():
    assert code_of("http://no-such-name.invalid/") == "name"
