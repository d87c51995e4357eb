"""A page is fetched when asked for, within limits, and from no machine of one's own network."""

import contextlib
import gzip
import http.server
import threading
import time

import pytest

from briefing.ingest import web
from briefing.ingest.web import fetch
from briefing.model.errors import Cancelled, SourceError

PAGE = b"<html><body><p>The talks on the ferry line ended.</p></body></html>"


class Server(http.server.BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        getattr(self, self.path.strip("/").partition("?")[0].replace("-", "_"))()

    def answer(self, status=200, body=PAGE, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page(self):
        self.answer(Set_Cookie="who=you")

    def zipped(self):
        self.answer(body=gzip.compress(PAGE), Content_Encoding="gzip")

    def bomb(self):
        self.answer(body=gzip.compress(b"x" * 3_000_000), Content_Encoding="gzip")

    def moved(self):
        self.answer(302, b"", Location="page?from=moved")

    def round(self):
        self.answer(301, b"", Location="/round")

    def inward(self):
        self.answer(302, b"", Location=f"http://127.0.0.1:{self.server.server_port}/page")

    def to_file(self):
        self.answer(302, b"", Location="file:///etc/hostname")

    def far(self):
        self.answer(302, b"", Location="../page?from=far")

    def nowhere(self):
        self.answer(302, b"", Location="http://[")

    def dripping(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)

    def dripping_headers(self):
        with contextlib.suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(100):
                self.wfile.write(b"X: y\r\n")
                time.sleep(0.1)

    def gone(self):
        self.answer(404, b"no")

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    served.asked = []
    served.address = f"http://127.0.0.1:{served.server_port}"
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield served
    served.shutdown()
    served.server_close()


def test_a_page_is_fetched_as_it_is(server):
    found = fetch(f"{server.address}/page", private=True)
    assert found.data == PAGE
    assert found.address == f"{server.address}/page"
    assert fetch(f"{server.address}/zipped", private=True).data == PAGE


def test_no_cookie_goes_back_and_only_the_page_is_asked_for(server):
    for _ in range(2):
        fetch(f"{server.address}/page", private=True)
    assert [path for path, _ in server.asked] == ["/page", "/page"]
    assert all("Cookie" not in headers for _, headers in server.asked)


def test_a_redirect_is_followed_and_its_end_is_the_address(server):
    found = fetch(f"{server.address}/moved", private=True)
    assert found.data == PAGE
    assert found.address == f"{server.address}/page?from=moved"


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("round", "without end"),
        ("gone", "404"),
        ("to-file", "no address"),
        ("nowhere", "no address"),
    ],
)
def test_what_gives_no_page_is_told(server, path, word):
    with pytest.raises(SourceError, match=word) as caught:
        fetch(f"{server.address}/{path}", private=True)
    assert caught.value.hint


def test_a_page_that_expands_beyond_the_limit_is_left(server, monkeypatch):
    monkeypatch.setattr(web, "LARGEST_PAGE", 1_000_000)
    with pytest.raises(SourceError, match="larger or slower"):
        fetch(f"{server.address}/bomb", private=True)


@pytest.mark.parametrize("path", ["dripping", "dripping-headers"])
def test_a_server_that_sends_a_byte_now_and_then_is_left_in_time(server, monkeypatch, path):
    monkeypatch.setattr(web, "_SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(SourceError, match="larger or slower"):
        fetch(f"{server.address}/{path}", private=True)
    assert time.monotonic() - began < 5


def test_a_person_can_stop_it_while_the_server_is_slow(server):
    began = time.monotonic()

    def stop(done, total, note=""):
        if time.monotonic() - began > 0.5:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        fetch(f"{server.address}/dripping", private=True, progress=stop)
    assert time.monotonic() - began < 5


def test_a_redirect_may_go_up(server):
    assert fetch(f"{server.address}/far", private=True).address == f"{server.address}/page?from=far"


@pytest.mark.parametrize(
    "number",
    ["::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "fec0::1", "fd00::1",
     "::ffff:10.0.0.1", "100.64.0.1", "fe80::1%eth0", "ff02::1"],
)  # fmt: skip
def test_a_number_that_stands_for_ones_own_network_is_not_public(number):
    assert not web._is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800::1", "64:ff9b::5db8:d70e"])
def test_a_number_of_the_open_network_is_public(number):
    assert web._is_public(number)


def test_a_person_can_stop_it(server):
    def stop(done, total, note=""):
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        fetch(f"{server.address}/page", private=True, progress=stop)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "10.0.0.8", "192.168.1.1", "169.254.169.254",
        "[::ffff:10.0.0.8]", "0.0.0.0", "224.0.0.1", "2130706433", "[fe80::1]",
    ],
)  # fmt: skip
def test_machines_of_ones_own_network_are_not_asked(server, host):
    with pytest.raises(SourceError):
        fetch(f"http://{host}:{server.server_port}/page")
    assert server.asked == []


def test_a_public_page_cannot_lead_into_ones_own_network(server, monkeypatch):
    numbers = iter(["127.0.0.1"])  # the first host passes as a public one

    def public_first(number):
        return next(numbers, None) is not None

    monkeypatch.setattr(web, "_is_public", public_first)
    with pytest.raises(SourceError, match="own network"):
        fetch(f"{server.address}/inward")
    assert [path for path, _ in server.asked] == ["/inward"]


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "ftp://example.org/a", "http://", "", "https://user:word@example.org/",
     "javascript:alert(1)", "http://exa mple.org/"],
)  # fmt: skip
def test_what_is_no_web_address_is_told(address):
    with pytest.raises(SourceError) as caught:
        fetch(address)
    assert caught.value.hint


def test_a_dead_port_is_told(server):
    server.shutdown()
    server.server_close()
    with pytest.raises(SourceError, match="could not be fetched") as caught:
        fetch(f"{server.address}/page", private=True)
    assert "save the page" in caught.value.hint
