/// Something that can show frames: a terminal, or a recorder in tests.
///
/// Used from the thread of the terminal only; the program's actor runs there.
public protocol Screen: AnyObject {
    var size: Size { get }

    /// Shows a frame, writing only what differs from the last one. A frame of
    /// another size than the screen's is cut or padded.
    func present(_ frame: Frame)

    /// Paints everything anew, for a screen that something else wrote to.
    func redraw()

    /// Hands text to the clipboard of the terminal; whether it takes it cannot
    /// be known.
    func copy(_ text: String)

    /// Gives the terminal back to the shell until it says `fg` (SIGTSTP).
    func suspend()
}
