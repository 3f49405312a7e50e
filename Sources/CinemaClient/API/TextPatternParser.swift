/// Reads a regular expression; gives up at what it does not know.
struct TextPatternParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    mutating func alternatives(depth: Int) -> [[TextPattern.Part]]? {
        guard depth < 8 else { return nil }
        var found: [[TextPattern.Part]] = []
        repeat {
            var parts: [TextPattern.Part] = []
            while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
                guard let part = part(depth: depth), let whole = quantified(part) else {
                    return nil
                }
                parts.append(whole)
            }
            found.append(parts)
        } while take("|")
        return found
    }

    private mutating func part(depth: Int) -> TextPattern.Part? {
        guard let byte = next, byte < 0x80 else { return nil }
        position += 1
        switch Unicode.Scalar(byte) {
        case "^": return .start
        case "$": return .end
        case ".": return .byte(Set(0x20...0x7e))
        case "[": return set().map { .byte($0) }
        case "\\": return escaped().map { .byte($0) }
        case "*", "+", "?", "{": return nil
        case "(":
            if take("?"), !take(":") { return nil }
            guard let inner = alternatives(depth: depth + 1), take(")") else { return nil }
            return .group(inner)
        default: return .byte([byte])
        }
    }

    private mutating func quantified(_ part: TextPattern.Part) -> TextPattern.Part? {
        var whole = part
        if take("?") {
            whole = .repeated(part, atLeast: 0, atMost: 1)
        } else if take("*") {
            whole = .repeated(part, atLeast: 0, atMost: 64)
        } else if take("+") {
            whole = .repeated(part, atLeast: 1, atMost: 64)
        } else if take("{") {
            let least = number()
            let most = take(",") ? number() ?? 64 : least
            guard let least, let most, least <= most, take("}") else { return nil }
            whole = .repeated(part, atLeast: least, atMost: min(most, 64))
        } else {
            return whole
        }
        // Lazy repetitions find the same.
        _ = take("?")
        return whole
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let byte = next, (0x30...0x39).contains(byte), value ?? 0 < 100 {
            value = (value ?? 0) * 10 + Int(byte - 0x30)
            position += 1
        }
        return value
    }

    private mutating func escaped() -> Set<UInt8>? {
        guard let byte = next, byte < 0x80 else { return nil }
        position += 1
        let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
        switch Unicode.Scalar(byte) {
        case "d": return digits
        case "w": return digits.union(Self.letters).union([UInt8(ascii: "_")])
        case "s": return [0x20]
        case "A"..."Z", "a"..."z", "0"..."9": return nil
        default: return [byte]
        }
    }

    private mutating func set() -> Set<UInt8>? {
        let isNegative = take("^")
        var found: Set<UInt8> = []
        var isFirst = true
        while let byte = next, byte < 0x80 {
            position += 1
            if byte == UInt8(ascii: "]"), !isFirst {
                return isNegative ? Set(0x20...0x7e).subtracting(found) : found
            }
            isFirst = false
            if byte == UInt8(ascii: "\\") {
                guard let escaped = escaped() else { return nil }
                found.formUnion(escaped)
            } else if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "-"),
                bytes[position + 1] != UInt8(ascii: "]"), bytes[position + 1] < 0x80
            {
                guard byte <= bytes[position + 1] else { return nil }
                found.formUnion(byte...bytes[position + 1])
                position += 2
            } else {
                found.insert(byte)
            }
        }
        return nil
    }

    private static let letters = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
        .union(UInt8(ascii: "A")...UInt8(ascii: "Z"))
}
