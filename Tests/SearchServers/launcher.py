"""The program that starts and stops search servers for the tests, and what it
needs: CINEMA_SEARCH_SERVER."""

import os
import shutil
import socket
import subprocess
import tempfile

VARIABLE = "CINEMA_SEARCH_SERVER"
ENGINES = ("elasticsearch-7", "elasticsearch-8", "opensearch-2")


class Launcher:
    """Starts servers by `PROGRAM start ENGINE --port N` and perhaps options, which
    prints an address a node once they answer, and stops them by `PROGRAM stop
    --port N`."""

    def __init__(self, program):
        self._program = program

    def start(self, engine, port, *options):
        """The addresses of the nodes; none where it does not start."""
        started = subprocess.run(
            [self._program, "start", engine, "--port", str(port), *options], stdout=subprocess.PIPE, text=True,
            check=False)
        return [] if started.returncode else started.stdout.split()

    def stop(self, port):
        subprocess.run([self._program, "stop", "--port", str(port)], check=False)


def missing(program):
    """Why no server can be started, in words; None where one can."""
    if not program:
        return f"{VARIABLE} names no program that starts search servers"
    if not os.access(program, os.X_OK):
        return f"{program} cannot be run"
    if not shutil.which("java"):
        return "there is no Java; install openjdk-17-jre-headless"
    return None


def free_port(first, nodes=1):
    """The first of so many ports in a row that nobody listens on, nor on those a
    thousand further, where nodes talk to each other; None where there are none."""
    for port in range(first, first + 80, nodes):
        wanted = [port + node + further for node in range(nodes) for further in (0, 1000)]
        folder = os.path.join(tempfile.gettempdir(), f"search-server-{port}")
        if all(map(is_free, wanted)) and not os.path.exists(folder):
            return port
    return None


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
