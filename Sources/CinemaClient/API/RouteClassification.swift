/// Finds out what each route of a document is for, by the words of its path.
///
/// What is not the catalogue (accounts, bookmarks, similar films) is left out.
/// Of several routes for one thing the one of the lowest version counts, and
/// the one that stands beside the list of films.
struct RouteClassification: Sendable {
    typealias Operation = OpenAPIDocument.Operation
    typealias Role = APIDialect.Role

    let routes: [Role: Operation]

    init(_ operations: [Operation]) {
        let candidates = operations.enumerated().compactMap { Candidate($1, order: $0) }
        let films = candidates.filter { $0.role == .films }.min { $0.rank() < $1.rank() }
        var routes: [Role: Operation] = [:]
        for role in Role.allCases {
            let best = candidates.filter { $0.role == role }
                .min { $0.rank(beside: films) < $1.rank(beside: films) }
            routes[role] = best?.operation
        }
        Self.searchLists(&routes)
        self.routes = routes
    }

    /// Where there is no search of its own, a list that takes a text is one.
    private static func searchLists(_ routes: inout [Role: Operation]) {
        let pairs: [(list: Role, search: Role)] = [
            (.films, .filmSearch), (.genres, .genreSearch), (.people, .personSearch),
        ]
        for (list, search) in pairs {
            if routes[search] == nil, let route = routes[list],
                ParameterMeanings(route.query()).text(isSearch: false) != nil
            {
                routes[search] = route
            }
        }
        // A search that needs no text lists all films.
        if routes[.films] == nil, let search = routes[.filmSearch],
            RoutePath(search.path).hasNoVariable,
            let text = ParameterMeanings(search.query()).text(isSearch: true), !text.isRequired
        {
            routes[.films] = search
        }
    }
}

extension RoutePath {
    fileprivate var hasNoVariable: Bool {
        !words.contains { if case .variable = $0 { true } else { false } }
    }
}

/// A route with a role, and what speaks for it.
private struct Candidate {
    let operation: OpenAPIDocument.Operation
    let role: APIDialect.Role
    private let prefix: [RoutePath.Word]
    private let noun: String
    private let version: Int
    private let strangers: Int
    private let length: Int
    private let isPaged: Bool
    private let order: Int

    init?(_ operation: OpenAPIDocument.Operation, order: Int) {
        let words = RoutePath(operation.path).words
        guard let split = Self.split(words) else { return nil }
        let needsIdentifier = operation.query().contains {
            $0.isRequired && ParameterName($0.name).isIdentifier
        }
        guard
            let role = RouteRole.of(
                split.noun, isSearch: split.isSearch, split.rest, needsIdentifier: needsIdentifier)
        else { return nil }
        self.operation = operation
        self.role = role
        prefix = split.prefix
        noun = split.spelling
        version =
            split.prefix.compactMap { if case .marker(let version) = $0 { version } else { nil } }
            .first ?? 1
        strangers = split.prefix.count { if case .other = $0 { true } else { false } }
        length = words.count
        let meanings = ParameterMeanings(operation.query())
        isPaged = meanings.page != nil || meanings.size != nil
        self.order = order
    }

    /// Less is better.
    func rank(beside films: Candidate? = nil) -> Rank {
        let isBeside = films.map { $0.prefix == prefix } ?? true
        let isAlike = films.map { $0.noun == noun } ?? true
        return Rank(parts: [
            isBeside ? 0 : 1, version, strangers, isPaged ? 0 : 1, isAlike ? 0 : 1, length, order,
        ])
    }

    /// What stands before the noun, the noun, and what comes after it.
    private static func split(
        _ words: [RoutePath.Word]
    ) -> (
        prefix: [RoutePath.Word], noun: RoutePath.Noun, spelling: String, isSearch: Bool,
        rest: [RoutePath.Word]
    )? {
        // A noun before `api` or the version is the name of the service.
        let marker = words.lastIndex { if case .marker = $0 { true } else { false } }
        let start = marker.map { $0 + 1 } ?? 0
        let from =
            words[start...].contains { if case .noun = $0 { true } else { false } } ? start : 0
        guard
            let position = words[from...].firstIndex(where: {
                if case .noun = $0 { true } else { false }
            }), case .noun(let noun, let spelling) = words[position]
        else { return nil }
        var prefix = Array(words[..<position])
        let isSearch = prefix.last == .search
        if isSearch { prefix.removeLast() }
        guard !prefix.contains(where: isForeign) else { return nil }
        let rest = words[(position + 1)...].filter {
            if case .marker = $0 { false } else { true }
        }
        return (prefix, noun, spelling, isSearch, rest)
    }

    /// Whether what is beneath a word is not the catalogue.
    private static func isForeign(_ word: RoutePath.Word) -> Bool {
        switch word {
        case .variable, .search: true
        case .other(let text): foreign.contains(text)
        default: false
        }
    }

    private static let foreign: Set<String> = [
        "auth", "account", "accounts", "user", "users", "me", "my", "profile", "bookmark",
        "bookmarks", "favorite", "favorites", "favourite", "favourites", "like", "likes", "review",
        "reviews", "rating", "ratings", "score", "scores", "recommendation", "recommendations",
        "history", "views", "progress", "ugc", "similar", "alike",
    ]
}

/// Compares part by part.
private struct Rank: Comparable {
    let parts: [Int]

    static func < (left: Rank, right: Rank) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
