import CinemaTUI

/// What control sequences mean as keys: those of the terminal's description,
/// and those of all common terminals, which send them whatever TERM says
/// (XTerm Control Sequences, "PC-Style Function Keys").
struct KeySequences: Sendable {
    private let described: [[UInt8]: Key]

    /// `capability` gives a string of the terminal's description (terminfo(5)).
    init(capability: (String) -> String? = { _ in nil }) {
        var described: [[UInt8]: Key] = [:]
        for (name, key) in Self.capabilities {
            guard let sequence = capability(name).map({ Array($0.utf8) }),
                sequence.count > 1, sequence.first == 0x1b
            else { continue }
            described[sequence] = key
        }
        self.described = described
    }

    /// The key that the terminal's description gives a sequence.
    func described(_ sequence: [UInt8]) -> Key? { described[sequence] }

    /// The key of `CSI parameters final`, nil where it is none.
    func key(parameters: [UInt8], final: UInt8) -> Key? {
        if let key = described([0x1b, 0x5b] + parameters + [final]) { return key }
        // A private marker (<, =, >, ?) makes it a report, never a key.
        guard let numbers = Self.numbers(parameters) else { return nil }
        let first = numbers.first ?? 1
        switch final {
        case UInt8(ascii: "~"):
            if first == 27, numbers.count >= 3 {
                return KeyCode(numbers[2]).key(KeyModifiers(numbers[1]))
            }
            return Self.numbered[first].flatMap { modified($0, numbers) }
        case UInt8(ascii: "u"): return numbers.isEmpty ? nil : modifiedCharacter(numbers)
        // rxvt: Shift, Control, both.
        case UInt8(ascii: "$"): return Self.numbered[first].map { Key($0, .shift) }
        case UInt8(ascii: "^"): return Self.numbered[first].map { Key($0, .control) }
        case UInt8(ascii: "@"): return Self.numbered[first].map { Key($0, [.control, .shift]) }
        case UInt8(ascii: "Z"): return Key(.tab, .shift)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return Self.lettered[final - 0x20].map { Key($0, .shift) }
        default:
            // The first number is a count, always 1: with another it is a
            // report, such as that of the cursor's position.
            guard first == 1, let code = Self.lettered[final] else { return nil }
            return modified(code, numbers)
        }
    }

    /// The key of `SS3 parameters final`.
    func applicationKey(parameters: [UInt8], final: UInt8) -> Key? {
        if let key = described([0x1b, 0x4f] + parameters + [final]) { return key }
        let numbers = Self.numbers(parameters) ?? []
        let modifiers = KeyModifiers(numbers.last ?? 1)
        if let code = Self.lettered[final] { return modifiers.key(code) }
        switch final {
        case UInt8(ascii: "M"): return modifiers.key(.enter)
        case UInt8(ascii: "I"): return modifiers.key(.tab)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return Self.lettered[final - 0x20].map { Key($0, .control) }
        // The keypad in application mode: its characters moved up by 0x40.
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            return modifiers.key(.character(Character(Unicode.Scalar(final - 0x40))))
        case UInt8(ascii: "X"): return modifiers.key(.character("="))
        default: return nil
        }
    }

    private func modified(_ code: Key.Code, _ numbers: [Int]) -> Key? {
        KeyModifiers(numbers.count > 1 ? numbers[1] : 1).key(code)
    }

    private func modifiedCharacter(_ numbers: [Int]) -> Key? {
        KeyCode(numbers[0]).key(KeyModifiers(numbers.count > 1 ? numbers[1] : 1))
    }

    /// The numbers of `1;5`; of `97:65;5:1` the first of each, 0 for a key's
    /// release. Nil where there is anything else.
    private static func numbers(_ parameters: [UInt8]) -> [Int]? {
        if parameters.isEmpty { return [] }
        var numbers: [Int] = []
        for field in parameters.split(separator: 0x3b, omittingEmptySubsequences: false) {
            let parts = field.split(separator: 0x3a, omittingEmptySubsequences: false)
            guard let digits = parts.first, let number = decimal(digits) else { return nil }
            let isRelease = numbers.count == 1 && parts.count > 1 && parts[1].elementsEqual([0x33])
            numbers.append(isRelease ? 0 : number)
        }
        return numbers
    }

    private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        // An absent number is 1, as everywhere in control sequences.
        if digits.isEmpty { return 1 }
        guard digits.count <= 7, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
