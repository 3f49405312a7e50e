/// The order of names with numbers in them: `movies_v9` before `movies_v10`.
enum NaturalOrder {
    static func isBefore(_ left: String, _ right: String) -> Bool {
        let (a, b) = (parts(left), parts(right))
        for (one, other) in zip(a, b) where one != other {
            if let number = Int(one), let second = Int(other) {
                if number != second { return number < second }
            } else {
                return one < other
            }
        }
        return a.count == b.count ? left < right : a.count < b.count
    }

    /// Numbers and what is between them.
    private static func parts(_ name: String) -> [String] {
        var parts: [String] = []
        var wasNumber: Bool?
        for character in name {
            let isNumber = character.isASCII && character.isNumber
            if isNumber == wasNumber {
                parts[parts.count - 1].append(character)
            } else {
                parts.append(String(character))
            }
            wasNumber = isNumber
        }
        return parts
    }
}
