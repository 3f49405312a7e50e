internal import CMalloc
internal import CinemaCore

/// Writes a new catalogue file from the films of a builder.
///
/// One transaction without a journal: the file is worth nothing before the
/// end, and its maker gives it its name only then.
final class CatalogWriter {
    /// How far the work is, from 0 to 1.
    typealias Progress = (Double) throws(SQLiteError) -> Void

    let connection: Connection
    let builder: CatalogBuilder
    let numbering: CatalogNumbering
    /// The people of each film by row, and what they did.
    var credits = WordCollector.Occurrences()
    var creditRoles: [UInt64] = []
    /// The film of each credit, while people are written.
    var films: [UInt32] = []
    var columns: FilmColumns
    /// The films of genres and labels by their keys.
    var labelFilms: [Int: [UInt32]] = [:]
    let personIDs: [String]
    /// The folded texts, made on another thread while films are written.
    private let texts: SideWork<Result<CatalogTexts, SQLiteError>>

    private init(_ builder: CatalogBuilder, _ connection: Connection) throws(SQLiteError) {
        self.builder = builder
        self.connection = connection
        let people = SideWork { [people = builder.people] in PersonTexts(people) }
        let numbering = try CatalogNumbering(builder)
        self.numbering = numbering
        let personTexts = people.result()
        personIDs = personTexts.ids
        texts = SideWork {
            Result { () throws(SQLiteError) in
                try CatalogTexts(personTexts, numbering, builder)
            }
        }
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
        try progress(0.2)
        try connection.setPragma("journal_mode", to: "OFF")
        try connection.setPragma("synchronous", to: "OFF")
        try connection.setPragma("locking_mode", to: "EXCLUSIVE")
        try connection.setPragma("cache_size", to: -8_192)
        try connection.setPragma("application_id", to: Int64(CatalogSchema.applicationID))
        try connection.transaction { () throws(SQLiteError) in
            try connection.execute(CatalogSchema.tables)
            try writer.writeGenres()
            try writer.writeFilms()
            try progress(0.45)
            let texts = try writer.texts.result().get()
            writer.columns.titleRanks = texts.titleRanks
            let vocabulary = writer.vocabulary(texts)
            try writer.writePeople()
            try progress(0.6)
            try writer.writeLabels()
            try writer.writeTexts(texts)
            try progress(0.75)
            let words = vocabulary.result()
            // What the rows of words were made of is as great as they are.
            cmalloc_return_unused()
            try writer.writeWords(words)
            try progress(0.9)
            try writer.columns.write(to: connection)
            try writer.writeProperties(provenance)
            try connection.execute(CatalogSchema.indices)
            // Last, so that a file is a catalogue only when it is whole.
            try connection.setUserVersion(CatalogSchema.version)
        }
        try progress(1)
        let numbering = writer.numbering
        return Counts(
            films: numbering.films.count, people: numbering.people.count,
            genres: numbering.genres.count)
    }

    /// The words with their rows, made on another thread while people are
    /// written.
    private func vocabulary(_ texts: CatalogTexts) -> SideWork<CatalogVocabulary> {
        let films = numbering.films.count
        let people = numbering.people.count
        return SideWork { [credits] in
            CatalogVocabulary(texts, credits: credits, films: films, people: people)
        }
    }

    private func writeGenres() throws(SQLiteError) {
        let statement = try connection.prepare("INSERT INTO genre VALUES (?, ?, ?, ?, NULL)")
        for (index, number) in numbering.genres.enumerated() {
            let name = builder.genres.names[number]
            let id = builder.genres.ids[number] ?? CatalogIdentity.genre(name)
            let films = numbering.genreFilms[number]
            try statement.bind([
                .integer(Int64(index + 1)), StoredIdentifier.value(id), .text(name),
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
