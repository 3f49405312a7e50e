"""A real search server with generated films, whose nodes are killed and started
again as an operator would: the same command, the same data.

Servers are started by the program that CINEMA_SEARCH_SERVER names; see
Tests/SearchServers/launcher.py.
"""

import glob
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time

from .terminal import Failure

FILLING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "SearchServers")
sys.path.insert(0, FILLING)

from launcher import VARIABLE, Launcher, free_port, missing  # noqa: E402

PROGRAM = os.environ.get(VARIABLE)


def why_not():
    """Why there is no server to be had, in words; None where there is one."""
    return missing(PROGRAM)


class Node:
    """One process, by the port that it listens on."""

    def __init__(self, address):
        self.address = address
        self.port = int(address.rsplit(":", 1)[1])
        self._started = None
        process = listener(self.port)
        with open(f"/proc/{process}/cmdline", "rb") as file:
            self._command = file.read().rstrip(b"\0").split(b"\0")
        self._folder = os.readlink(f"/proc/{process}/cwd")

    def kill(self):
        """Without a goodbye; returns when nobody listens any more."""
        os.kill(listener(self.port), signal.SIGKILL)
        if self._started:
            self._started.wait()
            self._started = None
        wait(lambda: not is_reached(self.address), f"{self.address} does not die")

    def start_again(self):
        """Returns when it answers and has its films."""
        log = os.path.join(self._folder, f"again-{self.port}.log")
        with open(log, "ab") as output:
            self._started = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=self._folder,
                start_new_session=True)
        wait(lambda: health(self.address) in ("yellow", "green"), f"{self.address} does not come back")

    def end(self):
        if self._started:
            self._started.kill()
            self._started.wait()


class SearchServer:
    def __init__(self, films, engine="elasticsearch-8", nodes=1):
        self._launcher = Launcher(PROGRAM)
        port = free_port(9400, nodes)
        if not port:
            raise Failure("no port is free for a search server")
        self._port = port
        addresses = self._launcher.start(engine, port, "--nodes", str(nodes))
        if not addresses:
            raise Failure(f"{engine} does not start")
        self.nodes = [Node(address) for address in addresses]
        subprocess.run(
            [sys.executable, os.path.join(FILLING, "load.py"), addresses[0], "seed", "--films", str(films)],
            check=True, stderr=subprocess.DEVNULL)
        if nodes > 1:
            # Each node has everything, so that one may go.
            call(addresses[0], "PUT", "/_settings", {"index": {"number_of_replicas": nodes - 1}})
            wait(lambda: health(addresses[0]) == "green", "the nodes do not share the films")

    @property
    def source(self):
        return "es+http://" + ",".join(node.address.split("//", 1)[1] for node in self.nodes)

    def stop(self):
        for node in self.nodes:
            node.end()
        self._launcher.stop(self._port)


def call(address, method, path, body=None):
    connection = http.client.HTTPConnection(address.split("//", 1)[1], timeout=10)
    try:
        data = None if body is None else json.dumps(body)
        connection.request(method, path, data, {"Content-Type": "application/json"})
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def is_reached(address):
    try:
        return bool(call(address, "GET", "/"))
    except (OSError, ValueError, http.client.HTTPException):
        return False


def health(address):
    """The colour of the cluster; None while there is no answer or nothing in it."""
    try:
        answer = call(address, "GET", "/_cluster/health")
    except (OSError, ValueError, http.client.HTTPException):
        return None
    return answer.get("status") if answer.get("active_primary_shards") else None


def listener(port):
    """The process that listens on a port, by the kernel's tables."""
    sockets = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table) as rows:
            for row in rows:
                fields = row.split()
                if fields[3] == "0A" and fields[1].endswith(":%04X" % port):
                    sockets.add(f"socket:[{fields[9]}]")
    for link in glob.glob("/proc/[0-9]*/fd/*"):
        try:
            if os.readlink(link) in sockets:
                return int(re.match(r"/proc/(\d+)/", link).group(1))
        except OSError:
            continue
    raise Failure(f"nobody listens on port {port}")


def wait(condition, complaint, seconds=90):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Failure(complaint)
        time.sleep(0.1)
