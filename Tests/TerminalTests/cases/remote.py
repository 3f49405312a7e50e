"""What readers of a server see of it, and what it sees of them."""

import os
import re
import signal
import tempfile
import time

from support.service import Service
from support.terminal import Failure, Terminal
from .enduring import ends_by_interrupt

FILMS = 60


def with_service(body, **options):
    """A case with a service of its own and a home that nothing else uses."""

    def case(program):
        service = Service(**{"films": FILMS, **options})
        try:
            with tempfile.TemporaryDirectory() as home:
                body(program, service, home)
        finally:
            service.kill()

    return case


def opened(program, service, home, *arguments):
    arguments = ("--source", service.address, *arguments)
    return Terminal(program, arguments, environment={"HOME": home}, columns=100)


def copied(program, service, home):
    """Leaves the whole of the service on the disk, as a former session does."""
    terminal = opened(program, service, home)
    try:
        wait_for_copy(terminal, service)
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def wait_for_copy(terminal, service):
    """Until every film's own record was read, and the screen has it."""
    until(lambda: service.records == FILMS, terminal, "the copy is not read")
    people = len(service.library.people)
    terminal.wait(rf"Films {FILMS}\] People {people} ")
    until(lambda: "reading" not in terminal.screen.text, terminal, "the copy does not end")


def until(condition, terminal, complaint, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Failure(f"{complaint}; the screen is:\n{terminal.screen.text}")
        terminal.read(0.02)


def walks(terminal):
    """Searches, opens and goes on to a person."""
    terminal.send("star wars")
    terminal.wait(r"▸ 8\.9 +Star Wars")
    # While the last letter's rows are on their way, which look the same, Enter
    # asks for them and opens nothing.
    for patience in (3, 10):
        terminal.send("\r")
        try:
            terminal.wait("h back", patience)
            break
        except Failure:
            if patience == 10:
                raise
    terminal.send("jjjj\r")
    terminal.wait(r"\n[^\n]*│ (Actor|Writer|Director|\d+ films?)")


def killed(program, service, home):
    terminal = opened(program, service, home)
    try:
        wait_for_copy(terminal, service)
        service.kill()
        walks(terminal)
        terminal.wait(r"offline, data from \d+:\d+")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()
    terminal = opened(program, service, home)
    try:
        terminal.wait(rf"{FILMS} films · offline")
        walks(terminal)
        terminal.wait(r"offline, data from \d+:\d+")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def goes_on(program, service, home):
    terminal = opened(program, service, home)
    try:
        until(lambda: service.count("/films/") > 20, terminal, "nothing is read")
        terminal.signal(signal.SIGKILL)
        terminal.report("killed")
    finally:
        terminal.end()
    terminal = opened(program, service, home)
    try:
        wait_for_copy(terminal, service)
        # The screen opens the first film itself; the answer of two requests
        # that were out may have come too late.
        again = [target for target in service.repeated("/films/") if "?" not in target]
        if len(again) > 3:
            raise Failure(f"it reads again what it had read: {again}")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def offline(program, service, home):
    copied(program, service, home)
    count = service.total
    terminal = opened(program, service, home, "--offline")
    try:
        walks(terminal)
        terminal.wait("network off")
        if sockets(terminal.pid):
            raise Failure(f"it has sockets: {sockets(terminal.pid)}")
        if "libcurl" in open(f"/proc/{terminal.pid}/maps").read():
            raise Failure("it has loaded libcurl")
        if service.total != count:
            raise Failure(f"it has sent {service.total - count} requests")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def sockets(process):
    links = [f"/proc/{process}/fd/{name}" for name in os.listdir(f"/proc/{process}/fd")]
    return [os.readlink(link) for link in links if os.readlink(link).startswith("socket:")]


def typed(*arguments):
    def body(program, service, home):
        if not arguments:
            copied(program, service, home)
        terminal = opened(program, service, home, *arguments)
        try:
            terminal.wait(r"\d+ films")
            terminal.quiet(1)
            for letter in "star wars":
                terminal.send(letter)
                # As a quick typist does: this is the time between two keys.
                deadline = time.monotonic() + 0.12
                while time.monotonic() < deadline:
                    terminal.read(deadline - time.monotonic())
            terminal.wait(r"▸ 8\.9 +Star Wars")
            terminal.quiet(1)
            if service.count("/films/search") > 2:
                raise Failure(f"it searches {service.count('/films/search')} times")
            ends_by_interrupt(terminal)
        finally:
            terminal.end()

    return body


def comes_back(program, service, home):
    service.kill()
    terminal = opened(program, service, home)
    try:
        terminal.wait("tried again by itself")
        service.start()
        terminal.wait(r"▸? 8\.9 +Star Wars", 20)
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def closes(program, service, home):
    service.fault = "close"
    terminal = opened(program, service, home)
    try:
        terminal.wait("connection ended without")
        terminal.wait("offline")
        count = service.total
        terminal.quiet(2)
        if service.total > count + 3:
            raise Failure(f"it asks a dead server {service.total - count} times in 2 s")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def switches(process):
    """How often each thread was put to sleep or woken, by the kernel's count."""
    found = {}
    for task in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{task}/status") as status:
            found[task] = re.findall(r"ctxt_switches:\s+(\d+)", status.read())
    return found


def rests(program, service, home):
    terminal = opened(program, service, home)
    try:
        wait_for_copy(terminal, service)
        # Idle connections and the last build may take a moment.
        for _ in range(10):
            before = switches(terminal.pid)
            terminal.quiet(2)
            if switches(terminal.pid) == before:
                break
        else:
            raise Failure("threads wake up while nothing happens")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


CASES = {
    "a killed server: search, open, walk and restart go on": with_service(killed),
    "kill -9 in the middle of a copy: it goes on where it was": with_service(goes_on),
    "--offline sends nothing and opens no socket": with_service(offline),
    "a typed query asks a server twice at most": with_service(typed("--no-snapshot")),
    "a typed query asks a copied server twice at most": with_service(typed()),
    "a server that is dead at the start is noticed when it is back": with_service(comes_back),
    "a server that closes every connection is left in peace": with_service(closes),
    "no thread wakes up once a server is copied": with_service(rests),
}
