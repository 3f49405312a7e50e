"""The part of an xterm that shows what a program drew: its text and modes.

It knows the sequences that terminfo gives ncurses for xterm-256color, and
nothing else; whatever it does not know is left out.
"""

import re
import unicodedata

SEQUENCE = re.compile(
    r"\x1b(?:\[([<=>?]?)([0-9:;]*)([ -/]*)([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()*+].|[^\[\]()*+])"
)
INCOMPLETE = re.compile(r"\x1b(?:\[[<=>?]?[0-9:;]*[ -/]*|\][^\x07\x1b]*\x1b?|[()*+])?$")


class Screen:
    def __init__(self, columns, rows):
        self.modes = set()
        self.wraps = True
        self.hides_cursor = False
        self._rest = ""
        self.resize(columns, rows)

    def resize(self, columns, rows):
        """An xterm keeps what fits; a program is expected to paint anew."""
        old = getattr(self, "cells", [])
        self.columns, self.rows = columns, rows
        self.cells = [
            (line + [" "] * columns)[:columns] for line in (old + [[] for _ in range(rows)])[:rows]
        ]
        self.column, self.row = 0, 0
        self.top, self.bottom = 0, rows - 1
        self.pending_wrap, self.last = False, " "

    @property
    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.cells).rstrip()

    def feed(self, text):
        text = self._rest + text
        begun = INCOMPLETE.search(text)
        self._rest = text[begun.start():] if begun else ""
        text = text[: begun.start()] if begun else text
        position = 0
        for found in SEQUENCE.finditer(text):
            self._print(text[position : found.start()])
            self._sequence(found)
            position = found.end()
        self._print(text[position:])

    def _print(self, text):
        for character in text:
            if character == "\r":
                self.column = 0
            elif character == "\n":
                self._line_feed()
            elif character == "\b":
                self.column = max(0, self.column - 1)
            elif character == "\t":
                self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
            elif character >= " ":
                self._put(character)
                continue
            self.pending_wrap = False

    def _put(self, character):
        if unicodedata.combining(character):
            return
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if self.pending_wrap or (self.wraps and self.column + width > self.columns > 1):
            self.column = 0
            self._line_feed()
        self.pending_wrap = False
        self.last = character
        line = self.cells[self.row]
        line[self.column] = character
        if width == 2 and self.column + 1 < self.columns:
            line[self.column + 1] = ""
        self.column += width
        if self.column >= self.columns:
            self.column = self.columns - 1
            self.pending_wrap = self.wraps

    def _line_feed(self):
        if self.row == self.bottom:
            self._scroll(1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def _scroll(self, count):
        for _ in range(min(abs(count), self.rows)):
            if count > 0:
                del self.cells[self.top]
                self.cells.insert(self.bottom, [" "] * self.columns)
            else:
                del self.cells[self.bottom]
                self.cells.insert(self.top, [" "] * self.columns)

    def _sequence(self, found):
        private, parameters, _, final = found.groups()
        if final is None:
            if found.group(0) == "\x1bM":
                if self.row == self.top:
                    self._scroll(-1)
                else:
                    self.row = max(0, self.row - 1)
            return
        numbers = [int(part.split(":")[0] or 0) for part in parameters.split(";")]
        if private == "?" and final in "hl":
            self._set_modes(numbers, final == "h")
        elif not private:
            self.pending_wrap = False
            self._control(final, numbers, max(1, numbers[0]))

    def _set_modes(self, numbers, is_on):
        for number in numbers:
            if number == 25:
                self.hides_cursor = not is_on
            elif number == 7:
                self.wraps = is_on
            elif is_on:
                self.modes.add(number)
            else:
                self.modes.discard(number)
        self.pending_wrap = False

    def _control(self, final, numbers, count):
        line = self.cells[self.row]
        column, columns = self.column, self.columns
        if final == "H":
            self.row = min(self.rows, max(1, numbers[0])) - 1
            self.column = min(columns, max(1, numbers[1] if len(numbers) > 1 else 1)) - 1
        elif final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == "C":
            self.column = min(columns - 1, column + count)
        elif final == "D":
            self.column = max(0, column - count)
        elif final == "G":
            self.column = min(columns, count) - 1
        elif final == "d":
            self.row = min(self.rows, count) - 1
        elif final == "J":
            first = 0 if numbers[0] == 2 else self.row + 1
            for row in range(first, self.rows):
                self.cells[row] = [" "] * columns
            if numbers[0] == 0:
                line[column:] = [" "] * (columns - column)
        elif final == "K":
            begin, end = {0: (column, columns), 1: (0, column + 1)}.get(numbers[0], (0, columns))
            line[begin:end] = [" "] * (end - begin)
        elif final == "X":
            end = min(columns, column + count)
            line[column:end] = [" "] * (end - column)
        elif final == "@":
            self.cells[self.row] = (line[:column] + [" "] * count + line[column:])[:columns]
        elif final == "P":
            self.cells[self.row] = (line[:column] + line[column + count :] + [" "] * count)[:columns]
        elif final == "b":
            for _ in range(count):
                self._put(self.last)
        elif final == "r":
            self.top = max(1, numbers[0]) - 1
            self.bottom = min(self.rows, numbers[1] if len(numbers) > 1 else self.rows) - 1
        elif final in "ST":
            self._scroll(count if final == "S" else -count)
        elif final in "LM":
            top, self.top = self.top, self.row
            self._scroll(-count if final == "L" else count)
            self.top = top
