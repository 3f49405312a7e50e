/// The places of letters on the keyboard under the Russian (ЙЦУКЕН) and the
/// Latin (QWERTY) layout.
public enum KeyboardLayout {
    /// What the key that gives `character` under the Russian or Ukrainian
    /// layout gives under the Latin one; nil for what is not Cyrillic.
    public static func latin(for character: Character) -> Character? { latinByCyrillic[character] }

    /// The text as the same keys would have given it under the other layout:
    /// Cyrillic to Latin where there is a Cyrillic letter in it, else Latin to
    /// Cyrillic. Nil where there is nothing to convert.
    public static func converted(_ text: String) -> String? {
        if text.contains(where: { latinByCyrillic[$0] != nil }) {
            return String(text.map { latinByCyrillic[$0] ?? $0 })
        }
        guard text.contains(where: { $0.isASCII && $0.isLetter }) else { return nil }
        return String(text.map { cyrillicByLatin[$0] ?? $0 })
    }

    private static let rows: [(cyrillic: String, latin: String)] = [
        ("ёйцукенгшщзхъ", "`qwertyuiop[]"), ("фывапролджэ", "asdfghjkl;'"),
        ("ячсмитьбю", "zxcvbnm,."), ("ЁЙЦУКЕНГШЩЗХЪ", "~QWERTYUIOP{}"),
        ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""), ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
    ]

    private static let ukrainian: [(cyrillic: String, latin: String)] = [
        ("іїєґ", "s]'\\"), ("ІЇЄҐ", "S}\"|"),
    ]

    private static let latinByCyrillic: [Character: Character] = {
        var table: [Character: Character] = [:]
        for row in rows + ukrainian {
            for (cyrillic, latin) in zip(row.cyrillic, row.latin) { table[cyrillic] = latin }
        }
        return table
    }()

    private static let cyrillicByLatin: [Character: Character] = {
        var table: [Character: Character] = [:]
        for row in rows {
            for (cyrillic, latin) in zip(row.cyrillic, row.latin) { table[latin] = cyrillic }
        }
        return table
    }()
}
