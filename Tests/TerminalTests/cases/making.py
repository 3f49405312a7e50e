"""A catalogue that is being made is the old one or the new one, never half of
one: under kill -9, on a full disk, and for whoever reads it meanwhile."""

import concurrent.futures
import json
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time

from support.terminal import Failure, Terminal

OLD, NEW = 3, 20_000
PATIENCE = 60


def write_films(path, count):
    """As many films as lines, with people enough to be some work."""
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            people = [f"Name{(number * 7 + place * 13) % 4_000} Surname{place}" for place in range(6)]
            file.write(json.dumps({
                "id": f"film-{count}-{number}", "title": f"Word{number % 900} Film {number}",
                "year": 1950 + number % 70, "rating": number % 90 / 10, "reviews": number,
                "genres": ["Drama", "War"][: number % 3], "actors": people[1:], "directors": people[:1],
            }) + "\n")


class Place:
    """A directory with a catalogue of three films, and films for a new one."""

    def __init__(self, program):
        self.program = program
        self.directory = tempfile.mkdtemp()
        self.films = os.path.join(self.directory, "films.ndjson")
        self.home = os.path.join(self.directory, "catalogues")
        self.target = os.path.join(self.home, "films.sqlite")
        os.mkdir(self.home)
        write_films(self.films, OLD)
        self.run("catalogue", "import", self.films, "--into", self.target)
        write_films(self.films, NEW)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.directory, ignore_errors=True)

    def run(self, *arguments, **options):
        return subprocess.run(
            [self.program, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
            timeout=PATIENCE, **options)

    def start(self, making):
        return subprocess.Popen(
            [self.program, *making], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    @property
    def importing(self):
        return ["catalogue", "import", self.films, "--into", self.target, "--replace"]

    @property
    def generating(self):
        return ["catalogue", "generate", "--films", str(NEW), "--seed", "1", "--into", self.target, "--replace"]

    def count(self):
        """How many films whoever opens the catalogue now finds in it."""
        found = self.run("search", "films", "--source", self.target, "--limit", "1", "--format", "json")
        if found.returncode != 0:
            raise Failure(f"it cannot be read: {found.stderr.decode().strip()}")
        films = json.loads(found.stdout)["total"]
        if films not in (OLD, NEW):
            raise Failure(f"it has {films} films, neither {OLD} nor {NEW}")
        return films

    def unfinished(self):
        """The bytes of what is being made; nothing where there is no such file."""
        sizes = {}
        for name in os.listdir(self.home):
            if name != os.path.basename(self.target):
                try:
                    sizes[name] = os.path.getsize(os.path.join(self.home, name))
                except FileNotFoundError:
                    pass
        return sizes


def kill(place, making, is_time):
    """Kills a maker as soon as `is_time`; true if it was in time."""
    maker = place.start(making)
    deadline = time.monotonic() + PATIENCE
    while maker.poll() is None and not is_time(place):
        if time.monotonic() > deadline:
            maker.kill()
            raise Failure("it never came so far")
    in_time = maker.poll() is None
    maker.send_signal(signal.SIGKILL)
    maker.wait()
    return in_time


def killed(making_of):
    def case(program):
        with Place(program) as place:
            making = making_of(place)
            # What the whole file will have, from one that was made in peace.
            other = place.target + ".whole"
            place.run(*[other if word == place.target else word for word in making])
            whole = os.path.getsize(other)
            os.unlink(other)
            shares = [-1, 0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1]
            were_in_time = 0
            for share in shares:
                def is_time(place, share=share):
                    return share < 0 or any(size >= share * whole for size in place.unfinished().values())
                were_in_time += kill(place, making, is_time)
                place.count()
                if len(place.unfinished()) > 1:
                    raise Failure(f"left-overs gather: {place.unfinished()}")
            if were_in_time < len(shares) // 2:
                raise Failure(f"only {were_in_time} of {len(shares)} were killed before they ended")
            made = place.run(*making)
            if made.returncode != 0 or place.count() != NEW or place.unfinished():
                raise Failure(f"the next one fails: {made.stderr.decode()} {place.unfinished()}")
    return case


def full_disk(making_of):
    def case(program):
        with Place(program) as place:
            # No file may be larger than this: to the program a disk that is
            # full, without having to fill one.
            limit = 1_000_000

            def fill():
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            made = place.run(*making_of(place), preexec_fn=fill, restore_signals=False)
            told = made.stderr.decode().strip().splitlines()
            if made.returncode <= 0 or len(told) != 1 or place.target not in told[0]:
                raise Failure(f"it ends with {made.returncode} and says {told}")
            if place.count() != OLD or place.unfinished():
                raise Failure(f"it leaves {place.unfinished()}")
    return case


def full_file_system(program):
    """The same where a file system can be mounted without being root."""
    own = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run([*own, "true"], capture_output=True).returncode != 0:
        print("       left out: no file system can be mounted here")
        return
    with Place(program) as place:
        script = (
            'mount -t tmpfs -o size=2m tmpfs "$1" && "$2" catalogue import "$3" --into "$1/films.sqlite"; '
            'echo "ended $?"; ls -A "$1"')
        made = subprocess.run(
            [*own, "sh", "-c", script, "sh", place.home, program, place.films],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
        if made.stdout.split() in ([b"ended", b"0"], []) or len(made.stdout.split()) != 2:
            raise Failure(f"it leaves {made.stdout.decode()!r}")
        if b"films.sqlite" not in made.stderr or len(made.stderr.splitlines()) != 1:
            raise Failure(f"it says {made.stderr.decode()!r}")


def read_meanwhile(program):
    with Place(program) as place:
        terminal = Terminal(program, arguments=["--source", place.target])
        try:
            terminal.wait("Film 2")
            maker = place.start(place.importing)
            seen = set()
            while maker.poll() is None:
                seen.add(place.count())
            if maker.returncode != 0 or place.count() != NEW or OLD not in seen:
                raise Failure(f"it ended with {maker.returncode}; seen {seen}")
            # Who had it open keeps what was there.
            terminal.send("word1")
            terminal.wait("Film 1")
            terminal.send("\x03")
            if terminal.report("exited") != 130:
                raise Failure("the reader did not survive it")
        finally:
            terminal.end()


def read_at_once(program):
    """Many on a machine of few processors: the waiting one is then asleep
    before the others have begun, which alone it hardly ever is."""
    with Place(program) as place:
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            found = [pool.submit(place.count) for _ in range(200)]
        if {one.result() for one in found} != {OLD}:
            raise Failure("they do not all find the same")


MAKINGS = {"an import": lambda place: place.importing, "a generated catalogue": lambda place: place.generating}
CASES = {f"kill -9 during {name}": killed(making) for name, making in MAKINGS.items()}
CASES |= {f"a full disk during {name}": full_disk(making) for name, making in MAKINGS.items()}
CASES["a file system that is full"] = full_file_system
CASES["two hundred searches, eight at a time"] = read_at_once
CASES["reading while a new catalogue is made"] = read_meanwhile
