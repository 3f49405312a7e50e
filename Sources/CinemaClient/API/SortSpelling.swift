internal import CinemaCore

/// How a parameter's value says which way round.
struct SortSpelling: Equatable, Sendable {
    typealias Parameter = OpenAPIDocument.Parameter

    var descending: String
    var ascending: String?

    /// What a parameter that sorts may be given for the rating: what it lists,
    /// else what its pattern and its default allow of the usual spellings.
    static func spellings(_ parameter: Parameter, fields: [String]) -> [SortSpelling] {
        let schema = parameter.schema
        if !schema.values.isEmpty { return listed(schema.values, fields: fields) }
        if schema.types == ["boolean"] {
            return [SortSpelling(descending: "true", ascending: "false")]
        }
        if schema.types == ["integer"] { return [SortSpelling(descending: "-1", ascending: "1")] }
        var usual = usual(fields: fields)
        if ParameterName(parameter.name).words.contains("rating") || isDirection(schema.standard) {
            // The name says by what, so the value can only say how.
            usual = [SortSpelling(descending: "desc", ascending: "asc")] + usual
        }
        if let pattern = schema.pattern.flatMap(TextPattern.init) {
            let allowed = usual.compactMap { $0.allowed(by: pattern) }
            // Both ways are better than one.
            return different(
                allowed.filter { $0.ascending != nil } + allowed.filter { $0.ascending == nil })
        }
        return different(liked(by: schema.standard, usual))
    }

    /// To ask twice for the same order would tell nothing new.
    private static func different(_ all: [SortSpelling]) -> [SortSpelling] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0.descending).inserted }
    }

    private static func usual(fields: [String]) -> [SortSpelling] {
        var all: [SortSpelling] = []
        for field in fields {
            all.append(SortSpelling(descending: "-\(field)", ascending: field))
            all.append(SortSpelling(descending: "\(field):desc", ascending: "\(field):asc"))
        }
        all.append(SortSpelling(descending: "desc", ascending: "asc"))
        all.append(SortSpelling(descending: "DESC", ascending: "ASC"))
        for field in fields {
            all.append(SortSpelling(descending: "-\(field)", ascending: "+\(field)"))
            for sign in ["_", ".", ",", " ", "-"] {
                all.append(
                    SortSpelling(descending: "\(field)\(sign)desc", ascending: "\(field)\(sign)asc")
                )
            }
            all.append(SortSpelling(descending: "desc_\(field)", ascending: "asc_\(field)"))
        }
        return all
    }

    /// The same, those first that have the default as one of their two.
    private static func liked(by standard: String?, _ all: [SortSpelling]) -> [SortSpelling] {
        guard let standard, !standard.isEmpty else { return all }
        let liked = all.filter { $0.descending == standard || $0.ascending == standard }
        return liked + all.filter { !liked.contains($0) }
    }

    private func allowed(by pattern: TextPattern) -> SortSpelling? {
        guard pattern.matches(descending) == true else { return nil }
        let allowed = ascending.flatMap { pattern.matches($0) == true ? $0 : nil }
        return SortSpelling(descending: descending, ascending: allowed)
    }

    /// A field without a direction, for a parameter that has another beside it.
    static func fields(_ parameter: Parameter, among fields: [String]) -> [String] {
        let values = parameter.schema.values
        guard !values.isEmpty else {
            return liked(
                by: parameter.schema.standard,
                fields.map { SortSpelling(descending: $0, ascending: nil) }
            ).map(\.descending)
        }
        return fields.filter(values.contains)
            + values.filter { $0.lowercased().contains(text: "rating") && !fields.contains($0) }
    }

    /// The two values of a parameter that only turns around.
    static func directions(_ parameter: Parameter) -> (descending: String?, ascending: String?) {
        let schema = parameter.schema
        if !schema.values.isEmpty {
            return (
                schema.values.first(where: isDescending), schema.values.first { !isDescending($0) }
            )
        }
        if schema.types == ["boolean"] {
            let words = ParameterName(parameter.name).words
            let isUp = words.contains("asc") || words.contains("ascending")
            return isUp ? ("false", "true") : ("true", "false")
        }
        if schema.types == ["integer"] { return ("-1", "1") }
        let isUpper =
            schema.standard.map { $0 == $0.uppercased() && $0 != $0.lowercased() } ?? false
        return isUpper ? ("DESC", "ASC") : ("desc", "asc")
    }
}

// Values that a document lists.
extension SortSpelling {
    private static func listed(_ values: [String], fields: [String]) -> [SortSpelling] {
        let byRating = values.filter {
            $0.lowercased().contains(text: "rating") || $0.lowercased() == "imdb"
        }
        let usable = byRating.isEmpty ? values.filter { isDirection($0) } : byRating
        var found: [SortSpelling] = []
        for value in usable where isDescending(value) {
            let field = bare(value)
            found.append(
                SortSpelling(
                    descending: value,
                    ascending: usable.first { !isDescending($0) && bare($0) == field }))
        }
        // Only upwards is better than nothing: what it means shows.
        if found.isEmpty, let value = usable.first {
            found.append(SortSpelling(descending: value, ascending: nil))
        }
        let first = fields.first ?? "imdb_rating"
        return found.filter { bare($0.descending) == bare(first) }
            + found.filter { bare($0.descending) != bare(first) }
    }

    private static func words(_ value: String) -> [String] {
        value.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    static func isDescending(_ value: String) -> Bool {
        value.hasPrefix("-") || value.lowercased() == "true"
            || words(value).contains { $0.hasPrefix("desc") || $0 == "down" }
    }

    private static func isDirection(_ value: String?) -> Bool {
        guard let value else { return false }
        let words = words(value)
        return ["-1", "1", "true", "false"].contains(value)
            || words.count == 1 && (words[0].hasPrefix("desc") || words[0].hasPrefix("asc"))
    }

    /// The field of a value, without what says which way.
    private static func bare(_ value: String) -> String {
        words(value).filter { !$0.hasPrefix("desc") && !$0.hasPrefix("asc") }.joined(separator: "_")
    }
}
