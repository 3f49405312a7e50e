internal import CMalloc
internal import CinemaCore

/// Takes films in any order, then writes them as a catalogue.
///
/// Nothing can be numbered before the last film is known, and a catalogue of
/// millions should need no more memory than one of thousands. So everything is
/// a sort (`ExternalSort`): films by number, then by rank; credits by person,
/// people by rank, credits again by film; words, texts and ids each in their
/// order. What is in memory is a few buffers, the vocabulary, the names of
/// genres and labels, and some ten bytes a film. Of films with one id the last
/// counts.
final class CatalogLoader {
    /// How far the work is, from 0 to 1.
    typealias Progress = (Double) throws(SQLiteError) -> Void

    /// What a catalogue has.
    struct Counts {
        var films = 0
        var people = 0
        var genres = 0
        /// Films whose place a later one with the same id took, and where the
        /// first of those later ones were read.
        var replaced = 0
        var replacements: [FilmOrigin] = []
    }

    private var staging: FilmStaging
    private let space: SortSpace

    init(_ space: SortSpace) {
        self.space = space
        staging = FilmStaging(space)
    }

    /// How many films were added, be they replaced or not.
    var staged: Int { staging.count }

    func add(_ film: FilmRecord, from origin: FilmOrigin? = nil) throws(SQLiteError) {
        try staging.add(film, origin)
    }

    /// Writes all films into the empty database `connection`, and keeps none.
    @discardableResult
    func load(
        into connection: Connection, provenance: String, progress: @escaping Progress = { _ in }
    ) throws(SQLiteError) -> Counts {
        let progress = LoadingProgress(progress)
        try staging.close()
        let staged = try StagedIdentifiers(staging, progress)
        let ranking = FilmRanking(rated: staging.rated(without: staged.replaced))
        let gathering = gathering(staged, progress.stop)
        // Before the work is waited for.
        defer { progress.stop.interrupt() }
        var people: PersonGathering?
        if staging.awaitsNames || staging.awaitsNamesOfAmbiguous && !staged.ambiguous.isEmpty {
            people = try progress.result(of: gathering)
        }
        let films = try FilmNumbering.numbered(
            staging, staged, ranking, names: people?.awaited, space, progress)
        try films.films.close()
        try progress.begin(.people, total: 1)
        let gathered: PersonGathering
        if let people { gathered = people } else { gathered = try progress.result(of: gathering) }
        let writer = try CatalogWriter(
            connection, films, gathered, genres: staging.genres, labels: staging.labels,
            staged: staging.count, space, progress)
        staging = FilmStaging(space)
        cmalloc_return_unused()
        try writer.write(provenance, enoughReviews: ranking.enoughReviews)
        try progress.end()
        return Counts(
            films: films.count, people: gathered.people.count, genres: writer.genreCount,
            replaced: staged.replacements, replacements: staged.firstReplacements)
    }

    /// Brings the credits of people together on another thread, while films are
    /// numbered here.
    private func gathering(
        _ staged: StagedIdentifiers, _ stop: InterruptHandle
    ) -> SideWork<Result<PersonGathering, SQLiteError>> {
        SideWork { [credits = staging.credits, reviews = staging.reviews, space] in
            Result { () throws(SQLiteError) in
                try PersonGathering(
                    credits, reviews: reviews, replaced: staged.replaced, space, stop)
            }
        }
    }
}

extension FilmStaging {
    /// The films that have a rating.
    fileprivate func rated(
        without replaced: RowSet
    ) -> some Sequence<(tenths: Int, reviews: UInt32)> {
        ratings.indices.lazy.filter { ratings[$0] > 0 && !replaced.contains($0) }
            .map { (Int(ratings[$0]) - 1, reviews[$0]) }
    }
}
