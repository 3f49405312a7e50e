import CinemaClient
import CinemaCore

/// What may take longer than a key, and what is asked less often.
extension EngineBenchmark {
    mutating func measureSorts() async throws {
        let texts =
            ["", "genre:drama"] + sample[.oneLetter].prefix(8).map(\.text)
            + sample[.threeLetters].prefix(8).map(\.text)
        for field in FilmSort.Field.allCases where field != .relevance {
            var sorting = Measurement("rows by \(field.rawValue)")
            let queries = texts.flatMap { text in
                [true, false].map { isDescending in
                    var query = FilmQuery(text)
                    query.sort = FilmSort(field, descending: isDescending)
                    return query
                }
            }
            try await sorting.time(queries) {
                _ = try await catalog.search($0, count: Self.count)
            }
            add(sorting)
        }
    }

    mutating func measureFarPages() async throws {
        var random = BenchmarkRandom(seed: 5)
        for (name, texts) in [
            ("the whole catalogue", [""]),
            ("one letter", sample[.oneLetter].prefix(10).map(\.text)),
        ] {
            var far = Measurement("a far page: \(name)")
            var requests: [(query: FilmQuery, offset: Int)] = []
            for text in texts {
                let query = FilmQuery(text)
                let total = try await catalog.statistics(query).films.value
                for _ in 0..<(100 / texts.count) {
                    requests.append((query, random.below(max(1, total - Self.count))))
                }
            }
            try await far.time(requests) { request in
                _ = try await catalog.films(
                    request.query, page: PageRequest(offset: request.offset, count: Self.count))
            }
            add(far)
        }
    }

    mutating func measureRescues() async throws {
        let words = sample.longWords
        let latin = words.filter { $0.unicodeScalars.allSatisfy(\.isASCII) }
        let cyrillic = words.filter { !$0.unicodeScalars.contains(where: \.isASCII) }
        for (name, texts) in [
            ("keyboard layout", latin.compactMap(KeyboardLayout.converted)),
            ("spelling, Latin", latin.map(misspelt)),
            ("spelling, Cyrillic", cyrillic.map(misspelt)),
            ("nothing like it", latin.map { "qw" + String($0.reversed()) + "xqz" }),
        ] {
            var rescue = Measurement("a rescue: \(name)")
            try await rescue.time(Array(texts.prefix(60))) {
                _ = try await catalog.search(FilmQuery($0), count: Self.count)
            }
            add(rescue)
        }
    }

    /// The word with its third letter left out.
    private func misspelt(_ word: String) -> String {
        var word = word
        word.remove(at: word.index(word.startIndex, offsetBy: 2))
        return word
    }

    mutating func measureDetails() async throws {
        var film = Measurement("a film with its people")
        let films = try await places(sample.filmPlaces) { page in
            try await catalog.films(FilmQuery(), page: page).items.map(\.id)
        }
        try await film.time(films) { _ = try await catalog.film($0) }
        add(film)
        var known = Measurement("a person: the best known")
        let best = try await catalog.people(FilmQuery(), page: PageRequest(count: 100)).items
        try await known.time(best) { _ = try await catalog.person($0.id) }
        add(known)
        var person = Measurement("a person: any")
        let people = try await places(sample.personPlaces) { page in
            try await catalog.people(FilmQuery(), page: page).items.map(\.id)
        }
        try await person.time(people) { _ = try await catalog.person($0) }
        add(person)
        if let database = try? PlainSQLPeer(catalogue: path) {
            var reading = Measurement("SQLite alone: \(Self.count) films by their rows")
            let rows = sample.filmPlaces.map { $0 + 1 }
            let pages = stride(from: 0, to: rows.count - Self.count, by: 5)
            try await reading.time(Array(pages)) { start in
                try database.read(rows: Array(rows[start..<(start + Self.count)]))
            }
            add(reading)
        }
        var opening = Measurement("opened, with the best 40 films")
        try await opening.time(Array(repeating: path, count: 20)) {
            _ = try await LocalCatalog.open(path: $0).bestFilms(count: 40)
        }
        add(opening)
    }

    private func places<ID>(
        _ places: [Int], _ ids: (PageRequest) async throws -> [ID]
    ) async throws -> [ID] {
        var found: [ID] = []
        for place in places.prefix(200) {
            found += try await ids(PageRequest(offset: place, count: 1))
        }
        return found
    }
}
