internal import CinemaCore

extension APICatalog: SnapshotSource {
    /// All films, best first where the service can: an order that stands
    /// still while pages are read.
    private func wholeList(_ dialect: APIDialect) throws(APIFailure) -> APIList {
        guard let route = dialect.routes[.films] else {
            throw failure(.unsupported, "it does not list its films")
        }
        return APIList(role: .films, order: route.descending == nil ? .own : .descending)
    }

    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan {
        try await answer { dialect throws(APIFailure) in
            let list = try wholeList(dialect)
            _ = try await knownGenres(dialect)
            let first = try await films(list, upTo: 1, anew: true, dialect)
            let tellsPeople = first.records.contains { !$0.credits.isEmpty }
            var total: Int?
            if case .exact(let films) = first.total { total = films }
            return SnapshotPlan(
                needsDetails: !tellsPeople && dialect.routes[.film] != nil, films: total,
                pageSize: first.size)
        }
    }

    func snapshotFilms(page number: Int) async throws(CatalogError) -> SnapshotPage {
        try await answer { dialect throws(APIFailure) in
            let list = try wholeList(dialect)
            guard number < LoadedList<FilmRecord>.mostPages else {
                return SnapshotPage(films: [], isLast: true)
            }
            let size = filmLists.value(list)?.size ?? list.size(dialect)
            var one = LoadedList<FilmRecord>(size: size, page: number)
            try await extend(&one, list, dialect)
            let ids = Set(one.records.map(\.identity))
            // The last page over again: there is none of this number.
            let isRepeated = snapshotPage.map { $0.number == number - 1 && $0.ids == ids } ?? false
            if isRepeated { return SnapshotPage(films: [], isLast: true) }
            snapshotPage = (number, ids)
            return SnapshotPage(
                films: one.records, isLast: one.isComplete, unreadableRows: one.unreadableRows)
        }
    }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord {
        try await answer { dialect throws(APIFailure) in try await filmRecord(id, dialect) }
    }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] {
        try await answer { dialect throws(APIFailure) in try await genres(anew: true, dialect) }
    }
}
