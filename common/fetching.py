"""Addresses that editors typed, fetched at arm's length by the worker (design: decision 14).

Only http and https, only public addresses, one deadline for everything, a limit of octets. A name
is resolved once and the connection goes to the very address that was checked, so a name server
cannot answer differently the second time; each redirect is checked anew.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3

SECONDS = 5.0
MAX_BYTES = 2 * 1024 * 1024
MAX_REDIRECTS = 5
CHUNK = 64 * 1024
PORTS = {"http": 80, "https": 443}
REDIRECTS = (301, 302, 303, 307, 308)
AGENT = "Changlai/1.0 (link check)"
# Addresses in IPv6 clothes that lead into an IPv4 network: translated (RFC 6052) and 6to4.
WRAPPED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("2002::/16"))


class FetchError(Exception):
    """The address was not fetched. `code` is one of address, private, name, time, size, redirects,
    connection.
    """

    def __init__(self, code: str, detail: str = ""):
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


@dataclass(frozen=True)
class Fetched:
    """The answer after all redirects; `body` is empty when only the head was asked for."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(
    url: str, *, only_head: bool = False, headers: Mapping[str, str] | None = None
) -> Fetched:
    """Fetch an address within five seconds and two megabytes, whatever it redirects to.

    Raises:
        FetchError: it may not be fetched, or it could not be.
    """
    deadline = time.monotonic() + SECONDS
    for _hop in range(MAX_REDIRECTS + 1):
        parts = checked(url)
        with _answer(parts, deadline, headers or {}) as response:
            target = response.headers.get("Location")
            if response.status not in REDIRECTS or not target:
                body = b"" if only_head else _body(response, deadline)
                return Fetched(url, response.status, dict(response.headers), body)
        url = urljoin(url, target)
    raise FetchError("redirects")


def checked(url: str) -> SplitResult:
    """Return the parts of an address that may be asked for.

    Raises:
        FetchError: not http(s), another port than usual, a user name in it, or no host.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError("address") from error
    allowed = parts.scheme in PORTS and parts.hostname and not parts.username
    if not allowed or port not in (None, *PORTS.values()):
        raise FetchError("address")
    return parts


def is_public(address: str) -> bool:
    """Whether an IP address lies in the open Internet, seen through IPv6 wrappings."""
    ip = ipaddress.ip_address(address)
    inner = getattr(ip, "ipv4_mapped", None)
    if inner is not None:
        return is_public(str(inner))
    if ip.version == 6 and any(ip in network for network in WRAPPED):
        return False
    return ip.is_global and not ip.is_multicast


def resolved(host: str, port: int) -> str:
    """Return an IP address of a host; every address that the name has must be public.

    Raises:
        FetchError: the name is not known, or it leads into a private network.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("name", host) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise FetchError("private", host)
    return addresses[0]


def _answer(parts: SplitResult, deadline: float, headers: Mapping[str, str]):
    host = str(parts.hostname)
    port = parts.port or PORTS[parts.scheme]
    address = resolved(host, port)
    timeout = urllib3.Timeout(total=_left(deadline))
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, server_hostname=host, assert_hostname=host
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        return pool.urlopen(
            "GET",
            target,
            headers={"User-Agent": AGENT, "Accept": "*/*", **headers, "Host": parts.netloc},
            retries=False,
            redirect=False,
            preload_content=False,
        )
    except urllib3.exceptions.TimeoutError as error:
        raise FetchError("time") from error
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise FetchError("connection", type(error).__name__) from error


def _body(response, deadline: float) -> bytes:
    body = bytearray()
    try:
        # read1 returns what has come; read would wait for a whole chunk from a server that drips.
        while chunk := response.read1(CHUNK, decode_content=True):
            body += chunk
            if len(body) > MAX_BYTES:
                raise FetchError("size")
            _left(deadline)
    except urllib3.exceptions.TimeoutError as error:
        raise FetchError("time") from error
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise FetchError("connection", type(error).__name__) from error
    return bytes(body)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError("time")
    return left
