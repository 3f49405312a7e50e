internal import CinemaCore

extension APICatalog {
    /// Finds the list that narrows a query most, and what it leaves to do.
    func plan(_ query: FilmQuery, _ dialect: APIDialect) async throws(APIFailure) -> FilmPlan {
        var plan = FilmPlan(filters: query.filters, exclusions: query.text.exclusions)
        let text = ServerText.text(query)
        if !text.isEmpty, let route = dialect.routes[.filmSearch] {
            try check(text, route, of: "films")
            plan.list = APIList(role: .filmSearch, text: text)
        } else {
            guard dialect.routes[.films] != nil else {
                throw failure(.unsupported, "it does not list films; search for a title")
            }
            plan.list = APIList(role: .films)
            if !text.isEmpty { plan.text = query.text }
        }
        try await narrow(&plan, dialect)
        order(&plan, query.sort, dialect)
        return plan
    }

    /// A text that a service would refuse is not sent.
    func check(
        _ text: String, _ route: APIDialect.Route, of things: String
    ) throws(APIFailure) {
        guard let least = route.text?.minimumLength, text.count < least else { return }
        throw failure(
            .unsupported, "a search for \(things) needs at least \(least) letters; go on typing")
    }

    /// Leaves a filter by one genre to the service.
    private func narrow(_ plan: inout FilmPlan, _ dialect: APIDialect) async throws(APIFailure) {
        for (place, filter) in plan.filters.enumerated() where !filter.isExcluding {
            guard case .genre(let values) = filter.condition, values.count == 1,
                let list = plan.list
            else { continue }
            switch try await choice(values[0], dialect) {
            case .nothing:
                plan.list = nil
                return
            case .unclear: continue
            case .genre(let key, let id):
                if dialect.genreKey != .none, dialect.routes[list.role]?.genre != nil {
                    plan.list?.genre = key
                } else if list.role == .films, dialect.routes[.filmsOfGenre] != nil, let id {
                    plan.list = APIList(role: .filmsOfGenre, id: id)
                } else {
                    continue
                }
                plan.filters.remove(at: place)
                return
            }
        }
    }

    enum GenreChoice {
        /// What the parameter takes, and the id.
        case genre(key: String, id: String?)
        /// There is no such genre. Some services give everything then.
        case nothing
        case unclear
    }

    func choice(
        _ value: String, _ dialect: APIDialect
    ) async throws(APIFailure) -> GenreChoice {
        let all = try await knownGenres(dialect)
        guard !all.isEmpty else {
            switch dialect.genreKey {
            case .name: return .genre(key: value, id: nil)
            case .identifier where UUIDText.isUUID(value): return .genre(key: value, id: value)
            default: return .unclear
            }
        }
        let genres = genreNames.genres(value)
        guard genres.count == 1 else { return genres.isEmpty ? .nothing : .unclear }
        let genre = genres[0]
        return .genre(key: dialect.genreKey == .name ? genre.name : genre.id, id: genre.id)
    }

    /// The genres, if they can be had without making a failure of it.
    func knownGenres(_ dialect: APIDialect) async throws(APIFailure) -> [GenreRecord] {
        if genresFailed { return [] }
        do throws(APIFailure) {
            return try await genres(anew: false, dialect)
        } catch {
            if error.error.kind == .cancelled || error.isMisfit { throw error }
            genresFailed = true
            return []
        }
    }

    /// Chooses the order of the list, or the sort that is left to do. What
    /// order a service has by itself is never relied on.
    private func order(_ plan: inout FilmPlan, _ sort: FilmSort, _ dialect: APIDialect) {
        guard let list = plan.list, let route = dialect.routes[list.role] else { return }
        let isSearch = list.role == .filmSearch
        if isSearch, sort == .relevance { return }
        let isBestFirst = sort.field == .rating && sort.isDescending || sort == .relevance
        let isWorstFirst = sort.field == .rating && !sort.isDescending
        if isBestFirst, route.descending != nil {
            plan.list?.order = .descending
        } else if isWorstFirst, route.ascending != nil {
            plan.list?.order = .ascending
        } else {
            if !isSearch, route.descending != nil { plan.list?.order = .descending }
            plan.sort = sort == .relevance ? FilmSort(.rating, descending: true) : sort
        }
    }
}
