internal import CNCurses

/// The modes that the program changes while its screen is up, and only those:
/// the line's (termios(3)), bracketed paste, and where stderr goes.
///
/// Used from the terminal's thread only.
final class TerminalModes {
    private let device: TerminalDevice
    private let undo: [UInt8]

    private static let pasteOn: [UInt8] = Array("\u{1b}[?2004h".utf8)
    private static let pasteOff: [UInt8] = Array("\u{1b}[?2004l".utf8)

    /// `undo` is what brings the terminal back from the screen.
    init(device: TerminalDevice, undo: [UInt8]) {
        self.device = device
        self.undo = Self.pasteOff + undo
    }

    /// Takes the terminal; from here on the way back is guarded.
    func enter() {
        undo.withUnsafeBytes { bytes in
            cncurses_guard_arm(
                device.output, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        cncurses_guard_capture_errors()
        // Fails only where the terminal is gone, which reading will tell.
        _ = cncurses_guard_set_raw_modes()
        _ = Self.pasteOn.withUnsafeBytes { device.write($0) }
    }

    /// Gives the terminal back: `farewell` is what leaves the screen.
    func leave(_ farewell: UnsafeRawBufferPointer?) {
        // One that takes nothing any more must not keep the program from
        // ending.
        _ = Self.pasteOff.withUnsafeBytes { device.write($0, patience: 500) }
        if let farewell { _ = device.write(farewell, patience: 500) }
        cncurses_guard_restore_modes()
        cncurses_guard_disarm()
        cncurses_guard_release_errors()
    }
}
