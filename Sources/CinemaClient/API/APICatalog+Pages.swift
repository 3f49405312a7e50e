internal import CinemaCore

extension APICatalog {
    /// The most pages that one question reads.
    static let mostPagesAtOnce = 200

    /// The films of a list as far as `count` rows; what was read before is
    /// used unless `anew`.
    func films(
        _ list: APIList, upTo count: Int, anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> LoadedList<FilmRecord> {
        try await understood(list, anew: anew) { list, anew throws(APIFailure) in
            try await readFilms(list, upTo: count, anew: anew, dialect)
        }
    }

    private func readFilms(
        _ list: APIList, upTo count: Int, anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> LoadedList<FilmRecord> {
        let before = anew ? nil : filmLists.value(list)
        let films = try await loaded(list, from: before, upTo: count, dialect)
        filmLists.insert(films, for: list)
        for film in films.records.dropFirst(before?.records.count ?? 0) {
            memory.remember(film, film.summary(genreNames))
        }
        return films
    }

    func people(
        _ list: APIList, upTo count: Int, anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> LoadedList<PersonRecord> {
        try await understood(list, anew: anew) { list, anew throws(APIFailure) in
            try await readPeople(list, upTo: count, anew: anew, dialect)
        }
    }

    private func readPeople(
        _ list: APIList, upTo count: Int, anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> LoadedList<PersonRecord> {
        let before = anew ? nil : peopleLists.value(list)
        let people = try await loaded(list, from: before, upTo: count, dialect)
        peopleLists.insert(people, for: list)
        for person in people.records.dropFirst(before?.records.count ?? 0) {
            memory.remember(id: person.id, otherID: person.otherID)
        }
        return people
    }

    /// All genres, read once; none where the service does not list them.
    func genres(
        anew: Bool, _ dialect: APIDialect
    ) async throws(APIFailure) -> [GenreRecord] {
        if let genreList, !anew { return genreList.records }
        guard dialect.routes[.genres] != nil else {
            throw failure(.unsupported, "it does not list its genres")
        }
        let genres: LoadedList<GenreRecord> = try await loaded(
            APIList(role: .genres), from: nil, upTo: 5_000, dialect)
        genreList = genres
        genresFailed = false
        genreNames = GenreNames(genres.records)
        normalizer.genreNames = genreNames.byID
        return genres.records
    }

    func loaded<Record: APIRecord>(
        _ list: APIList, from before: LoadedList<Record>?, upTo count: Int, _ dialect: APIDialect
    ) async throws(APIFailure) -> LoadedList<Record> {
        var loaded = before ?? LoadedList(size: list.size(dialect))
        let last = loaded.pages + Self.mostPagesAtOnce
        while !loaded.isComplete, loaded.pages == 0 || loaded.records.count < count,
            loaded.pages < last
        {
            try await extend(&loaded, list, dialect)
        }
        return loaded
    }

    /// Reads the next page.
    func extend<Record: APIRecord>(
        _ loaded: inout LoadedList<Record>, _ list: APIList, _ dialect: APIDialect
    ) async throws(APIFailure) {
        do throws(APIFailure) {
            guard
                let page: APINormalizer.RowPage<Record> = try await page(
                    list, offset: loaded.offset, size: loaded.size, dialect)
            else { return loaded.end() }
            let hasOnePage = dialect.stride == .single || dialect.routes[list.role]?.page == nil
            loaded.add(page, hasOnePage: hasOnePage)
        } catch {
            let isFirst = loaded.pages == 0
            let (offset, size) = (loaded.offset, loaded.size)
            if !isFirst, APIList.isBehindWindow(offset: offset, size: size), error.isAnswered {
                return loaded.cutOff()
            }
            if error.meansNothing {
                // A whole list that is empty, or a route that is not there.
                guard isFirst, list.isWhole, !renewalIsVain else { return loaded.end() }
                var misfit = error
                misfit.isMisfit = true
                throw misfit
            }
            if !isFirst, error.error.kind == .unsupported { return loaded.end() }
            guard error.isOfThePage else { throw error }
            // Parts of it would fail likewise.
            if isFirst, list.mayBeMisread { throw error }
            do throws(APIFailure) {
                try await goRound(&loaded, list, dialect, error)
            } catch {
                throw isFirst && list.isWhole ? error.ofTheService : error
            }
        }
    }

    /// One page; nil where there is none of that number.
    func page<Record: APIRecord>(
        _ list: APIList, offset: Int, size: Int, _ dialect: APIDialect
    ) async throws(APIFailure) -> APINormalizer.RowPage<Record>? {
        guard let target = list.target(dialect, offset: offset, size: size) else { return nil }
        return try await read(target) { body throws(APIFailure) in
            guard let page = Record.read(&normalizer, body) else {
                var misfit = failure(.invalidAnswer, "the answer holds no list")
                misfit.isMisfit = offset == 0
                throw misfit
            }
            guard page.rows == 0 || !page.records.isEmpty || size == 1 else {
                let cause = normalizer.problems.first ?? "no row can be read"
                var misfit = failure(.invalidAnswer, "the rows make no sense (\(cause))")
                misfit.isMisfit = offset == 0
                throw misfit
            }
            return page
        }
    }

    /// Takes what can be had of a page that the service fails at, and goes on
    /// behind it; nothing can be had, and nothing comes behind: the end.
    private func goRound<Record: APIRecord>(
        _ loaded: inout LoadedList<Record>, _ list: APIList, _ dialect: APIDialect,
        _ error: APIFailure
    ) async throws(APIFailure) {
        var parts = PageParts<Record>()
        try await gather(&parts, list, offset: loaded.offset, size: loaded.size, dialect)
        guard !parts.isLast else {
            if parts.isAnswered || loaded.pages > 0 || parts.unreadableRows > 0 {
                return loaded.addParts(
                    parts.records, unreadableRows: parts.unreadableRows, isLast: true)
            }
            throw error
        }
        let behind: APINormalizer.RowPage<Record>?
        do throws(APIFailure) {
            behind = try await page(
                list, offset: loaded.offset + loaded.size, size: loaded.size, dialect)
        } catch {
            guard error.isOfThePage || error.meansNothing || error.error.kind == .unsupported
            else { throw error }
            behind = nil
        }
        if let behind, behind.rows > 0 {
            // Whatever did not come of this page is between two that did.
            let lost = loaded.size - parts.records.count
            loaded.addParts(parts.records, unreadableRows: lost, isLast: false)
            loaded.add(behind, hasOnePage: false)
        } else if parts.isAnswered || loaded.pages > 0 {
            loaded.addParts(
                parts.records, unreadableRows: parts.isAnswered ? parts.unreadableRows : 0,
                isLast: true)
        } else {
            throw error
        }
    }

    private func gather<Record: APIRecord>(
        _ parts: inout PageParts<Record>, _ list: APIList, offset: Int, size: Int,
        _ dialect: APIDialect
    ) async throws(APIFailure) {
        guard let smaller = PageParts<Record>.size(below: size),
            list.allows(size: smaller, dialect)
        else { return }
        for start in stride(from: offset, to: offset + size, by: smaller) where !parts.isOver {
            do throws(APIFailure) {
                let page: APINormalizer.RowPage<Record>? = try await page(
                    list, offset: start, size: smaller, dialect)
                if let page { parts.answered(page, size: smaller) } else { parts.nothing() }
            } catch {
                if error.meansNothing || error.error.kind == .unsupported {
                    parts.nothing()
                    continue
                }
                guard error.isOfThePage else { throw error }
                let next = PageParts<Record>.size(below: smaller)
                let isWhole = next.map { list.allows(size: $0, dialect) } ?? false
                parts.failed(rows: smaller, isWhole: isWhole)
                if isWhole, !parts.isOver {
                    try await gather(&parts, list, offset: start, size: smaller, dialect)
                }
            }
        }
    }
}
