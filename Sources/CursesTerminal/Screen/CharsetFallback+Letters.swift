extension CharsetFallback {
    /// The base letter of a Latin letter with marks, or the Latin letter that
    /// a Cyrillic or Greek one is written with; the first one where it is
    /// written with several.
    static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if let found = transliterations[scalar] { return found }
        guard scalar.properties.isAlphabetic else { return nil }
        let lowered = scalar.properties.lowercaseMapping.unicodeScalars
        if lowered.count == 1, let small = lowered.first, small != scalar,
            let found = transliterations[small]
        {
            return Unicode.Scalar(found.properties.uppercaseMapping)
        }
        return latinBase(scalar)
    }

    /// Read out of the character's name, which says it for every Latin letter
    /// there is: "LATIN SMALL LETTER O WITH STROKE" (UAX #44).
    private static func latinBase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard var name = scalar.properties.name?[...] else { return nil }
        if name.hasPrefix("FULLWIDTH ") { name = name.dropFirst("FULLWIDTH ".count) }
        for (prefix, isSmall) in prefixes where name.hasPrefix(prefix) {
            // "AE" and "OE" keep their first letter; of "DOTLESS I" and
            // "SHARP S" the last word is the letter.
            let words = name.dropFirst(prefix.count).split(separator: " ").prefix { $0 != "WITH" }
            guard let word = words.last(where: { $0.count <= 2 }) ?? words.first,
                let letter = word.unicodeScalars.first
            else { return nil }
            return isSmall ? letter.properties.lowercaseMapping.unicodeScalars.first : letter
        }
        return nil
    }

    private static let prefixes = [
        ("LATIN SMALL LETTER ", true), ("LATIN CAPITAL LETTER ", false),
        ("LATIN SMALL LIGATURE ", true), ("LATIN CAPITAL LIGATURE ", false),
    ]

    private static let transliterations: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeezzijklmnoprstufhccss'y'eua"),
            ("іїєґўђјљњћџѓќѕ", "iiegudjlncdgks"),
            ("αβγδεζηθικλμνξοπρσςτυφχψω", "abgdezitiklmnxoprsstyfhpo"),
            ("άέήίόύώϊϋΐΰ", "aeiioyoiyiy"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (from, to) in pairs {
            for (source, target) in zip(from.unicodeScalars, to.unicodeScalars) {
                table[source] = target
            }
        }
        return table
    }()
}

extension Unicode.Scalar {
    /// The scalar that a text consists of, if it is just one.
    fileprivate init?(_ text: String) {
        guard let first = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
            return nil
        }
        self = first
    }
}
