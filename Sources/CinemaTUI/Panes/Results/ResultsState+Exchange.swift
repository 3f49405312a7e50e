import CinemaCore

/// Rows that change while they are looked at.
extension ResultsState {
    /// Puts other rows in the place of those shown, while every selection
    /// stays on its record and on its line of the screen. Where the record is
    /// gone, its neighbour is selected. A list that was not looked at yet begins
    /// with its first row, whichever that is by then.
    mutating func keepingPlaces(_ change: (inout ResultsState) -> Void) {
        let former = Tab.allCases.map { item(at: self[placeOf: $0].selected, in: $0)?.target }
        change(&self)
        for (tab, target) in zip(Tab.allCases, former) {
            if tab != self.tab && self[placeOf: tab] == ListPlace() { continue }
            let selected = self[placeOf: tab].selected
            guard let target, item(at: selected, in: tab)?.target != target,
                let place = index(of: target, in: tab, nearestTo: selected)
            else { continue }
            self[placeOf: tab].selected = place
            self[placeOf: tab].top += place - selected
        }
    }

    private func index(of target: DetailTarget, in tab: Tab, nearestTo place: Int) -> Int? {
        let leading = leadingItems(tab)
        if place < leading { return nil }
        let row = place - leading
        let own: Int? =
            switch target {
            case .film(let id): films.index(nearestTo: row) { $0.id == id }
            case .person(let id): people.index(nearestTo: row) { $0.id == id }
            case .genre(let id): genres.index(nearestTo: row) { $0.id == id }
            }
        if let own { return own + leading }
        let end = leading + ownTotal(tab).value
        return (end..<max(end, itemCount(tab))).first { item(at: $0, in: tab)?.target == target }
    }

    /// Takes in the rows of the same query anew. A part that failed keeps the
    /// rows that it has.
    mutating func renew(_ found: SearchResults) {
        partFailures = found.failures
        if found.filmsFailure == nil {
            films.renew(found.films)
            rescue = found.rescue
            firstFilm = found.firstFilm
        }
        if found.peopleFailure == nil {
            if found.peopleComeApart {
                people.renew(total: found.people.total)
            } else {
                people.renew(found.people)
            }
            peopleComeApart = found.peopleComeApart
        }
        if found.genresFailure == nil { genres.renew(found.genres) }
        dropKnownServerRows()
    }

    /// Takes in what the server adds: rows that are known are put right where
    /// they stand, new ones go behind all others.
    mutating func add(_ found: SearchResults) {
        keepingPlaces { results in
            for film in found.films.items
            where !results.films.change(where: { $0.id == film.id }, { $0.correct(by: film) }) {
                if !results.serverRows.films.contains(where: { $0.id == film.id }) {
                    results.serverRows.films.append(film)
                }
            }
            for person in found.people.items
            where !results.people.change(where: { $0.id == person.id }, { $0.correct(by: person) })
            {
                if !results.serverRows.people.contains(where: { $0.id == person.id }) {
                    results.serverRows.people.append(person)
                }
            }
            for genre in found.genres.items
            where !results.genres.change(where: { $0.id == genre.id }, { $0.correct(by: genre) }) {
                if !results.serverRows.genres.contains(where: { $0.id == genre.id }) {
                    results.serverRows.genres.append(genre)
                }
            }
        }
    }

    /// Drops rows of the server that have come to stand among the others.
    mutating func dropKnownServerRows() {
        serverRows.films.removeAll { row in
            films.index(nearestTo: 0) { $0.id == row.id } != nil
        }
        serverRows.people.removeAll { row in
            people.index(nearestTo: 0) { $0.id == row.id } != nil
        }
        serverRows.genres.removeAll { row in
            genres.index(nearestTo: 0) { $0.id == row.id } != nil
        }
    }
}

extension FilmSummary {
    /// Takes over what the server tells; its lists often tell less.
    fileprivate mutating func correct(by other: FilmSummary) {
        title = other.title
        year = other.year ?? year
        rating = other.rating ?? rating
        reviews = other.reviews ?? reviews
        type = other.type ?? type
        runtime = other.runtime ?? runtime
        if !other.genres.isEmpty { genres = other.genres }
        if !other.directors.isEmpty { directors = other.directors }
    }
}

extension PersonSummary {
    fileprivate mutating func correct(by other: PersonSummary) {
        name = other.name
        films = max(films, other.films)
        if !other.roles.isEmpty { roles = other.roles }
        knownFor = other.knownFor ?? knownFor
    }
}

extension GenreSummary {
    fileprivate mutating func correct(by other: GenreSummary) {
        name = other.name
        films = max(films, other.films)
    }
}
