"""What readers do with it, and what happens to the files that it lives on."""

import glob
import json
import os
import re
import subprocess
import tempfile

from support.terminal import Failure, Terminal
from .enduring import ends_by_interrupt

HOSTILE = {
    "an escape": "star \x1b[31mred\x1b]0;pwned\x07\x1b[2J",
    "a second set of controls": "star \u009b31m\u009dpwned\u009c",
    "a direction": "star \u202egnp.exe\u202d \u2066isolated\u2069",
    "a null, lines and a tab": "star \0 one\ntwo\r\nthree\tfour\x7f\b",
    "many marks": "star a" + "\u0301" * 5_000,
    "a family": "star 👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ☎️",
    "wide letters": "star 七人の侍 千と千尋の神隠し",
    "other directions": "star שלום مرحبا",
    "nothing to be seen": "star \u200b\u200d\ufeff\u00ad",
    "length": "star " + "漢x" * 50_000,
}


def in_new_home(body):
    with tempfile.TemporaryDirectory() as home:
        return body(home)


def catalogue(home):
    return glob.glob(f"{home}/.local/share/cinema/films-*.sqlite")[0]


def settle(terminal):
    for _ in range(100):
        if terminal.quiet(0.1):
            return
    raise Failure("it does not come to rest")


def walk(program):
    """To a film, an actor, another film of theirs, and the same way back."""
    terminal = Terminal(program, columns=120, rows=40)
    try:
        terminal.wait("films")
        terminal.send("godfathr")
        terminal.wait("shown: godfather")
        settle(terminal)
        rows = list_of(terminal)
        terminal.send("\r")
        terminal.wait("h back")
        names = re.split(r",\s*|\n", re.sub("Directed by|Written by|Cast", "", doors_of_film(terminal)))
        terminal.send("j" * [name.strip() for name in names].index("Al Pacino"))
        settle(terminal)
        film = terminal.screen.text
        terminal.send("\r")
        terminal.wait(r"│ Al Pacino\n")
        settle(terminal)
        titles = re.findall(r"^\d{4} +[\d.-]+ +(.+)$", pane_of(terminal), re.MULTILINE)
        title = next(title for title in titles if "Godfather" not in title)
        terminal.send("j" * titles.index(title))
        settle(terminal)
        person = terminal.screen.text
        terminal.send("\r")
        terminal.wait(rf"│ {re.escape(title)}\n")
        for expected, name in [(person, "person"), (film, "film")]:
            terminal.send("H")
            settle(terminal)
            if terminal.screen.text != expected:
                raise Failure(f"the {name} is not as it was left:\n{terminal.screen.text}")
        if list_of(terminal) != rows:
            raise Failure(f"the rows have changed:\n{terminal.screen.text}")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def list_of(terminal):
    return [line.split("│")[0] for line in terminal.screen.text.split("\n")[4:-1]]


def pane_of(terminal):
    return "\n".join(line.split("│")[-1][1:] for line in terminal.screen.text.split("\n")[4:-1])


def doors_of_film(terminal):
    """From the genres, behind the rating, to the end of the cast."""
    return pane_of(terminal).split("reviews)\n")[1].replace("\n\n", "\n", 1)


def hostile_catalogue(program):
    with tempfile.TemporaryDirectory() as directory:
        source, target = f"{directory}/films.ndjson", f"{directory}/films.sqlite"
        with open(source, "w", encoding="utf-8") as file:
            for number, (name, text) in enumerate(HOSTILE.items()):
                film = {
                    "id": f"{name}\x1b[5m", "title": text, "year": 2000, "rating": 9 - number / 2,
                    "description": text, "type": text[:20], "genres": [text[:300]],
                    "cast": [text[:300]], "countries": [text[:20]],
                }
                file.write(json.dumps(film, ensure_ascii=number % 2 == 0) + "\n")
        subprocess.run(
            [program, "catalogue", "import", source, "--into", target],
            check=True, stderr=subprocess.DEVNULL)
        terminal = Terminal(program, environment={"CINEMA_SOURCE": target}, columns=110, rows=30)
        try:
            terminal.wait("10 films")
            terminal.send("star")
            settle(terminal)
            terminal.send("\x1b")
            settle(terminal)
            for _ in HOSTILE:
                for key in ("\r", "G", "j", "\r", "H", "h", "j"):
                    terminal.send(key)
                    settle(terminal)
                    is_straight(terminal)
            ends_by_interrupt(terminal)
            is_harmless(terminal.output)
        finally:
            terminal.end()
        for words in (["search", "films", "--format", "table"], ["search", "films", "--format", "tsv"],
                      ["search", "people"], ["show", "film", "star", "--format", "table"]):
            output = subprocess.run(
                [program, *words, "--source", target], check=True, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, env={**os.environ, "LANG": "C.UTF-8"}).stdout
            is_harmless(output.replace(b"\t", b" "))


def is_straight(terminal):
    cells = terminal.screen.cells
    column = cells[3].index("┬")
    for line in cells[4:-1]:
        if len(line) != terminal.screen.columns or line[column] != "│":
            raise Failure(f"a column is not straight:\n{terminal.screen.text}")


def is_harmless(output):
    text = output.decode("utf-8")
    harmful = [
        hex(ord(character)) for character in text
        if (character < " " and character not in "\x1b\r\n\b") or "\x7f" <= character < "\xa0"
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ]
    if harmful or "\x1b]" in text or "\x1b[5m" in text or "\x1b[31mred" in text:
        raise Failure(f"the catalogue's text acts on the terminal: {sorted(set(harmful))}")


def two_at_once(program):
    def body(home):
        terminals = [Terminal(program, environment={"HOME": home}) for _ in range(2)]
        try:
            for terminal in terminals:
                terminal.send("godfather")
            for terminal in terminals:
                terminal.wait("The Godfather", 60)
            for terminal in terminals:
                ends_by_interrupt(terminal)
        finally:
            for terminal in terminals:
                terminal.end()
        files = os.listdir(os.path.dirname(catalogue(home)))
        if len(files) != 1:
            raise Failure(f"it leaves {files}")

    in_new_home(body)


def works(program, home, setup=lambda: None):
    terminal = Terminal(program, environment={"HOME": home})
    try:
        terminal.wait("17,472 films", 60)
        setup()
        terminal.send("godfather")
        terminal.wait("The Godfather", 60)
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def damage(path):
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(bytes(os.path.getsize(path) - 4096))


def damaged(program):
    def body(home):
        works(program, home)
        damage(catalogue(home))
        works(program, home)
        works(program, home, lambda: damage(catalogue(home)))
        works(program, home, lambda: os.truncate(catalogue(home), 50))

    in_new_home(body)


def strange_files(program):
    """What is no file is in the way of nothing, and nothing waits for it."""

    def body(home):
        works(program, home)
        path = catalogue(home)
        os.unlink(path)
        os.mkfifo(path)
        os.makedirs(f"{home}/.local/state/cinema", exist_ok=True)
        for name in ("history", "viewed"):
            if not os.path.exists(f"{home}/.local/state/cinema/{name}"):
                os.mkfifo(f"{home}/.local/state/cinema/{name}")
        works(program, home)
        os.unlink(path)
        os.mkdir(path)
        works(program, home)

    in_new_home(body)


CASES = {
    "the way to a film and a person leads back to the same rows": walk,
    "hostile titles act on nothing": hostile_catalogue,
    "two may start for the first time at once": two_at_once,
    "a damaged catalogue is made anew": damaged,
    "pipes and directories in the place of files": strange_files,
}
