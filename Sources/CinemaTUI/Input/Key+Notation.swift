extension Key {
    private static let names: [(String, Code)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("BS", .backspace), ("Del", .delete),
        ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
        ("Space", .character(" ")), ("lt", .character("<")),
    ]

    /// The textual form, `<C-d>`; the inverse of `init(notation:)`.
    public var notation: String {
        var name: String
        var isNamed = true
        switch code {
        case .character(let character):
            if let named = Self.names.first(where: { $0.1 == code }) {
                name = named.0
            } else {
                name = String(character)
                isNamed = false
            }
        case .function(let number): name = "F\(number)"
        default: name = Self.names.first { $0.1 == code }?.0 ?? "?"
        }
        if modifiers.contains(.shift) { name = "S-" + name }
        if modifiers.contains(.meta) { name = "M-" + name }
        if modifiers.contains(.control) { name = "C-" + name }
        return isNamed || !modifiers.isEmpty ? "<\(name)>" : name
    }

    /// Reads one key in the textual form; nil where it is none.
    public init?(notation: String) {
        let keys = Key.sequence(notation)
        guard keys?.count == 1, let key = keys?.first else { return nil }
        self = key
    }

    /// Reads a sequence such as `gg`, `<C-x><C-s>` or `star wars<Enter>`; nil
    /// where a `<…>` in it names no key.
    public static func sequence(_ notation: String) -> [Key]? {
        var keys: [Key] = []
        var rest = Substring(notation)
        while let first = rest.first {
            rest.removeFirst()
            guard first == "<" else {
                keys.append(Key(first))
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { return nil }
            guard let key = named(rest[..<end]) else { return nil }
            keys.append(key)
            rest = rest[rest.index(after: end)...]
        }
        return keys
    }

    private static func named(_ text: Substring) -> Key? {
        var modifiers: Modifiers = []
        var name = text
        while name.count > 2, name.dropFirst().first == "-" {
            switch name.first {
            case "C": modifiers.insert(.control)
            case "M": modifiers.insert(.meta)
            case "S": modifiers.insert(.shift)
            default: return nil
            }
            name = name.dropFirst(2)
        }
        if let named = names.first(where: { $0.0 == name }) { return Key(named.1, modifiers) }
        if name.first == "F", let number = Int(name.dropFirst()), (1...24).contains(number) {
            return Key(.function(number), modifiers)
        }
        guard name.count == 1, let character = name.first, !modifiers.isEmpty else { return nil }
        return Key(character, modifiers)
    }
}
