internal import CinemaCore

/// Rows as the model has them.
extension CatalogDatabase {
    func summaries(ofFilms rows: [Int]) throws(SQLiteError) -> [FilmSummary] {
        let sql = """
            SELECT id, title, year, rating, reviews, runtime, type, genres, directors
            FROM film WHERE row = ?
            """
        var films: [FilmSummary] = []
        films.reserveCapacity(rows.count)
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            for row in rows {
                try checkInterruption()
                try statement.bind(row, at: 1)
                defer { statement.reset() }
                // The sets say that the row is there.
                guard try statement.step() else { throw .damagedRecord }
                films.append(try summary(ofFilm: statement))
            }
        }
        return films
    }

    private func summary(ofFilm row: Statement) throws(SQLiteError) -> FilmSummary {
        var type: String?
        if let label = row.optionalInteger(6) {
            let types = try labels(.type)
            if label > 0, label <= types.count { type = types[Int(label) - 1].name }
        }
        var film = FilmSummary(
            id: Identifier(StoredIdentifier.text(row, 0)), title: row.string(1),
            year: row.optionalInteger(2).map { Int($0) },
            rating: row.optionalInteger(3).flatMap { Rating(tenths: Int($0)) },
            reviews: row.optionalInteger(4).map { Int($0) }, type: type,
            runtime: row.optionalInteger(5).map { Int($0) })
        try row.withBytes(7) { (bytes) throws(SQLiteError) in
            var reader = ByteReader(bytes)
            while !reader.isAtEnd {
                guard let genre = genre(try reader.integer()) else { throw .damagedRecord }
                film.genres.append(GenreReference(id: genre.summary.id, name: genre.summary.name))
            }
        }
        try row.withBytes(8) { (bytes) throws(SQLiteError) in
            var reader = ByteReader(bytes)
            while !reader.isAtEnd {
                let id = try StoredIdentifier.read(&reader)
                film.directors.append(
                    PersonReference(id: Identifier(id), name: try reader.text()))
            }
        }
        return film
    }

    func summaries(ofPeople rows: [Int]) throws(SQLiteError) -> [PersonSummary] {
        let sql = """
            SELECT person.id, name, films, roles, title
            FROM person LEFT JOIN film ON film.row = known_for WHERE person.row = ?
            """
        let roles = try allRoles()
        var people: [PersonSummary] = []
        people.reserveCapacity(rows.count)
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            for row in rows {
                try statement.bind(row, at: 1)
                defer { statement.reset() }
                guard try statement.step() else { throw .damagedRecord }
                let mask = UInt64(bitPattern: statement.integer(3))
                people.append(
                    PersonSummary(
                        id: Identifier(StoredIdentifier.text(statement, 0)),
                        name: statement.string(1), films: Int(clamping: statement.integer(2)),
                        roles: roles.masked(mask), knownFor: statement.optionalString(4)))
            }
        }
        return people
    }

    func summaries(ofGenres rows: some Sequence<Int>) -> [GenreSummary] {
        rows.compactMap { genre($0)?.summary }
    }

    /// A film with everything that is known of it; nil if there is none.
    func film(_ id: Identifier<Film>) throws(SQLiteError) -> Film? {
        let row = try connection.firstRow(
            "SELECT row FROM film WHERE id = ?", [StoredIdentifier.value(id.text)]
        ) { Int(clamping: $0.integer(0)) }
        guard let row, let summary = try summaries(ofFilms: [row]).first else { return nil }
        return try film(row, summary)
    }

    /// The whole films of some rows of a query's result.
    func records(_ query: FilmQuery, _ page: PageRequest) throws(SQLiteError) -> Page<Film> {
        let rows = try filmRows(query, offset: page.offset, limit: page.count)
        var films: [Film] = []
        films.reserveCapacity(rows.count)
        for (row, summary) in zip(rows, try summaries(ofFilms: rows)) {
            try checkInterruption()
            guard let film = try film(row, summary) else { throw .damagedRecord }
            films.append(film)
        }
        return Page(
            items: films, offset: page.offset, total: .exact(try matches(query).filmCount))
    }

    private func film(_ row: Int, _ summary: FilmSummary) throws(SQLiteError) -> Film? {
        let sql = """
            SELECT description, released, awards, metacritic, tomatometer, box_office, imdb,
            countries, languages, credits FROM film_detail WHERE row = ?
            """
        return try connection.firstRow(sql, [.integer(Int64(row))]) {
            (row) throws(SQLiteError) in
            Film(
                summary: summary, description: row.optionalString(0),
                released: row.optionalString(1), countries: try names(row, 7, .country),
                languages: try names(row, 8, .language), credits: try credits(row, 9),
                awards: row.optionalString(2), metacritic: row.optionalInteger(3).map { Int($0) },
                tomatometer: row.optionalInteger(4).map { Int($0) },
                boxOffice: row.optionalInteger(5).map { Int($0) }, imdb: row.optionalString(6))
        }
    }

    private func names(
        _ row: Statement, _ column: Int, _ kind: LabelKind
    ) throws(SQLiteError) -> [String] {
        let labels = try labels(kind)
        return try row.withBytes(column) { (bytes) throws(SQLiteError) in
            var reader = ByteReader(bytes)
            var names: [String] = []
            while !reader.isAtEnd {
                let label = try reader.integer()
                guard labels.indices.contains(label - 1) else { throw .damagedRecord }
                names.append(labels[label - 1].name)
            }
            return names
        }
    }

    private func credits(_ row: Statement, _ column: Int) throws(SQLiteError) -> [Credit] {
        let roles = try allRoles()
        return try connection.withStatement("SELECT id, name FROM person WHERE row = ?") {
            (person) throws(SQLiteError) in
            try row.withBytes(column) { (bytes) throws(SQLiteError) in
                var reader = ByteReader(bytes)
                var credits: [Credit] = []
                while !reader.isAtEnd {
                    try person.bind(try reader.integer(), at: 1)
                    let mask = try reader.number()
                    defer { person.reset() }
                    guard try person.step() else { throw .damagedRecord }
                    let reference = PersonReference(
                        id: Identifier(StoredIdentifier.text(person, 0)), name: person.string(1))
                    credits.append(Credit(person: reference, roles: roles.masked(mask)))
                }
                return credits
            }
        }
    }
}

extension [Role] {
    /// The roles whose bits are set.
    func masked(_ mask: UInt64) -> [Role] {
        enumerated().compactMap { bit, role in
            bit < 64 && mask & (1 << UInt64(bit)) != 0 ? role : nil
        }
    }
}
