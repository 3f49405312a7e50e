internal import CinemaCore

/// People and genres as a whole, the best films and a random one.
extension CatalogDatabase {
    /// A person with their films, newest first; nil if there is none.
    func person(_ id: Identifier<Person>) throws(SQLiteError) -> Person? {
        let row = try connection.firstRow(
            "SELECT row FROM person WHERE id = ?", [StoredIdentifier.value(id.text)]
        ) { Int(clamping: $0.integer(0)) }
        guard let row, let summary = try summaries(ofPeople: [row]).first else { return nil }
        let films = try filmography(ofPerson: row)
        let roles = try allRoles()
        var entries: [FilmographyEntry] = []
        for (film, mask) in zip(try summaries(ofFilms: films.map(\.row)), films.map(\.roles)) {
            entries.append(FilmographyEntry(film: film, roles: roles.masked(mask)))
        }
        // Films of one year stay in the order of relevance.
        let places = entries.indices.sorted { left, right in
            let years = (entries[left].film.year ?? .min, entries[right].film.year ?? .min)
            return years.0 != years.1 ? years.0 > years.1 : left < right
        }
        return Person(summary: summary, filmography: places.map { entries[$0] })
    }

    private func filmography(
        ofPerson row: Int
    ) throws(SQLiteError) -> [(row: Int, roles: UInt64)] {
        let sql = "SELECT filmography FROM person WHERE row = ?"
        let films = try connection.firstRow(sql, [.integer(Int64(row))]) {
            (statement) throws(SQLiteError) in
            try statement.withBytes(0) { (bytes) throws(SQLiteError) in
                var films: [(row: Int, roles: UInt64)] = []
                try Self.visitFilmography(bytes) { films.append(($0, $1)) }
                return films
            }
        }
        return films ?? []
    }

    /// How many of its best films a genre tells.
    private static let bestOfGenre = 20

    func genre(_ id: Identifier<Genre>) throws(SQLiteError) -> Genre? {
        guard let place = genres.firstIndex(where: { $0.summary.id == id }) else { return nil }
        let films = try allGenreFilms()[place]
        return Genre(
            summary: genres[place].summary, description: genres[place].description,
            facets: try facets(films, decades: films, ratings: films),
            best: try bestFilms(among: films, count: Self.bestOfGenre))
    }

    /// The first films in the order of rows whose rating has enough reviews.
    private func bestFilms(among films: RowSet, count: Int) throws(SQLiteError) -> [FilmSummary] {
        guard count > 0 else { return [] }
        let ratings = try ratings().values
        let reviews = try reviews().values
        var rows: [Int] = []
        films.walk(while: { row in
            // One more than the count is stored; 0 is unknown.
            if ratings[row] != 0, max(1, Int(reviews[row])) > enoughReviews {
                rows.append(row)
            }
            return rows.count < count
        })
        return try summaries(ofFilms: rows)
    }

    /// As `bestFilms(among:)` of all films, without the columns.
    func bestFilms(count: Int) throws(SQLiteError) -> [FilmSummary] {
        let sql = """
            SELECT row FROM film WHERE rating IS NOT NULL AND ifnull(reviews, 0) >= ?
            ORDER BY row LIMIT ?
            """
        let rows = try connection.rows(
            sql, [.integer(Int64(enoughReviews)), .integer(Int64(max(0, count)))]
        ) { Int(clamping: $0.integer(0)) }
        return try summaries(ofFilms: rows)
    }

    /// A film of the query's result; the same for the same seed.
    func randomFilm(_ query: FilmQuery, seed: UInt64) throws(SQLiteError) -> FilmSummary? {
        let matches = try matches(query)
        guard matches.filmCount > 0 else { return nil }
        // One step of SplitMix64 spreads seeds that are close together.
        var mixed = seed &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        let place = Int(mixed % UInt64(matches.filmCount))
        return try summaries(ofFilms: matches.films.rows(offset: place, limit: 1)).first
    }

    /// The first rows of everything that a query finds.
    func search(_ query: FilmQuery, count: Int) throws(SQLiteError) -> SearchResults {
        let matches = try matches(query)
        let request = PageRequest(count: count)
        return SearchResults(
            films: try films(query, request), people: try people(query, request),
            genres: try genres(query, request), rescue: matches.rescue)
    }

    func films(
        _ query: FilmQuery, _ page: PageRequest
    ) throws(SQLiteError) -> Page<FilmSummary> {
        let rows = try filmRows(query, offset: page.offset, limit: page.count)
        return Page(
            items: try summaries(ofFilms: rows), offset: page.offset,
            total: .exact(try matches(query).filmCount))
    }

    func people(
        _ query: FilmQuery, _ page: PageRequest
    ) throws(SQLiteError) -> Page<PersonSummary> {
        let matches = try matches(query)
        let rows = matches.people.rows(offset: page.offset, limit: page.count)
        return Page(
            items: try summaries(ofPeople: rows), offset: page.offset,
            total: .exact(matches.peopleCount))
    }

    func genres(
        _ query: FilmQuery, _ page: PageRequest
    ) throws(SQLiteError) -> Page<GenreSummary> {
        let rows = try matches(query).genres
        return Page(
            items: summaries(ofGenres: rows.dropFirst(page.offset).prefix(page.count)),
            offset: page.offset, total: .exact(rows.count))
    }
}
