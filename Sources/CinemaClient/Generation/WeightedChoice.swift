/// Values with how often each of them comes.
struct WeightedChoice<Value: Sendable>: Sendable {
    private let values: [Value]
    /// The sums of the weights so far.
    private let ends: [Int]

    init(_ weighted: [(Value, Int)]) {
        values = weighted.map(\.0)
        var sum = 0
        ends = weighted.map { _, weight in
            sum += weight
            return sum
        }
    }

    func draw(_ random: inout SyntheticRandom) -> Value {
        let place = random.below(ends.last ?? 0)
        var low = 0
        var high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > place { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}

extension WeightedChoice where Value == Int {
    /// Numbers from `first` on, by their weights.
    init(from first: Int, _ weights: [Int]) {
        self.init(weights.enumerated().map { (first + $0.offset, $0.element) })
    }
}
