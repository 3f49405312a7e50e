/// The numbers that one synthetic thing is made of: a function of the seed,
/// of what kind of thing it is and of its number (SplitMix64).
///
/// Whole numbers only, because what the mathematical library answers may
/// differ in the last bit from machine to machine.
struct SyntheticRandom {
    enum Stream: UInt64 {
        case vocabulary, surname
        case filmIdentifier, original, title, facts, credits, description
        case personIdentifier, personName
    }

    private var state: UInt64

    init(seed: UInt64, _ stream: Stream, _ number: Int) {
        state = Self.mixed(seed &+ Self.step &* (stream.rawValue + 1))
        state = Self.mixed(state ^ Self.step &* (UInt64(truncatingIfNeeded: number) &+ 1))
    }

    private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// A number from 0 up to, not including, `bound`; 0 where there is none.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// True so many times out of 10,000.
    mutating func happens(_ share: Int) -> Bool { below(10_000) < share }

    /// One of the elements; the collection has at least one.
    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// A UUID of version 4, from 122 of its bits.
    mutating func identifier() -> String {
        let high = next() & ~0xf000 | 0x4000
        let low = next() & ~(0b11 << 62) | 0b10 << 62
        let bytes = [high, low].map(\.bigEndian).withUnsafeBytes { [UInt8]($0) }
        return StoredIdentifier.text(bytes)
    }
}
