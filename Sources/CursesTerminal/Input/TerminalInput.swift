import CinemaTUI

/// The keys of a terminal: reads what has come, and gives what is incomplete
/// the time to become complete without anybody waiting for it.
final class TerminalInput {
    private let device: TerminalDevice
    private var decoder: KeyDecoder
    private let escapeDelay: Int
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)

    /// When what is incomplete is taken as it is; nil where nothing is.
    private(set) var deadline: Moment?

    /// A sequence that has begun cannot be a key, so a slow line may have more
    /// time for it than for a lone ESC. A paste that never ends gives the keys
    /// back after a silence.
    private static let sequenceDelay = 250
    private static let pasteDelay = 2_000

    init(device: TerminalDevice, decoder: KeyDecoder, escapeDelay: Int) {
        self.device = device
        self.decoder = decoder
        self.escapeDelay = escapeDelay
    }

    deinit { buffer.deallocate() }

    var descriptor: Int32 { device.input }

    /// Reads once; false at the end of the terminal.
    func read(into events: inout [TerminalEvent], at moment: Moment) -> Bool {
        guard let count = device.read(into: buffer) else {
            deadline = nil
            return false
        }
        decoder.decode(buffer[..<count], into: &events)
        deadline = delay.map { moment.advanced(by: $0) }
        return true
    }

    /// Takes what is incomplete as it is, if its time has come.
    func resolve(at moment: Moment, into events: inout [TerminalEvent]) {
        guard let deadline, deadline <= moment else { return }
        self.deadline = nil
        decoder.resolve(into: &events)
    }

    private var delay: Int? {
        switch decoder.pending {
        case .nothing: nil
        case .escape: escapeDelay
        case .sequence: max(escapeDelay, Self.sequenceDelay)
        case .paste: Self.pasteDelay
        }
    }
}
