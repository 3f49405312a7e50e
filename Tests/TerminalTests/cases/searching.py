"""What readers see of a real search server that dies and comes back. Needs
CINEMA_SEARCH_SERVER; without it there are no cases, and `run` says why."""

import re
import tempfile

from support.search_server import SearchServer, why_not
from support.terminal import Failure, Terminal
from .enduring import ends_by_interrupt
from .remote import until

# More than one window of results (10,000).
FILMS = 12_000
COUNTED = f"{FILMS:,}"
# The server may need a while to be asked again.
PATIENCE = 60


def with_server(body, *arguments, nodes=1):
    """A case with a server and a home of its own."""

    def case(program):
        server = SearchServer(FILMS, nodes=nodes)
        try:
            with tempfile.TemporaryDirectory() as home:
                terminal = Terminal(
                    program, ("--source", server.source, *arguments), environment={"HOME": home}, columns=100)
                try:
                    terminal.wait(f"{COUNTED} films", PATIENCE)
                    body(terminal, server)
                    ends_by_interrupt(terminal)
                finally:
                    terminal.end()
        finally:
            server.stop()

    return case


def rows(terminal):
    """What the list shows, left of the detail, below the lines of the search and
    above the hints."""
    lines = [line.split("│")[0][2:].rstrip() for line in terminal.screen.text.splitlines()[4:-1]]
    return [line for line in lines if line]


def wait_until_online(terminal):
    until(
        lambda: "offline" not in terminal.screen.text, terminal,
        "it does not notice that the server is back", PATIENCE)


def in_mid_search(terminal, server):
    node = server.nodes[0]
    terminal.send("star")
    terminal.wait(r"\n▸ [^\n]*[Ss]tar", 20)
    node.kill()
    terminal.send(" war")
    terminal.wait("offline", 30)
    # Nothing hangs: a key is still answered.
    terminal.send("\x1b")
    terminal.wait("q quit")
    node.start_again()
    wait_until_online(terminal)
    terminal.wait(r"\n▸ [^\n]*[Ss]tar war", PATIENCE)


def in_mid_scroll(terminal, server):
    node = server.nodes[0]
    to_the_end(terminal)
    before = rows(terminal)
    if not before:
        raise Failure(f"no rows at the end; the screen is:\n{terminal.screen.text}")
    node.kill()
    # Far from what was read, but not so far as to be a fresh start.
    terminal.send("\x02" * 40)
    terminal.wait("offline", 30)
    node.start_again()
    wait_until_online(terminal)
    to_the_end(terminal)
    until(lambda: rows(terminal) == before, terminal, f"the last rows are not {before}", PATIENCE)
    # And everything in between can be reached.
    terminal.send("\x02" * 40)
    until(
        lambda: len(rows(terminal)) == len(before) and rows(terminal) != before, terminal,
        "rows are missing", PATIENCE)


def to_the_end(terminal):
    # In the list already, Esc and G would arrive together, as Alt-G.
    if "q quit" not in terminal.screen.text:
        terminal.send("\x1b")
        terminal.wait("q quit")
    terminal.send("G")
    terminal.wait(f"{COUNTED} of {COUNTED}", PATIENCE)
    until(lambda: "·" not in rows(terminal), terminal, "the last rows do not come", PATIENCE)


def in_mid_snapshot(terminal, server):
    node = server.nodes[0]
    terminal.wait("reading", 30)
    node.kill()
    terminal.wait("offline", 30)
    node.start_again()
    wait_until_online(terminal)
    until(
        lambda: re.search("snapshot|instant", terminal.screen.text) and "reading" not in terminal.screen.text, terminal,
        "the copy does not end", PATIENCE)
    terminal.wait(f"{COUNTED} films")
    # The copy is whole: it answers without the server.
    node.kill()
    terminal.send("star war")
    terminal.wait(r"\n▸ [^\n]*[Ss]tar war", 20)


def one_of_two(terminal, server):
    terminal.send("star")
    terminal.wait(r"\n▸ [^\n]*[Ss]tar", 20)
    server.nodes[1].kill()
    terminal.send(" war")
    terminal.wait(r"\n▸ [^\n]*[Ss]tar war", 30)
    # Each question may fall to the dead one.
    for letter in " and":
        terminal.send(letter)
        terminal.quiet(0.3)
    if "offline" in terminal.screen.text:
        raise Failure(f"one node is enough; the screen is:\n{terminal.screen.text}")


MISSING = why_not()
CASES = {} if MISSING else {
    "a search server that is killed in mid-search and started again": with_server(in_mid_search, "--no-snapshot"),
    "a search server that is killed in mid-scroll and started again": with_server(in_mid_scroll, "--no-snapshot"),
    "a search server that is killed in mid-snapshot and started again": with_server(in_mid_snapshot),
    "one of two nodes is killed, and the other one answers": with_server(one_of_two, "--no-snapshot", nodes=2),
}
