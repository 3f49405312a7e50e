internal import CinemaCore

extension APICatalog {
    /// How many rows, and how many pages at most, are read to filter and sort
    /// here.
    static let mostRowsToFilter = 1_000
    static let mostPagesToFilter = 20

    static func rowsToFilter(_ list: APIList, _ dialect: APIDialect) -> Int {
        min(mostRowsToFilter, mostPagesToFilter * list.size(dialect))
    }

    /// The films of a query, at least `count` of them if there are.
    func select(
        _ query: FilmQuery, upTo count: Int, anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> FilmSelection {
        let plan = try await plan(query, dialect)
        guard let list = plan.list else { return FilmSelection() }
        guard !plan.isOfTheServer else {
            let loaded = try await films(list, upTo: count, anew: anew, dialect)
            return FilmSelection(
                films: loaded.records, total: loaded.total,
                origin: ResultOrigin(place: .server, unreadableRows: loaded.unreadableRows),
                isComplete: loaded.isComplete)
        }
        if let ignored = try await untold(plan, list, anew: anew, dialect) {
            let loaded = try await films(list, upTo: count, anew: false, dialect)
            return FilmSelection(
                films: loaded.records, total: loaded.total,
                origin: ResultOrigin(
                    place: .server, unreadableRows: loaded.unreadableRows, ignored: ignored),
                isComplete: loaded.isComplete)
        }
        let loaded = try await films(
            list, upTo: Self.rowsToFilter(list, dialect), anew: false, dialect)
        return try await select(plan, from: loaded, dialect)
    }

    /// The names of the filters where nothing but them is left to do, and the
    /// first page shows that rows tell of none; nil otherwise. Reading on
    /// would be for nothing.
    private func untold(
        _ plan: FilmPlan, _ list: APIList, anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> [String]? {
        let first = try await films(list, upTo: 1, anew: anew, dialect)
        guard plan.sort == nil, plan.text == nil, plan.exclusions.isEmpty, !first.records.isEmpty,
            !first.isComplete
        else { return nil }
        let tellsMembers = try await tellsMembers(dialect)
        guard
            plan.filters.allSatisfy({ filter in
                if case .genre = filter.condition, tellsMembers { return false }
                return !first.records.contains { RowFilter.tells($0, filter.condition) }
            })
        else { return nil }
        return plan.filters.map(\.fieldName).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// Filters and sorts here what was read.
    private func select(
        _ plan: FilmPlan, from loaded: LoadedList<FilmRecord>, _ dialect: APIDialect
    ) async throws(APIFailure) -> FilmSelection {
        var films = loaded.records
        var left: [Filter] = []
        let tellGenres = films.contains { !$0.genres.isEmpty }
        for filter in plan.filters {
            guard case .genre(let values) = filter.condition, !tellGenres,
                let members = try await members(of: values, dialect)
            else {
                left.append(filter)
                continue
            }
            films = films.filter { members.contains($0.identity) != filter.isExcluding }
        }
        let filter = RowFilter(filters: left, exclusions: plan.exclusions, text: plan.text)
        var (kept, ignored) = filter.apply(to: films)
        if let sort = plan.sort {
            if let sorted = RowSort.sorted(kept, by: sort) {
                kept = sorted
            } else {
                ignored.append("sort")
            }
        }
        let coverage = ResultOrigin.Coverage(read: loaded.records.count, total: loaded.total)
        return FilmSelection(
            films: kept, total: loaded.isComplete ? .exact(kept.count) : .atLeast(kept.count),
            origin: ResultOrigin(
                place: .loadedPages, coverage: loaded.isComplete ? nil : coverage,
                unreadableRows: loaded.unreadableRows, ignored: ignored),
            isComplete: loaded.isComplete)
    }

    /// Whether the service can be asked for the films of a genre.
    private func tellsMembers(_ dialect: APIDialect) async throws(APIFailure) -> Bool {
        guard dialect.genreKey != .none, dialect.routes[.films]?.genre != nil else { return false }
        return try await !knownGenres(dialect).isEmpty
    }

    /// The ids of the films of any of the named genres, asked genre by genre;
    /// nil where the service cannot tell.
    private func members(
        of values: [String], _ dialect: APIDialect
    ) async throws(APIFailure) -> Set<String>? {
        guard try await tellsMembers(dialect) else { return nil }
        let genres = values.flatMap { genreNames.genres($0) }
        guard genres.count <= 8 else { return nil }
        var members: Set<String> = []
        for genre in genres {
            var list = APIList(role: .films)
            list.genre = dialect.genreKey == .name ? genre.name : genre.id
            if dialect.routes[.films]?.descending != nil { list.order = .descending }
            let films = try await films(
                list, upTo: Self.rowsToFilter(list, dialect), anew: false, dialect)
            members.formUnion(films.records.map(\.identity))
        }
        return members
    }
}
