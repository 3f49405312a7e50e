internal import CinemaTUI

/// The sequence that hands text to a terminal's clipboard (OSC 52, "Manipulate
/// Selection Data" of https://invisible-island.net/xterm/ctlseqs/ctlseqs.html).
enum ClipboardSequence {
    /// What stands between the program and the terminal.
    enum Carrier: Hashable, Sendable {
        case none
        /// Takes the sequence itself where `set-clipboard` is on, and passes
        /// on what is wrapped where `allow-passthrough` is: both are sent.
        case tmux
        /// Passes on what is wrapped, in pieces.
        case screen
    }

    /// The most bytes of text: more make a sequence of over 100,000, which
    /// many terminals drop.
    static let limit = AppState.copyLimit
    /// GNU screen takes no longer strings.
    private static let piece = 512

    /// Nil for text that is too long. The text cannot end the sequence, as it
    /// is in base 64; its controls are left out besides, so that what is
    /// pasted later cannot act either.
    static func bytes(_ text: String, carrier: Carrier) -> [UInt8]? {
        let plain = text.unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.value >= 0x20 && scalar.value < 0x7f
                || scalar.value > 0x9f
        }
        let content = Array(String(String.UnicodeScalarView(plain)).utf8)
        guard content.count <= limit else { return nil }
        var sequence = Array("\u{1b}]52;c;".utf8)
        sequence += base64(content)
        sequence.append(0x07)
        switch carrier {
        case .none: return sequence
        case .tmux:
            var bytes = sequence + Array("\u{1b}Ptmux;".utf8)
            for byte in sequence { bytes += byte == 0x1b ? [byte, byte] : [byte] }
            return bytes + terminator
        case .screen:
            var bytes: [UInt8] = []
            for start in stride(from: 0, to: sequence.count, by: piece) {
                bytes += Array("\u{1b}P".utf8)
                bytes += sequence[start..<min(start + piece, sequence.count)]
                bytes += terminator
            }
            return bytes
        }
    }

    private static let terminator: [UInt8] = [0x1b, 0x5c]

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var group = 0
            for offset in 0..<3 {
                group = group << 8 | (offset < part.count ? Int(part[start + offset]) : 0)
            }
            for offset in 0..<4 {
                let digit = alphabet[group >> (18 - 6 * offset) & 63]
                result.append(offset <= part.count ? digit : 0x3d)
            }
        }
        return result
    }
}
