internal import CinemaCore

extension CatalogWriter {
    /// Writes the films in the order of their rows, and gathers what the
    /// other tables need of them.
    func writeFilms() throws(SQLiteError) {
        let row = try connection.prepare("INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let detail = try connection.prepare(
            "INSERT INTO film_detail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (index, number) in numbering.films.enumerated() {
            let film = try builder.film(number)
            let filmRow = index + 1
            try write(film, id: numbering.filmIDs[number], at: filmRow, with: row)
            try writeDetail(film, at: filmRow, with: detail)
            gatherColumns(film, at: filmRow)
            gatherLabels(film, at: UInt32(filmRow))
        }
    }

    private func write(
        _ film: StagedFilm, id: String, at row: Int, with statement: Statement
    ) throws(SQLiteError) {
        var genres = ByteWriter()
        for genre in film.genres { genres.write(numbering.genreRows[genre]) }
        var directors = ByteWriter()
        for credit in film.credits where credit.roles & 1 != 0 {
            StoredIdentifier.write(personIDs[credit.person], to: &directors)
            directors.write(builder.people.names[credit.person])
        }
        try statement.bind(row, at: 1)
        try statement.bind(StoredIdentifier.value(id), at: 2)
        try statement.bind(film.title, at: 3)
        try statement.bind(film.year, at: 4)
        try statement.bind(film.tenths, at: 5)
        try statement.bind(film.reviews, at: 6)
        try statement.bind(film.runtime, at: 7)
        try statement.bind(film.type.map { $0 + 1 }, at: 8)
        try statement.bind(genres.bytes, at: 9)
        try statement.bind(directors.bytes, at: 10)
        try statement.run()
    }

    private func writeDetail(
        _ film: StagedFilm, at row: Int, with statement: Statement
    ) throws(SQLiteError) {
        var people: [UInt32] = []
        var packed = ByteWriter()
        for credit in billed(film.credits) {
            let person = numbering.personRows[credit.person]
            people.append(UInt32(person))
            creditRoles.append(credit.roles)
            packed.write(person)
            packed.write(credit.roles)
        }
        credits.addRow(people)
        try statement.bind(row, at: 1)
        try statement.bind(film.description, at: 2)
        try statement.bind(film.released, at: 3)
        try statement.bind(Self.packed(film.countries), at: 4)
        try statement.bind(Self.packed(film.languages), at: 5)
        try statement.bind(packed.bytes, at: 6)
        try statement.bind(film.awards, at: 7)
        try statement.bind(film.metacritic, at: 8)
        try statement.bind(film.tomatometer, at: 9)
        try statement.bind(film.boxOffice, at: 10)
        try statement.bind(film.imdb, at: 11)
        try statement.run()
    }

    /// Directors first, then writers, then the rest, each in their order.
    private func billed(_ credits: [StagedFilm.Credit]) -> [StagedFilm.Credit] {
        credits.filter { $0.roles & 1 != 0 }
            + credits.filter { $0.roles & 1 == 0 && $0.roles & 2 != 0 }
            + credits.filter { $0.roles & 3 == 0 }
    }

    private static func packed(_ labels: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        for label in labels { writer.write(label + 1) }
        return writer.bytes
    }

    private func gatherLabels(_ film: StagedFilm, at row: UInt32) {
        for genre in film.genres {
            labelFilms[LabelKind.genre.key(numbering.genreRows[genre]), default: []].append(row)
        }
        for label in film.countries {
            labelFilms[LabelKind.country.key(label + 1), default: []].append(row)
        }
        for label in film.languages {
            labelFilms[LabelKind.language.key(label + 1), default: []].append(row)
        }
        if let type = film.type {
            labelFilms[LabelKind.type.key(type + 1), default: []].append(row)
        }
    }

    private func gatherColumns(_ film: StagedFilm, at row: Int) {
        columns.years[row] = UInt16(clamping: film.year ?? 0)
        columns.ratings[row] = film.tenths.map { UInt8(clamping: $0 + 1) } ?? 0
        columns.reviews[row] = film.reviews.map { UInt32(clamping: $0 + 1) } ?? 0
        columns.runtimes[row] = film.runtime.map { UInt16(clamping: $0 + 1) } ?? 0
    }
}
