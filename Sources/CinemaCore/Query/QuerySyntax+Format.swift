extension Filter {
    /// The filter as query text; `QuerySyntax` reads it back to the same.
    public var queryText: String {
        let value: String =
            switch condition {
            case .genre(let names), .country(let names), .language(let names), .type(let names):
                Filter.list(names)
            case .person(let names, _): Filter.list(names)
            case .year(let span), .runtime(let span): Filter.text(span) { String($0) }
            case .rating(let span):
                Filter.text(span) { $0 % 10 == 0 ? String($0 / 10) : "\($0 / 10).\($0 % 10)" }
            }
        return (isExcluding ? "-" : "") + fieldName + ":" + value
    }

    /// Quotes inside a name and marks before its first letter cannot be
    /// written, and do not count where names are compared.
    private static func list(_ names: [String]) -> String {
        names.map { name in
            var name = name.filter { !QuerySyntax.isQuote($0) }
            while !name.isEmpty && ",\(name)".count == name.count {
                name.unicodeScalars.removeFirst()
            }
            return name.contains { $0.isWhitespace || $0 == "," } ? "\"\(name)\"" : name
        }.joined(separator: ",")
    }

    private static func text(_ span: Span<Int>, _ format: (Int) -> String) -> String {
        switch (span.lower, span.upper) {
        case (let lower?, let upper?) where lower == upper: format(lower)
        case (let lower?, let upper?): "\(format(lower))..\(format(upper))"
        case (let lower?, nil): ">=\(format(lower))"
        case (nil, let upper?): "<=\(format(upper))"
        case (nil, nil): ".."
        }
    }
}

extension FilmSort {
    /// The order as query text, `sort:-rating`.
    public var queryText: String { "sort:" + (isDescending ? "-" : "") + field.rawValue }
}

extension FilmQuery {
    /// The whole query as text that `QuerySyntax.parse` reads back to an equal one.
    public var queryText: String {
        var terms = filters.map(\.queryText)
        if sort != .relevance { terms.append(sort.queryText) }
        guard !typed.isEmpty else { return terms.joined(separator: " ") }
        // A quote without an end would swallow what stands behind it.
        let isOpen = QuerySyntax.tokens(of: typed + " ").last?.isEnded == false
        return (isOpen ? terms + [typed] : [typed] + terms).joined(separator: " ")
    }
}
