internal import CinemaCore

extension APICatalog {
    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await answer { dialect throws(APIFailure) in
            try await filmRecord(id.text, dialect).film(genreNames)
        }
    }

    func filmRecord(
        _ id: String, _ dialect: APIDialect
    ) async throws(APIFailure) -> FilmRecord {
        // Genres may be told by id alone, or by name alone.
        _ = try await knownGenres(dialect)
        var film = try await detail("film", .film, id, dialect) { $0.film($1) }
        film.id = film.id ?? id
        // The id by which it was found stays the one by which it is known.
        if film.id != id, film.otherID == id || film.otherID == nil {
            film.otherID = film.id
            film.id = id
        }
        memory.remember(film, film.summary(genreNames))
        return film
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await answer { dialect throws(APIFailure) in
            let known = try await knownGenres(dialect).isEmpty ? nil : genreNames.genre(id.text)
            let record: GenreRecord
            if let known, known.description != nil || dialect.routes[.genre] == nil {
                record = known
            } else {
                record = try await genreRecord(id.text, known, dialect)
            }
            let query = FilmQuery(filters: [Filter(.genre([record.id]))])
            var best = FilmSelection()
            do throws(APIFailure) {
                best = try await select(query, upTo: 20, anew: false, dialect)
            } catch {
                if error.error.kind == .cancelled { throw error }
            }
            if best.origin.ignored.contains("genre") { best = FilmSelection() }
            // Not told is none to those who show it.
            let films = best.total.isExact ? best.total.value : 0
            return Genre(
                summary: GenreSummary(
                    id: Identifier(record.id), name: record.name, films: films),
                description: record.description,
                facets: best.isComplete ? FilmFacets(best.films, genreNames) : FilmFacets(),
                best: best.films.prefix(20).map { $0.summary(genreNames) })
        }
    }

    private func genreRecord(
        _ id: String, _ known: GenreRecord?, _ dialect: APIDialect
    ) async throws(APIFailure) -> GenreRecord {
        do throws(APIFailure) {
            return try await detail("genre", .genre, known?.id ?? id, dialect) { $0.genre($1) }
        } catch {
            guard let known, error.error.kind != .cancelled else { throw error }
            return known
        }
    }

    /// The one record of an id, asked for under each of the ids that it has.
    func detail<Record>(
        _ thing: String, _ role: APIDialect.Role, _ id: String, _ dialect: APIDialect,
        _ record: (inout APINormalizer, JSONValue) -> Record?
    ) async throws(APIFailure) -> Record {
        let missing = failure(.notFound, "there is no \(thing) with the id \(Self.shown(id))")
        guard let route = dialect.routes[role] else {
            throw failure(.unsupported, "it does not tell of a single \(thing)")
        }
        guard !id.isEmpty, id.utf8.count <= FilmRecordReader.longestID else { throw missing }
        for id in memory.ids(id) {
            do throws(APIFailure) {
                return try await read(route.target(.init(identifier: id))) {
                    body throws(APIFailure) in
                    if body.isNull || body.kind == .array && body.count == 0 { throw missing }
                    guard let record = record(&normalizer, body) else {
                        let cause = normalizer.problems.first ?? "not a \(thing)"
                        throw failure(.invalidAnswer, "the \(thing) makes no sense (\(cause))")
                    }
                    return record
                }
            } catch {
                guard error.meansNothing || error.error.kind == .unsupported else { throw error }
            }
        }
        throw missing
    }

    private static func shown(_ id: String) -> String {
        ErrorDetail.line(String(id.prefix(64))) ?? "\"\""
    }
}

extension FilmFacets {
    /// How rows spread, as far as they tell.
    init(_ films: [FilmRecord], _ genreNames: GenreNames) {
        self.init()
        var genres: [GenreReference: Int] = [:]
        var decades: [Int: Int] = [:]
        for film in films {
            for genre in Set(film.genres.map(genreNames.reference)) {
                genres[genre, default: 0] += 1
            }
            if let year = film.year { decades[year / 10 * 10, default: 0] += 1 }
            if let rating = film.rating { ratings[rating.tenths / 10] += 1 }
        }
        self.genres = genres.map { GenreCount(genre: $0.key, films: $0.value) }
            .sorted { ($1.films, $0.genre.name) < ($0.films, $1.genre.name) }
        self.decades = decades.sorted { $0.key < $1.key }.map {
            DecadeCount(decade: $0.key, films: $0.value)
        }
    }
}
