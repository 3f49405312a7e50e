internal import CMalloc
internal import CinemaCore

/// Writes the tables of a new catalogue file, each in its order.
///
/// One transaction without a journal: the file is worth nothing before the
/// end, and its maker gives it its name only then.
final class CatalogWriter {
    let connection: Connection
    let progress: LoadingProgress
    let films: FilmNumbering
    let people: PersonGathering
    let genres: NameTable
    /// Countries, languages, types and roles.
    let labels: [LabelKind: NameTable]
    let genreNumbering: GenreNumbering
    let vocabulary: Vocabulary

    /// The row of each film by the number under which it was staged. Four
    /// bytes a film: people ask for rows in the order of their films, whatever
    /// that is.
    var rows: [UInt32]

    /// A credit of each film by row and place: `WrittenCredit`.
    let credits: ExternalSort
    /// A word's number and a row, for each of the tables.
    let titleWords: ExternalSort
    let creditWords: ExternalSort
    let nameWords: ExternalSort
    var titleStarts: TextSort
    var titleKeys: TextSort
    var nameStarts: TextSort
    /// A sign and a row.
    let signs: ExternalSort

    let space: SortSpace

    var lastFilm: Int { films.count }
    var lastPerson: Int { people.people.count }
    var genreCount: Int { genreNumbering.order.count }

    init(
        _ connection: Connection, _ films: FilmNumbering, _ people: PersonGathering,
        genres: NameTable, labels: [LabelKind: NameTable], staged: Int, _ space: SortSpace,
        _ progress: LoadingProgress
    ) throws(SQLiteError) {
        self.connection = connection
        self.progress = progress
        self.space = space
        self.films = films
        self.people = people
        self.genres = genres
        self.labels = labels
        genreNumbering = GenreNumbering(genres, films: films.genreFilms)
        vocabulary = Vocabulary(
            titles: films.titleWords, names: people.nameWords,
            genres: genreNumbering.order.map {
                (FoldedTitle(genres.names[$0]), films.genreFilms[$0])
            })
        rows = Array(repeating: 0, count: staged + 1)
        credits = ExternalSort(space, bufferSize: 8 << 20)
        titleWords = ExternalSort(space, bufferSize: 4 << 20)
        creditWords = ExternalSort(space, bufferSize: 8 << 20)
        nameWords = ExternalSort(space, bufferSize: 4 << 20)
        titleStarts = TextSort(space, bufferSize: 4 << 20)
        titleKeys = TextSort(space, bufferSize: 4 << 20)
        nameStarts = TextSort(space, bufferSize: 4 << 20)
        signs = ExternalSort(space, bufferSize: 1 << 20)
    }

    func write(_ provenance: String, enoughReviews: Int) throws(SQLiteError) {
        try connection.setPragma("journal_mode", to: "OFF")
        try connection.setPragma("synchronous", to: "OFF")
        try connection.setPragma("locking_mode", to: "EXCLUSIVE")
        try connection.setPragma("cache_size", to: -8_192)
        try connection.setPragma("application_id", to: Int64(CatalogSchema.applicationID))
        try connection.transaction { () throws(SQLiteError) in
            try connection.execute(CatalogSchema.tables)
            try writeGenres()
            try readTitles()
            try writePeople()
            try writeFilms()
            try writeWords()
            try writeTexts()
            try writeProperties(provenance, enoughReviews)
            try writeIndices()
            // Last, so that a file is a catalogue only when it is whole.
            try connection.setUserVersion(CatalogSchema.version)
        }
    }

    private func writeGenres() throws(SQLiteError) {
        let statement = try connection.prepare("INSERT INTO genre VALUES (?, ?, ?, ?, NULL)")
        for (index, number) in genreNumbering.order.enumerated() {
            let name = genres.names[number]
            let id = genres.ids[number] ?? CatalogIdentity.genre(name)
            try statement.bind([
                .integer(Int64(index + 1)), StoredIdentifier.value(id), .text(name),
                .integer(Int64(films.genreFilms[number])),
            ])
            try statement.run()
        }
    }

    private func writeProperties(
        _ provenance: String, _ enoughReviews: Int
    ) throws(SQLiteError) {
        let properties: [(String, SQLiteValue)] = [
            (CatalogSchema.Property.provenance, .text(provenance)),
            (CatalogSchema.Property.enoughReviews, .integer(Int64(enoughReviews))),
        ]
        for (name, value) in properties {
            try connection.run("INSERT INTO property VALUES (?, ?)", [.text(name), value])
        }
    }

    /// SQLite sorts here, and asks meanwhile whether to go on.
    private func writeIndices() throws(SQLiteError) {
        try progress.begin(.indices, total: 1)
        var failure: SQLiteError?
        func look() -> Bool {
            do throws(SQLiteError) {
                try progress.look()
                return true
            } catch {
                failure = error
                return false
            }
        }
        do throws(SQLiteError) {
            try connection.watched(by: look) { () throws(SQLiteError) in
                try connection.execute(CatalogSchema.indices)
            }
        } catch {
            throw failure ?? error
        }
    }
}
