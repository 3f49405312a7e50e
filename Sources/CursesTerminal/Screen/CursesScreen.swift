public import CinemaTUI
import Glibc

/// A terminal as a screen of frames, through ncurses.
///
/// `@unchecked Sendable`: it is handed to the program's actor, which runs on
/// the terminal's thread, and is used from that thread only: the requirements
/// of `Screen` check it, the rest is called by the loop of that thread.
public final class CursesScreen: Screen, @unchecked Sendable {
    public private(set) var size: Size

    /// What the terminal was told while the program was not looking: events
    /// for the loop to hand on.
    private var events: [TerminalEvent] = []

    private let device: TerminalDevice
    private let renderer: CursesRenderer
    private let modes: TerminalModes
    /// How text gets to the terminal's clipboard; nil where it does not.
    private let clipboard: ClipboardSequence.Carrier?
    private let thread = pthread_self()
    /// What the terminal shows; nil where that is not known.
    private var shown: Frame?
    /// What it was last asked to show.
    private var latest: Frame?
    private var isEntered = false

    init(
        device: TerminalDevice, renderer: CursesRenderer, modes: TerminalModes,
        clipboard: ClipboardSequence.Carrier? = nil
    ) {
        self.device = device
        self.renderer = renderer
        self.modes = modes
        self.clipboard = clipboard
        size = device.size ?? Self.usualSize
        renderer.resize(to: size)
    }

    /// Shows a frame, in one write() of the cells that differ.
    public func present(_ frame: Frame) {
        checkThread()
        latest = frame
        // Once left, the terminal is somebody else's.
        guard isEntered else { return }
        if shown == nil { renderer.forgetScreen() }
        for run in FrameDifference(from: shown, to: frame).runs where run.row < size.rows {
            draw(run, of: frame)
        }
        if frame.size.rows < size.rows && shown?.size != frame.size {
            for row in frame.size.rows..<size.rows {
                renderer.draw([], row: row, column: 0, columns: size.columns)
            }
        }
        renderer.place(frame.cursor, within: size)
        // What could not be written leaves the terminal in between two frames.
        shown = write(renderer.update()) ? frame : nil
    }

    /// Draws cells that changed. A frame of another width than the screen's is
    /// cut, or filled up with blanks.
    private func draw(_ run: FrameDifference.Run, of frame: Frame) {
        let cells = frame.row(run.row)
        let start = min(run.columns.lowerBound, size.columns)
        let isWhole = run.columns.upperBound == frame.size.columns
        let end = isWhole ? size.columns : min(run.columns.upperBound, size.columns)
        guard start < end else { return }
        renderer.draw(
            cells.dropFirst(start).prefix(run.columns.upperBound - start), row: run.row,
            column: start, columns: end - start)
    }

    public func redraw() {
        checkThread()
        guard let latest else { return }
        shown = nil
        present(latest)
    }

    /// Hands text to the terminal's clipboard, in one write() between frames.
    public func copy(_ text: String) {
        checkThread()
        guard isEntered, let clipboard else { return }
        let bytes = ClipboardSequence.bytes(text, carrier: clipboard)
        // Half a sequence leaves the terminal in it.
        if let bytes, !write(bytes) { shown = nil }
    }

    /// Stops the whole job, as C-z does in a program that leaves it to the
    /// terminal; returns once it was continued.
    public func suspend() {
        checkThread()
        leave()
        JobControl.stopJob()
        resume()
    }

    /// The same for this process alone, which somebody sent SIGTSTP.
    func suspendProcess() {
        leave()
        JobControl.stopProcess()
        resume()
    }

    /// Takes the terminal again after something else had it.
    func resume() {
        modes.enter()
        isEntered = true
        updateSize()
        events.append(.resumed)
    }

    /// Reads the window's size anew, and paints everything: even where the
    /// size is as before, the window may have been smaller in between and have
    /// dropped what it showed.
    func updateSize() {
        shown = nil
        let now = device.size ?? Self.usualSize
        guard now != size else { return redraw() }
        size = now
        renderer.resize(to: size)
        events.append(.resize(now))
    }

    /// Takes the events that came up outside the input.
    func takeEvents() -> [TerminalEvent] {
        defer { events.removeAll() }
        return events
    }

    func enter() {
        modes.enter()
        isEntered = true
    }

    /// Gives the terminal back.
    func leave() {
        guard isEntered else { return }
        isEntered = false
        shown = nil
        modes.leave(renderer.leave())
    }

    private func write(_ bytes: [UInt8]?) -> Bool {
        guard let bytes else { return false }
        return bytes.isEmpty || bytes.withUnsafeBytes { device.write($0) }
    }

    private func checkThread() {
        precondition(
            pthread_equal(thread, pthread_self()) != 0,
            "The screen is used from another thread than the terminal's.")
    }

    /// For a line that does not know its size, as a serial one.
    private static let usualSize = Size(columns: 80, rows: 24)
}
