/// The attributes and colours that a terminal draws with, as SGR sequences set
/// them (ECMA-48 8.3.117; console_codes(4)).
struct GraphicRendition: Equatable {
    /// The parameters that switch an attribute on; each has one that switches
    /// it off again.
    private(set) var attributes: Set<Int> = []
    /// The parameters of a colour: `33`, or `38;5;208`; empty is the default.
    private(set) var foreground: [Int] = []
    private(set) var background: [Int] = []

    static let plain = GraphicRendition()

    private static let offParameters = [1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29]

    /// Applies the parameters of one sequence; false where one is not known,
    /// and the rendition is then not to be relied on.
    mutating func apply(_ parameters: [Int]) -> Bool {
        var rest = parameters[...]
        while let parameter = rest.popFirst() {
            switch parameter {
            case 0: self = .plain
            case 1...5, 7...9: attributes.insert(parameter)
            case 22: attributes.subtract([1, 2])
            case 23...25, 27...29: attributes.remove(parameter - 20)
            case 30...37, 90...97: foreground = [parameter]
            case 40...47, 100...107: background = [parameter]
            case 39: foreground = []
            case 49: background = []
            case 38, 48:
                guard let kind = rest.popFirst(), kind == 5 || kind == 2,
                    rest.count >= (kind == 5 ? 1 : 3)
                else { return false }
                let values = rest.prefix(kind == 5 ? 1 : 3)
                rest = rest.dropFirst(values.count)
                if parameter == 38 {
                    foreground = [parameter, kind] + values
                } else {
                    background = [parameter, kind] + values
                }
            default: return false
            }
        }
        return true
    }

    /// The shortest parameters that lead from another rendition to this one.
    /// Nil for an unknown one, which only a reset leads from.
    func parameters(from other: GraphicRendition?) -> [Int] {
        let whole = attributes.sorted() + foreground + background
        let reset = whole.isEmpty ? [] : [0] + whole
        guard let other else { return reset }
        var steps: [Int] = []
        let gone = other.attributes.subtracting(attributes)
        var kept = other.attributes.subtracting(gone)
        for attribute in gone.sorted() {
            guard let off = Self.offParameters[attribute] else { return reset }
            if !steps.contains(off) { steps.append(off) }
            // Bold and dim go together.
            if off == 22 { kept.subtract([1, 2]) }
        }
        steps += attributes.subtracting(kept).sorted()
        if foreground != other.foreground { steps += foreground.isEmpty ? [39] : foreground }
        if background != other.background { steps += background.isEmpty ? [49] : background }
        return Self.length(reset) <= Self.length(steps) ? reset : steps
    }

    private static func length(_ parameters: [Int]) -> Int {
        parameters.reduce(0) { $0 + ($1 < 10 ? 2 : $1 < 100 ? 3 : 4) }
    }
}
