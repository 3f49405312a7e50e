/// The fields of query text: what their values mean, and how they are written.
enum FieldSyntax {
    static let names: Set<String> = [
        "genre", "person", "actor", "director", "writer", "year", "rating", "runtime", "country",
        "language", "type", "sort",
    ]

    static func meaning(
        field: String, values: [String], excludes: Bool, term: String
    ) -> QueryToken.Meaning {
        let named = values.filter { value in value.contains { !$0.isWhitespace } }
        func problem(_ sentence: String) -> QueryToken.Meaning {
            .problem(QueryProblem(term: term, sentence: sentence))
        }
        func filter(_ condition: Filter.Condition) -> QueryToken.Meaning {
            .filter(Filter(condition, excluding: excludes))
        }
        guard let first = named.first else { return problem("\(term): a value is missing") }
        switch field {
        case "genre": return filter(.genre(named))
        case "person": return filter(.person(named, role: nil))
        case "actor": return filter(.person(named, role: .actor))
        case "director": return filter(.person(named, role: .director))
        case "writer": return filter(.person(named, role: .writer))
        case "country": return filter(.country(named))
        case "language": return filter(.language(named))
        case "type": return filter(.type(named))
        case "sort":
            guard named.count == 1, !excludes, let sort = sort(first) else {
                let fields = FilmSort.Field.allCases.map(\.rawValue).joined(separator: ", ")
                return problem("\(term): sort by \(fields), with a minus for the greatest first")
            }
            return .sort(sort)
        case "year":
            guard named.count == 1, let span = span(first, unit: .year) else {
                return problem("\(term): write a year as 1994, 1977..1983, 1990.. or >=1990")
            }
            return filter(.year(span))
        case "rating":
            guard named.count == 1, let span = span(first, unit: .tenths) else {
                return problem("\(term): write a rating from 0 to 10 as 8.5, 7..9 or >=7")
            }
            return filter(.rating(span))
        default:
            guard named.count == 1, let span = span(first, unit: .minutes) else {
                return problem("\(term): write minutes as 90, 80..120 or <=100")
            }
            return filter(.runtime(span))
        }
    }

    static func sort(_ text: String) -> FilmSort? {
        let isDescending = text.hasPrefix("-")
        guard let field = FilmSort.Field(rawValue: String(text.drop { $0 == "-" }).lowercased())
        else { return nil }
        return FilmSort(field, descending: isDescending)
    }

    enum Unit {
        case year, tenths, minutes
    }

    /// Reads `1977..1983`, `1990..`, `..1960`, `>=7`, `<=9`, `>7`, `<9`,
    /// `1990s` or one value; ends that cross are no range.
    static func span(_ text: String, unit: Unit) -> Span<Int>? {
        func value(_ text: Substring) -> Int? {
            switch unit {
            case .year, .minutes:
                guard let number = Int(text), (0...9999).contains(number) else { return nil }
                return number
            case .tenths:
                guard let number = Double(text), let rating = Rating(number) else { return nil }
                return rating.tenths
            }
        }
        for (sign, isLower, offset) in [
            (">=", true, 0), ("≥", true, 0), ("<=", false, 0), ("≤", false, 0), (">", true, 1),
            ("<", false, -1),
        ] where text.hasPrefix(sign) {
            guard let number = value(text.dropFirst(sign.count)) else { return nil }
            let bound = number + offset
            guard (0...(unit == .tenths ? 100 : 9999)).contains(bound) else { return nil }
            return isLower ? Span(lower: bound) : Span(upper: bound)
        }
        if unit == .year, text.hasSuffix("s"), let decade = value(text.dropLast()),
            decade % 10 == 0
        {
            return Span(lower: decade, upper: decade + 9)
        }
        for separator in ["..", "–", "—"] {
            guard let range = text.firstRange(of: separator) else { continue }
            let left = text[..<range.lowerBound]
            let right = text[range.upperBound...]
            guard !(left.isEmpty && right.isEmpty) else { return nil }
            let lower = left.isEmpty ? nil : value(left)
            let upper = right.isEmpty ? nil : value(right)
            if !left.isEmpty && lower == nil || !right.isEmpty && upper == nil { return nil }
            if let lower, let upper, lower > upper { return nil }
            return Span(lower: lower, upper: upper)
        }
        return value(text[...]).map { Span($0) }
    }
}
