#!/usr/bin/env python3
"""Measures how long a reader waits for rows of a search server.

    rows.py URL PROGRAM [TEXT ...]

Types each text into PROGRAM in a pseudo-terminal of 120x40; without any, as
many beginnings of titles as `--texts` says, chosen by `--seed`. A proxy
between program and server notes what the server says each answer took. The
wait is from the last letter to the first change of the screen behind the
answer; what of it is neither the pause after which a search is sent (200 ms)
nor the server's is the program's own, the proxy's millisecond or two of each
request included. A text that finds next to nothing is several requests.
"""

import argparse
import fcntl
import gzip
import http.client
import http.server
import json
import os
import pty
import random
import re
import shutil
import struct
import sys
import tempfile
import termios
import threading
import time
import urllib.parse
import urllib.request

PAUSE = 200
SIZE = (40, 120)


class Proxy(http.server.ThreadingHTTPServer):
    """Hands requests on, and keeps when each was answered and what it took."""

    daemon_threads = True

    def __init__(self, url):
        super().__init__(("127.0.0.1", 0), Forwarding)
        self.server = urllib.parse.urlsplit(url).netloc
        self.answers = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Forwarding(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    connection_to_server = None

    def forward(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.connection_to_server:
            self.connection_to_server = http.client.HTTPConnection(self.server.server)
        self.connection_to_server.request(self.command, self.path, body, dict(self.headers))
        answer = self.connection_to_server.getresponse()
        data = answer.read()
        kept = [f"{name}: {value}" for name, value in answer.getheaders() if name.lower() != "transfer-encoding"]
        if answer.getheader("Content-Length") is None:
            kept.append(f"Content-Length: {len(data)}")
        head = f"HTTP/1.1 {answer.status} {answer.reason}\r\n" + "\r\n".join(kept) + "\r\n\r\n"
        begin = time.monotonic()
        self.wfile.write(head.encode() + data)
        text = gzip.decompress(data) if answer.getheader("Content-Encoding") == "gzip" else data
        took = re.search(rb'"took" *: *(\d+)', text)
        if took:
            self.server.answers.append((begin, int(took[1]), "_msearch" in self.path))

    do_GET = do_POST = do_DELETE = forward

    def log_message(self, *_):
        pass


class Terminal:
    """The program in a pseudo-terminal, and when it wrote anything but that it is
    still searching."""

    def __init__(self, arguments, home):
        pid, self.descriptor = pty.fork()
        if pid == 0:
            os.environ.update(HOME=home, TERM="xterm-256color", LANG="C.UTF-8")
            os.execv(arguments[0], arguments)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        self.writes = []
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        try:
            while data := os.read(self.descriptor, 1 << 16):
                if b"searching" not in data:
                    self.writes.append(time.monotonic())
        except OSError:
            pass

    def type(self, text):
        os.write(self.descriptor, text.encode())


def beginnings(url, count, seed):
    """So many beginnings of titles."""
    question = {
        "size": count, "query": {"function_score": {"random_score": {"seed": seed, "field": "_seq_no"}}},
        "_source": "title"}
    request = urllib.request.Request(
        f"{url}/movies/_search", json.dumps(question).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        titles = [hit["_source"]["title"] for hit in json.load(answer)["hits"]["hits"]]
    chance = random.Random(seed)
    return [title[:chance.choice((1, 2, 3, 4, 6, 12))].strip() or "a" for title in titles]


def wait_for_rows(terminal, proxy, text):
    """Milliseconds until rows, what the server took of them, and until the echo."""
    terminal.type("\x15")
    time.sleep(1.2)
    for letter in text[:-1]:
        terminal.type(letter)
        time.sleep(0.06)
    proxy.answers.clear()
    terminal.writes.clear()
    begin = time.monotonic()
    terminal.type(text[-1])
    time.sleep(1.8)
    first = min((moment for moment, _, has_rows in proxy.answers if has_rows), default=None)
    rows = next((moment for moment in terminal.writes if first and moment >= first), None)
    if rows is None:
        return None
    took = sum(took for moment, took, _ in proxy.answers if moment <= rows)
    return (rows - begin) * 1000, took, (terminal.writes[0] - begin) * 1000


def share(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("program")
    parser.add_argument("text", nargs="*")
    parser.add_argument("--texts", type=int, default=40, metavar="N")
    parser.add_argument("--seed", type=int, default=3)
    arguments = parser.parse_args()
    texts = arguments.text or beginnings(arguments.url, arguments.texts, arguments.seed)
    proxy = Proxy(arguments.url)
    home = tempfile.mkdtemp(prefix="cinema-rows-")
    terminal = Terminal(
        [os.path.abspath(arguments.program), "--source", f"es+{proxy.url}", "--no-snapshot"], home)
    time.sleep(3)
    own, waits, echoes = [], [], []
    for text in texts:
        measured = wait_for_rows(terminal, proxy, text)
        if measured is None:
            print(f"{text:14} no rows")
            continue
        wait, took, echo = measured
        print(f"{text:14} {wait:6.1f} ms: pause {PAUSE}, server {took}, own {wait - PAUSE - took:.1f}")
        own.append(wait - PAUSE - took)
        waits.append(wait)
        echoes.append(echo)
    terminal.type("\x03")
    shutil.rmtree(home, ignore_errors=True)
    if not own:
        sys.exit("rows.py: no rows came")
    print(f"rows: p50 {share(waits, 0.5):.0f}, p95 {share(waits, 0.95):.0f} ms of {len(waits)} texts")
    print(f"own:  p50 {share(own, 0.5):.1f}, p95 {share(own, 0.95):.1f}, most {max(own):.1f} ms")
    print(f"echo: p50 {share(echoes, 0.5):.1f}, p95 {share(echoes, 0.95):.1f} ms")


if __name__ == "__main__":
    main()
