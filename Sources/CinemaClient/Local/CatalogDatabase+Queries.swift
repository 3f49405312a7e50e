internal import CinemaCore

/// What a query finds, rescued where there is next to nothing.
extension CatalogDatabase {
    func matches(_ query: FilmQuery) throws(SQLiteError) -> QueryMatches {
        let key = SharedMatches.Key(query)
        if let known = shared.matches(key) { return known }
        let matches = try computeMatches(query)
        shared.insert(matches, for: key)
        return matches
    }

    private func computeMatches(_ query: FilmQuery) throws(SQLiteError) -> QueryMatches {
        let allowed = try allowed(query.filters)
        let text = try matches(query.text)
        let films = text.films.within(allowed)
        var matches = QueryMatches(
            films: films, people: text.people, genres: text.genres, tiersAsTyped: films.count,
            unfiltered: query.text.isEmpty || query.filters.isEmpty
                ? nil : text.films.union(lastRow: lastFilm),
            filmCount: films.total, peopleCount: text.people.total)
        let found = matches.filmCount + matches.peopleCount + matches.genres.count
        if found < Rescue.threshold, !query.text.terms.isEmpty {
            let attempt = RescueAttempt(query: query, allowed: allowed, asTyped: matches)
            if let rescued = try rescued(attempt) { matches = rescued }
        }
        return matches
    }

    /// Totals and facets. The decades are counted without the query's year
    /// filters, the ratings without its rating filters.
    func statistics(_ query: FilmQuery) throws(SQLiteError) -> SearchStatistics {
        let matches = try matches(query)
        let films = matches.films.union(lastRow: lastFilm)
        let inDecades = try filmsWithout("year", query, matches) ?? films
        let inRatings = try filmsWithout("rating", query, matches) ?? films
        return SearchStatistics(
            films: .exact(matches.filmCount), people: .exact(matches.peopleCount),
            genres: .exact(matches.genres.count),
            facets: try facets(films, decades: inDecades, ratings: inRatings))
    }

    /// What the query would find without its filters of one field; nil where
    /// it has none of them.
    private func filmsWithout(
        _ field: String, _ query: FilmQuery, _ matches: QueryMatches
    ) throws(SQLiteError) -> RowSet? {
        guard query.filters.contains(where: { $0.fieldName == field }) else { return nil }
        let others = try allowed(query.filters.filter { $0.fieldName != field })
        guard let all = matches.unfiltered else {
            return others ?? RowSet.all(lastRow: lastFilm)
        }
        return others.map { all.intersection($0) } ?? all
    }

    func facets(
        _ films: RowSet, decades: RowSet, ratings: RowSet
    ) throws(SQLiteError) -> FilmFacets {
        var facets = FilmFacets()
        for (index, set) in try allGenreFilms().enumerated() {
            try checkInterruption()
            let count = set.countShared(with: films)
            guard count > 0 else { continue }
            let genre = genres[index].summary
            facets.genres.append(
                FilmFacets.GenreCount(
                    genre: GenreReference(id: genre.id, name: genre.name), films: count))
        }
        facets.genres.sort {
            $0.films != $1.films ? $0.films > $1.films : $0.genre.name.precedes($1.genre.name)
        }
        facets.decades = try FilmCounts.decades(decades, years(), check: checkInterruption)
        facets.ratings = try FilmCounts.ratings(ratings, self.ratings(), check: checkInterruption)
        return facets
    }
}

extension [RowSet] {
    /// The tiers without the rows that the filters do not allow.
    func within(_ allowed: RowSet?) -> [RowSet] {
        guard let allowed else { return self }
        return map { $0.intersection(allowed) }
    }
}
