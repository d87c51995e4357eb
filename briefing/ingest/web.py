"""A page by its address: the only place that reaches the network, and only when a person asks."""

import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Timeout, Url, parse_url

from briefing.ingest.characters import one_line
from briefing.model.errors import SourceError
from briefing.model.progress import Progress, silent

LARGEST_PAGE = 20_000_000
_SECONDS = 60.0
_SECONDS_SILENT = 15.0
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 1 << 16
_GLANCE = 0.1  # seconds between looks at whether the person has stopped it
_PORTS = {"http": 80, "https": 443}
# Numbers of the sixth version that stand for one of the fourth (RFC 4291, 2765, 6052).
_STAND_FOR = tuple(map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0:0/96", "64:ff9b::/96")))
# Honest about what asks, and in the form that servers expect.
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Aide-Memoire; a person asked for this page)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, and the address that it came from in the end."""

    data: bytes
    address: str


def fetch(address: str, *, private: bool = False, progress: Progress = silent) -> Fetched:
    """Return what lies at an http or https address.

    Redirects are followed five times at the most, each checked as the first address is. A machine
    on this computer or its own network is asked only with ``private``: a page must not be able to
    reach through the reader what it cannot reach itself. What is asked is the very number that was
    checked, so that a name cannot change its meaning in between. At most LARGEST_PAGE bytes and a
    minute are taken. No cookie is sent or kept, no script run, no picture or frame fetched, and
    no proxy used.
    Raises SourceError, in words, for all that goes wrong, and what ``progress`` raises.
    """
    asked = one_line(address)
    progress(0, 1, asked)
    deadline = time.monotonic() + _SECONDS
    answers: SimpleQueue[Fetched | Exception] = SimpleQueue()
    # A server that sends a byte now and then keeps a read waiting for ever: on a thread that can
    # be left, it keeps nobody.
    Thread(target=_answer, args=(answers, asked, private, deadline), daemon=True).start()
    while time.monotonic() < deadline:
        progress(0, 1, asked)
        try:
            found = answers.get(timeout=_GLANCE)
        except Empty:
            continue
        if isinstance(found, Exception):
            raise found
        return found
    raise _too_much(asked)


def _answer(
    answers: "SimpleQueue[Fetched | Exception]", asked: str, private: bool, deadline: float
) -> None:
    try:
        answers.put(_found(asked, private=private, deadline=deadline))
    except Exception as error:  # noqa: BLE001 - raised again by the thread that waits for it
        answers.put(error)


def _found(address: str, *, private: bool, deadline: float) -> Fetched:
    asked = address
    for _ in range(_MOST_REDIRECTS + 1):
        url = _checked(asked)
        number = _number(url, private=private)
        found = _ask(url, number, deadline)
        if isinstance(found, bytes):
            return Fetched(found, asked)
        try:
            asked = one_line(urljoin(url.url, found))
        except ValueError as error:
            raise _no_address(one_line(found)) from error
    raise SourceError(
        "“{address}” leads from one address to the next without end.",
        "Open it in a browser, save the page, and import the file.",
        address=address,
    )


def _checked(address: str) -> Url:
    try:
        url = parse_url(address if "://" in address else f"https://{address}")
    except LocationParseError as error:
        raise _no_address(address) from error
    if url.scheme not in _PORTS or not url.host or url.auth:
        raise _no_address(address)
    return url


def _no_address(address: str) -> SourceError:
    return SourceError(
        "“{address}” is no address of a web page.",
        "Give an address that begins with https:// or http://.",
        address=address,
    )


def _number(url: Url, *, private: bool) -> str:
    """Return the number of the host, once it is certain that it may be asked."""
    host = (url.host or "").strip("[]")
    try:
        found = socket.getaddrinfo(
            host, url.port or _PORTS[url.scheme or ""], type=socket.SOCK_STREAM
        )
    except (OSError, UnicodeError) as error:
        raise SourceError(
            "There is no machine “{host}” on the network, or no network.",
            "Check the address, and that this computer is connected.",
            host=host,
        ) from error
    numbers = [str(entry[4][0]) for entry in found]
    if not private and not all(_is_public(number) for number in numbers):
        raise SourceError(
            "“{host}” is a machine of your own network, and is not asked.",
            "Open the page in a browser, save it, and import the file; or allow it: "
            "“briefing import --private”.",
            host=host,
        )
    return numbers[0]


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.is_site_local:
            return False
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and any(address in network for network in _STAND_FOR):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = inner or address
    return address.is_global and not address.is_multicast


def _ask(url: Url, number: str, deadline: float) -> bytes | str:
    """Return the bytes of the page, or where the server says that it is instead."""
    pool = _pool(url, number)
    try:
        response = pool.urlopen(
            "GET",
            url.request_uri,
            headers={**_HEADERS, "Host": url.netloc or ""},
            redirect=False,
            retries=False,
            preload_content=False,
        )
        if response.status in _REDIRECTS and response.headers.get("Location"):
            return str(response.headers["Location"])
        if response.status != 200:
            raise SourceError(
                "The server of “{address}” answered {status} ({reason}) and gave no page.",
                "Check the address; if it opens in a browser, save the page and import the file.",
                address=url.url,
                status=response.status,
                reason=one_line(response.reason or "no reason"),
            )
        return _body(response, url, deadline)
    except (HTTPError, OSError, ValueError) as error:
        raise SourceError(
            "“{address}” could not be fetched: {reason}.",
            "Try again later, or open it in a browser, save the page, and import the file.",
            address=url.url,
            reason=_reason(error),
        ) from error
    finally:
        pool.close()


def _pool(url: Url, number: str) -> urllib3.HTTPConnectionPool:
    """Return a way to the number, which must prove to be the host that was named."""
    timeout = Timeout(connect=_SECONDS_SILENT, read=_SECONDS_SILENT)
    port = url.port or _PORTS[url.scheme or ""]
    if url.scheme == "http":
        return urllib3.HTTPConnectionPool(number, port, timeout=timeout, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        number,
        port,
        timeout=timeout,
        maxsize=1,
        ssl_context=ssl.create_default_context(),
        server_hostname=url.host,
        assert_hostname=url.host,
    )


def _body(response: urllib3.BaseHTTPResponse, url: Url, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(_PIECE, decode_content=True):
        size += len(piece)
        if size > LARGEST_PAGE or time.monotonic() > deadline:
            raise _too_much(url.url)
        pieces.append(piece)
    return b"".join(pieces)


def _too_much(address: str) -> SourceError:
    return SourceError(
        "“{address}” is larger or slower than is allowed "
        "({megabytes} megabytes, {seconds} seconds).",
        "Open it in a browser, save it, and import the file.",
        address=address,
        megabytes=LARGEST_PAGE // 1_000_000,
        seconds=int(_SECONDS),
    )


def _reason(error: Exception) -> str:
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return "nothing answers there"
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "the server was silent too long"
    if isinstance(error, urllib3.exceptions.SSLError | ssl.SSLError):
        return "the server cannot prove that it is what it says"
    return "the connection failed"
