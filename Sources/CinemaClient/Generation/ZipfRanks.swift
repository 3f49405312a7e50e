/// Draws ranks of which the one at place r is as frequent as 1 / (r + shift):
/// few are met all the time, most of them hardly ever.
///
/// Needs no table, however many there are: an octave of the values is as
/// frequent as any other, and within one a value is kept with the probability
/// that its octave's first one has over it.
struct ZipfRanks {
    let count: Int
    /// What flattens the top: the first is `1 + 1 / shift` times the second.
    let shift: Int

    private let firstOctave: Int
    private let octaves: Int

    init(count: Int, shift: Int) {
        self.count = max(1, count)
        self.shift = max(1, shift)
        firstOctave = Self.octave(of: self.shift)
        octaves = Self.octave(of: self.shift + self.count - 1) - firstOctave + 1
    }

    private static func octave(of value: Int) -> Int {
        Int.bitWidth - 1 - value.leadingZeroBitCount
    }

    /// A rank from 0 up to, not including, `count`.
    func draw(_ random: inout SyntheticRandom) -> Int {
        while true {
            let start = 1 << (firstOctave + random.below(octaves))
            let value = start + random.below(start)
            guard value >= shift, value < shift + count, random.below(value) < start else {
                continue
            }
            return value - shift
        }
    }
}
