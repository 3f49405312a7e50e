"""A cinema API for the tests, as a FastAPI service would be: films, genres and
people with an OpenAPI document. It counts what it is asked, answers as late or
as wrongly as it is told to, and goes away and comes back on the same port.

By hand: python3 service.py PORT [--films N] [--delay SECONDS] [--fault NAME].
"""

import argparse
import collections
import hashlib
import json
import random
import signal
import socket
import threading
import time
import urllib.parse
import uuid

WORDS = "Star Wars Moon River Night Wolf Garden Stone Winter Glass Paper Iron Summer Bridge".split()
NAMES = "Mark Carrie Harrison Alec Irene Peter David Laura Kyle Diane Nora Igor".split()
GENRES = "Action Adventure Comedy Drama Fantasy Sci-Fi Thriller".split()
API = "/api/v1"


def identifier(kind, number):
    return str(uuid.UUID(hashlib.md5(f"{kind} {number}".encode()).hexdigest()))


class Library:
    """The same films every time."""

    def __init__(self, count):
        chance = random.Random(7)
        self.genres = [{"uuid": identifier("genre", n), "name": name} for n, name in enumerate(GENRES)]
        self.people = [
            {"uuid": identifier("person", n), "full_name": f"{chance.choice(NAMES)} {chance.choice(WORDS)}son {n}"}
            for n in range(max(4, count // 3))
        ]
        self.films = []
        for number in range(count):
            words = chance.sample(WORDS, 2)
            self.films.append(
                {
                    "uuid": identifier("film", number),
                    "title": "Star Wars" if number == 0 else f"{words[0]} {words[1]} {number}",
                    "imdb_rating": 8.9 if number == 0 else chance.randint(10, 85) / 10,
                    "description": f"The film number {number}.",
                    "genre": chance.sample(self.genres, 2),
                    "actors": chance.sample(self.people, 3),
                    "writers": chance.sample(self.people, 1),
                    "directors": chance.sample(self.people, 1),
                }
            )

        self._roles = collections.defaultdict(dict)
        for film in self.films:
            for kind in ("actors", "writers", "directors"):
                for person in film[kind]:
                    films = self._roles[person["uuid"]]
                    films.setdefault(film["uuid"], []).append(kind[:-1])

    def roles(self, person):
        films = self._roles[person["uuid"]]
        return [{"uuid": film, "roles": roles} for film, roles in films.items()]


def parameter(name, place="query", required=False, **schema):
    return {"name": name, "in": place, "required": required, "schema": schema}


def document():
    pages = [
        parameter("page_number", type="integer", minimum=1, default=1),
        parameter("page_size", type="integer", minimum=1, maximum=100, default=50),
    ]
    text = [parameter("query", required=True, type="string")]
    order = [parameter("sort", type="string", enum=["imdb_rating", "-imdb_rating"], default="-imdb_rating")]
    genre = [parameter("genre", type="string", format="uuid")]
    paths = {
        "films/": order + genre + pages,
        "films/search": text + pages,
        "films/{film_id}": [parameter("film_id", "path", True, type="string", format="uuid")],
        "persons/search": text + pages,
        "persons/{person_id}": [parameter("person_id", "path", True, type="string", format="uuid")],
        "genres/": pages,
        "genres/{genre_id}": [parameter("genre_id", "path", True, type="string", format="uuid")],
    }
    return {
        "openapi": "3.0.2",
        "info": {"title": "films", "version": "1"},
        "paths": {
            f"{API}/{path}": {
                "get": {"parameters": parameters, "responses": {"200": {"description": "Successful Response"}}}
            }
            for path, parameters in paths.items()
        },
    }


class Service:
    def __init__(self, films=60, delay=0, port=0, fault=None):
        self.library = Library(films)
        self.delay = delay
        self.fault = fault
        self.requests = collections.Counter()
        self._lock = threading.Lock()
        self._listener = None
        self._connections = set()
        self.port = port
        self.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self.port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._accept, args=[listener], daemon=True).start()

    def kill(self):
        """As a killed process: no connection is left, none is made."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        # Without it the thread that accepts would keep the port.
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        with self._lock:
            connections, self._connections = self._connections, set()
        for connection in connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def count(self, beginning):
        """How many requests there were whose target begins like this."""
        with self._lock:
            return sum(count for target, count in self.requests.items() if target.startswith(API + beginning))

    @property
    def records(self):
        """Of how many films the own record was asked for."""
        beginning = f"{API}/films/"
        with self._lock:
            return sum(
                target.startswith(beginning) and len(target) == len(beginning) + 36
                for target in self.requests
            )

    @property
    def total(self):
        with self._lock:
            return sum(self.requests.values())

    def repeated(self, beginning):
        """What was asked more than once."""
        with self._lock:
            return [
                target
                for target, count in self.requests.items()
                if count > 1 and target.startswith(API + beginning)
            ]

    def _accept(self, listener):
        while self._listener is listener:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._connections.add(connection)
            threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection):
        try:
            waiting = b""
            while True:
                while b"\r\n\r\n" not in waiting:
                    data = connection.recv(65536)
                    if not data:
                        return
                    waiting += data
                head, waiting = waiting.split(b"\r\n\r\n", 1)
                target = head.split(b" ", 2)[1].decode()
                with self._lock:
                    self.requests[target] += 1
                if self.delay:
                    time.sleep(self.delay)
                if self._misbehave(connection, target):
                    return
        except OSError:
            pass
        finally:
            with self._lock:
                self._connections.discard(connection)
            connection.close()

    # What it answers.

    def _misbehave(self, connection, target):
        """Answers; true where the connection is to be closed."""
        fault, is_document = self.fault, target.endswith("openapi.json")
        if fault == "close":
            return True
        if fault == "hang":
            connection.recv(1)
            return True
        if fault == "drip":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n")
            while True:
                connection.sendall(b" ")
                time.sleep(0.2)
        if fault == "garbage":
            connection.sendall(random.Random(1).randbytes(20_000))
            return True
        if fault in ("401", "500"):
            self._send(connection, int(fault), b'{"detail": "no"}')
        elif fault == "html" and not is_document:
            self._send(connection, 200, b"<html><body>" + b"<p>Welcome</p>" * 1000, "text/html")
        elif fault == "bytes" and not is_document:
            self._send(connection, 200, random.Random(target).randbytes(100_000))
        else:
            status, body = self.answer(target)
            if fault and status == 200 and isinstance(body, list):
                body = self._exaggerate(fault, target, body)
            self._send(connection, status, json.dumps(body).encode())
        return False

    def _exaggerate(self, fault, target, rows):
        if fault == "titles":
            return [{**row, "title": "star " + "x" * 10_000_000} for row in rows[:2]]
        if fault == "rows":
            return [{"uuid": identifier("row", n), "title": f"star row {n}", "imdb_rating": 5.0} for n in range(100_000)]
        if fault == "endless":
            return [
                {"uuid": identifier(target, n), "title": f"star {n}", "imdb_rating": 5.0} for n in range(50)
            ]
        return rows

    @staticmethod
    def _send(connection, status, body, kind="application/json"):
        head = f"HTTP/1.1 {status} Any\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)

    def answer(self, target):
        path, _, query = target.partition("?")
        values = {name: value[0] for name, value in urllib.parse.parse_qs(query).items()}
        if path == "/api/openapi.json":
            return 200, document()
        if not path.startswith(API + "/"):
            return 404, {"detail": "Not Found"}
        noun, _, rest = path[len(API) + 1 :].partition("/")
        rows = {
            "films": self.library.films,
            "persons": self.library.people,
            "genres": self.library.genres,
        }.get(noun)
        if rows is None or (noun == "persons" and not rest):
            return 404, {"detail": "Not Found"}
        if rest == "search":
            words = values.get("query", "").lower().split()
            found = [row for row in rows if any(word in self._name(row).lower() for word in words)]
            return 200, self._page(noun, found, values)
        if rest:
            found = [row for row in rows if row["uuid"] == rest]
            if not found:
                return 404, {"detail": "not found"}
            return 200, self._whole(noun, found[0])
        if noun == "films":
            if "genre" in values:
                rows = [row for row in rows if values["genre"] in [genre["uuid"] for genre in row["genre"]]]
            ascending = values.get("sort", "-imdb_rating") == "imdb_rating"
            rows = sorted(rows, key=lambda row: row["imdb_rating"], reverse=not ascending)
        return 200, self._page(noun, rows, values)

    @staticmethod
    def _name(row):
        return row.get("title") or row.get("full_name") or row["name"]

    def _whole(self, noun, row):
        return {**row, "films": self.library.roles(row)} if noun == "persons" else row

    def _page(self, noun, rows, values):
        try:
            number, size = int(values.get("page_number", 1)), int(values.get("page_size", 50))
        except ValueError:
            number, size = 1, 50
        rows = rows[max(0, number - 1) * size : max(0, number) * size]
        if noun == "films":
            return [{name: row[name] for name in ("uuid", "title", "imdb_rating")} for row in rows]
        return [self._whole(noun, row) for row in rows]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--films", type=int, default=999)
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--fault")
    options = parser.parse_args()
    service = Service(options.films, options.delay, options.port, options.fault)
    signal.sigwait([signal.SIGINT, signal.SIGTERM])
    print(json.dumps(service.requests.most_common(40), indent=1))


if __name__ == "__main__":
    main()
