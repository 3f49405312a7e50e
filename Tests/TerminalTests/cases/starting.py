"""It starts under every terminal type and locale, or says why not."""

from support.terminal import Failure, Terminal

TYPES = ["xterm-ghostty", "xterm-kitty", "tmux-256color", "screen", "linux", "vt100", "dumb", ""]
LOCALES = ["C", "C.UTF-8", "ru_RU.UTF-8", "ru_RU.KOI8-R"]


def starts(kind, locale):
    def case(program):
        terminal = Terminal(program, environment={"TERM": kind, "LANG": locale})
        try:
            if kind == "dumb":
                refuses(terminal)
                return
            # Of terminals that the test cannot imitate, the bytes have to do.
            terminal.wait_output(rb"cinema")
            if "UTF-8" not in locale and not is_plain(terminal.output):
                raise Failure("UTF-8 is written to a terminal of another character set")
            terminal.send("\x03")
            if terminal.report("exited") != 130:
                raise Failure("it does not end with 130")
            if terminal.attributes != terminal.attributes_before:
                raise Failure("the terminal's attributes are not restored")
        finally:
            terminal.end()

    return case


def refuses(terminal):
    code = terminal.report("exited")
    lines = terminal.output.decode().splitlines()
    if code != 2 or len(lines) != 1 or "\x1b" in lines[0]:
        raise Failure(f"it exits {code} and writes {lines}")


def is_plain(output):
    try:
        return output.isascii() or not output.decode("utf-8")
    except UnicodeDecodeError:
        return True


def no_color(program):
    terminal = Terminal(program, environment={"NO_COLOR": "1"})
    try:
        terminal.wait("cinema")
        terminal.send("godfather")
        terminal.wait("The Godfather")
        terminal.send("\x03")
        terminal.report("exited")
        for colour in [b"3%d" % digit for digit in range(9)] + [b"4%d" % digit for digit in range(9)]:
            if b"\x1b[" + colour + b"m" in terminal.output:
                raise Failure("it uses colour")
    finally:
        terminal.end()


CASES = {
    f"TERM={kind or '(empty)'} LANG={locale} starts": starts(kind, locale)
    for kind in TYPES
    for locale in LOCALES
}
CASES["NO_COLOR is obeyed"] = no_color
