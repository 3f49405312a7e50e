internal import CinemaCore

/// Writes a new catalogue file from the films of a builder.
///
/// One transaction without a journal: the file is worth nothing before the
/// end, and its maker gives it its name only then.
final class CatalogWriter {
    /// How far the work is, from 0 to 1.
    typealias Progress = (Double) -> Void

    let connection: Connection
    let builder: CatalogBuilder
    let numbering: CatalogNumbering
    var words = WordCollector()
    /// The people of each film by row, and what they did.
    var credits = WordCollector.Occurrences()
    var creditRoles: [UInt64] = []
    /// The film of each credit, while people are written.
    var films: [UInt32] = []
    var columns: FilmColumns
    /// The films of genres and labels by their keys.
    var labelFilms: [Int: [UInt32]] = [:]
    /// The start texts of titles and names with their rows.
    var titleStarts: [(text: String, row: Int)] = []
    var nameStarts: [(text: String, row: Int)] = []
    var personIDs: [String] = []
    var genreIDs: [String] = []

    private init(_ builder: CatalogBuilder, _ connection: Connection) throws(SQLiteError) {
        self.builder = builder
        self.connection = connection
        numbering = try CatalogNumbering(builder)
        columns = FilmColumns(lastRow: numbering.films.count)
    }

    /// What a catalogue has.
    struct Counts {
        var films: Int
        var people: Int
        var genres: Int
    }

    /// Writes all films of `builder` into the empty database `connection`.
    @discardableResult
    static func write(
        _ builder: CatalogBuilder, to connection: Connection, provenance: String,
        progress: Progress = { _ in }
    ) throws(SQLiteError) -> Counts {
        let writer = try CatalogWriter(builder, connection)
        progress(0.2)
        try connection.setPragma("journal_mode", to: "OFF")
        try connection.setPragma("synchronous", to: "OFF")
        try connection.setPragma("locking_mode", to: "EXCLUSIVE")
        try connection.setPragma("cache_size", to: -32_768)
        try connection.setPragma("application_id", to: Int64(CatalogSchema.applicationID))
        try connection.transaction { () throws(SQLiteError) in
            try connection.execute(CatalogSchema.tables)
            writer.identify()
            try writer.writeGenres()
            try writer.writeFilms()
            progress(0.45)
            try writer.writePeople()
            progress(0.6)
            try writer.writeLabels()
            try writer.writeStarts()
            progress(0.7)
            try writer.writeWords()
            progress(0.9)
            try writer.columns.write(to: connection)
            try writer.writeProperties(provenance)
            try connection.execute(CatalogSchema.indices)
            // Last, so that a file is a catalogue only when it is whole.
            try connection.setUserVersion(CatalogSchema.version)
        }
        progress(1)
        let numbering = writer.numbering
        return Counts(
            films: numbering.films.count, people: numbering.people.count,
            genres: numbering.genres.count)
    }

    private func identify() {
        let people = builder.people
        personIDs = people.names.indices.map {
            people.ids[$0] ?? CatalogIdentity.person(people.names[$0])
        }
        let genres = builder.genres
        genreIDs = genres.names.indices.map {
            genres.ids[$0] ?? CatalogIdentity.genre(genres.names[$0])
        }
    }

    private func writeGenres() throws(SQLiteError) {
        let statement = try connection.prepare("INSERT INTO genre VALUES (?, ?, ?, ?, NULL)")
        for (index, number) in numbering.genres.enumerated() {
            let name = builder.genres.names[number]
            let films = numbering.genreFilms[number]
            words.addGenre(FoldedTitle(name), films: films)
            try statement.bind([
                .integer(Int64(index + 1)), StoredIdentifier.value(genreIDs[number]), .text(name),
                .integer(Int64(films)),
            ])
            try statement.run()
        }
    }

    private func writeProperties(_ provenance: String) throws(SQLiteError) {
        let properties: [(String, SQLiteValue)] = [
            (CatalogSchema.Property.provenance, .text(provenance)),
            (CatalogSchema.Property.enoughReviews, .integer(Int64(numbering.enoughReviews))),
        ]
        for (name, value) in properties {
            try connection.run("INSERT INTO property VALUES (?, ?)", [.text(name), value])
        }
    }
}
