public import CinemaCore

extension ReferenceCatalog {
    /// What a filter asks of a film.
    func condition(_ filter: Filter) -> (ReferenceFilm) -> Bool {
        let isMet: (ReferenceFilm) -> Bool
        switch filter.condition {
        case .genre(let values): isMet = named(values) { $0.genres }
        case .country(let values): isMet = named(values) { $0.countries }
        case .language(let values): isMet = named(values) { $0.languages }
        case .type(let values): isMet = named(values) { [$0.type].compactMap { $0 } }
        case .person(let values, let role):
            // Whether a name is exact is asked of everybody, whatever the role.
            let everybody = named(values) { $0.credits.map(\.name) }
            let inRole = exactly(values, among: entries.flatMap { $0.film.credits.map(\.name) }) {
                film in film.credits.filter { role == nil || $0.role == role }.map(\.name)
            }
            isMet = { everybody($0) && inRole($0) }
        case .year(let span): isMet = { $0.year.map(span.contains) ?? false }
        case .rating(let span): isMet = { $0.tenths.map(span.contains) ?? false }
        case .runtime(let span): isMet = { $0.runtime.map(span.contains) ?? false }
        }
        return { isMet($0) != filter.isExcluding }
    }

    private func named(
        _ values: [String], _ names: @escaping (ReferenceFilm) -> [String]
    ) -> (ReferenceFilm) -> Bool {
        exactly(values, among: entries.flatMap { names($0.film) }, names)
    }

    /// Whether one of a film's names is what a value means: a name that is the
    /// value if there is one among all, else a name with all its words.
    private func exactly(
        _ values: [String], among all: [String],
        _ names: @escaping (ReferenceFilm) -> [String]
    ) -> (ReferenceFilm) -> Bool {
        var meant = Set<String>()
        for value in values {
            let wanted = ReferenceWords(value)
            guard !wanted.words.isEmpty else { continue }
            let exact = Set(all).filter { folded[$0]?.equals(wanted) ?? false }
            let loose = Set(all).filter { name in
                wanted.words.allSatisfy { folded[name]?.has($0, isPrefix: false) ?? false }
            }
            meant.formUnion(exact.isEmpty ? loose : exact)
        }
        return { film in names(film).contains { meant.contains($0) } }
    }

    func sorted(_ found: [Entry], _ sort: FilmSort) -> [Entry] {
        if sort.field == .relevance { return sort.isDescending ? found.reversed() : found }
        if sort.field == .title {
            return stable(found, sort.isDescending) {
                $0.title.withoutArticle.split.joined(separator: " ")
            } precedes: {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
        }
        return stable(found, sort.isDescending) { entry -> Int? in
            switch sort.field {
            case .rating: entry.film.tenths
            case .year: entry.film.year
            case .reviews: entry.film.reviews
            default: entry.film.runtime
            }
        } precedes: {
            $0 < $1
        }
    }

    private func stable<Key: Equatable>(
        _ found: [Entry], _ isDescending: Bool, key: (Entry) -> Key?,
        precedes: (Key, Key) -> Bool
    ) -> [Entry] {
        found.enumerated().sorted { left, right in
            switch (key(left.element), key(right.element)) {
            case (let a?, let b?) where a != b: precedes(a, b) != isDescending
            case (nil, .some): false
            case (.some, nil): true
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    /// Totals and facets of the films of a query.
    public func facets(_ query: FilmQuery) -> (
        genres: [String: Int], decades: [Int: Int], ratings: [Int]
    ) {
        var genres: [String: Int] = [:]
        let byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.film.id, $0.film) })
        for film in films(query).compactMap({ byID[$0] }) {
            for genre in Set(film.genres) { genres[genre, default: 0] += 1 }
        }
        var decades: [Int: Int] = [:]
        for film in films(query.without("year")).compactMap({ byID[$0] }) {
            if let year = film.year { decades[year / 10 * 10, default: 0] += 1 }
        }
        var ratings = Array(repeating: 0, count: 11)
        for film in films(query.without("rating")).compactMap({ byID[$0] }) {
            if let tenths = film.tenths { ratings[tenths / 10] += 1 }
        }
        return (genres, decades, ratings)
    }
}

extension FilmQuery {
    fileprivate func without(_ field: String) -> FilmQuery {
        var query = self
        query.filters.removeAll { $0.fieldName == field }
        return query
    }
}
