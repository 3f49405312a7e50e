"""The terminal is as it was on every way out."""

import signal

from support.terminal import Failure, Terminal


def started(program, **options):
    terminal = Terminal(program, **options)
    try:
        terminal.wait("cinema")
        if terminal.attributes == terminal.attributes_before:
            raise Failure("the terminal is not in raw mode while the screen is up")
    except BaseException:
        terminal.end()
        raise
    return terminal


def ends(terminal, code):
    try:
        actual = terminal.report("exited")
        if actual != code:
            raise Failure(f"it exited {actual} instead of {code}")
        if terminal.master >= 0 and not terminal.is_restored:
            raise Failure(f"the terminal is not restored: modes {sorted(terminal.screen.modes)}")
    finally:
        terminal.end()


def quit_key(program):
    terminal = started(program)
    terminal.send("godfather")
    terminal.wait("The Godfather")
    # On their own, or they would be Alt with a letter.
    terminal.send("\x1b")
    terminal.quiet(0.3)
    terminal.send("q")
    ends(terminal, 0)


def interrupt_key(program):
    terminal = started(program)
    terminal.send("\x03")
    ends(terminal, 130)


def ended_by(number, code):
    def case(program):
        terminal = started(program)
        terminal.signal(number)
        ends(terminal, code)

    return case


def terminal_closed(program):
    terminal = started(program)
    terminal.hang_up()
    ends(terminal, 129)


def crash(program):
    terminal = started(program)
    try:
        terminal.signal(signal.SIGSEGV)
        terminal.report("killed")
        if not terminal.is_restored:
            raise Failure("the terminal is not restored")
    finally:
        terminal.end()


def stopped_and_continued(stop):
    def case(program):
        terminal = started(program)
        try:
            stop(terminal)
            terminal.report("stopped")
            if not terminal.is_restored:
                raise Failure("the terminal is not restored while it is stopped")
            # Nobody tells a stopped program that the window has changed.
            terminal.resize(100, 30)
            terminal.screen.cells = [[" "] * 100 for _ in range(30)]
            terminal.resume()
            terminal.wait("cinema")
            terminal.wait_modes(lambda it: 1049 in it.screen.modes and 2004 in it.screen.modes)
            if terminal.attributes == terminal.attributes_before:
                raise Failure("the terminal is not in raw mode again")
            terminal.send("godfather")
            terminal.wait("The Godfather")
            terminal.send("\x03")
        except BaseException:
            terminal.end()
            raise
        ends(terminal, 130)

    return case


CASES = {
    "the quit key restores the terminal": quit_key,
    "C-c restores the terminal": interrupt_key,
    "SIGTERM restores the terminal": ended_by(signal.SIGTERM, 143),
    "SIGHUP restores the terminal": ended_by(signal.SIGHUP, 129),
    "SIGINT restores the terminal": ended_by(signal.SIGINT, 130),
    "a crash restores the terminal": crash,
    "a closed terminal ends the program": terminal_closed,
    "C-z stops and fg continues": stopped_and_continued(lambda it: it.send("\x1a")),
    "SIGTSTP stops and fg continues": stopped_and_continued(lambda it: it.signal(signal.SIGTSTP)),
}
