"""It survives what terminals and people do to it, and rests when they do not."""

import random

from support.terminal import Failure, Terminal


def ends_by_interrupt(terminal, codes=(130,)):
    terminal.send("\x03")
    code = terminal.report("exited")
    if code not in codes or not terminal.is_restored:
        raise Failure(f"it exited {code}; restored: {terminal.is_restored}")


def resizes(program):
    generator = random.Random(1)
    terminal = Terminal(program)
    try:
        terminal.wait("cinema")
        for _ in range(300):
            extreme = generator.random() < 0.4
            columns = generator.choice([1, 2, 10]) if extreme else generator.randint(1, 200)
            rows = generator.choice([1, 2, 3]) if extreme else generator.randint(1, 60)
            terminal.resize(columns, rows)
            terminal.read(generator.choice([0, 0, 0.01]))
        terminal.resize(80, 24)
        terminal.send("godfather")
        terminal.wait("The Godfather")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


def random_bytes(program):
    generator = random.Random(1)
    # Without those that are meant to stop or end it.
    alphabet = [byte for byte in range(256) if byte not in (0x03, 0x1A, 0x1C)]
    rest = 20_000
    while rest > 0:
        terminal = Terminal(program)
        try:
            terminal.wait("cinema")
            while rest > 0 and not terminal.has_ended():
                count = min(rest, 200)
                terminal.send(bytes(generator.choices(alphabet, k=count)))
                terminal.wait_until_read()
                rest -= count
            # A `q` in the list is as good as any other; the last one may
            # still be on its way.
            if not terminal.has_ended():
                ends_by_interrupt(terminal, codes=(0, 130))
            elif terminal.report("exited") != 0:
                raise Failure("it ended by itself")
        finally:
            terminal.end()


def rest(program):
    terminal = Terminal(program)
    try:
        terminal.wait("cinema")
        for _ in range(20):
            if terminal.quiet(0.5):
                break
        if not terminal.quiet(2):
            raise Failure("it writes while nothing happens")
        ends_by_interrupt(terminal)
    finally:
        terminal.end()


CASES = {
    "300 sizes down to 1x1 and back": resizes,
    "20,000 random bytes": random_bytes,
    "not a byte is written at rest": rest,
}
