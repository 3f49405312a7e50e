// Whether the filter by genre takes an id or a name, and whether it filters.
extension DialectDerivation {
    mutating func askFilm() {
        sample =
            firstRows.first {
                $0.title != nil && $0.rating != nil && UUIDText.isUUID($0.identifier)
            }
            ?? firstRows.first
        guard let sample, let film = dialect.routes[.film],
            ask(film.target(APIDialect.Route.Question(identifier: sample.identifier)), as: .film)
        else { return askGenre() }
    }

    mutating func tookFilm(_ answer: ProbeAnswer) {
        if let film = answer.film {
            adopt(answer.path, for: .film)
            if !film.genres.isEmpty { sample?.genres = film.genres }
        } else if answer.isForbidden {
            noteForbidden("a film", answer)
        } else {
            remark("a film of the list cannot be had by its id (\(answer.status))")
        }
        askGenre()
    }

    /// Begins with a genre that the sampled film has.
    mutating func askGenre() {
        let keys = declared.genreKeys
        let genres = sample?.genres ?? []
        // A genre that stands last in the list is rarely the one all films have.
        genre = genres.last { $0.identifier != nil } ?? genres.last
        attempts = keys.compactMap { key in
            let value = key == .identifier ? genre?.identifier : genre?.name
            return value.map { GenreAttempt(key: key, value: $0) }
        }
        asksGenreList = attempts.count < keys.count && dialect.routes[.genres] != nil
        if firstRows.isEmpty { return askSearch() }
        if dialect.routes[.films]?.genre == nil { askFilmsOfGenre() } else { tryNextGenre() }
    }

    private mutating func tryNextGenre() {
        guard let films = dialect.routes[.films] else { return askSearch() }
        if let attempt = attempts.first {
            attempts.removeFirst()
            var question = APIDialect.Route.Question(page: dialect.firstPage, size: Self.pageSize)
            question.sort = style?.descending ?? []
            question.genre = attempt.value
            if ask(films.target(question), as: .genreFilter(attempt)) { return }
            return leaveUnchecked(attempt.key)
        }
        if asksGenreList, let genres = dialect.routes[.genres] {
            asksGenreList = false
            let question = APIDialect.Route.Question(page: dialect.firstPage, size: Self.pageSize)
            if ask(genres.target(question), as: .genres) { return }
            return leaveUnchecked(untried)
        }
        tookNoFilter()
    }

    /// The likeliest of what the filter may take and was not asked for.
    private var untried: APIDialect.GenreKey {
        let known = genre.map { [$0.identifier != nil, $0.name != nil] } ?? [false, false]
        return declared.genreKeys.first { known[$0 == .identifier ? 0 : 1] == false }
            ?? declared.genreKeys.first ?? .none
    }

    private mutating func leaveUnchecked(_ key: APIDialect.GenreKey) {
        dialect.genreKey = key
        remark(
            "whether the filter by genre takes \(key == .name ? "names" : "ids") could not be checked"
        )
        askSearch()
    }

    mutating func tookGenres(_ answer: ProbeAnswer) {
        guard case .rows(let rows) = answer.list, !rows.isEmpty else {
            if answer.isForbidden { noteForbidden("the list of genres", answer) }
            return tryNextGenre()
        }
        adopt(answer.path, for: .genres)
        let known = rows.map { ProbeRow.Genre(identifier: $0.identifier, name: $0.title) }
        let tried = genre
        let found =
            known.first { $0.isLike(tried) } ?? known.first { genre in
                sample?.genres.contains { $0.isLike(genre) } ?? false
            } ?? known[0]
        genre = found
        attempts = declared.genreKeys.compactMap { key in
            let isTried = key == .identifier ? tried?.identifier != nil : tried?.name != nil
            let value = key == .identifier ? found.identifier : found.name
            return isTried ? nil : value.map { GenreAttempt(key: key, value: $0) }
        }
        tryNextGenre()
    }

    mutating func tookGenreFilter(_ answer: ProbeAnswer, _ attempt: GenreAttempt) {
        switch answer.list {
        case .forbidden:
            noteForbidden("the filter by genre", answer)
            leaveUnchecked(attempt.key)
        case .rows(let rows) where !rows.isEmpty: check(rows, attempt)
        default: tryNextGenre()
        }
    }

    /// What came may be the films of the genre, or simply all.
    private mutating func check(_ rows: [ProbeRow], _ attempt: GenreAttempt) {
        let found = Set(rows.map(\.identifier))
        let isSame = found == Set(firstRows.map(\.identifier))
        // Lists may tell the genres of their films.
        if let genre, rows.contains(where: { !$0.genres.isEmpty }) {
            let isRight = rows.allSatisfy { row in row.genres.contains { $0.isLike(genre) } }
            return isRight ? accept(attempt) : tryNextGenre()
        }
        // A filter that gives the same many films does nothing.
        if isSame, rows.count >= 8 { return tryNextGenre() }
        if !isSame, let sample, found.contains(sample.identifier), !sample.genres.isEmpty {
            return accept(attempt)
        }
        let other = rows.last { row in row.identifier != sample?.identifier } ?? rows[0]
        if let film = dialect.routes[.film],
            ask(
                film.target(APIDialect.Route.Question(identifier: other.identifier)),
                as: .filmOfGenre(attempt))
        {
            return
        }
        leaveUnchecked(attempt.key)
    }

    mutating func tookFilmOfGenre(_ answer: ProbeAnswer, _ attempt: GenreAttempt) {
        guard let film = answer.film, !film.genres.isEmpty, let genre else {
            return leaveUnchecked(attempt.key)
        }
        if film.genres.contains(where: { $0.isLike(genre) }) {
            accept(attempt)
        } else {
            tryNextGenre()
        }
    }

    private mutating func accept(_ attempt: GenreAttempt) {
        dialect.genreKey = attempt.key
        askSearch()
    }

    private mutating func tookNoFilter() {
        for role in APIDialect.Role.allCases { dialect.routes[role]?.genre = nil }
        dialect.genreKey = .none
        remark("the filter by genre does not filter, by id or by name")
        askFilmsOfGenre()
    }

    /// In place of a filter there may be a route for the films of a genre.
    private mutating func askFilmsOfGenre() {
        guard let route = dialect.routes[.filmsOfGenre] else { return askSearch() }
        var question = APIDialect.Route.Question(page: dialect.firstPage, size: Self.pageSize)
        question.identifier = genre?.identifier
        guard question.identifier != nil, ask(route.target(question), as: .filmsOfGenre) else {
            remark("whether the service lists the films of a genre could not be checked")
            dialect.routes[.filmsOfGenre] = nil
            return askSearch()
        }
    }

    mutating func tookFilmsOfGenre(_ answer: ProbeAnswer) {
        if case .rows(let rows) = answer.list, !rows.isEmpty { return askSearch() }
        if answer.isForbidden {
            noteForbidden("the list of a genre's films", answer)
        } else {
            dialect.routes[.filmsOfGenre] = nil
            remark("the list of a genre's films is not available (\(answer.status))")
        }
        askSearch()
    }
}
