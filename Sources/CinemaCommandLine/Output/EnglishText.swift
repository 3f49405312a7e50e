import CinemaTUI

/// Numbers and lists as English sentences have them.
enum EnglishText {
    /// `table, tsv or json`.
    static func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// `1,234,567`.
    static func grouped(_ number: Int) -> String { Numbers.grouped(number) }

    /// `2.5 MB`, of 1,048,576 bytes each; `300 KB` where that is less than one.
    static func megabytes(_ bytes: Int64) -> String {
        guard bytes >= 1 << 20 else { return "\(grouped(Int((bytes + 1023) >> 10))) KB" }
        let tenths = Int((bytes * 10) >> 20)
        return "\(grouped(tenths / 10)).\(tenths % 10) MB"
    }

    /// `1 film`, `1,234 films`.
    static func counted(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(noun(number, one, many))"
    }

    /// How many films somebody has; nothing where that is not told.
    static func films(_ number: Int) -> String {
        number > 0 ? counted(number, "film", "films") : ""
    }

    /// `film`, `films`.
    static func noun(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? one : many
    }
}
