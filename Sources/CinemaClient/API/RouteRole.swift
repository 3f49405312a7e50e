/// What a route is for, by its noun and the words after it.
enum RouteRole {
    typealias Role = APIDialect.Role

    static func of(
        _ noun: RoutePath.Noun, isSearch: Bool, _ rest: [RoutePath.Word], needsIdentifier: Bool
    ) -> Role? {
        var shape = rest.compactMap(Shape.init)
        guard shape.count == rest.count(where: { $0 != .filler }) else { return nil }
        // `/films/movies`: a noun said twice.
        if shape.first == .noun(noun) { shape.removeFirst() }
        if isSearch { shape.insert(.search, at: 0) }
        switch shape {
        case []: return needsIdentifier ? detail(noun) : list(noun)
        case [.search], [.search, .variable]: return search(noun)
        case [.variable]: return detail(noun)
        case [.variable, .noun(.film)] where noun == .person: return .filmsOfPerson
        case [.variable, .noun(.film)] where noun == .genre: return .filmsOfGenre
        case [.noun(.person), .variable] where noun == .film: return .filmsOfPerson
        case [.noun(.genre), .variable] where noun == .film: return .filmsOfGenre
        case [.noun(.film)] where noun == .person && needsIdentifier: return .filmsOfPerson
        case [.noun(.film)] where noun == .genre && needsIdentifier: return .filmsOfGenre
        case [.noun(.film), .variable] where noun == .person: return .filmsOfPerson
        case [.noun(.film), .variable] where noun == .genre: return .filmsOfGenre
        default: return nil
        }
    }

    private enum Shape: Equatable {
        case noun(RoutePath.Noun)
        case search, variable

        init?(_ word: RoutePath.Word) {
            switch word {
            case .noun(let noun, _): self = .noun(noun)
            case .search: self = .search
            case .variable: self = .variable
            default: return nil
            }
        }
    }

    private static func list(_ noun: RoutePath.Noun) -> Role {
        switch noun {
        case .film: .films
        case .genre: .genres
        case .person: .people
        }
    }

    private static func search(_ noun: RoutePath.Noun) -> Role {
        switch noun {
        case .film: .filmSearch
        case .genre: .genreSearch
        case .person: .personSearch
        }
    }

    private static func detail(_ noun: RoutePath.Noun) -> Role {
        switch noun {
        case .film: .film
        case .genre: .genre
        case .person: .person
        }
    }
}
