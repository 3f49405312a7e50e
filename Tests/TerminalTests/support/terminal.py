"""A program in a terminal of its own, with a shell's job control around it.

Every wait reads until something is there, with a deadline; nothing sleeps.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

from . import job
from .screen import Screen


class Failure(Exception):
    pass


class Terminal:
    def __init__(self, program, arguments=(), environment=None, columns=80, rows=24):
        self.screen = Screen(columns, rows)
        self.output = b""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._words = b""
        commands, self._commands = os.pipe()
        self._reports, reports = os.pipe()
        variables = {
            name: os.environ[name] for name in ("PATH", "HOME", "USER", "TMPDIR") if name in os.environ
        }
        variables.update({"TERM": "xterm-256color", "LANG": "C.UTF-8"})
        variables.update(environment or {})
        # The size is there before the program asks for it.
        self.master, self.slave = pty.openpty()
        self._set_size(columns, rows)
        self.attributes_before = termios.tcgetattr(self.master)
        self.leader = os.fork()
        if self.leader == 0:
            for descriptor in (self._commands, self._reports, self.master):
                os.close(descriptor)
            self._take(self.slave)
            job.lead([program, *arguments], variables, commands, reports)
        for descriptor in (commands, reports):
            os.close(descriptor)
        self.pid = int(self.report("started"))

    @staticmethod
    def _take(slave):
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for descriptor in (0, 1, 2):
            os.dup2(slave, descriptor)

    # What is done to the program.

    def send(self, text):
        data = text.encode() if isinstance(text, str) else text
        while data:
            self.read(0)
            if select.select([], [self.master], [], 5)[1]:
                data = data[os.write(self.master, data[:1000]) :]
            else:
                raise Failure("the program does not read its input")

    def signal(self, number):
        os.kill(self.pid, number)

    def resize(self, columns, rows):
        self.screen.resize(columns, rows)
        self._set_size(columns, rows)

    def resume(self):
        os.write(self._commands, b"continue\n")

    def hang_up(self):
        os.close(self.master)
        self.master = -1

    def end(self):
        """Leaves nothing behind, whatever the test did."""
        for process in (self.pid, self.leader):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        os.waitpid(self.leader, 0)
        for descriptor in (self._commands, self._reports, self.slave, self.master):
            if descriptor >= 0:
                os.close(descriptor)

    # What is seen of it.

    def read(self, seconds):
        """Reads what there is, waiting at most so long; false where nothing is."""
        if self.master < 0 or not select.select([self.master], [], [], max(0, seconds))[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.output += data
        self.screen.feed(self._decoder.decode(data))
        return bool(data)

    def wait(self, pattern, seconds=10):
        self._until(lambda: re.search(pattern, self.screen.text), seconds, f"'{pattern}' is not shown")

    def wait_output(self, pattern, seconds=10):
        self._until(lambda: re.search(pattern, self.output), seconds, f"{pattern} is not written")

    def wait_modes(self, is_wanted, seconds=10):
        self._until(lambda: is_wanted(self), seconds, "the terminal does not change its modes")

    def quiet(self, seconds):
        """Whether nothing is written for so long."""
        deadline = time.monotonic() + seconds
        count = len(self.output)
        while time.monotonic() < deadline:
            self.read(deadline - time.monotonic())
            if len(self.output) > count:
                return False
        return True

    def report(self, word, seconds=10):
        """Waits for what the shell says next; the number behind the word."""
        deadline = time.monotonic() + seconds
        while b"\n" not in self._words:
            watched = [self._reports] + ([self.master] if self.master >= 0 else [])
            if not select.select(watched, [], [], max(0, deadline - time.monotonic()))[0]:
                raise Failure(f"it has not {word} after {seconds} s")
            self.read(0)
            if select.select([self._reports], [], [], 0)[0]:
                self._words += os.read(self._reports, 100)
        line, self._words = self._words.split(b"\n", 1)
        told, number = line.decode().split()
        if told != word:
            raise Failure(f"it {told} ({number}) instead of {word}")
        while self.read(0):
            pass
        return int(number)

    def wait_until_read(self, seconds=10):
        """Waits until the program has taken all that was typed, or has ended."""
        deadline = time.monotonic() + seconds
        waiting = bytearray(4)
        while not self.has_ended():
            fcntl.ioctl(self.slave, termios.FIONREAD, waiting)
            if not struct.unpack("i", waiting)[0]:
                return
            if time.monotonic() > deadline:
                raise Failure("the program does not read its input")
            self.read(0.001)

    def has_ended(self):
        return bool(select.select([self._reports], [], [], 0)[0])

    @property
    def attributes(self):
        return termios.tcgetattr(self.master)

    @property
    def is_restored(self):
        modes = self.screen.modes - {12}
        return self.attributes == self.attributes_before and not modes and not self.screen.hides_cursor

    def _until(self, condition, seconds, complaint):
        deadline = time.monotonic() + seconds
        while not condition():
            rest = deadline - time.monotonic()
            if rest <= 0 or (not self.read(rest) and self.has_ended() and not self.read(0)):
                if condition():
                    return
                raise Failure(f"{complaint}; the screen is:\n{self.screen.text}")

    def _set_size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
