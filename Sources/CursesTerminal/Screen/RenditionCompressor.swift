/// Leaves out of ncurses' output what a terminal does not need to be told.
///
/// ncurses resets colour, attributes and character set one by one after every
/// coloured run (`ESC [39m ESC (B ESC [m`), often only to set them anew; on a
/// screen of coloured words that is half of all bytes. Here SGR sequences are
/// gathered until something is drawn, and then the shortest one is written
/// that has the same effect. The character set is never switched, because
/// lines are drawn with Unicode or ASCII, so the switches back are dropped.
/// Everything else passes as it is.
struct RenditionCompressor {
    private var wanted = GraphicRendition.plain
    /// What the terminal was told; nil where that is not known.
    private var told: GraphicRendition?
    /// Whether the terminal was told something that is not understood here;
    /// sequences pass as they are, up to one that begins with a reset.
    private var isForeign = false
    private var output: [UInt8] = []

    /// Forgets what the terminal was told, after something else wrote to it.
    mutating func forget() {
        told = nil
        wanted = .plain
        isForeign = false
    }

    /// The bytes with the same effect; the terminal's rendition is at their
    /// end what ncurses believes it to be.
    mutating func compressed(_ input: UnsafeRawBufferPointer) -> [UInt8] {
        output.removeAll(keepingCapacity: true)
        var index = 0
        while index < input.count {
            let byte = input[index]
            guard byte == 0x1b, index + 1 < input.count else {
                // Of the controls only these draw nothing and move nothing else.
                if byte != 0x0d && byte != 0x08 && byte != 0x0f { tell() }
                if byte != 0x0f { output.append(byte) }
                index += 1
                continue
            }
            switch input[index + 1] {
            case UInt8(ascii: "["):
                let end = sequenceEnd(input, from: index + 2)
                take(UnsafeRawBufferPointer(rebasing: input[index..<end]))
                index = end
            case UInt8(ascii: "(")
            where index + 2 < input.count && input[index + 2] == UInt8(ascii: "B"):
                index += 3
            default:
                tell()
                output.append(byte)
                index += 1
            }
        }
        tell()
        return output
    }

    /// The index behind a control sequence (ECMA-48 5.4): parameters, then
    /// intermediates, then one final byte.
    private func sequenceEnd(_ input: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < input.count, (0x20...0x3f).contains(input[index]) { index += 1 }
        return min(index + 1, input.count)
    }

    private mutating func take(_ sequence: UnsafeRawBufferPointer) {
        switch sequence.last {
        case UInt8(ascii: "m"):
            if apply(sequence) { return }
            tell()
            output.append(contentsOf: sequence)
            isForeign = true
        case UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "G"), UInt8(ascii: "d"),
            UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "D"):
            output.append(contentsOf: sequence)
        default:
            // Erasing uses the background colour.
            tell()
            output.append(contentsOf: sequence)
        }
    }

    /// Applies the numbers of `ESC [1;33m`; false where there is anything else in it.
    private mutating func apply(_ sequence: UnsafeRawBufferPointer) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: sequence.count) { numbers in
            var count = 1
            numbers[0] = 0
            for byte in sequence[2..<(sequence.count - 1)] {
                switch byte {
                case 0x30...0x39:
                    guard numbers[count - 1] < 1_000 else { return false }
                    numbers[count - 1] = numbers[count - 1] * 10 + UInt16(byte - 0x30)
                case UInt8(ascii: ";"):
                    numbers[count] = 0
                    count += 1
                default: return false
                }
            }
            if isForeign && numbers[0] != 0 { return false }
            var rendition = wanted
            guard rendition.apply(UnsafeBufferPointer(rebasing: numbers[..<count])) else {
                return false
            }
            wanted = rendition
            if isForeign { told = nil }
            isForeign = false
            return true
        }
    }

    private mutating func tell() {
        guard told != wanted, !isForeign else { return }
        wanted.append(to: &output, from: told)
        told = wanted
    }
}
