/// Which parameter of a query string means what, by synonyms.
struct ParameterMeanings: Sendable {
    typealias Parameter = OpenAPIDocument.Parameter

    private let parameters: [Parameter]
    private let names: [ParameterName]

    init(_ parameters: [Parameter]) {
        self.parameters = parameters
        names = parameters.map { ParameterName($0.name) }
    }

    var page: Parameter? {
        first([
            "page_number", "page_num", "page_no", "number", "page", "page_index", "current_page",
            "p",
        ])
            ?? offset
    }

    /// A page that calls itself what it is: a number of rows to leave out.
    var offset: Parameter? { first(["offset", "page_offset", "skip", "start", "from"]) }

    var size: Parameter? {
        first([
            "page_size", "per_page", "limit", "size", "page_limit", "items_per_page", "count",
            "rows", "take", "top",
        ])
    }

    /// A filter by genre: the word with nothing but filler around it. A
    /// `filter` of unknown kind is none.
    var genre: Parameter? {
        let around: Set<String> = [
            "filter", "filters", "by", "id", "ids", "uuid", "name", "names", "film",
        ]
        return first(["filter_genre", "genre", "genre_id", "genres"])
            ?? zip(parameters, names).first { _, name in
                name.words.contains { $0 == "genre" || $0 == "genres" }
                    && name.words.allSatisfy {
                        $0 == "genre" || $0 == "genres" || around.contains($0)
                    }
            }?.0
            ?? first(["filter_by"])
    }

    /// What takes the words to look for. On a route for searching any text
    /// that means nothing else will do.
    func text(isSearch: Bool) -> Parameter? {
        let known = first([
            "query", "search", "search_query", "q", "title", "name", "captain", "name_search",
            "title_search", "search_text", "search_term", "search_string", "query_string", "text",
            "term",
            "full_name", "filter_title", "filter_name", "filter_query", "filter_search",
        ])
        guard isSearch, known == nil else { return known }
        let others = Set(
            [page, size, genre, sort, direction].compactMap { $0?.name })
        let left = zip(parameters, names).filter { parameter, name in
            !others.contains(parameter.name) && !name.isIdentifier
                && parameter.schema.values.isEmpty
                && !parameter.schema.isUUID
                && (parameter.schema.types.isEmpty || parameter.schema.types == ["string"])
                && !name.words.contains { $0 == "page" || $0 == "filter" || $0 == "sort" }
        }
        return (left.first { $0.0.isRequired } ?? left.first)?.0
    }

    /// What names the order.
    var sort: Parameter? {
        first([
            "sort", "sort_by", "order_by", "ordering", "sorting", "sort_field", "sort_by_rating",
        ])
            ?? zip(parameters, names).first { _, name in
                name.words.contains { $0.hasPrefix("sort") || $0.hasPrefix("order") }
                    && !name.isIdentifier && !Self.directions.contains(name.canonical)
            }?.0
            ?? first(["order", "sort_order"])
    }

    /// What turns the order around, beside a parameter that names it.
    var direction: Parameter? {
        let sort = sort?.name
        return zip(parameters, names).first { parameter, name in
            parameter.name != sort && Self.directions.contains(name.canonical)
        }?.0
    }

    private static let directions: Set<String> = [
        "sort_order", "order", "direction", "sort_direction", "order_direction", "sort_dir",
        "order_dir",
        "dir", "sort_type", "order_type", "desc", "descending", "is_desc", "sort_desc", "asc",
        "ascending",
        "is_asc", "sort_asc", "reverse", "reversed",
    ]

    private func first(_ synonyms: [String]) -> Parameter? {
        for synonym in synonyms {
            if let index = names.firstIndex(where: { $0.canonical == synonym }) {
                return parameters[index]
            }
        }
        return nil
    }
}
