internal import CinemaCore

/// What a query found as it was typed.
struct FoundRows {
    let query: FilmQuery
    let ignored: [String]
    let genres: [GenreList.Entry]
    var films: Result<ResultWindow, SearchFailure> = .success(ResultWindow(hits: [], total: 0))
    /// The first film, whole.
    var first: FilmRecord?
    /// Nil where there is no index of people.
    var people: Result<ResultWindow, SearchFailure>?
    /// Nil where they take another question.
    var peopleRows: [PersonSummary]?
    /// How many people films tell of, where there is no index of them.
    var derivedPeople = Count.atLeast(0)

    init(query: FilmQuery, ignored: [String], genres: [GenreList.Entry]) {
        self.query = query
        self.ignored = ignored
        self.genres = genres
    }

    var filmsFailure: SearchFailure? { films.failure }

    var filmCount: Int { films.window.total }

    var peopleTotal: Count { people.map { .exact($0.window.total) } ?? derivedPeople }

    /// Whether next to nothing was found.
    var needsRescue: Bool { !query.text.terms.isEmpty && count < Rescue.threshold }

    /// Everything together, for a rescue to look at.
    var count: Int { filmCount + peopleTotal.value + genres.count }

    func results(
        _ rescued: RescuedText?, _ knowledge: IndexKnowledge, count: Int
    ) -> SearchResults {
        let rows = FilmRows(films.window, offset: 0, ignored: ignored)
        var results = SearchResults(films: rows.page { $0.summary(knowledge.genres.names) })
        results.origin = results.films.origin
        if let first, first.id == results.films.items.first?.id.text {
            results.firstFilm = first.film(knowledge.genres.names)
        }
        results.people = Page(
            items: peopleRows ?? [], total: peopleTotal,
            origin: ResultOrigin(
                place: .server, missing: people.flatMap { ResultOrigin.Missing($0.window) }))
        results.peopleFailure = people?.failure?.error
        results.peopleComeApart = peopleRows == nil && results.peopleFailure == nil
        results.genres = GenreRows(typed: genres, rescued: rescued, knowledge.genres)
            .page(PageRequest(count: count))
        results.filmsFailure = films.failure?.error
        results.rescue = rescued.map { rescued in
            Rescue(
                kind: rescued.kind, typed: query.shownText, shown: rescued.shown,
                filmsAsTyped: filmCount, peopleAsTyped: peopleTotal.value,
                genresAsTyped: genres.count)
        }
        return results
    }
}

extension Result where Success == ResultWindow, Failure == SearchFailure {
    fileprivate var window: ResultWindow {
        (try? get()) ?? ResultWindow(hits: [], total: 0)
    }

    fileprivate var failure: SearchFailure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}

extension FilmQuery {
    /// The text as typed; its words where the query was not typed at all.
    var shownText: String {
        typed.isEmpty ? text.words.map(\.joined).joined(separator: " ") : typed
    }
}
