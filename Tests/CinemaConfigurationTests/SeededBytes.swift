/// The same numbers every time (xorshift).
struct SeededBytes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
