internal import CNCurses
import CinemaTUI
import Glibc

/// The terminal as descriptors: where keys come from, where frames go.
///
/// Used from the terminal's thread only.
final class TerminalDevice {
    let input: Int32
    let output: Int32
    /// Set when the terminal went away; nothing is written from then on.
    private(set) var isGone = false

    /// Opens the terminal of stdin and stdout; where either is something else
    /// (a pipe, a file), the controlling terminal stands in for it.
    init() throws(TerminalError) {
        let isInput = isatty(STDIN_FILENO) == 1
        let isOutput = isatty(STDOUT_FILENO) == 1
        let openedOutput = isOutput ? Self.reopen(STDOUT_FILENO) : Self.openControlling()
        guard let openedOutput else { throw .noTerminal }
        output = openedOutput
        let isSame = isOutput == isInput && (!isInput || Self.isSameDevice())
        if isSame {
            input = openedOutput
        } else {
            let openedInput = isInput ? Self.reopen(STDIN_FILENO) : Self.openControlling()
            guard let openedInput else { throw .noTerminal }
            input = openedInput
        }
        guard cncurses_guard_save_modes(input) else { throw .noTerminal }
    }

    /// The size of the window (ioctl_tty(2)), or nil where the line does not
    /// know it. Bounded: anybody can set it, to 65,535 x 65,535 too.
    var size: Size? {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
        else { return nil }
        return Size(columns: min(Int(window.ws_col), 1_024), rows: min(Int(window.ws_row), 512))
    }

    /// Reads what has been typed: empty when there is nothing yet, nil at the
    /// end of the terminal.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        let count = Glibc.read(input, buffer.baseAddress, buffer.count)
        if count > 0 { return count }
        if count < 0 && (errno == EAGAIN || errno == EINTR) { return 0 }
        return nil
    }

    /// Writes all of it, in one call where the terminal takes it at once.
    ///
    /// Returns false where it could not be finished: the terminal is gone; it
    /// is held up and a signal asks the program to end (a blocking write could
    /// not be ended by any signal, as all of them are blocked); or it took
    /// nothing for `patience` milliseconds.
    func write(_ bytes: UnsafeRawBufferPointer, patience: Int = .max) -> Bool {
        var offset = 0
        var waited = 0
        while offset < bytes.count && !isGone {
            let count = Glibc.write(
                output, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if count >= 0 {
                offset += count
                waited = 0
            } else if errno == EAGAIN {
                if waited >= patience || TerminalSignals.isEndRequested { return false }
                var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                // Not for ever, so that such a signal is seen.
                poll(&wait, 1, Int32(Self.turn))
                waited += Self.turn
            } else if errno != EINTR {
                isGone = true
            }
        }
        return offset == bytes.count
    }

    private static let turn = 50

    /// Opens a terminal anew: only a description of our own may be made
    /// non-blocking, as others are shared with the shell.
    private static func reopen(_ descriptor: Int32) -> Int32? {
        // The controlling terminal can be opened even where its device
        // belongs to somebody else (after su).
        if tcgetsid(descriptor) >= 0, let opened = openControlling() { return opened }
        let opened = open("/proc/self/fd/\(descriptor)", flags)
        if opened >= 0 { return opened }
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        return copy >= 0 ? copy : nil
    }

    private static func openControlling() -> Int32? {
        let opened = open("/dev/tty", flags)
        return opened >= 0 ? opened : nil
    }

    private static let flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC

    private static func isSameDevice() -> Bool {
        var input = stat()
        var output = stat()
        guard fstat(STDIN_FILENO, &input) == 0, fstat(STDOUT_FILENO, &output) == 0 else {
            return false
        }
        return input.st_rdev == output.st_rdev
    }
}
