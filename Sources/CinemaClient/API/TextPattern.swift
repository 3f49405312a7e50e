/// A regular expression as documents have them for short words, enough to
/// tell whether a spelling is allowed: groups, alternatives, classes,
/// repetitions, anchors. Bounded in steps, because it comes from outside.
struct TextPattern: Equatable, Sendable {
    indirect enum Part: Equatable, Sendable {
        case byte(Set<UInt8>)
        case start, end
        case group([[Part]])
        case repeated(Part, atLeast: Int, atMost: Int)
    }

    let alternatives: [[Part]]

    /// Nil where the pattern has what is not understood.
    init?(_ pattern: String) {
        guard pattern.utf8.count <= 256 else { return nil }
        var parser = TextPatternParser(Array(pattern.utf8))
        guard let alternatives = parser.alternatives(depth: 0), parser.isAtEnd else { return nil }
        self.alternatives = alternatives
    }

    /// Whether some part of the text matches; nil where that takes too long.
    func matches(_ text: String) -> Bool? {
        var matcher = Matcher(text: Array(text.utf8))
        for position in 0...matcher.text.count {
            if matcher.match(.group(alternatives), at: position, then: { _, _ in true }) {
                return true
            }
            if matcher.steps <= 0 { return nil }
        }
        return false
    }

    private struct Matcher {
        let text: [UInt8]
        var steps = 1000

        typealias Rest = (inout Matcher, Int) -> Bool

        mutating func match(_ part: Part, at position: Int, then rest: Rest) -> Bool {
            steps -= 1
            guard steps > 0 else { return false }
            switch part {
            case .byte(let set):
                return position < text.count && set.contains(text[position])
                    && rest(&self, position + 1)
            case .start: return position == 0 && rest(&self, position)
            case .end: return position == text.count && rest(&self, position)
            case .group(let alternatives):
                for parts in alternatives where match(parts[...], at: position, then: rest) {
                    return true
                }
                return false
            case .repeated(let part, let atLeast, let atMost):
                return `repeat`(part, atLeast, atMost, at: position, then: rest)
            }
        }

        private mutating func match(_ parts: ArraySlice<Part>, at position: Int, then rest: Rest)
            -> Bool
        {
            guard let first = parts.first else { return rest(&self, position) }
            return match(first, at: position) { matcher, next in
                matcher.match(parts.dropFirst(), at: next, then: rest)
            }
        }

        private mutating func `repeat`(
            _ part: Part, _ atLeast: Int, _ atMost: Int, at position: Int, then rest: Rest
        ) -> Bool {
            if atMost > 0 {
                let isLonger = match(part, at: position) { matcher, next in
                    // Going on without having moved would go on for ever.
                    next > position
                        && matcher.repeat(
                            part, max(0, atLeast - 1), atMost - 1, at: next, then: rest)
                }
                if isLonger { return true }
            }
            return atLeast == 0 && rest(&self, position)
        }
    }
}
