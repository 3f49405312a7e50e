extension ConfigurationReader {
    /// The entries of a table; nil where there is none.
    mutating func table(_ key: String, of table: inout ConfigurationTable) -> [TOMLEntry]? {
        guard let entry = table.entry(key) else { return nil }
        guard case .table(let entries) = entry.value.content else {
            return refuse(
                entry, table.name(of: key), "write a table, as in [\(table.name(of: key))]")
        }
        return entries
    }

    mutating func text(_ key: String, of table: inout ConfigurationTable) -> String? {
        table.entry(key).flatMap { text($0, table.name(of: key)) }
    }

    mutating func text(_ entry: TOMLEntry, _ name: String) -> String? {
        guard case .string(let text) = entry.value.content, !text.isEmpty else {
            return refuse(entry, name, "write a text in quotes")
        }
        return text
    }

    mutating func boolean(_ key: String, of table: inout ConfigurationTable) -> Bool? {
        guard let entry = table.entry(key) else { return nil }
        guard case .boolean(let value) = entry.value.content else {
            return refuse(entry, table.name(of: key), "write true or false")
        }
        return value
    }

    mutating func choice<Value>(
        _ key: String, of table: inout ConfigurationTable, _ values: [(String, Value)]
    ) -> Value? {
        guard let entry = table.entry(key) else { return nil }
        guard case .string(let text) = entry.value.content,
            let value = values.first(where: { $0.0 == text })?.1
        else {
            let names = values.map { "\"\($0.0)\"" }.joined(separator: " or ")
            return refuse(entry, table.name(of: key), "write \(names)")
        }
        return value
    }

    /// Texts; one alone may stand without brackets.
    mutating func texts(_ key: String, of table: inout ConfigurationTable) -> [String]? {
        guard let entry = table.entry(key) else { return nil }
        guard case .array(let values) = entry.value.content, !values.isEmpty, values.count <= 100
        else {
            return refuse(entry, table.name(of: key), "write a list of texts, as in [\"…\", \"…\"]")
        }
        var texts: [String] = []
        for value in values {
            guard case .string(let text) = value.content, !text.isEmpty else {
                return refuse(
                    entry, table.name(of: key), "write a list of texts, as in [\"…\", \"…\"]")
            }
            texts.append(text)
        }
        return texts
    }

    mutating func seconds(_ key: String, of table: inout ConfigurationTable) -> Duration? {
        guard let entry = table.entry(key) else { return nil }
        let seconds: Double? =
            switch entry.value.content {
            case .integer(let number): Double(number)
            case .float(let number): number
            default: nil
            }
        guard let seconds, (0.01...3_600).contains(seconds) else {
            return refuse(entry, table.name(of: key), "write seconds, from 0.01 to 3600")
        }
        return .milliseconds(Int((seconds * 1_000).rounded()))
    }

    mutating func number(
        _ key: String, of table: inout ConfigurationTable, in range: ClosedRange<Int>
    ) -> Int? {
        guard let entry = table.entry(key) else { return nil }
        guard case .integer(let number) = entry.value.content, range.contains(number) else {
            return refuse(
                entry, table.name(of: key),
                "write a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func bytes(
        _ key: String, of table: inout ConfigurationTable, in range: ClosedRange<Int>
    ) -> Int? {
        guard let entry = table.entry(key) else { return nil }
        let size: Int? =
            switch entry.value.content {
            case .integer(let number): number
            case .string(let text): ByteSize.bytes(text)
            default: nil
            }
        guard let size, range.contains(size) else {
            let least = ByteSize.words(range.lowerBound)
            let most = ByteSize.words(range.upperBound)
            return refuse(
                entry, table.name(of: key),
                "write a size from \"\(least)\" to \"\(most)\", such as \"64 MB\"")
        }
        return size
    }

    /// A path, in which `~/` is the home directory.
    mutating func path(_ key: String, of table: inout ConfigurationTable) -> String? {
        guard let entry = table.entry(key) else { return nil }
        return text(entry, table.name(of: key)).flatMap {
            expanded($0, entry, table.name(of: key))
        }
    }

    mutating func expanded(_ path: String, _ entry: TOMLEntry, _ name: String) -> String? {
        guard path.hasPrefix("~/") else { return path }
        guard let home else {
            return refuse(entry, name, "~/ needs HOME, which is not set; write the whole path")
        }
        return home + path.dropFirst(1)
    }

    /// Says what a value is and what to write; the value itself is not
    /// repeated, because it may be a secret in the wrong place.
    mutating func refuse<Value>(_ entry: TOMLEntry, _ name: String, _ advice: String) -> Value? {
        let what = entry.value.kindWords
        fail(name, entry.position, "this is \(what) that cannot be used here; \(advice)")
        return nil
    }
}
